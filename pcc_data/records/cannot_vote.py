"""Blocs that cannot vote: two of one name, no seat at all, too many of them."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from typing import Any

from pcc_data.records.breach import Breach, breach, known
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
            yield breach(f"{path}[{number}].name", "rule-bloc-twice", found=shown(bloc["name"]))
        names.append(name)
    if len(blocs) > MOST_BLOCS:
        yield breach(path, "rule-too-many", found=len(blocs), most=MOST_BLOCS)
    if BROKEN in blocs or not known(*(bloc["seats"] for bloc in blocs)):
        return
    seats = sum(bloc["seats"] for bloc in blocs)
    if blocs and not seats:
        yield breach(path, "rule-no-seats")
    if seats > MOST_SEATS:
        yield breach(path, "rule-too-many-seats", found=seats, most=MOST_SEATS)


def same_name(name: str) -> str:
    """A name as it is compared with others: however its accents are composed, in small letters, with single blanks."""
    return " ".join(unicodedata.normalize("NFC", unicodedata.normalize("NFC", name).casefold()).split())
