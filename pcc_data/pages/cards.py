"""Cards to print and cut: the stories or any cases, one, two or four to a sheet, fronts and backs on two sides."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from markupsafe import Markup

from pcc_data.codes import load_codebook
from pcc_data.dataset.citing import data_line
from pcc_data.markup import joined, own, say_html, tag
from pcc_data.pages.card import Card
from pcc_data.pages.case_sheet import TIGHT, case_sides
from pcc_data.pages.footnotes import STYLE
from pcc_data.pages.sheets import page, room_to_write
from pcc_data.pages.story_cards import AFTER, BEFORE, LOOK, closest_end, place_of, story_back, story_front, told_stories
from pcc_data.paths import asset
from pcc_data.say import say
from pcc_data.tables.spec import ROLES

if TYPE_CHECKING:
    from pcc_data.dataset.dataset import Dataset

Sides = tuple[Markup, Markup]


class Layout(NamedTuple):
    """How cards lie on a sheet: the paper, whether it lies on its side, columns, and a card in millimetres."""

    paper: str
    landscape: bool
    columns: int
    wide: int
    high: int


LAYOUTS = {1: Layout("a5", False, 1, 148, 210), 2: Layout("a4", True, 2, 148, 210), 4: Layout("a4", False, 2, 105, 148)}
"""Layouts by the number of cards on a sheet. Four are small: they tell less, in type that can still be read."""
_FACTS = ("status", "ownership_model", "decision_right")


def cards(data: Dataset, cases: Sequence[str] = (), per_sheet: int = 1) -> Markup:
    """Cards as a complete HTML document: those of `cases`, or of all stories. Print on both sides: the backs lie so
    that they meet their fronts.

    Raises ValueError for an unknown case, for another number than 1, 2 or 4, and where the data hold no story.
    """
    if per_sheet not in LAYOUTS:
        raise ValueError(f"{per_sheet} cards to a sheet are not possible. Allowed: {', '.join(map(str, LAYOUTS))}.")
    told = told_stories(data)
    if not cases and not told:
        raise ValueError("These data hold none of the cases of the stories. Load all cases, with pcc.load().")
    chosen = list(dict.fromkeys(cases)) or list(told)
    sides = _sides(data, told, bool(cases), small=per_sheet == 4)
    made = [_signed(data, case, sides(case)) for case in chosen]
    layout = LAYOUTS[per_sheet]
    look = tag("style", Markup(asset("cards.css")))
    sheets = [_sheet(made[at : at + per_sheet], layout) for at in range(0, len(made), per_sheet)]
    body = joined(STYLE, TIGHT if cases else LOOK, look, sheets)
    title = say("cards.title-cases" if cases else "story-cards.title")
    return page(title, body, paper=layout.paper, landscape=layout.landscape, data=data.only(chosen))


def _sides(data: Dataset, told: dict[str, Any], of_cases: bool, *, small: bool) -> Callable[[str], Sides]:
    """What makes front and back of a card."""
    if small:
        return (lambda case: _small_case(data, case)) if of_cases else (lambda case: _small_story(data, told[case]))
    if of_cases:
        return lambda case: _with_name(data, case, case_sides(data, case))
    return lambda case: (story_front(data, told[case]), story_back(data, told[case]))


def _with_name(data: Dataset, case: str, sides: Sides) -> Sides:
    name = Card(data, case).title()
    return joined(tag("h1", name), sides[0]), joined(tag("p", tag("b", name)), sides[1])


def _small_case(data: Dataset, case: str) -> Sides:
    """Name, place and summary in front; how it stands and who holds which role on the back."""
    data.one("cases", case)
    card, book = Card(data, case), load_codebook()
    row = card.told.row
    place = tag("p", f"{card.place()}. {card.told.years()}", css="quiet")
    front = joined(tag("h1", card.title()), place, tag("p", row["summary"], dir="auto"))
    fields = (*_FACTS, *(f"roles.{role}" for role in ROLES))
    facts = [tag("tr", tag("th", book.label(key)), tag("td", book.label(key, card.told.state(key)))) for key in fields]
    return front, joined(tag("p", tag("b", card.title())), tag("table", facts), _more())


def _small_story(data: Dataset, story: dict[str, Any]) -> Sides:
    """The story up to its turn in front, the turn and the question on the back."""
    front = joined(
        tag("h1", story["title"]),
        tag("p", place_of(data, story["case"]), css="quiet"),
        _told(story, BEFORE),
        tag("div", tag("p", tag("b", say("stories.guess"))), room_to_write(2), css="below"),
    )
    row = data.cases.loc[story["case"]]
    status = load_codebook().label("status", row["status"])
    back = joined(
        tag("p", tag("b", story["title"])),
        _told(story, AFTER),
        closest_end(story),
        tag("p", say_html("stories.stands", status=status, year=str(row["status_as_of"]))),
        tag("p", tag("b", story["question"])),
        _more(),
    )
    return front, back


def _told(story: dict[str, Any], parts: tuple[str, ...]) -> Markup:
    told = [tag("p", tag("b", say(f"stories.{part}")), " ", story[part]["text"].strip()) for part in parts]
    return tag("div", told)


def _more() -> Markup:
    return tag("p", say("cards.more"), css="quiet")


def _signed(data: Dataset, case: str, sides: Sides) -> Sides:
    """The same with the line on the data at the foot of the back."""
    line = tag("div", own(data_line(data.only([case]), licence=True)), css="data-line")
    return sides[0], joined(sides[1], line)


def _sheet(made: list[Sides], layout: Layout) -> Markup:
    """The fronts of some cards, and behind them the backs, each row from right to left."""
    row = layout.columns
    rows = [made[at : at + row] for at in range(0, len(made), row)]
    fronts = [_cell(front) for front, _ in made]
    empty = [_cell(Markup())]
    backs = [[*empty * (row - len(part)), *(_cell(back) for _, back in reversed(part))] for part in rows]
    kind = " ".join(["sheet", *["small"] * (layout is LAYOUTS[4])])
    look = f"--columns:{row};--wide:{layout.wide}mm;--high:{layout.high}mm"
    return tag("div", fronts, css=kind, style=look) + tag("div", backs, css=kind, style=look)


def _cell(side: Markup) -> Markup:
    return tag("div", side, css="side-of-card")
