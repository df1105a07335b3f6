"""States over years: what was coded of a case since when, the changes between, and the events before a change.

Nothing here says what brought a change about. Events are counted in the years before a change and in other years of the
same cases, as in a case-crossover comparison (Maclure 1991). There is no test and no rate: cases and events were
chosen.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pandas as pd

from pcc_data.arguments import whole
from pcc_data.codes import load_codebook
from pcc_data.errors import pick

if TYPE_CHECKING:
    from pcc_data.dataset.dataset import Dataset

YEARS = 3
"""Years before a change that are looked at, if nobody says otherwise."""
UNKNOWN = "not_found"
_STATES = ["case", "code", "from", "to", "told", "basis", "sources"]
_CHANGES = ["case", "year", "before", "after", "basis", "sources"]
_EVENTS = ["change", "case", "gap", "year", "type", "label", "sources"]


def fields_with_spells(data: Dataset) -> list[str]:
    """Fields of which at least one case tells since when each code holds, those of most cases first."""
    cases = data.spells.groupby("field", observed=True)["case"].nunique()
    return list(cases[cases > 0].sort_values(ascending=False, kind="stable").index)


def states_over_time(data: Dataset, field: str = "status") -> pd.DataFrame:
    """One row a state of each case that has spells of `field`: case, code, from, to, told, basis, sources.

    Years between start and end (or the newest source) of a case that no spell tells of have rows of their own, with the
    code `not_found`. `told` is False where the record gives no last year: the state was still so when last seen, and
    `to` is that year. Raises ValueError for a field that has no spells by the codebook.
    """
    pick(field, load_codebook().codes("spells.field"), "field with spells")
    spells = data.spells[data.spells["field"] == field].sort_values(["case", "from"], kind="stable")
    years = data.cases[["start_year", "end_year", "status_as_of"]].to_dict("index")
    rows: list[tuple[Any, ...]] = []
    for case, part in spells.groupby("case", sort=False):
        told = years[case]
        seen = told["status_as_of"] if pd.isna(told["end_year"]) else told["end_year"]
        at = part["from"].iloc[0] if pd.isna(told["start_year"]) else told["start_year"]
        for spell in part.to_dict("records"):
            if spell["from"] > at:
                rows.append((case, UNKNOWN, at, spell["from"], True, "", ""))
            at = max(spell["from"], told["status_as_of"]) if pd.isna(spell["to"]) else spell["to"]
            ends = pd.notna(spell["to"])
            rows.append((case, spell["code"], spell["from"], at, ends, spell["basis"], spell["sources"]))
        if at < seen:
            rows.append((case, UNKNOWN, at, seen, True, "", ""))
    return pd.DataFrame(rows, columns=_STATES).astype({"from": "Int64", "to": "Int64", "told": bool})


def changes(data: Dataset, field: str = "status") -> pd.DataFrame:
    """One row a change of `field`: case, year in which the new state began, the codes before and after, and the basis
    and sources of the new one. Earliest first. Raises ValueError as `states_over_time`."""
    states = states_over_time(data, field)
    states = states[states["code"] != UNKNOWN]
    before = states.groupby("case")["code"].shift()
    found = states.assign(before=before, after=states["code"], year=states["from"])[before.notna()]
    return found[_CHANGES].sort_values(["year", "case"], kind="stable").reset_index(drop=True)


def before_changes(data: Dataset, field: str = "status", years: int = YEARS) -> pd.DataFrame:
    """One row an event of the case in the `years` years before a change of `field`, or in its year: change (its row in
    `changes`), case, gap (years before the change; 0: the same year, in an order that a year does not tell), year,
    type, label, sources.

    Events without a year are left out. Raises ValueError as `states_over_time`, and for years that are no whole number
    from 1 to 50.
    """
    years = whole(years, "The number of years before a change", 1, 50)
    found = changes(data, field)
    both = found[["case", "year"]].rename(columns={"year": "changed"}).reset_index(names="change")
    events = both.merge(data.events.dropna(subset="year"), on="case")
    events["gap"] = events["changed"] - events["year"]
    return events.loc[events["gap"].between(0, years), _EVENTS].reset_index(drop=True)


def before_other_years(data: Dataset, field: str = "status", years: int = YEARS) -> pd.DataFrame:
    """For each type of event (index), in how many of the changes of `field` one is on record in the `years` years
    before; and the same for the other years of the same cases: columns before, changes, other_before, others.

    The year of the change itself does not count, for either. Other years are those in which the field is not known to
    change, from the year after the start to the newest source. Most common before a change first.
    """
    found, near = changes(data, field), before_changes(data, field, years)
    near = near[near["gap"] > 0]
    kinds = load_codebook().codes("events.type")
    other = _other_years(data, found)
    events = other.merge(data.events.dropna(subset="year"), on="case", suffixes=("_looked", ""))
    events = events[(events["looked"] - events["year"]).between(1, years)]
    rows = {
        kind: (
            near.loc[near["type"] == kind, "change"].nunique(),
            len(found),
            len(events.loc[events["type"] == kind, ["case", "looked"]].drop_duplicates()),
            len(other),
        )
        for kind in kinds
    }
    columns = ["before", "changes", "other_before", "others"]
    table = pd.DataFrame.from_dict(rows, orient="index", columns=columns).rename_axis("type")
    return table.sort_values("before", ascending=False, kind="stable")


def _other_years(data: Dataset, found: pd.DataFrame) -> pd.DataFrame:
    """Case and year (`looked`) of every year in which a case that changed is not known to have changed."""
    changed = set(zip(found["case"], found["year"], strict=True))
    told = data.cases.loc[found["case"].unique(), ["start_year", "status_as_of"]].dropna()
    rows = [
        (case, year)
        for case, (start, seen) in told.iterrows()
        for year in range(int(start) + 1, int(seen) + 1)
        if (case, year) not in changed
    ]
    return pd.DataFrame(rows, columns=["case", "looked"])


def ages_last_seen(data: Dataset) -> pd.DataFrame:
    """One row a case (index): status, scale, age (years from its start to its end, or to the newest source where no end
    is known; missing where the start, or the year of the end, is) and ended.

    An age at an end and an age when last seen are different things: the second goes on.
    """
    cases = data.cases
    ended = cases["status"].astype("str") == "ended"
    until = cases["end_year"].where(ended, cases["status_as_of"])
    age = (until - cases["start_year"]).astype("Int64")
    return pd.DataFrame({"status": cases["status"], "scale": cases["scale"], "age": age, "ended": ended})
