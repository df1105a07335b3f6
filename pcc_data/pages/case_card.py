"""A case as a card on A5, to print: front and back, with its sources as footnotes."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from pcc_data.codes import load_codebook
from pcc_data.dataset.citing import letter_html
from pcc_data.dataset.facts import Facts
from pcc_data.designs.advice import learned
from pcc_data.markup import items, own
from pcc_data.pages.footnotes import MOST_ON_CARD, STYLE, Footnotes
from pcc_data.pages.sheets import page, room_to_write
from pcc_data.tables.spec import DOMAINS

if TYPE_CHECKING:
    from pcc_data.dataset.dataset import Dataset


_TIGHT = (
    "<style>h2 { margin: .7em 0 .2em; } li { margin: .1em 0; } ol.notes { font-size: .7em; } footer { margin-top: .5em;"
    " }</style>"
)


def case_card(data: Dataset, case: str) -> str:
    """A case on A5 as a complete HTML document: who, what, how it stands, what it learned. Raises ValueError for an
    unknown case."""
    data.one("cases", case)
    notes = Footnotes(data)
    told = notes.told(case)
    book, row = load_codebook(), told.row
    place = ", ".join(own(row[part]) for part in ("city", "country"))
    mine = " A record of your own." if row["own"] else ""
    sector = escape(book.label("sector", row["sector"]))
    head = f"<p>{place}, {told.years()}. {sector}.{mine}</p><p dir=auto>{escape(row['summary'])}</p>"
    fields = sorted((key for key, field in book.fields.items() if field.paper), key=lambda key: book[key].paper)
    facts = "".join(_fact(told, field, notes) for field in fields if told.state(field) != "does_not_apply")
    roles = "".join(_fact(told, field, notes) for field in book.fields_with(card="roles"))
    rated = "".join(_rated(told, domain) for domain in DOMAINS)
    front = (
        f"{head}<div class=side><div><h2>Who does what</h2><table>{roles}</table></div><div><h2>What came of"
        f" it</h2><table>{rated}</table></div></div><h2>Who decides, and how it stands</h2><table>{facts}</table>"
    )
    told = [
        _learned(data, case, table, title, notes)
        for table, title in (("lessons", "What it learned"), ("challenges", "What made it hard"))
    ]
    back = f"<div class=new-page></div>{''.join(told)}{room_to_write(2, 'What surprises us')}"
    return page(row["name"], STYLE + _TIGHT + front + back + notes.html(), paper="a5", data=data.only([case]))


def _fact(told: Facts, field: str, notes: Footnotes) -> str:
    book, state = load_codebook(), told.state(field)
    letter = letter_html(book.codes(field)[state]) if state in book.codes(field) else ""
    mark = notes.mark(told.case, told.codings[field]["sources"], 1) if field in told.codings else ""
    return f"<tr><th>{escape(book.label(field))}</th><td>{letter}{escape(book.label(field, state))}{mark}</td></tr>"


def _rated(told: Facts, domain: str) -> str:
    book, rating = load_codebook(), told.outcomes[domain]["rating"]
    words = "not found" if rating is None else book.label("outcomes.rating", str(rating))
    return f"<tr><th>{escape(book.label(f'outcomes.{domain}'))}</th><td>{escape(words)}</td></tr>"


def _learned(data: Dataset, case: str, table: str, title: str, notes: Footnotes) -> str:
    rows = learned(data, [case], table).head(MOST_ON_CARD)
    return (
        f"<h2>{title}</h2>{items([f'{own(row.text)}{notes.mark(case, row.sources, 2)}' for row in rows.itertuples()])}"
    )
