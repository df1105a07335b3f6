"""A few everyday collaborations to begin with."""

from typing import Any

from markupsafe import Markup

from pcc_data.controls.live import Printed
from pcc_data.controls.makers import toggles
from pcc_data.dataset.dataset import Dataset
from pcc_data.explore._kit.explorer import Explorer, empty
from pcc_data.markup import items, joined, tag
from pcc_data.pages.card import Card
from pcc_data.pages.space import empty_rows
from pcc_data.say import say
from pcc_data.teaching import teaching

_ASKED = ("roles.ownership", "roles.governance", "roles.running_costs")


def everyday(data: Dataset) -> Explorer:
    """The tap, the rent, the doctor: questions about an everyday thing, and the report's cases from that sector."""
    things = teaching("everyday")
    options = [(thing["thing"], sector) for sector, thing in things.items()]
    return Explorer(
        say("everyday.look"),
        {"thing": toggles(say("everyday.thing"), options)},
        lambda thing: _thing(data, thing, things[thing]["questions"]),
        printed=Printed(
            lambda: joined(_to_answer(thing) for thing in things.values()),
            lambda: joined(_elsewhere(data, sector) for sector in things),
        ),
    )


def _to_answer(thing: dict[str, Any]) -> Markup:
    """A thing of every day with its questions, and room for the answers."""
    return empty_rows([thing["thing"], say("on-paper.our-answer")], thing["questions"])


def _thing(data: Dataset, sector: str, questions: list[str]) -> Markup:
    asked, card = items([joined(question) for question in questions], "ol"), _card(data, sector)
    if card is None:
        return joined(asked, empty(say("everyday.none")))
    return joined(asked, _answer(card), card.brief(_ASKED))


def _card(data: Dataset, sector: str) -> Card | None:
    """The case from a sector that answers, one of the report's if there is any."""
    ten = data.filter(collection="report", sector=sector)
    some = ten if len(ten) else data.filter(sector=sector)
    return Card(some, some.cases.index[0]) if len(some) else None


def _answer(card: Card) -> Markup:
    return tag("h4", say("everyday.answer", city=card.data.cases.at[card.case, "city"]))


def _elsewhere(data: Dataset, sector: str) -> Markup:
    """The answers of a real case, under its name."""
    card = _card(data, sector)
    return joined(_answer(card), tag("p", tag("b", card.title())), card.facts(_ASKED)) if card else Markup()
