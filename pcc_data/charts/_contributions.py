"""What communities bring, counted in cases and group by group."""

from pcc_data.charts._kit.basics import Chart, Dataset, of_data
from pcc_data.charts._kit.counted import count_chart


@of_data
def contributions(data: Dataset, by: str | None = "ownership_model") -> Chart:
    """In how many cases of each group the community gives what; `by` is a coded field of cases, or None for all.

    Raises ValueError for a field without codes.
    """
    return count_chart(data, "contributions", "code", "community_contributions", by)
