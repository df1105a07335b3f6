"""Which public instruments are in use, counted in cases and group by group."""

from pcc_data.charts._kit.basics import Chart, Dataset, of_data
from pcc_data.charts._kit.counted import count_chart


@of_data
def instruments(data: Dataset, by: str | None = "ownership_model") -> Chart:
    """In how many cases of each group each public instrument is in use; `by` is a coded field of cases, or None for
    all.

    Raises ValueError for a field without codes.
    """
    return count_chart(data, "instruments", "code", "public_instruments", by)
