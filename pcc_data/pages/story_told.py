"""A story as it is told on the screen and on paper: up to its turn, and how it went on."""

from __future__ import annotations

from typing import Any

from markupsafe import Markup

from pcc_data.markup import details, items, joined, own, tag
from pcc_data.pages.card import Card
from pcc_data.pages.story_cards import AFTER, closest_end
from pcc_data.say import say


def titled(card: Card, story: dict[str, Any]) -> Markup:
    """The title of a story and its place."""
    row = card.data.cases.loc[card.case]
    return tag("p", tag("b", story["title"]), ". ", own(row["city"]), ", ", own(row["country"]), ".")


def parts_told(story: dict[str, Any], parts: tuple[str, ...]) -> Markup:
    """Some parts of a story, each behind its name."""
    return joined([tag("p", tag("b", say(f"stories.{part}")), " ", story[part]["text"].strip()) for part in parts])


def rest_of(card: Card, story: dict[str, Any]) -> Markup:
    """The turn and today, the status beside what it set off, a voice, two lessons and a question."""
    voice, lessons = story["voice"], [_said(card, lesson, lesson["text"]) for lesson in story["lessons"]]
    asked = tag("p", tag("b", say("stories.ask")), " ", story["question"])
    return joined(
        tag("div", parts_told(story, AFTER), closest_end(story), css="pcc-story"),
        sources_of(card, [story[part] for part in AFTER], "after"),
        card.facts(("status",)),
        tag("h4", say("stories.voice")),
        tag("p", _said(card, voice, tag("b", voice["who"]), ". ", voice["says"].strip())),
        tag("h4", say("stories.lessons", n=len(lessons))),
        items(lessons),
        tag("div", asked, css="pcc-feedback"),
    )


def _said(card: Card, part: dict[str, Any], *text: str) -> Markup:
    """What somebody says or a case teaches, with who tells it and the sources."""
    ids = ";".join(part["sources"])
    return joined(*text, " ", card.teller(ids, "".join(text)), card.says_who(ids, f"told:{ids}"))


def sources_of(card: Card, parts: list[dict[str, Any]], key: str) -> Markup:
    """The sources of some parts of a story, folded."""
    ids = dict.fromkeys(source for part in parts for source in part["sources"])
    label = say("stories.sources")
    return details(say("says-who"), card.sources_list(";".join(ids)), key=f"story:{key}", label=label)
