"""What happened next: guess how a case stands, then see; and the courses of all cases side by side."""

from __future__ import annotations

import re
from collections.abc import Callable
from hashlib import sha1
from html import escape
from typing import TYPE_CHECKING, Any

import ipywidgets as widgets
import pandas as pd

from pcc_data import charts
from pcc_data.cards import Card
from pcc_data.charts.lives import GROUPS, LIMIT, page_of, start_in_words
from pcc_data.charts.measures import LIMIT as FIGURES
from pcc_data.charts.promised import LIMIT as PROMISES
from pcc_data.charts.promised import promise_rows
from pcc_data.charts.words import listed
from pcc_data.codes import load_codebook
from pcc_data.comparison import FEW
from pcc_data.errors import pick
from pcc_data.explore.base import Explorer, case_options, dropdown, empty, placed, toggles
from pcc_data.facts import dated, in_order
from pcc_data.html import details, items

if TYPE_CHECKING:
    from pcc_data.dataset import Dataset

GUESS = "Read the opening of the story. How does it stand today? Agree on a guess in the room, note it, then look."
COURSES = {
    "lives": "Where do the lines stop, and where do they change? Click a case, or choose it in the list, to read its story.",
    "promises": "What was promised, and what came of it? Click a mark, or choose the case in the list, to read its story.",
    "figures": "Which figures can be compared at all? Click a mark, or choose the case in the list, to read its story.",
}
_MIX = {"ended": 4, "weakened": 3, "contested": 2, "stalled": 1, "active": 2}
_ASIDE = re.compile(r"\s*\([^)]*\)\s*$")  # a name such as "… (dissolved)" would give the answer away


def what_next(data: Dataset, case: str | None = None) -> Explorer:
    """The opening of a case up to a year; the room guesses its status; then what happened next, with reasons and sources.

    `case` opens on one case. Raises ValueError for an unknown case and for a data set without cases.
    """
    if not len(data):
        raise ValueError("There is no case to guess: the data set is empty.")
    every = [str(index) for index in data.cases.sort_values(["city", "name"]).index]
    groups = {"mix": mixed(data), "all": every}
    if case is not None:
        data.one("cases", case)
    group = "mix" if case is None or case in groups["mix"] else "all"
    states = load_codebook().codes("status")
    which = toggles("Show", [("A mixed dozen", "mix"), ("All cases", "all")], group)
    choice = dropdown("Case", _named(data, groups[group]), case, width="34rem")
    years = opening_years(data, choice.value)
    until = dropdown("Tell the story up to", [(str(year), year) for year in years], opening_year(data, choice.value))
    guess = toggles("Our guess", [("none yet", ""), *((load_codebook().label("status", code), code) for code in states)])
    reveal = widgets.ToggleButton(
        description="Show what happened next", tooltip="Show what happened next", icon="eye", layout=widgets.Layout(width="max-content")
    )
    controls = {"group": which, "case": choice, "until": until, "guess": guess, "reveal": reveal}

    def regroup() -> None:
        kept = choice.value
        choice.options = _named(data, groups[which.value])
        choice.value = kept if kept in groups[which.value] else groups[which.value][0]

    def turn() -> None:
        until.options = [(str(year), year) for year in opening_years(data, choice.value)]
        until.value, guess.value, reveal.value = opening_year(data, choice.value), "", False

    def draw(group: str, case: str, until: int, guess: str, reveal: bool) -> str:
        return _story(data, case, until, guess, reveal)

    return Explorer(GUESS, controls, draw, first={"group": regroup, "case": turn})


def mixed(data: Dataset) -> list[str]:
    """Up to twelve cases of all states, always the same: more that ended, weakened or are contested than in the whole.

    The order gives nothing away, but the first case is none that simply goes on.
    """

    def order(case: str) -> str:
        return sha1(case.encode()).hexdigest()

    chosen = [
        case for status, count in _MIX.items() for case in sorted(data.cases.index[data.cases["status"] == status], key=order)[:count]
    ]
    chosen = sorted(chosen or data.cases.index[:12], key=order)
    first = next((place for place, case in enumerate(chosen) if data.cases.at[case, "status"] in ("ended", "weakened", "contested")), 0)
    return [str(case) for case in chosen[first:] + chosen[:first]]


def opening_years(data: Dataset, case: str) -> list[int]:
    """Years up to which a story can be told: those of its events; for a case without events the year of its status."""
    years = sorted({int(year) for year in data.one("events", case)["year"].dropna()})
    return years or [int(data.cases.at[case, "status_as_of"])]


