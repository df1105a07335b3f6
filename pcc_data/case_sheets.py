"""Sheets to print: a design on A4, a case as a card on A5. Sources stand as footnotes, and there is room for handwriting."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING, Any

import pandas as pd

from pcc_data.advice import COMPANY, NEAREST, lacking, learned, nearest, outlook, troubled
from pcc_data.cards import Card
from pcc_data.charts.words import number
from pcc_data.citing import letter_html, note_key, source_html
from pcc_data.co_production import place_of, who
from pcc_data.codes import load_codebook, said
from pcc_data.designs.blocks import BLOCKS, words_of
from pcc_data.facts import Facts
from pcc_data.html import items, own
from pcc_data.sheets import page, room_to_write
from pcc_data.tables.spec import DOMAINS, ROLES

if TYPE_CHECKING:
    from pcc_data.dataset import Dataset
    from pcc_data.designs import Design

_MOST_LESSONS = 6
_MOST_ON_CARD = 2
_STYLE = (
    "<style>.two { columns: 2; column-gap: 6mm; } .two > * { break-inside: avoid; } .side { display: grid; grid-template-columns: 11fr 10fr; "
    "gap: 0 4mm; } .pcc-letter { display: inline-block; min-width: 1.5em; text-align: center; border: 1px solid #444; border-radius: 1mm; "
    "font-weight: 700; margin-right: .3em; } ol.notes { font-size: .76em; columns: 2; column-gap: 6mm; padding-left: 2em; } "
    "ol.notes li { margin: .1em 0; } td, th { padding: .15em .3em .15em 0; }</style>"
)


_TIGHT = "<style>h2 { margin: .7em 0 .2em; } li { margin: .1em 0; } ol.notes { font-size: .7em; } footer { margin-top: .5em; }</style>"


class Footnotes:
    """Sources as numbered footnotes; one that is cited again keeps its number."""

    def __init__(self, data: Dataset) -> None:
        self._data = data
        self._told: dict[str, Facts] = {}
        self._cited: dict[str, tuple[int, Any]] = {}

    def mark(self, case: str, ids: Any, most: int = 3) -> str:
        """The numbers of the first sources (ids joined by semicolons; they stand in the order of their weight) as HTML.

        They stay on the line of the word before them.
        """
        found = self.told(case).sources("" if pd.isna(ids) else str(ids))[:most]
        numbers = [self._cited.setdefault(note_key(case, row), (len(self._cited) + 1, row))[0] for row in found]
        return f"&nbsp;<sup>{', '.join(map(str, numbers))}</sup>" if numbers else ""

    def told(self, case: str) -> Facts:
        """The facts of a case; its tables are cut out once."""
        return self._told.setdefault(case, Facts(self._data, case))

    def html(self) -> str:
        """The list of sources; empty when none was cited."""
        lines = [source_html(row, short=True) for _, row in self._cited.values()]
        return f"<h2>Sources</h2>{items(lines, 'ol', 'notes')}" if lines else ""


def design_sheet(data: Dataset, design: Design) -> str:
    """A design on A4 as a complete HTML document: what was chosen, what it makes, the cases to learn from, room to write."""
    notes = Footnotes(data)
    by = f" Drawn by {own(design['by'])}." if design["by"] else ""
    where = f"{own(design['place.city'])}. " if design["place.city"] else ""
    head = f"<p>{where}A design: imagined, not on record.{by} Date: ____________________</p>"
    body = [_STYLE, head, _chosen(design), _makes(data, design)]
    order = nearest(data, design, 20)
    if len(order):
        body += [_similar(data, order), _lacks(data, design, list(order.index[:COMPANY])), _warned(data, list(order.index), notes)]
        body.append(_lessons(data, list(order.index[:NEAREST]), notes))
    body += [
        room_to_write(3, "What we take from these cases, and what we would do otherwise"),
        room_to_write(3, "The first step, by whom, by when"),
    ]
    return page(design.title, "".join(body) + notes.html(), data=data)


def case_card(data: Dataset, case: str) -> str:
    """A case on A5 as a complete HTML document: who, what, how it stands, what it learned. Raises ValueError for an unknown case."""
    data.one("cases", case)
    notes = Footnotes(data)
    card, told = Card(data, case), notes.told(case)
    row = told.row
    place = ", ".join(own(row[part]) for part in ("city", "country"))
    mine = " A record of your own." if row["own"] else ""
    sector = escape(load_codebook().label("sector", row["sector"]))
    head = f"<p>{place}, {card.years()}. {sector}.{mine}</p><p dir=auto>{escape(row['summary'])}</p>"
    fields = ("ownership_model", "decision_right", "participation_level", "status", "end_reason")
    facts = "".join(_fact(told, field, notes) for field in fields if told.state(field) != "does_not_apply")
    roles = "".join(_fact(told, f"roles.{role}", notes) for role in ROLES)
    rated = "".join(_rated(told, domain) for domain in DOMAINS)
    front = (
        f"{head}<div class=side><div><h2>Who does what</h2><table>{roles}</table></div><div><h2>What came of it</h2><table>{rated}</table></div>"
        f"</div><h2>Who decides, and how it stands</h2><table>{facts}</table>"
    )
    told = [
        _learned(data, case, table, title, notes) for table, title in (("lessons", "What it learned"), ("challenges", "What made it hard"))
    ]
    back = f"<div class=new-page></div>{''.join(told)}{room_to_write(2, 'What surprises us')}"
    return page(row["name"], _STYLE + _TIGHT + front + back + notes.html(), paper="a5", data=data.only([case]))


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
    rows = learned(data, [case], table).head(_MOST_ON_CARD)
    return f"<h2>{title}</h2>{items([f'{own(row.text)}{notes.mark(case, row.sources, 2)}' for row in rows.itertuples()])}"


def _chosen(design: Design) -> str:
    """The ten blocks with what was chosen; an open one leaves a line to write on."""
    boxes = []
    for at, block in enumerate(BLOCKS, start=1):
        words = words_of(design, block)
        lines = items([f"{escape(label)}: <b>{own(text)}</b>" for label, text in words]) if words else room_to_write(2)
        boxes.append(f"<div class=box><b>{at}. {escape(block.ask)}</b>{lines}</div>")
    return f"<div class=two>{''.join(boxes)}</div>"


def _makes(data: Dataset, design: Design) -> str:
    book, made = load_codebook(), design.model
    plans, delivers = ("open" if side == "not_found" else who(side) for side in place_of(design.codes))
    lines = [f"Who plans: <b>{plans}</b>. Who delivers: <b>{delivers}</b>. (Bovaird, 2007)"]
    if made is not None:
        name = (
            book.label("ownership_model", made.model)
            if made.model
            else f"none of the codebook's {number(len(book.codes('ownership_model')))}"
        )
        lines.append(f"Ownership model: <b>{escape(name)}</b>. {escape(made.because)}")
    chosen = design["ownership_model"]
    if chosen and made is not None and chosen != made.model:
        lines.append(
            f"We chose another model: <b>{escape(book.label('ownership_model', chosen))}</b>. {escape(said(book.codes('ownership_model')[chosen].definition))}"
        )
    view = outlook(design)
    lines.append(escape(view.text) + (f" Can block alone: {escape(', '.join(view.blockers) or 'nobody')}." if view.room else ""))
    return f"<section><h2>What it makes</h2>{items(lines)}</section>"


def _similar(data: Dataset, order: pd.DataFrame) -> str:
    book, entries = load_codebook(), []
    for case, row in order.head(NEAREST).iterrows():
        alike, apart = (
            escape(", ".join(book.label(field).lower() for field in row[kind]) or "nothing") for kind in ("shared", "different")
        )
        entries.append(f"<b>{Card(data, str(case)).title()}</b>, {own(data.cases.at[case, 'city'])}. Alike: {alike}. Different: {apart}.")
    return f"<section><h2>The real cases most like it</h2>{items(entries, 'ol')}</section>"


def _lacks(data: Dataset, design: Design, company: list[str]) -> str:
    book, table = load_codebook(), lacking(data, design, company)
    entries = [
        f"{row.used} of {row.of} had: {escape(book.label(row.field, row.code).lower())}" for row in table[table["used"] > 1].itertuples()
    ]
    return f"<section><h2>What similar cases had, and our design has not</h2>{items(entries, 'ul', 'two')}</section>" if entries else ""


def _warned(data: Dataset, order: list[str], notes: Footnotes) -> str:
    book, entries = load_codebook(), []
    table = troubled(data, order)
    for case, row in table.head(NEAREST).iterrows():
        reason = "" if pd.isna(row["end_reason"]) else f", {book.label('end_reason', str(row['end_reason'])).lower()}"
        hard = learned(data, [str(case)], "challenges").head(2)
        told = " ".join(f"{own(one.text)}{notes.mark(str(case), one.sources)}" for one in hard.itertuples())
        entries.append(
            f"<b>{Card(data, str(case)).title()}</b> ({book.label('status', str(row['status'])).lower()}{escape(reason)}): {told}"
        )
    near = int((table["rank"] <= COMPANY).sum())
    first = f"<p>{near} of the {min(COMPANY, len(order))} most similar ended, stalled or were weakened.</p>"
    return f"<section><h2>Warnings</h2>{first}{items(entries)}</section>"


def _lessons(data: Dataset, cases: list[str], notes: Footnotes) -> str:
    rows = learned(data, cases)
    rows = rows[rows.groupby("case").cumcount() < _MOST_LESSONS // len(cases)]
    entries = [f"{own(row.text)} ({own(data.cases.at[row.case, 'city'])}){notes.mark(row.case, row.sources)}" for row in rows.itertuples()]
    return f"<section><h2>Lessons to weigh</h2>{items(entries)}</section>"
