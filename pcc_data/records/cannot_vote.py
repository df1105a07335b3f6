"""Blocs that cannot vote: two of one name, no seat at all, too many of them."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from typing import Any

from pcc_data.records.breach import Breach, known
from pcc_data.records.faults import shown
from pcc_data.records.leaves import MOST_BLOCS, MOST_SEATS
from pcc_data.records.reading import BROKEN


def cannot_vote(blocs: list[Any], path: str) -> Iterator[Breach]:
    """What keeps the blocs of a board or a vote from being counted: names that are there twice, no seat, too many of
    either."""
    names: list[str] = []
    for number, bloc in enumerate(blocs, start=1):
        if bloc is BROKEN or not known(bloc["name"]):
            continue
        name = same_name(bloc["name"])
        if name in names:
            problem = f"is there twice (found {shown(bloc['name'])})"
            yield Breach(f"{path}[{number}].name", problem, "a name of its own for each bloc")
        names.append(name)
    if len(blocs) > MOST_BLOCS:
        yield Breach(path, f"has too many entries (found {len(blocs):,})", f"at most {MOST_BLOCS}")
    if BROKEN in blocs or not known(*(bloc["seats"] for bloc in blocs)):
        return
    seats = sum(bloc["seats"] for bloc in blocs)
    if blocs and not seats:
        yield Breach(path, "holds no seat at all", "at least one seat")
    if seats > MOST_SEATS:
        yield Breach(path, f"has too many seats together (found {seats:,})", f"at most {MOST_SEATS:,}")


def same_name(name: str) -> str:
    """A name as it is compared with others: however its accents are composed, in small letters, with single blanks."""
    return " ".join(unicodedata.normalize("NFC", unicodedata.normalize("NFC", name).casefold()).split())
