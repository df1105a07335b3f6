"""A case to be coded: what is recorded of it with its sources, without any code that is a judgement, and no reason for
one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from markupsafe import Markup

from pcc_data.codes import load_codebook
from pcc_data.markup import items, joined, own, say_html, tag
from pcc_data.pages.card import Card
from pcc_data.say import listed
from pcc_data.tables.spec import CODE_TABLES

if TYPE_CHECKING:
    from pcc_data.dataset.dataset import Dataset

FACTS = (
    "public_partners",
    "community_partners",
    "other_partners",
    "boards",
    "votes",
    "promises",
    "staff",
    "unpaid_work",
    "indicators",
    "events",
    "set_off",
    "lessons",
    "challenges",
)
"""Lists of a record that tell facts; ratings, triggers, earlier codes and reasons for codes are left out."""
_GIVES = ("public_instruments", "community_contributions")


def dossier(data: Dataset, case: str) -> Markup:
    """The facts of a case with their sources, list by list; codes and the reasons for them are hidden.

    Raises ValueError for an unknown case.
    """
    data.one("cases", case)
    card, book = Card(data, case), load_codebook()
    row = card.told.row
    kinds = (book.label("sector", row["sector"]), card.place())
    head = (
        tag("h3", own(row["name"])),
        tag("p", [tag("span", own(kind), css="pcc-chip") for kind in kinds]),
        tag("p", row["summary"], dir="auto"),
        tag("p", say_html("dossier.newest", year=str(row["status_as_of"])), css="pcc-quiet"),
    )
    gives = []
    for field in _GIVES:
        codes = [book.phrase(field, code) for code in data.one(CODE_TABLES[field], case)["code"]]
        gives += [joined(tag("b", book.label(field), ":"), " ", listed(codes))] if codes else []
    lists = [card.list_of(kind) for kind in FACTS if card.told.told(kind)]
    return tag("section", head, items(gives), lists, card.open_questions(), css="pcc-dossier", data_case=case)
