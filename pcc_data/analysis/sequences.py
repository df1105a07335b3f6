"""How one project became many, step by step, in five places; and the stages that a step can reach."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any, NamedTuple

import pandas as pd

from pcc_data.teaching import teaching

if TYPE_CHECKING:
    from pcc_data.dataset.dataset import Dataset

TRIAL = ("tolerated", "pilot")
"""Stages of a first trial."""
RULE = "rule_office_money"
_COLUMNS = ["sequence", "place", "year", "stage", "who", "case", "sources", "text"]


class Stage(NamedTuple):
    """A stage: its number and name, what it means, and what to ask at home. Taken back is one, too, without the last
    two."""

    id: str
    number: str
    name: str
    means: str = ""
    ask: str = ""


@cache
def stages() -> dict[str, Stage]:
    """The five stages by id, first to last, and `taken_back` behind them."""
    found = teaching("stages")
    parts = [*found["stages"], found["away"]]
    return {part["id"]: Stage(*(part.get(key, "") for key in Stage._fields)) for part in parts}


def places() -> dict[str, dict[str, Any]]:
    """The five places by id, as `datasets/teaching/sequences.yaml` tells them."""
    return {place["id"]: place for place in teaching("sequences")["sequences"]}


def steps(data: Dataset) -> pd.DataFrame:
    """All steps of the cases in the data: one row a step with sequence, place, year, stage, who, case, sources (ids
    joined by semicolons) and text."""
    rows = [
        {**step, "sources": ";".join(step["sources"]), "sequence": key, "place": place["place"]}
        for key, place in places().items()
        for step in place["steps"]
        if step["case"] in data.cases.index
    ]
    return pd.DataFrame(rows, columns=_COLUMNS)


def to_a_rule(data: Dataset) -> pd.DataFrame:
    """From the first trial to a rule: one row a sequence (index) that has both, with `trial` and `rule` (years) and
    `years` between.

    The trial is the first step that is tolerated or a pilot, the rule the next step of the same case with a rule, an
    office or money.
    """
    found = {}
    for key, rows in steps(data).groupby("sequence", sort=False):
        trial = rows[rows["stage"].isin(TRIAL)].head(1)
        for first in trial.itertuples():
            rule = rows[(rows["stage"] == RULE) & (rows["case"] == first.case) & (rows["year"] >= first.year)]
            if len(rule):
                found[key] = (int(first.year), int(rule["year"].iloc[0]))
    frame = pd.DataFrame.from_dict(found, orient="index", columns=["trial", "rule"])
    return frame.assign(years=frame["rule"] - frame["trial"])
