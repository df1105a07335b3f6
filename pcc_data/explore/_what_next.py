"""What happened next: guess how a case stands, then see."""

import re
from typing import Any

import pandas as pd
from markupsafe import Markup

from pcc_data import charts
from pcc_data.analysis.story_openings import mixed, opening_year, opening_years
from pcc_data.codes import load_codebook, said_briefly
from pcc_data.controls.live import Printed
from pcc_data.controls.makers import coded, dropdown, in_words, refill, toggle, toggles
from pcc_data.dataset.dataset import Dataset
from pcc_data.dataset.fact_kinds import dated, start_in_words
from pcc_data.dataset.facts import in_order
from pcc_data.explore._kit.cases import placed
from pcc_data.explore._kit.explorer import Explorer
from pcc_data.markup import Inside, details, items, joined, say_html, tag, terms
from pcc_data.pages.card import Card
from pcc_data.pages.space import boxes
from pcc_data.say import say

_ASIDE = re.compile(r"\s*\([^)]*\)\s*$|,?\s*\d{4}\W+(?:\w+\W+)?\d{4}")
"""What in a name would give the answer away: "… (dissolved)", "… 1974 to 1976"."""


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
    which = toggles(say("what-next.group"), in_words("what-next.group", groups), group)
    choice = dropdown(say("explorer.case"), _named(data, groups[group]), case, width="34rem")
    until = dropdown(say("what-next.until"), _years(data, choice.value), opening_year(data, choice.value))
    guess = toggles(say("what-next.guess"), [(say("what-next.none-yet"), ""), *coded("status")])
    reveal = toggle(say("what-next.reveal"), "eye", tooltip=say("what-next.reveal"))
    controls = {"group": which, "case": choice, "until": until, "guess": guess, "reveal": reveal}

    def regroup() -> None:
        refill(choice, _named(data, groups[which.value]))

    def turn() -> None:
        until.options = _years(data, choice.value)
        until.value, guess.value, reveal.value = opening_year(data, choice.value), "", False

    def draw(group: str, case: str, until: int, guess: str, reveal: bool) -> Markup:
        return _story(Card(data, case), until, guess, reveal)

    cards = [Card(data, one) for one in groups["mix"]]
    printed = Printed(lambda: items(map(_to_guess, cards), "ol"), lambda: items(map(_went_on, cards), "ol"))
    return Explorer(say("what-next.look"), controls, draw, first={"group": regroup, "case": turn}, printed=printed)


def _years(data: Dataset, case: str) -> list[tuple[str, int]]:
    return [(str(year), year) for year in opening_years(data, case)]


def _named(data: Dataset, cases: list[str]) -> list[tuple[str, str]]:
    return [(placed(data.cases.at[case, "city"], _bare(data, case)), case) for case in cases]


def _bare(data: Dataset, case: str) -> str:
    return _ASIDE.sub("", data.cases.at[case, "name"])


def _story(card: Card, until: int, guess: str, reveal: bool) -> Markup:
    """The opening of a case, and below it either the question or the answer."""
    book, row = load_codebook(), card.data.cases.loc[card.case]
    events, chips = _events(card), _head(card)
    opening = tag(
        "section",
        tag("h3", _bare(card.data, card.case)),
        tag("p", [tag("span", chip, css="pcc-chip") for chip in chips]),
        tag("h4", say("what-next.story", year=str(until))),
        _told(card, [event for event in events if pd.isna(event.at) or event.at <= until], "before"),
        css="pcc-card",
        style=f"--pcc-accent:{book.codes('sector')[row['sector']].colour}",
    )
    who = details(say("what-next.who"), card.part("who"), key="who")
    states = [
        (book.label("status", code), said_briefly(entry.definition)) for code, entry in book.codes("status").items()
    ]
    words = details(say("what-next.words"), terms(states), key="words")
    if reveal:
        later = [event for event in events if pd.notna(event.at) and event.at > until]
        return joined(opening, who, words, _answer(card, later, until, guess))
    asked = say_html("what-next.ask", year=str(until), guess=book.label("status", guess) if guess else "none")
    return joined(opening, who, words, tag("div", tag("p", asked), css="pcc-empty"))


