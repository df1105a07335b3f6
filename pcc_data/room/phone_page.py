"""The page that phones open: the question to the room, ten stories, the live notebooks, and a design to send."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from markupsafe import Markup

from pcc_data.markup import details, items, joined, own, say_html, tag
from pcc_data.pages.card import Card
from pcc_data.pages.story_cards import AFTER, BEFORE, closest_end, told_stories
from pcc_data.paths import number_of
from pcc_data.quiz.guesses import ENDS, guesses
from pcc_data.room.kind_page import framed
from pcc_data.room.live_pages import RENDER
from pcc_data.say import say

if TYPE_CHECKING:
    from pcc_data.dataset.dataset import Dataset

_WORDS = ("waiting", "given", "revealed", "lost", "sending", "too-fast", "not-sent", "choose-file")


def phone_page(data: Dataset, notebooks: Mapping[str, str]) -> Markup:
    """The page as a complete document; `notebooks` are titles by path."""
    ask = tag(
        "section",
        tag("h1", say("room.title")),
        tag("p", id="pcc-lost", role="alert", hidden=True),
        tag("div", tag("p", say("room.waiting")), id="pcc-ask", tabindex="-1"),
        tag("p", id="pcc-said", role="status", css="unseen"),  # what is new is read aloud, once and in short
    )
    told, numbers = told_stories(data), {number_of(Path(path).stem) for path in notebooks}
    waiting = {guess.case for guess in guesses().values() if guess.notebook in numbers}
    stories = [
        _story(Card(data, case), at, story, waits=case in waiting)
        for at, (case, story) in enumerate(told.items(), start=1)
    ]
    pages = [tag("a", title, href=f"/{RENDER}/{quote(path)}", css="big") for path, title in notebooks.items()]
    open_one = tag("a", say("live.asked"), href="#pcc-ask", id="pcc-asked", hidden=True)
    body = joined(
        open_one,
        ask,
        tag("section", tag("h2", say("room.stories", n=len(told))), tag("p", say("room.stories-how")), stories),
        tag(
            "section", tag("h2", say("room.notebooks")), tag("p", say("room.notebooks-how")), items(pages, css="plain")
        ),
        _send(),
        tag("p", say("room.plain-http"), css="quiet"),
    )
    return framed(say("room.title"), body, script="phone.js", data={word: say(f"room.{word}") for word in _WORDS})


def _send() -> Markup:
    field = tag("input", type="file", id="pcc-file", accept=".yaml,.yml")
    inside = joined(
        tag("p", say("room.send-how")),
        tag("p", tag("label", say("room.file"), " ", field, for_="pcc-file")),
        tag("p", tag("button", say("room.send"), id="pcc-send", type="button")),
        tag("p", id="pcc-sent", role="status"),
    )
    return tag("section", details(say("room.send-head"), inside))


def _story(card: Card, at: int, story: dict[str, Any], *, waits: bool) -> Markup:
    """A story up to its turn; how it goes on waits for a tap on one of the guesses. With `waits` the room guesses its
    end in another notebook, and it is folded until then."""
    city = own(card.data.cases.at[card.case, "city"])
    ends = [
        tag("button", say(f"stories.guess-{one}"), type="button", data_guess=True, aria_pressed="false") for one in ENDS
    ]
    lessons = [joined(lesson["text"], " ", card.teller(";".join(lesson["sources"]))) for lesson in story["lessons"]]
    voice = story["voice"]
    after = tag(
        "div",
        _told(story, AFTER),
        closest_end(story),
        card.facts(("status",)),
        tag("h4", say("stories.voice")),
        tag("p", tag("b", voice["who"]), ". ", voice["says"].strip(), " ", card.teller(";".join(voice["sources"]))),
        tag("h4", say("stories.lessons", n=len(lessons))),
        items(lessons),
        tag("p", tag("b", say("stories.ask")), " ", story["question"]),
        details(say("says-who"), card.sources_list(";".join(_sources(story)))),
        css="after",
        role="status",
        hidden=True,
    )
    goes_on = joined(tag("p", tag("b", say("stories.guess"))), tag("div", ends, css="guesses"), after)
    if waits:
        goes_on = joined(tag("p", say("room.later")), details(say("room.later-open"), goes_on))
    inside = (_told(story, BEFORE), goes_on)
    return tag("div", details(say_html("room.story", at=at, city=city, title=story["title"]), inside), css="story")


def _told(story: dict[str, Any], parts: tuple[str, ...]) -> Markup:
    return joined([tag("p", tag("b", say(f"stories.{part}")), " ", story[part]["text"].strip()) for part in parts])


def _sources(story: dict[str, Any]) -> list[str]:
    parts = [story[part] for part in (*BEFORE, *AFTER, "voice")] + story["lessons"]
    return list(dict.fromkeys(source for part in parts for source in part["sources"]))
