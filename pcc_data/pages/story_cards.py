"""The ten experiences as cards on A5, to print: the story in front, its turn and how it stands on the back."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from markupsafe import Markup

from pcc_data.codes import load_codebook
from pcc_data.markup import items, joined, own, say_html, tag
from pcc_data.pages.card import Card
from pcc_data.pages.footnotes import STYLE, Footnotes
from pcc_data.pages.sheets import page, room_to_write
from pcc_data.say import listed, say
from pcc_data.teaching import teaching

if TYPE_CHECKING:
    from pcc_data.dataset.dataset import Dataset

BEFORE, AFTER = ("scene", "stake", "deal"), ("turn", "today")
"""The parts of a story before the reader has guessed, and after."""
LOOK = Markup(
    "<style>.front, .back { break-before: page; } .front { height: 174mm; display: flex; flex-direction: column; }"
    " .front h1 { margin: 0 0 .3em; font-size: 1.6em; } .front .below { margin-top: auto; }"
    " .front p { font-size: 1.45em; } .front .quiet { font-size: 1em; } .back h2 { margin: .6em 0 .15em; font-size:"
    " 1.1em; } .back { font-size: .94em; } .back p, .back li { margin: .12em 0; } .back ol.notes { font-size: .72em;"
    " columns: 2; margin: 0; } .back .sources h2 { font-size: .9em; margin: .4em 0 0; }</style>"
)


def told_stories(data: Dataset) -> dict[str, dict[str, Any]]:
    """The stories of the teaching file by their case, of the cases that are in the data."""
    return {story["case"]: story for story in teaching("stories") if story["case"] in data.cases.index}


def story_cards(data: Dataset) -> Markup:
    """The stories as a complete HTML document (A5, front and back of each). Raises ValueError where no case is left."""
    told = told_stories(data)
    if not told:
        raise ValueError("These data hold none of the cases of the stories. Load all cases, with pcc.load().")
    names = [own(data.cases.at[case, "city"]) + ": " + story["title"] for case, story in told.items()]
    cover = joined(
        tag("p", say("story-cards.how", n=len(told))),
        tag("h2", say("story-cards.steps")),
        items([joined(say(f"story-cards.step-{at}")) for at in (1, 2, 3, 4)], "ol"),
        tag("h2", say("story-cards.which")),
        items(names, "ol"),
    )
    blank = tag("div", room_to_write(14, say("story-cards.again")), css="new-page")
    cards = [joined(story_front(data, story), story_back(data, story)) for story in told.values()]
    return page(
        say("story-cards.title"), joined(STYLE, LOOK, cover, blank, cards), paper="a5", data=data.only(list(told))
    )


def place_of(data: Dataset, case: str) -> Markup:
    """Town, country and sector of a case."""
    row = data.cases.loc[case]
    sector = load_codebook().label("sector", row["sector"])
    return say_html("story-cards.place", city=own(row["city"]), country=own(row["country"]), sector=sector)


def closest_end(story: dict[str, Any]) -> Markup:
    """Which of the answers came closest to what happened, and why."""
    told = story["closest"]
    ends = listed([say("stories.end", end=say(f"stories.guess-{end}")) for end in told["ends"]])
    return tag("p", say_html("stories.closest", ends=ends, why=told["why"]))


def story_front(data: Dataset, story: dict[str, Any]) -> Markup:
    """The story up to its turn, and room for a guess."""
    parts = [tag("p", tag("b", say(f"stories.{part}")), " ", story[part]["text"].strip()) for part in BEFORE]
    return tag(
        "div",
        tag("h1", story["title"]),
        tag("p", place_of(data, story["case"]), css="quiet"),
        parts,
        tag("div", tag("h2", say("stories.guess")), room_to_write(5), css="below"),
        css="front",
    )


def story_back(data: Dataset, story: dict[str, Any]) -> Markup:
    """The turn and today, how it stands beside what it set off, a voice, two lessons, the question and the sources."""
    case, notes = story["case"], Footnotes(data)
    told, row = notes.told(case), data.cases.loc[case]

    def mark(part: dict[str, Any], most: int = 1) -> Markup:
        return notes.mark(case, ";".join(part["sources"]), most)

    before = joined([mark(story[part]) for part in BEFORE])  # the front's sources stand on the back
    parts = [tag("p", tag("b", say(f"stories.{part}")), " ", story[part]["text"], mark(story[part])) for part in AFTER]
    status = say_html(
        "stories.stands", status=load_codebook().label("status", row["status"]), year=str(row["status_as_of"])
    )
    set_off = [joined(own(fact.text), notes.mark(case, fact.sources, 1)) for fact in told.told("set_off")]
    lessons = [joined(lesson["text"], mark(lesson), _teller(told, lesson)) for lesson in story["lessons"]]
    voice = story["voice"]
    said = joined(tag("b", voice["who"]), ". ", voice["says"], mark(voice), _teller(told, voice))
    return tag(
        "div",
        tag("p", tag("b", story["title"])),
        parts,
        closest_end(story),
        tag("p", status, " ", tag("b", say("stories.set-off")), " ", "" if set_off else say("stories.none")),
        items(set_off) if set_off else "",
        tag("p", tag("b", say("stories.voice")), " ", said),
        tag("h2", say("stories.lessons", n=len(lessons))),
        items(lessons),
        tag("p", tag("b", story["question"])),
        tag("div", tag("p", say("story-cards.front-rests"), before, css="quiet"), notes.html(), css="sources"),
        css="back",
    )


def _teller(told: Any, part: dict[str, Any]) -> Markup:
    words = Card(told.data, told.case).told_by(";".join(part["sources"]), part.get("text", ""))
    return joined(" ", tag("span", f"({words})", css="quiet"))
