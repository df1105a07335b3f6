"""The sorting stories, to print: cards to cut out, the tests on a page of their own, and a key."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from markupsafe import Markup

from pcc_data.markup import items, joined, own, say_html, tag
from pcc_data.pages.footnotes import STYLE
from pcc_data.pages.plays import CUT, in_pages
from pcc_data.pages.sheets import page, room_to_write
from pcc_data.say import say
from pcc_data.teaching import teaching

if TYPE_CHECKING:
    from pcc_data.dataset.dataset import Dataset


_EACH = 8  # cards on a page; what is left of the last page is for stories of our own


def vignette_cards(data: Dataset) -> Markup:
    """The stories as a complete HTML document (A4): six cards on a page, the tests, the key."""
    content = teaching("vignettes")
    stories = content["vignettes"]
    tests = items([tag("p", test, css="poster") for test in content["tests"].values()], "ol")
    cards = [_card(at, story) for at, story in enumerate(stories, start=1)]
    cards += [_own(at) for at in range(len(stories) + 1, -(-len(stories) // _EACH) * _EACH + 1)]
    key = [_key(data, content, story) for story in stories]
    body = joined(
        STYLE,
        CUT,
        tag("p", say("vignette-cards.how", n=len(stories)), css="large"),
        tag("h2", say("vignette-cards.rope")),
        tag("p", say("vignette-cards.steps")),
        tag("h2", content["question"]),
        tag("p", say_html("is-it-one.tests", n=len(content["tests"]))),
        tests,
        in_pages(cards, _EACH, high=64),
        tag("div", tag("h2", say("vignette-cards.key")), items(key, "ol"), css="new-page"),
    )
    return page(say("vignette-cards.title"), body, data=data)


def _card(at: int, story: dict[str, Any]) -> Markup:
    boxes = " \xa0 ".join(f"☐ {say(f'is-it-one.{one}')}" for one in ("yes", "no"))
    return joined(tag("h3", f"{at}. {story['title']}"), tag("p", story["text"].strip()), tag("p", boxes, css="bottom"))


def _own(at: int) -> Markup:
    """An empty card, for a story of our own."""
    return joined(tag("h3", say("vignette-cards.own", at=at)), room_to_write(4))


def _key(data: Dataset, content: dict[str, Any], story: dict[str, Any]) -> Markup:
    real = story.get("case")
    said = say("vignette-cards.answer", one=real is not None, kind=story["kind"])
    where = Markup()
    if real in data.cases.index:
        where = joined(" ", tag("span", own(data.cases.at[real, "name"]), ".", css="quiet"))
    return joined(tag("b", story["title"]), ": ", said, " ", story["why"], where)
