"""A design as a sheet on A4, to print: what was chosen, what the cases say about it, and room for hands."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

import pandas as pd

from pcc_data.analysis.co_production import place_of, who
from pcc_data.codes import load_codebook, said
from pcc_data.designs.advice import COMPANY, NEAREST, SEARCHED, lacking, learned, nearest, outlook, troubled
from pcc_data.designs.blocks import BLOCKS, words_of
from pcc_data.markup import items, own
from pcc_data.pages.card import Card
from pcc_data.pages.footnotes import STYLE, Footnotes
from pcc_data.pages.sheets import page, room_to_write
from pcc_data.say import number

if TYPE_CHECKING:
    from pcc_data.dataset.dataset import Dataset
    from pcc_data.designs import Design


_MOST_LESSONS = 6


def design_sheet(data: Dataset, design: Design) -> str:
    """A design on A4 as a complete HTML document: what was chosen, what it makes, the cases to learn from, room to
    write."""
    notes = Footnotes(data)
    by = f" Drawn by {own(design['by'])}." if design["by"] else ""
    where = f"{own(design['place.city'])}. " if design["place.city"] else ""
    head = f"<p>{where}A design: imagined, not on record.{by} Date: ____________________</p>"
    body = [STYLE, head, _chosen(design), _makes(design)]
    order = nearest(data, design, SEARCHED)
    if len(order):
        cases = list(order.index)
        body += [_similar(data, order), _lacks(data, design, cases[:COMPANY])]
        body += [_warned(data, cases, notes), _lessons(data, cases[:NEAREST], notes)]
    body.append(room_to_write(3, "What we take from these cases, and what we would do otherwise"))
    body.append(room_to_write(3, "The first step, by whom, by when"))
    return page(design.title, "".join(body) + notes.html(), data=data)


def _chosen(design: Design) -> str:
    """The ten blocks with what was chosen; an open one leaves a line to write on."""
    boxes = []
    for at, block in enumerate(BLOCKS, start=1):
        words = words_of(design, block)
        lines = items([f"{escape(label)}: <b>{own(text)}</b>" for label, text in words]) if words else room_to_write(2)
        boxes.append(f"<div class=box><b>{at}. {escape(block.ask)}</b>{lines}</div>")
    return f"<div class=two>{''.join(boxes)}</div>"


def _makes(design: Design) -> str:
    book, made, chosen = load_codebook(), design.model, design["ownership_model"]
    plans, delivers = ("open" if side == "not_found" else who(side) for side in place_of(design.codes))
    lines = [f"Who plans: <b>{plans}</b>. Who delivers: <b>{delivers}</b>. (Bovaird, 2007)"]
    if made is not None:
        models = book.codes("ownership_model")
        name = (
            book.label("ownership_model", made.model) if made.model else f"none of the codebook's {number(len(models))}"
        )
        lines.append(f"Ownership model: <b>{escape(name)}</b>. {escape(made.because)}")
        if chosen and chosen != made.model:
            told = f"<b>{escape(book.label('ownership_model', chosen))}</b>. {escape(said(models[chosen].definition))}"
            lines.append(f"We chose another model: {told}")
    view = outlook(design)
    blockers = f" Can block alone: {escape(', '.join(view.blockers) or 'nobody')}." if view.room else ""
    lines.append(escape(view.text) + blockers)
    return f"<section><h2>What it makes</h2>{items(lines)}</section>"


def _similar(data: Dataset, order: pd.DataFrame) -> str:
    book, entries = load_codebook(), []
    for case, row in order.head(NEAREST).iterrows():
        alike, apart = (
            escape(", ".join(book.label(field).lower() for field in fields) or "nothing")
            for fields in (row["shared"], row["different"])
        )
        where = f"<b>{Card(data, str(case)).title()}</b>, {own(data.cases.at[case, 'city'])}"
        entries.append(f"{where}. Alike: {alike}. Different: {apart}.")
    return f"<section><h2>The real cases most like it</h2>{items(entries, 'ol')}</section>"


def _lacks(data: Dataset, design: Design, company: list[str]) -> str:
    book, table = load_codebook(), lacking(data, design, company)
    entries = [
        f"{row.used} of {row.of} had: {escape(book.label(row.field, row.code).lower())}"
        for row in table[table["used"] > 1].itertuples()
    ]
    if not entries:
        return ""
    return f"<section><h2>What similar cases had, and our design has not</h2>{items(entries, 'ul', 'two')}</section>"


def _warned(data: Dataset, order: list[str], notes: Footnotes) -> str:
    book, table, entries = load_codebook(), troubled(data, order), []
    for case, row in table.head(NEAREST).iterrows():
        stands = book.label("status", str(row["status"])).lower()
        if pd.notna(row["end_reason"]):
            stands += f", {book.label('end_reason', str(row['end_reason'])).lower()}"
        hard = learned(data, [str(case)], "challenges").head(2)
        told = " ".join(f"{own(one.text)}{notes.mark(str(case), one.sources)}" for one in hard.itertuples())
        entries.append(f"<b>{Card(data, str(case)).title()}</b> ({escape(stands)}): {told}")
    near = int((table["rank"] <= COMPANY).sum())
    first = f"<p>{near} of the {min(COMPANY, len(order))} most similar ended, stalled or were weakened.</p>"
    return f"<section><h2>Warnings</h2>{first}{items(entries)}</section>"


def _lessons(data: Dataset, cases: list[str], notes: Footnotes) -> str:
    rows = learned(data, cases)
    rows = rows[rows.groupby("case").cumcount() < _MOST_LESSONS // len(cases)]
    entries = [
        f"{own(row.text)} ({own(data.cases.at[row.case, 'city'])}){notes.mark(row.case, row.sources)}"
        for row in rows.itertuples()
    ]
    return f"<section><h2>Lessons to weigh</h2>{items(entries)}</section>"