def _events(card: Card) -> list[Any]:
    return list(in_order(card.data.one("events", card.case)).itertuples())


def _head(card: Card) -> tuple[str, str, str]:
    """Sector, place and beginning of a case."""
    row = card.data.cases.loc[card.case]
    began = start_in_words(row["start_year"], row["start_precision"])
    return (
        load_codebook().label("sector", row["sector"]),
        say("what-next.place", city=row["city"], country=row["country"]),
        began if pd.isna(row["start_year"]) else say("what-next.began", start=began),
    )


def _to_guess(card: Card) -> Markup:
    """The opening of a case, with a box for each way in which it can stand."""
    until, book = opening_year(card.data, card.case), load_codebook()
    told = [event for event in _events(card) if pd.isna(event.at) or event.at <= until]
    lines = items([joined(tag("b", _when(event)), " ", event.label) for event in told]) if told else ""
    head = joined(tag("b", _bare(card.data, card.case)), tag("br"), ". ".join(_head(card)), ".")
    return joined(tag("p", head), lines, boxes(book.label("status", code) for code in book.codes("status")))


def _went_on(card: Card) -> Markup:
    """How a case stands, why, and what happened after its opening."""
    until, facts = opening_year(card.data, card.case), card.facts(("status", "end_reason"))
    later = [event for event in _events(card) if pd.notna(event.at) and event.at > until]
    told = items([joined(tag("b", _when(event)), " ", event.label) for event in later])
    return joined(tag("p", tag("b", _bare(card.data, card.case))), facts, told if later else say("what-next.no-later"))


def _when(event: Any) -> str:
    parts = (None if pd.isna(part) else part for part in (event.year, event.month, event.when))
    return dated(*parts) or say("what-next.no-year")


def _told(card: Card, events: list[Any], key: str) -> Markup:
    """Events as a list, with one \"says who?\" for all of them."""
    if not events:
        return tag("p", say("what-next.no-event"))
    book, told, who = load_codebook(), [], []
    for event in events:
        kind = tag("span", book.label("events.type", event.type), css="pcc-quiet")
        told.append(joined(tag("b", _when(event)), " ", kind, " ", event.label))
        who.append(
            joined(say("what-next.event", when=_when(event), what=event.label), card.sources_list(event.sources))
        )
    sources = say(f"what-next.sources-{key}")
    return joined(items(told), details(say("says-who"), items(who), key=f"events:{key}", label=sources))


def _answer(card: Card, later: list[Any], until: int, guess: str) -> Markup:
    """The guess beside the recorded status, the reason for it, later events, the whole course, promises."""
    data, case = card.data, card.case
    after = _told(card, later, "after") if later else tag("p", say("what-next.no-later"))
    course: Inside = ""
    if len(data.one("events", case)):
        course = details(say("what-next.course"), charts.timeline(data, case).html(), key="course")
    made, kept = len(data.one("promises", case)), []
    if made:
        kept = [tag("h4", say("what-next.promised")), charts.promises(data.only([case]), limit=made).html()]
    return joined(_compared(card, guess), tag("h4", say("what-next.after", year=str(until))), after, course, kept)


def _compared(card: Card, guess: str) -> Markup:
    """The guess beside the recorded status, with the reason for it, and how all cases stand."""
    book, row = load_codebook(), card.data.cases.loc[card.case]
    noted = book.label("status", guess) if guess else say("what-next.none-noted")
    recorded = say("what-next.recorded", year=str(row["status_as_of"]))
    counts = card.data.cases["status"].value_counts(sort=False)
    shares = [say("what-next.share", n=n, status=book.phrase("status", str(code))) for code, n in counts.items() if n]
    judged = say("what-next.judged", same=guess == row["status"] if guess else "none")
    return tag(
        "section",
        terms([(say("what-next.guess"), tag("b", noted)), (recorded, tag("b", book.label("status", row["status"])))]),
        tag("p", judged),
        card.facts(("status", "end_reason", "in_practice")),
        tag("p", say("what-next.all", n=len(card.data), shares=shares), css="pcc-quiet"),
        css="pcc-card",
        style=f"--pcc-accent:{book.codes('status')[row['status']].colour}",
    )
