"""A measured figure across cases: the same thing in the same unit, or not at all."""

from __future__ import annotations

import pandas as pd

from pcc_data.arguments import composed
from pcc_data.codes import load_codebook
from pcc_data.dataset.dataset import Dataset
from pcc_data.errors import nearest, pick

NOT_ONE_THING = "other"


def same_figures(data: Dataset, code: str, unit: str) -> pd.DataFrame:
    """Figures of this code in this unit: rows of `data.indicators` with name, sector and newest figure (`last`) of the
    case, by sector and size.

    Raises ValueError for an unknown code, for `other`, or a unit in which no case has this figure.
    """
    pick(code, load_codebook().codes("indicators.code"), "figure")
    if code == NOT_ONE_THING:
        raise ValueError(
            "Figures coded 'other' are of different things and cannot be compared. indicator_units(data) lists those"
            " that can."
        )
    facts = data.indicators[data.indicators["code"] == code]
    units = facts["unit"].value_counts()
    if len(facts) and (not isinstance(unit, str) or composed(unit) not in map(composed, units.index)):
        guess = nearest(unit, units.index)
        meant = f"Did you mean {guess!r}? " if guess else ""
        shown = ", ".join(f"{name} ({count})" for name, count in units.head(8).items())
        raise ValueError(f"No case has {code!r} in {unit!r}. {meant}There is: {shown}.")
    facts = facts[(facts["unit"].map(composed) == composed(unit)) & facts["value"].notna()].copy()
    sectors = list(load_codebook().codes("sector"))
    facts["name"] = facts["case"].map(data.cases["name"])
    facts["sector"] = pd.Categorical(facts["case"].map(data.cases["sector"]), categories=sectors)
    facts["last"] = facts["case"].map(newest(facts)["value"])
    return facts.sort_values(["sector", "last", "case", "year"], ascending=[True, False, True, True], kind="stable")


def newest(facts: pd.DataFrame) -> pd.DataFrame:
    """One row a case (index: case): its newest actual figure; without one, its newest planned or estimated figure.
    Undated ones give way."""
    ranked = facts.assign(actual=facts["kind"] == "actual", when=facts["year"].fillna(-1))
    return ranked.sort_values(["actual", "when"], kind="stable").drop_duplicates("case", keep="last").set_index("case")


def shares_of_largest(table: pd.DataFrame) -> pd.Series:
    """Size of each figure as a share of the largest of its kind and unit; 0 where there is nothing to compare it
    with."""
    groups = table.assign(size=table["value"].abs()).groupby(["code", "unit"], observed=True)["size"]
    alone = (groups.transform("size") < 2) | (table["code"] == "other")
    return (table["value"].abs() / groups.transform("max")).mask(alone, 0).fillna(0)
