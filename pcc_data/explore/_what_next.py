"""What happened next: guess how a case stands, then see."""

from __future__ import annotations

import re
from hashlib import sha1
from html import escape
from typing import TYPE_CHECKING, Any

import pandas as pd

from pcc_data import charts
from pcc_data.charts._life_lines import start_in_words
from pcc_data.codes import load_codebook
from pcc_data.dataset.fact_kinds import dated
from pcc_data.dataset.facts import in_order
from pcc_data.explore._kit.controls import coded, dropdown, placed, toggle, toggles
from pcc_data.explore._kit.explorer import Explorer
from pcc_data.markup import details, items
from pcc_data.pages.card import Card
from pcc_data.say import listed

if TYPE_CHECKING:
    from pcc_data.dataset.dataset import Dataset


GUESS = "Read the opening of the story. How does it stand today? Agree on a guess in the room, note it, then look."
_MIX = {"ended": 4, "weakened": 3, "contested": 2, "stalled": 1, "active": 2}
_ASIDE = re.compile(r"\s*\([^)]*\)\s*$")  # a name such as "… (dissolved)" would give the answer away


def what_next(data: Dataset, case: str | None = None) -> Explorer:
    """The opening of a case up to a year; the room guesses its status; then what happened next, with reasons and
    sources.

    `case` opens on one case. Raises ValueError for an unknown case and for a data set without cases.
    """
    if not len(data):
        raise ValueError("There is no case to guess: the data set is empty.")
    every = [str(index) for index in data.cases.sort_values(["city", "name"]).index]
    groups = {"mix": mixed(data), "all": every}
    if case is not None:
        data.one("cases", case)
    group = "mix" if case is None or case in groups["mix"] else "all"
    which = toggles("Show", [("A mixed dozen", "mix"), ("All cases", "all")], group)
    choice = dropdown("Case", _named(data, groups[group]), case, width="34rem")
    years = opening_years(data, choice.value)
    until = dropdown("Tell the story up to", [(str(year), year) for year in years], opening_year(data, choice.value))
    guess = toggles("Our guess", [("none yet", ""), *coded("status")])
    reveal = toggle("Show what happened next", "eye", tooltip="Show what happened next")
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
        case
        for status, count in _MIX.items()
        for case in sorted(data.cases.index[data.cases["status"] == status], key=order)[:count]
    ]
    chosen = sorted(chosen or data.cases.index[:12], key=order)
    first = next(
        (
            place
            for place, case in enumerate(chosen)
            if data.cases.at[case, "status"] in ("ended", "weakened", "contested")
        ),
        0,
    )
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
        f"<h3>{escape(_bare(data, case))}</h3><p>{chips}</p><h4>The story up to"
        f" {until}</h4>{_told(card, told, 'before')}</section>"
        + details("Who works together", card.part("who"), key="who")
    )
    meanings = "".join(
        f"<dt>{escape(book.label('status', code))}</dt><dd>{escape(entry.definition.get('en', ''))}</dd>"
        for code, entry in book.codes("status").items()
    )
    opening += details("What the five words mean", f'<dl class="pcc-facts">{meanings}</dl>', key="words")
    if not reveal:
        noted = (
            f"Our guess: <b>{escape(book.label('status', guess))}</b>. Then" if guess else "Choose a guess above, then"
        )
        return (
            f'{opening}<div class="pcc-empty"><p><b>What happened after {until}?</b> {noted} '
            "press <i>Show what happened next</i>.</p></div>"
        )
    return opening + _answer(
        data, case, [event for event in events.itertuples() if pd.notna(event.at) and event.at > until], until, guess
    )


def _when(event: Any) -> str:
    parts = (None if pd.isna(part) else part for part in (event.year, event.month, event.when))
    return dated(*parts) or "year not found"


def _told(card: Card, events: list[Any], key: str) -> str:
    """Events as a list, with one \"says who?\" for all of them."""
    book = load_codebook()
    if not events:
        return "<p>No event is recorded.</p>"
    said = [
        f"<b>{escape(_when(event))}</b> <span class='pcc-quiet'>{escape(book.label('events.type', event.type))}</span>"
        f" {escape(event.label)}"
        for event in events
    ]
    who = [f"{escape(_when(event))}: {escape(event.label)}{card.sources_list(event.sources)}" for event in events]
    return items(said) + details(
        "Says who?", items(who), key=f"events:{key}", label=f"Says who? Sources of the events {key}"
    )


def _answer(data: Dataset, case: str, later: list[Any], until: int, guess: str) -> str:
    """The guess beside the recorded status, the reason for it, later events, the whole course, promises."""
    book, row, card = load_codebook(), data.cases.loc[case], Card(data, case)
    status = book.label("status", row["status"])
    noted = escape(book.label("status", guess)) if guess else "none noted"
    same = (
        ""
        if not guess
        else ("The guess agrees with the record. " if guess == row["status"] else "The record says otherwise. ")
    )
    counts = data.cases["status"].value_counts(sort=False)
    shares = listed([f"{count} {book.label('status', code).lower()}" for code, count in counts.items() if count])
    box = (
        f'<section class="pcc-card" style="--pcc-accent:{book.codes("status")[row["status"]].colour}"><dl'
        ' class="pcc-facts">'
        f"<dt>Our guess</dt><dd><b>{noted}</b></dd><dt>Recorded, as of"
        f" {row['status_as_of']}</dt><dd><b>{escape(status)}</b></dd></dl>"
        f"<p>{same}The code is this project's own judgement: the reason and its sources open below.</p>"
        f"{card.facts(('status', 'end_reason', 'in_practice'))}"
        f'<p class="pcc-quiet">All {len(data)} cases: {escape(shares)}.</p></section>'
    )
    after = (
        f"<h4>After {until}</h4>{_told(card, later, 'after')}"
        if later
        else f"<h4>After {until}</h4><p>No later event is recorded.</p>"
    )
    course = (
        details("The whole course on one line", charts.timeline(data, case).html(), key="course")
        if len(data.one("events", case))
        else ""
    )
    made = data.one("promises", case)
    kept = (
        f"<h4>What was promised</h4>{charts.promises(data.only([case]), limit=max(1, len(made))).html()}"
        if len(made)
        else ""
    )
    return f"{box}{after}{course}{kept}"
