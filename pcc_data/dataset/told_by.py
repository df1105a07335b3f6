"""Who tells something: the kinds of publishers behind its sources, in a few words."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from pcc_data.say import listed, say

_TELLERS = {
    "own_site": "partners",
    "official": "public",
    "academic": "researchers",
    "book": "researchers",
    "press": "press",
    "ngo": "ngos",
}
"""Who stands behind a kind of source; behind the others stand other sources."""
_ORDER = ("partners", "public", "researchers", "press", "ngos", "others")


def tellers(rows: Iterable[Any]) -> list[str]:
    """Who stands behind these sources (rows of `data.sources`): partners, public, researchers, press, ngos or others,
    each once and in this order."""
    found = {_TELLERS.get(str(row.kind), "others") for row in rows}
    return [one for one in _ORDER if one in found]


def told_by(rows: Iterable[Any]) -> str:
    """'Told by the public side and the press': whose account it is, by the kinds of its sources; empty without any."""
    who = [say(f"told-by.{one}") for one in tellers(rows)]
    return say("told-by.told", who=listed(who)) if who else ""
