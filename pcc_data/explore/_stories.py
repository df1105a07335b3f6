"""The ten experiences of the report as stories: how each goes on waits for a guess."""

from typing import Any

import ipywidgets as widgets
from markupsafe import Markup

from pcc_data import charts
from pcc_data.codes import load_codebook
from pcc_data.controls.live import Printed
from pcc_data.controls.makers import button, dropdown
from pcc_data.controls.memory import unseen
from pcc_data.dataset.dataset import Dataset
from pcc_data.explore._kit.explorer import Explorer
from pcc_data.markup import items, joined, own, say_html, tag
from pcc_data.pages import sheets
from pcc_data.pages.card import Card
from pcc_data.pages.space import boxes
from pcc_data.pages.story_cards import BEFORE, story_cards, told_stories
from pcc_data.pages.story_told import parts_told, rest_of, sources_of, titled
from pcc_data.quiz.guesses import ENDS
from pcc_data.say import say
from pcc_data.settings import in_style, settings

_GUESS = "guess:"
_NEXT = "next"


def stories(data: Dataset, case: str | None = None) -> Explorer:
    """The ten experiences as stories, one by one: the scene, what is at stake and the deal; after a guess the turn, how
    it stands today, a voice and two lessons. `case` opens on one case.

    Raises ValueError where there is no story, and for a case that has none.
    """
    told = told_stories(data)
    some = data.only(list(told))
    if not told:
        raise ValueError("These data hold none of the cases of the stories. Load all cases, with pcc.load().")
    if case is not None:
        some.one("cases", case)
    choice = dropdown(say("stories.story"), _named(data, told), case, width="34rem")
    back, onward, guess = (
        button(say("stories.back"), "arrow-left"),
        button(say("stories.onward"), "arrow-right"),
        unseen(),
    )
    names = list(told)
    in_print = {choice.value: told[choice.value], **told}  # the story that the notebook opens on comes first

    def step(by: int) -> None:
        choice.value = names[(names.index(choice.value) + by) % len(names)]

    def pick(key: str) -> None:
        if key == _NEXT:
            step(1)
        elif key.startswith(_GUESS):
            guess.value = key.removeprefix(_GUESS)
        else:
            choice.value = key

    explorer = Explorer(
        say("stories.look"),
        {"case": choice, "back": back, "onward": onward, "guess": guess},
        lambda case, guess: _beside(_story(Card(some, case), told[case], guess), _map(some)),
        first={"case": lambda: guess.set_trait("value", "")},
        on_pick=pick,
        chosen="case",
        printed=Printed(
            lambda: items((_to_guess(Card(some, one), story) for one, story in in_print.items()), "ol", "pcc-told"),
            lambda: items((_end(Card(some, one), story) for one, story in in_print.items()), "ol", "pcc-told"),
        ),
        below=[widgets.HTML(str(tag("div", tag("p", _print(data, len(told))), css="pcc mathjax_ignore")))],
    )
    back.on_click(explorer.guarded(lambda _: step(-1)))
    onward.on_click(explorer.guarded(lambda _: step(1)))
    choice.observe(explorer.guarded(lambda _: explorer.picture.set_trait("said", choice.label)), "value")
    return explorer


def _named(data: Dataset, told: dict[str, dict[str, Any]]) -> list[tuple[str, str]]:
    """A line for each story: its number, its town and its title."""
    return [
        (say("stories.named", at=at, city=data.cases.at[case, "city"], title=story["title"]), case)
        for at, (case, story) in enumerate(told.items(), start=1)
    ]


def _print(data: Dataset, total: int) -> Markup:
    return sheets.print_link(story_cards(data), "stories.html", say("stories.print", n=total))


def _map(data: Dataset) -> Markup:
    """Where the stories happened; on a screen drawn as for a phone, for a column beside the text."""
    with in_style("phone" if settings.style == "screen" else settings.style):
        return Markup(charts.map_of_cases(data).svg)


def _beside(story: Markup, places: Markup) -> Markup:
    """A story and its map: who begins reads the title first, wherever the map finds room."""
    return tag("div", tag("div", tag("div", story), tag("div", places)), css="pcc-beside")


def _story(card: Card, story: dict[str, Any], guess: str) -> Markup:
    book, row = load_codebook(), card.data.cases.loc[card.case]
    chips = (own(row["city"]), own(row["country"]), book.label("sector", row["sector"]))
    told = tag(
        "section",
        tag("h3", story["title"]),
        tag("p", [tag("span", chip, css="pcc-chip") for chip in chips]),
        parts_told(story, BEFORE),
        sources_of(card, [story[part] for part in BEFORE], "before"),
        css="pcc-card",
        style=f"--pcc-accent:{book.codes('sector')[row['sector']].colour}",
    )
    ask = tag("p", tag("b", say("stories.guess")), " ", [_button(one, guess) for one in ENDS])
    if guess not in ENDS:
        return joined(told, ask, tag("div", tag("p", say("stories.wait")), css="pcc-empty"))
    return joined(told, ask, _goes_on(card, story, guess))


def _to_guess(card: Card, story: dict[str, Any]) -> Markup:
    """A story up to its turn, with a box for each way in which it can go on."""
    ask = tag("p", tag("b", say("stories.guess")))
    sources = sources_of(card, [story[part] for part in BEFORE], "before")
    return joined(titled(card, story), parts_told(story, BEFORE), sources, ask, boxes(map(_numbered, ENDS)))


def _end(card: Card, story: dict[str, Any]) -> Markup:
    """How it went on, behind its scene: the turn and today, the status beside what it set off, a voice, two lessons
    and a question."""
    return joined(titled(card, story), parts_told(story, BEFORE[:1]), rest_of(card, story))


def _numbered(one: str) -> str:
    """One of the ways in which a story can go on, with its number: a room shows it with fingers."""
    return say("stories.numbered", at=ENDS.index(one) + 1, end=say(f"stories.guess-{one}"))


def _button(one: str, guess: str) -> Markup:
    pressed = "true" if one == guess else "false"
    return joined(tag("button", _numbered(one), css="pcc-add", data_pick=f"{_GUESS}{one}", aria_pressed=pressed), " ")


def _goes_on(card: Card, story: dict[str, Any], guess: str) -> Markup:
    """What the guess was, how the story goes on, and the way to the next one."""
    onward = tag("button", say("stories.onward"), css="pcc-add", data_pick=_NEXT)
    close = guess in story["closest"]["ends"]
    guessed = tag("p", say_html("stories.guessed", guess=say(f"stories.guess-{guess}"), close=close))
    return tag("section", guessed, rest_of(card, story), tag("p", onward), role="status")
