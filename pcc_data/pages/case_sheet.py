"""A case as a card on A5, to print: front and back, with its sources as footnotes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from markupsafe import Markup

from pcc_data.codes import NOTHING, load_codebook
from pcc_data.dataset.citing import letter_html
from pcc_data.dataset.facts import Facts
from pcc_data.dataset.why import rating_in_words
from pcc_data.designs.advice import learned
from pcc_data.markup import items, joined, own, say_html, tag
from pcc_data.pages.footnotes import STYLE, Footnotes
from pcc_data.pages.sheets import page, room_to_write
from pcc_data.say import say
from pcc_data.tables.spec import DOMAINS

if TYPE_CHECKING:
    from pcc_data.dataset.dataset import Dataset

_MOST = 2  # lessons or challenges of the case
TIGHT = Markup(
    "<style>h2 { margin: .6em 0 .15em; } li { margin: .1em 0; } ol.notes { font-size: .7em; }"
    " footer { margin-top: .5em; } .side { grid-template-columns: 10fr 11fr; column-gap: 3mm; }</style>"
)


def case_sheet(data: Dataset, case: str) -> Markup:
    """A case on A5 as a complete HTML document: who, what, how it stands, what it learned. Raises ValueError for an
    unknown case."""
    front, back = case_sides(data, case)
    body = joined(STYLE, TIGHT, front, tag("div", css="new-page"), back)
    return page(data.cases.at[case, "name"], body, paper="a5", data=data.only([case]))


def case_sides(data: Dataset, case: str) -> tuple[Markup, Markup]:
    """Front and back of the card of a case, without its name. Raises ValueError for an unknown case."""
    data.one("cases", case)
    notes = Footnotes(data)
    told = notes.told(case)
    book, row = load_codebook(), told.row
    names = {"city": own(row["city"]), "country": own(row["country"]), "years": told.years()}
    names["sector"] = book.label("sector", row["sector"])
    fields = sorted((key for key, field in book.fields.items() if field.paper), key=lambda key: book[key].paper)
    facts = []
    for field in fields:
        facts += [_fact(told, field, notes)] if told.state(field) != "does_not_apply" else []
        facts += [_set_off(told, notes)] if field == "status" else []
    roles = [_fact(told, field, notes) for field in book.fields_with(card="roles")]
    rated = [_rated(told, domain) for domain in DOMAINS]
    front = joined(
        tag("p", say_html("case-sheet.head", own=bool(row["own"]), **names)),
        tag("p", row["summary"], dir="auto"),
        tag(
            "div",
            tag("div", tag("h2", say("card.part-roles")), tag("table", roles)),
            tag("div", tag("h2", say("card.part-outcomes")), tag("table", rated)),
            css="side",
        ),
        tag("h2", say("case-sheet.stands")),
        tag("table", facts),
    )
    back = joined(
        _learned(data, case, "lessons", say("card.part-learned"), notes),
        _learned(data, case, "challenges", say("case-sheet.hard"), notes),
        room_to_write(2, say("case-sheet.room")),
        notes.html(),
    )
    return front, back


def _fact(told: Facts, field: str, notes: Footnotes) -> Markup:
    book, state = load_codebook(), told.state(field)
    letter = letter_html(book.codes(field)[state]) if state in book.codes(field) else ""
    mark = notes.mark(told.case, told.codings[field]["sources"], 1) if field in told.codings else ""
    return tag("tr", tag("th", book.label(field)), tag("td", letter, book.label(field, state), mark))


def _set_off(told: Facts, notes: Footnotes) -> Markup:
    """Which kinds of things the case set off, beside its status: what they are stands on its card."""
    book, kinds = load_codebook(), {}
    for row in told.data.one("set_off", told.case).itertuples():
        kinds.setdefault(book.label("set_off.kind", row.kind), row.sources)
    there = [joined(kind, notes.mark(told.case, sources, 1)) for kind, sources in kinds.items()]
    words = Markup(", ").join(there) if there else NOTHING["not_found"]
    return tag("tr", tag("th", say("card.list-set_off")), tag("td", words))


def _rated(told: Facts, domain: str) -> Markup:
    rating = told.outcomes[domain]["rating"]
    words = NOTHING["not_found"] if rating is None else rating_in_words(str(rating))
    return tag("tr", tag("th", load_codebook().label(f"outcomes.{domain}")), tag("td", words))


def _learned(data: Dataset, case: str, table: str, title: str, notes: Footnotes) -> Markup:
    rows = learned(data, [case], table).head(_MOST).itertuples()
    return joined(tag("h2", title), items([joined(own(row.text), notes.mark(case, row.sources, 2)) for row in rows]))
