"""The hearing with fate cards, to print: the steps, six roles, twenty cards, and a key page for the one who leads."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from markupsafe import Markup

from pcc_data.markup import items, joined, own, say_html, tag
from pcc_data.pages.footnotes import STYLE, Footnotes
from pcc_data.pages.plays import CUT, in_pages, play_content, run_sheet
from pcc_data.pages.sheets import page, room_to_write
from pcc_data.say import say

if TYPE_CHECKING:
    from pcc_data.dataset.dataset import Dataset


def hearing(data: Dataset) -> Markup:
    """The play as a complete HTML document (A4). Raises ValueError where no card's case is in the data."""
    content, notes = play_content(data, "hearing"), Footnotes(data)
    cards = [_card(at, card) for at, card in enumerate(content["cards"], start=1)]
    key = [_happened(data, at, card, notes) for at, card in enumerate(content["cards"], start=1)]
    body = joined(
        STYLE,
        CUT,
        run_sheet(content),
        tag("h2", say("play.debrief")),
        items(map(joined, content["debrief"]), "ol"),
        in_pages([_role(role) for role in content["roles"]], 3, high=84, columns=1),
        in_pages(cards, 10, high=51),
        tag("div", tag("h2", say("hearing.clause")), room_to_write(4), css="new-page"),
        tag("h2", say("hearing.key")),
        items(key, "ol"),
        notes.html(),
    )
    return page(content["title"], body, data=data)


def _role(role: dict[str, Any]) -> Markup:
    return joined(
        tag("h2", role["name"]),
        tag("p", say_html("play.want", text=role["want"]), css="large"),
        tag("p", say_html("play.know", text=role["know"]), css="large"),
        tag("p", say_html("play.ask", text=role["ask"]), css="lowest"),
    )


def _card(at: int, card: dict[str, Any]) -> Markup:
    return joined(tag("p", say("hearing.card", at=at), css="quiet"), tag("p", card["card"], css="larger"))


def _happened(data: Dataset, at: int, card: dict[str, Any], notes: Footnotes) -> Markup:
    mark = notes.mark(card["case"], ";".join(card["sources"]), 1)
    return joined(tag("b", own(data.cases.at[card["case"], "name"])), ". ", card["happened"], mark)
