"""A few everyday collaborations to begin with."""

from __future__ import annotations

from typing import TYPE_CHECKING

from markupsafe import Markup

from pcc_data.explore._kit.controls import toggles
from pcc_data.explore._kit.explorer import Explorer, empty
from pcc_data.markup import items, joined, tag
from pcc_data.pages.card import Card
from pcc_data.say import say
from pcc_data.teaching import teaching

if TYPE_CHECKING:
    from pcc_data.dataset.dataset import Dataset

_ASKED = ("roles.ownership", "roles.governance", "roles.running_costs")


def everyday(data: Dataset) -> Explorer:
    """The tap, the rent, the doctor: questions about an everyday thing, and the report's cases from that sector."""
    things = teaching("everyday")
    options = [(thing["thing"], sector) for sector, thing in things.items()]
    return Explorer(
        say("everyday.look"),
        {"thing": toggles(say("everyday.thing"), options)},
        lambda thing: _thing(data, thing, things[thing]["questions"]),
    )


def _thing(data: Dataset, sector: str, questions: list[str]) -> Markup:
    ten = data.filter(collection="report", sector=sector)
    some = ten if len(ten) else data.filter(sector=sector)
    asked = items([joined(question) for question in questions], "ol")
    if not len(some):
        return joined(asked, empty(say("everyday.none")))
    card = Card(some, some.cases.index[0])
    return joined(asked, tag("h4", say("everyday.answer", city=some.cases.at[card.case, "city"])), card.brief(_ASKED))
