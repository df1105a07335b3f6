"""On what the records are silent: of how many cases anything is told on work, its terms and its surplus."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pcc_data.dataset.dataset import Dataset

SUBJECTS = ("staff", "terms", "union", "unpaid", "surplus")


def told_on(data: Dataset) -> dict[str, int]:
    """Number of cases whose record tells something on each of SUBJECTS: the paid staff, its terms, where unions stand,
    unpaid work, and where a surplus goes (that none is sought is told, too)."""
    work = data.work
    parts = {
        "staff": work.loc[work["kind"] == "paid", "case"],
        "terms": work.loc[work["terms"].notna(), "case"],
        "union": work.loc[work["union"].notna(), "case"],
        "unpaid": work.loc[work["kind"] == "unpaid", "case"],
        "surplus": data.cases.index[data.cases["surplus_use"].notna()].to_series(),
    }
    return {subject: int(parts[subject].nunique()) for subject in SUBJECTS}
