"""Two cases to set side by side: those that are most alike although they stand differently, and who is near and far."""

from __future__ import annotations

from pcc_data.analysis.similar import similar
from pcc_data.dataset.dataset import Dataset


def opening_pair(data: Dataset) -> tuple[str, str]:
    """The two cases of one sector that are most alike, one ended and one active; without such, the first case and its
    nearest."""
    cases, pairs = data.cases, []
    for ended in cases.index[cases["status"] == "ended"]:
        table = similar(data, ended, n=len(data))
        fit = table[
            (table.index.map(cases["status"]) == "active")
            & (table.index.map(cases["sector"]) == cases.at[ended, "sector"])
        ]
        pairs += [(distance, str(ended), str(case)) for case, distance in fit["distance"].head(1).items()]
    return min(pairs)[1:] if pairs else completed_pair(data, str(cases.index[0]), None)


def completed_pair(data: Dataset, left: str | None, right: str | None) -> tuple[str, str]:
    """A pair of which one side may be open: it becomes the case most like the other."""
    if left == right:
        raise ValueError("Choose two different cases.")
    if left is not None and right is not None:
        return left, right
    return (left, ends(data, left)[0]) if left is not None else (ends(data, right)[0], right)


def ends(data: Dataset, case: str) -> tuple[str, str]:
    """The case most like this one, and the one least like it (Gower, 1971)."""
    order = similar(data, case, n=len(data)).index
    return str(order[0]), str(order[-1])
