"""Cases in a list to choose from."""

from pcc_data.dataset.dataset import Dataset
from pcc_data.say import say


def placed(city: str, name: str) -> str:
    """The name of a case with its town in front, so that a list of cases reads by towns."""
    return name if name.startswith(city) else say("explorer.placed", city=city, name=name)


def case_options(data: Dataset, *order: str) -> list[tuple[str, str]]:
    """Name and id of every case for a list to choose from, sorted by these columns (left out: as the names read)."""
    rows = data.cases.sort_values(list(order)) if order else data.cases
    names = [
        (placed(city, name), str(case)) for case, city, name in zip(rows.index, rows["city"], rows["name"], strict=True)
    ]
    return names if order else sorted(names)


def some_cases(data: Dataset) -> Dataset:
    """The same data. Raises ValueError where there is no case to choose."""
    if not len(data):
        raise ValueError("These data hold no case. Widen the filter that made them.")
    return data
