"""A few everyday collaborations to begin with."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from pcc_data.explore._kit.controls import toggles
from pcc_data.explore._kit.explorer import Explorer, empty
from pcc_data.markup import items
from pcc_data.pages.card import Card
from pcc_data.teaching import teaching

if TYPE_CHECKING:
    from pcc_data.dataset.dataset import Dataset


def everyday(data: Dataset) -> Explorer:
    """The tap, the rent, the doctor: questions about an everyday thing, and the report's cases from that sector."""
    things = teaching("everyday")
    thing = toggles("Think of", [(things[sector]["thing"], sector) for sector in things])
    return Explorer(
        "Choose a thing you used today. Can you answer the three questions? Then look elsewhere.",
        {"thing": thing},
        lambda thing: _thing(data, thing, things[thing]["questions"]),
    )


def _thing(data: Dataset, sector: str, questions: list[str]) -> str:
    ten = data.filter(collection="report", sector=sector)
    some = ten if len(ten) else data.filter(sector=sector)
    asked = items([escape(question) for question in questions], "ol")
    if not len(some):
        return asked + empty("These data hold no case from this sector.")
    card = Card(some, some.cases.index[0])
    answer = f"Who owns it, who decides, who pays: an answer from {escape(some.cases.at[card.case, 'city'])}"
    return f"{asked}<h4>{answer}</h4>{card.head()}{card.facts(_EVERYDAY)}"


_EVERYDAY = ("roles.ownership", "roles.governance", "roles.running_costs")
