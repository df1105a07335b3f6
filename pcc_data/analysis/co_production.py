"""Who plans and who delivers: the place of a case in the co-production grid (Bovaird, 2007), derived from its codes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

import pandas as pd

from pcc_data.analysis.model_rule import checked_design
from pcc_data.arguments import one_of
from pcc_data.codes import load_codebook
from pcc_data.say import say

if TYPE_CHECKING:
    from pcc_data.dataset.dataset import Dataset

PLANS = "plans"
DELIVERS = "delivers"
SIDES = ("public", "shared", "community")
"""The three places on each axis, in order; what lies beside them is `third_party` and `not_found`."""
FIELDS = ("roles.governance", "decision_right", "participation_level", "roles.delivery")
"""Fields that the rule reads."""


def co_production(data: Dataset) -> pd.DataFrame:
    """Place of each case in the grid. Index: case; columns `plans` and `delivers`, each public, shared, community,
    third_party or not_found. Source of the grid: Bovaird (2007); of the rule: `rule`.
    """
    return _places(pd.DataFrame({field: data.state(field).astype(str) for field in FIELDS}))


def by_place(places: pd.DataFrame) -> Counter[tuple[str, str]]:
    """How many cases lie in each place of the grid (who plans, who delivers); of another place the count is 0."""
    return Counter(zip(places[PLANS].astype(str), places[DELIVERS].astype(str), strict=True))


def place_of(design: Mapping[str, Any]) -> tuple[str, str]:
    """Where a design lies in the grid by the same rule: who plans, who delivers. What is open counts as not found.

    Raises ValueError for a key that is no field of a record, and for an unknown code.
    """
    known = checked_design(design)
    states = pd.DataFrame([{field: known.get(field) or "not_found" for field in FIELDS}])
    plans, delivers = _places(states).iloc[0]
    return str(plans), str(delivers)


def who(side: str) -> str:
    """What a side of the grid is called inside a sentence: the public side, both sides, the community, a third party.

    Raises ValueError for another side.
    """
    return load_codebook().phrase(FIELDS[0], one_of(side, (*SIDES, "third_party", "not_found"), "side of the grid"))


def doing(side: str, verb: str) -> str:
    """Who does it, the verb being plan or deliver: 'both sides plan', 'the community plans'."""
    return say(f"co-production.{verb}", who=who(side), several=side == "shared")


def rule() -> str:
    """How the places in the grid are read from the codes, in words."""
    return say("co-production.rule")


def _places(states: pd.DataFrame) -> pd.DataFrame:
    governance, right, level, delivery = (states[field] for field in FIELDS)
    plans = governance.mask((governance == "public") & level.isin(["collaborate", "empower"]), "shared")
    plans = plans.mask((governance == "shared") & (right == "none"), "public")
    kinds = pd.CategoricalDtype([*SIDES, "third_party", "not_found"])
    return pd.DataFrame({PLANS: _known(plans).astype(kinds), DELIVERS: _known(delivery).astype(kinds)})


def _known(holder: pd.Series) -> pd.Series:
    holder = holder.replace("private", "third_party")  # neither side, as the grid has it
    return holder.where(holder.isin([*SIDES, "third_party"]), "not_found")
