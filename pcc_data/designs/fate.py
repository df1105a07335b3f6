"""Fate cards: what happened to a real case, told to a table in the second person, so that its design has to answer."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, NamedTuple
from zlib import crc32

from pcc_data.teaching import teaching

if TYPE_CHECKING:
    from pcc_data.dataset.dataset import Dataset
    from pcc_data.designs import Design


class FateCard(NamedTuple):
    """A card: the case it comes from (never named on it), what it says, what really happened, and ids of sources of
    that case, joined by semicolons."""

    case: str
    card: str
    happened: str
    sources: str


@cache
def fate_cards() -> tuple[FateCard, ...]:
    """All cards of `datasets/teaching/fate_cards.yaml`, in its order."""
    return tuple(
        FateCard(row["case"], row["card"], row["happened"], ";".join(row["sources"]))
        for row in teaching("fate_cards")["cards"]
    )


def deck(data: Dataset, design: Design) -> list[FateCard]:
    """All cards in the order in which they are dealt to a design: those of its own sector first.

    The order hangs on the design's town and name alone, so that two tables get other cards and the same table the same
    one again.
    """
    sectors = data.cases["sector"].astype(str).to_dict()
    table = f"{design['place.city']}|{design['name']}"

    def place(card: FateCard) -> tuple[bool, int]:
        return sectors.get(card.case) != design["sector"], crc32(f"{table}|{card.case}".encode())

    return sorted(fate_cards(), key=place)


def next_card(data: Dataset, design: Design, case: str | None = None) -> FateCard:
    """The first card of the design's deck, or the one behind the card that comes from `case`; after the last one the
    first again."""
    dealt = deck(data, design)
    cases = [card.case for card in dealt]
    return dealt[(cases.index(case) + 1) % len(dealt) if case in cases else 0]


def card_of(case: str | None) -> FateCard | None:
    """The card that comes from a case; None for no case, and for a card that is no longer dealt."""
    return next((card for card in fate_cards() if card.case == case), None)
