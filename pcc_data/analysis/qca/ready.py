"""Conditions and outcomes of this collection that are ready to be chosen. What they are called stands in the catalogue
(`configurations.…`)."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from pcc_data.analysis.qca.calibrate import fuzzy
from pcc_data.analysis.qca.sets_of import Sets, sets_of
from pcc_data.arguments import one_of, several
from pcc_data.tables.spec import DOMAINS

if TYPE_CHECKING:
    from pcc_data.dataset.dataset import Dataset

TIME = (3.0, 10.0, 20.0)
"""Years from the start to the last news after which a case has had no time, is neither, and has had time."""
CONDITIONS: dict[str, tuple[str, tuple[str, ...]]] = {
    "decides": ("decision_right", ("co_decides", "decides")),
    "started": ("roles.initiative", ("community", "shared")),
    "money": ("roles.capital", ("public", "shared")),
    "time": ("start_year", ()),
    "owns": ("roles.ownership", ("community", "shared")),
    "runs": ("roles.delivery", ("community", "shared")),
    "duty": ("public_duty", ("kept",)),
    "practice": ("in_practice", ("full",)),
    "programme": ("scale", ("programme",)),
}
"""Each condition with the field it rests on and the codes that are in it; `time` is fuzzy and has none."""
OPENING = ("decides", "started", "money", "time")
OUTCOMES = DOMAINS
MOST = 5
"""So many conditions at a time: with more of them nearly every case stands alone."""


def ready_sets(data: Dataset, conditions: Iterable[str] = OPENING, outcome: str = "durability", least: int = 2) -> Sets:
    """Memberships of the cases in conditions that are ready (`CONDITIONS`), and in an outcome rated `least` or more.

    Raises ValueError for unknown names, no condition or more than five, and a rating that does not exist.
    """
    chosen = several(conditions, CONDITIONS, "condition")
    if not 0 < len(chosen) <= MOST:
        raise ValueError(f"{len(chosen)} conditions were chosen; allowed: 1 to {MOST}.")
    domain = one_of(outcome, OUTCOMES, "outcome")
    made: dict[str, Any] = {name: _time(data) if name == "time" else CONDITIONS[name] for name in chosen}
    return sets_of(data, made, {domain: (f"outcomes.{domain}", least)})


def _time(data: Dataset) -> Any:
    """Membership in the set of cases that have had time: years from the start to the end or the last news."""
    until = data.cases["end_year"].fillna(data.cases["status_as_of"])
    return fuzzy(until - data.cases["start_year"], *TIME)