def opening_year(data: Dataset, case: str) -> int:
    """The year at which the story stops at first: about half of the events are told, and never the end of the case."""
    years = opening_years(data, case)
    told = sorted(data.one("events", case)["year"].dropna())
    year = int(told[(len(told) - 1) // 2]) if told else years[0]
    end = data.cases.at[case, "end_year"]
    last = years[-1] if pd.isna(end) else int(end)
    before = [other for other in years if other <= year and other < last]
    return before[-1] if before else years[0]


def _named(data: Dataset, cases: list[str]) -> list[tuple[str, str]]:
    return [(placed(data.cases.at[case, "city"], _bare(data, case)), case) for case in cases]


def _bare(data: Dataset, case: str) -> str:
    return _ASIDE.sub("", data.cases.at[case, "name"])


def _story(data: Dataset, case: str, until: int, guess: str, reveal: bool) -> str:
    """The opening of a case, and below it either the question or the answer."""
    book, row, card = load_codebook(), data.cases.loc[case], Card(data, case)
    events = in_order(data.one("events", case))
    start = start_in_words(row["start_year"], row["start_precision"])
    chips = "".join(
        f'<span class="pcc-chip">{escape(word)}</span>'
        for word in (
            book.label("sector", row["sector"]),
            f"{row['city']}, {row['country']}",
            start if start.endswith("found") else f"began {start}",
        )
    )
    told = [event for event in events.itertuples() if pd.isna(event.at) or event.at <= until]
    opening = (
        f'<section class="pcc-card" style="--pcc-accent:{book.codes("sector")[row["sector"]].colour}">'
        f"<h3>{escape(_bare(data, case))}</h3><p>{chips}</p><h4>The story up to {until}</h4>{_told(card, told, 'before')}</section>"
        + details("Who works together", card.part("who"), key="who")
    )
    meanings = "".join(
        f"<dt>{escape(book.label('status', code))}</dt><dd>{escape(entry.definition.get('en', ''))}</dd>"
        for code, entry in book.codes("status").items()
    )
    opening += details("What the five words mean", f'<dl class="pcc-facts">{meanings}</dl>', key="words")
    if not reveal:
        noted = f"Our guess: <b>{escape(book.label('status', guess))}</b>. Then" if guess else "Choose a guess above, then"
        return (
            f'{opening}<div class="pcc-empty"><p><b>What happened after {until}?</b> {noted} '
            "press <i>Show what happened next</i>.</p></div>"
        )
    return opening + _answer(data, case, [event for event in events.itertuples() if pd.notna(event.at) and event.at > until], until, guess)


def _when(event: Any) -> str:
    parts = (None if pd.isna(part) else part for part in (event.year, event.month, event.when))
    return dated(*parts) or "year not found"


def _told(card: Card, events: list[Any], key: str) -> str:
    """Events as a list, with one \"says who?\" for all of them."""
    book = load_codebook()
    if not events:
        return "<p>No event is recorded.</p>"
    said = [
        f"<b>{escape(_when(event))}</b> <span class='pcc-quiet'>{escape(book.label('events.type', event.type))}</span> {escape(event.label)}"
        for event in events
    ]
    who = [f"{escape(_when(event))}: {escape(event.label)}{card.sources_list(event.sources)}" for event in events]
    return items(said) + details("Says who?", items(who), key=f"events:{key}", label=f"Says who? Sources of the events {key}")


def _answer(data: Dataset, case: str, later: list[Any], until: int, guess: str) -> str:
    """The guess beside the recorded status, the reason for it, later events, the whole course, promises."""
    book, row, card = load_codebook(), data.cases.loc[case], Card(data, case)
    status = book.label("status", row["status"])
    noted = escape(book.label("status", guess)) if guess else "none noted"
    same = "" if not guess else ("The guess agrees with the record. " if guess == row["status"] else "The record says otherwise. ")
    counts = data.cases["status"].value_counts(sort=False)
    shares = listed([f"{count} {book.label('status', code).lower()}" for code, count in counts.items() if count])
    box = (
        f'<section class="pcc-card" style="--pcc-accent:{book.codes("status")[row["status"]].colour}"><dl class="pcc-facts">'
        f"<dt>Our guess</dt><dd><b>{noted}</b></dd><dt>Recorded, as of {row['status_as_of']}</dt><dd><b>{escape(status)}</b></dd></dl>"
        f"<p>{same}The code is this project's own judgement: the reason and its sources open below.</p>"
        f"{card.facts(('status', 'end_reason', 'in_practice'))}"
        f'<p class="pcc-quiet">All {len(data)} cases: {escape(shares)}.</p></section>'
    )
    after = f"<h4>After {until}</h4>{_told(card, later, 'after')}" if later else f"<h4>After {until}</h4><p>No later event is recorded.</p>"
    course = (
        details("The whole course on one line", charts.timeline(data, case).html(), key="course") if len(data.one("events", case)) else ""
    )
    made = data.one("promises", case)
    kept = f"<h4>What was promised</h4>{charts.promises(data.only([case]), limit=max(1, len(made))).html()}" if len(made) else ""
    return f"{box}{after}{course}{kept}"


class Paged(Explorer):
    """An explorer with a control `page` whose choices follow the number of rows of the selection."""

    def __init__(self, *args: Any, rows: Callable[..., tuple[int, int]], **more: Any) -> None:
        """`rows(**values)` tells how many rows the selection has, and how many fit on a page."""
        self._rows = rows
        super().__init__(*args, **more)

    def redraw(self) -> None:
        if self._held:
            return
        with self.held():
            control = self.controls["page"]
            total, limit = self._rows(**{name: value for name, value in self.values().items() if name != "page"})
            options = page_options(total, limit)
            if tuple(control.options) != tuple(options):
                control.options = options
                control.value = 1
        super().redraw()


def page_options(total: int, limit: int) -> list[tuple[str, int]]:
    """Choices of a page control: ('1 to 24 of 77', 1), …"""
    pages = range(1, max(1, -(-total // limit)) + 1)
    return [(f"{(page - 1) * limit + 1 if total else 0} to {min(page * limit, total)} of {total}", page) for page in pages]


def courses(data: Dataset, view: str = "lives") -> Explorer:
    """Life lines, promises and measured figures of the cases of a sector or status; a case clicked on is shown below.

    `view` is lives, promises or figures. Raises ValueError for another view.
    """
    pick(view, COURSES, "view")
    controls = _course_controls(data, view)

    def rows(view: str, sector: str, status: str, figure: str, **_: Any) -> tuple[int, int]:
        part = _narrowed(data, sector, status)
        if view == "lives":
            return len(part), LIMIT
        return (len(part.promises), PROMISES) if view == "promises" else (_figures(part, figure)["case"].nunique(), FIGURES)

    def draw(view: str, sector: str, status: str, by: str, figure: str, page: int, case: str) -> str:
        part = _narrowed(data, sector, status)
        return _course(data, part, view, by, figure, page, case) if len(part) else empty("Choose all sectors or every status.")

    explorer = Paged(COURSES[view], controls, draw, rows=rows, on_pick=lambda case: explorer.set(case=case))

    def mark(_: Any = None) -> None:
        controls["by"].disabled = controls["view"].value != "lives"
        controls["figure"].disabled = controls["view"].value != "figures"
        explorer.picture.chosen = controls["case"].value

    for name in ("view", "case"):
        controls[name].observe(explorer.guarded(mark), "value")
    mark()
    return explorer


def _course_controls(data: Dataset, view: str) -> dict[str, widgets.Widget]:
    """What to look at, filters, and what belongs to one of the views only."""
    book, units = load_codebook(), charts.indicator_units(data)
    figures = [(f"{row.label}, {row.unit} ({row.cases} cases)", f"{row.code}|{row.unit}") for row in units.itertuples() if row.cases >= FEW]
    return {
        "view": toggles("Look at", [("Life lines", "lives"), ("Promises", "promises"), ("Measured figures", "figures")], view),
        "sector": dropdown("Sector", [("All sectors", ""), *_codes("sector")]),
        "status": dropdown("Status", [("Every status", ""), *_codes("status")]),
        "by": dropdown("Life lines grouped by", [(book.label(field), field) for field in GROUPS]),
        "figure": dropdown("Figure", figures or [("no figure in three cases", "")]),
        "page": dropdown("Rows", [("", 1)]),
        "case": dropdown("Case", [("none chosen", ""), *case_options(data)], width="24rem"),
    }


def _narrowed(data: Dataset, sector: str, status: str) -> Dataset:
    return data.filter({key: value for key, value in (("sector", sector), ("status", status)) if value})


def _codes(field: str) -> list[tuple[str, str]]:
    return [(load_codebook().label(field, code), code) for code in load_codebook().codes(field)]


def _figures(data: Dataset, figure: str) -> pd.DataFrame:
    code, _, unit = figure.partition("|")
    return data.indicators[(data.indicators["code"] == code) & (data.indicators["unit"] == unit)]


def _sources(data: Dataset, rows: pd.DataFrame, words: str) -> str:
    """Who says so, row by row."""
    entries = [
        f"{escape(data.cases.at[case, 'name'])}: {escape(said)}{Card(data, case).sources_list(sources)}"
        for case, said, sources in zip(rows["case"], rows[words], rows["sources"], strict=True)
    ]
    return details("Says who?", items(entries), key=f"why:{words}", label="Says who? Sources of the rows") if entries else ""


def _course(data: Dataset, part: Dataset, view: str, by: str, figure: str, page: int, case: str) -> str:
    """The picture of a view, and the story of the chosen case under it."""
    if view == "lives":
        html = charts.life_lines(part, by, page=page).html()
    elif view == "promises":
        rows = page_of(promise_rows(part), PROMISES, page)
        html = charts.promises(part, page=page).html() + _sources(data, rows, "what")
    elif len(_figures(part, figure)):
        html = charts.indicator(part, *figure.split("|"), page=page).html() + _sources(data, _figures(part, figure), "label")
    else:
        html = empty("No case of this selection has this figure. Choose another figure, all sectors or every status.")
    if not case:
        return html
    card = Card(data, case)
    return (
        html
        + card.head()
        + card.facts(("status", "end_reason", "in_practice"))
        + charts.timeline(data, case).html()
        + card.says_who_rows("events")
    )
