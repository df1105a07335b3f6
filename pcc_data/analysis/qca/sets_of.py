"""Memberships from the codes and ratings of this collection, for conditions that somebody chooses."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import pandas as pd

from pcc_data.analysis.qca.given import cut_off
from pcc_data.arguments import is_number, one_of, several
from pcc_data.codes import load_codebook
from pcc_data.tables.spec import DOMAINS

if TYPE_CHECKING:
    from pcc_data.dataset.dataset import Dataset

_RATED = "outcomes."


@dataclass(frozen=True)
class Sets:
    """Memberships of the cases in which nothing is missing, and who was left out.

    `memberships` has a row a case and a column a set, the outcome last; `outcome` is its name. `left_out` has a row for
    each other case (index) and a column a set, True where the code or rating is missing.
    """

    memberships: pd.DataFrame
    outcome: str
    left_out: pd.DataFrame

    @property
    def conditions(self) -> tuple[str, ...]:
        """Names of the conditions."""
        return tuple(name for name in self.memberships.columns if name != self.outcome)

    @property
    def without_outcome(self) -> list[str]:
        """Cases that were left out because the outcome is missing, whatever else is."""
        return [str(case) for case in self.left_out.index[self.left_out[self.outcome]]]


def sets_of(data: Dataset, conditions: Mapping[str, Any], outcome: Mapping[str, Any]) -> Sets:
    """Memberships of cases in the sets that you describe; a set is a name of yours and one of these:

    - `("decision_right", ["co_decides", "decides"])`: 1 for cases with one of these codes, else 0;
    - `("participation_level", {"inform": 0, "consult": 0.2, …})`: a membership for each code;
    - `("outcomes.durability", 2)`: 1 for cases rated 2 or more, else 0;
    - a Series of memberships with the ids of cases as index, such as `fuzzy` gives.

    `outcome` holds one set, `conditions` the others. A code that is missing or says "not found" is no membership: such
    cases are left out, and `Sets.left_out` names them. Raises ValueError for unknown fields and codes, ratings that do
    not exist, values outside 0 to 1, and names that stand twice.
    """
    if len(outcome) != 1:
        raise ValueError(
            f"One outcome is asked for, such as {{'lasts': ('outcomes.durability', 2)}}; found {outcome!r}."
        )
    (name,) = outcome
    if name in conditions:
        raise ValueError(f"{name} is the outcome; it cannot be one of the conditions as well.")
    every = {str(key): _membership(data, str(key), made) for key, made in {**conditions, **outcome}.items()}
    table = pd.DataFrame(every, index=data.cases.index, columns=list(every), dtype=float)
    gone = table.isna()
    some = gone.any(axis=1)
    return Sets(table[~some], str(name), gone[some])


def _membership(data: Dataset, name: str, made: Any) -> pd.Series:
    if isinstance(made, pd.Series):
        values = made.reindex(data.cases.index).astype("Float64").astype(float)
        for value in values.dropna().unique():
            cut_off(float(value), name)
        return values
    if not isinstance(made, tuple) or len(made) != 2:
        raise ValueError(
            f"The set {name} is {made!r}; a field with its codes is asked for, or a Series of memberships."
        )
    field, wanted = made
    if str(field).startswith(_RATED):
        return _rated(data, str(field), wanted)
    book = load_codebook()
    known = [key for key in data.cases.columns if key in book.fields]
    if field not in known:
        one_of(field, [*known, *(f"{_RATED}{domain}" for domain in DOMAINS)], "field of cases")
    column = data.cases[field]
    codes = book.codes(field)
    if not codes:
        raise ValueError(f"{field} has no codes; give a Series of memberships, such as qca.fuzzy makes, for {name}.")
    if isinstance(wanted, Mapping):
        shares = {one_of(code, codes, "code"): cut_off(share, code) for code, share in wanted.items()}
    else:
        chosen = several(wanted, codes, "code")
        shares = {
            code: float(code in chosen) for code, said in codes.items() if said.nothing != "not_found" or code in chosen
        }
    return column.astype(object).map(shares).astype(float)


def _rated(data: Dataset, field: str, least: Any) -> pd.Series:
    domain = one_of(field.removeprefix(_RATED), DOMAINS, "outcome")
    if not is_number(least) or least not in (0, 1, 2, 3):
        raise ValueError(f"A rating of {least!r} does not exist; allowed: 1, 2, 3.")
    rows = data.outcomes[data.outcomes["domain"] == domain].set_index("case")["rating"]
    ratings = rows.reindex(data.cases.index).astype("Float64").astype(float)
    return (ratings >= least).astype(float).where(ratings.notna())
