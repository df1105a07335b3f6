"""Roles that a city can hold towards a collaboration, and which cases show which of them."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

import msgspec
import pandas as pd

from pcc_data.codes import load_codebook
from pcc_data.errors import pick
from pcc_data.teaching import teaching

if TYPE_CHECKING:
    from pcc_data.dataset.dataset import Dataset

LEVELS = ("roles", "instruments")


class CityRole(msgspec.Struct, frozen=True):
    """One role: its name, what a city does in it, what to ask at home, and the public instruments that belong to it."""

    id: str
    name: str
    means: str
    ask: str
    instruments: tuple[str, ...]


@cache
def roles() -> dict[str, CityRole]:
    """The six roles of `datasets/teaching/city_roles.yaml` by their id."""
    return {role.id: role for role in msgspec.convert(teaching("city_roles")["roles"], tuple[CityRole, ...])}


def caution() -> str:
    """What to keep in mind: where the roles come from, and whose decision the rest is."""
    return teaching("city_roles")["caution"].strip()


def named(level: str) -> dict[str, str]:
    """Names of the roles, or labels of the public instruments, by their codes. Raises ValueError for another level."""
    if pick(level, LEVELS, "level") == "roles":
        return {key: role.name for key, role in roles().items()}
    book = load_codebook()
    return {code: book.label("public_instruments", code) for code in book.codes("public_instruments")}


def in_use(data: Dataset, level: str) -> pd.DataFrame:
    """Which case shows which role or public instrument: one row a case (index: id), one column of True and False a
    code.

    A case holds a role when it has at least one of the instruments of that role. Raises ValueError for another level.
    """
    found = pd.crosstab(data.instruments["case"], data.instruments["code"].astype("str")) > 0
    found = found.reindex(index=data.cases.index, columns=list(named("instruments")), fill_value=False)
    if pick(level, LEVELS, "level") == "instruments":
        return found
    return pd.DataFrame(
        {key: found[list(role.instruments)].any(axis=1) for key, role in roles().items()}, index=found.index
    )


def combinations(used: pd.DataFrame) -> pd.DataFrame:
    """Which codes of `in_use` come together: one row a combination (columns: codes, cases as lists of ids), the most
    common first, ties in the order of the codes.
    """
    held: dict[tuple[str, ...], list[str]] = {}
    for case, values in zip(used.index, used.to_numpy(), strict=True):
        held.setdefault(tuple(used.columns[values]), []).append(case)
    order = {code: place for place, code in enumerate(used.columns)}
    ranked = sorted(held.items(), key=lambda pair: (-len(pair[1]), len(pair[0]), [order[code] for code in pair[0]]))
    return pd.DataFrame(ranked, columns=["codes", "cases"])
