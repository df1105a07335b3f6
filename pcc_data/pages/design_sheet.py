"""A design as a sheet on A4, to print: what was chosen, what the cases say about it, and room for hands."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd
from markupsafe import Markup

from pcc_data.analysis.co_production import place_of, who
from pcc_data.codes import load_codebook, said
from pcc_data.designs.advice import COMPANY, NEAREST, SEARCHED, lacking, learned, nearest, outlook, troubled
from pcc_data.designs.blocks import BLOCKS, words_of
from pcc_data.markup import items, joined, own, say_html, tag
from pcc_data.pages.card import Card
from pcc_data.pages.footnotes import STYLE, Footnotes
from pcc_data.pages.sheets import page, room_to_write
from pcc_data.say import say

if TYPE_CHECKING:
    from pcc_data.dataset.dataset import Dataset
    from pcc_data.designs import Design


_MOST_LESSONS = 6


def design_sheet(data: Dataset, design: Design) -> Markup:
    """A design on A4 as a complete HTML document: what was chosen, what it makes, the cases to learn from, room to
    write."""
    notes, town, by = Footnotes(data), design["place.city"], design["by"]
    told = {"placed": bool(town), "city": own(town or ""), "signed": bool(by), "by": own(by or "")}
    body = [STYLE, tag("p", say_html("design-sheet.head", **told)), _chosen(design), _makes(design)]
    order = nearest(data, design, SEARCHED)
    if len(order):
        cases = list(order.index)
        body += [_similar(data, order), _lacks(data, design, cases[:COMPANY])]
        body += [_warned(data, cases, notes), _lessons(data, cases[:NEAREST], notes)]
    body += [room_to_write(3, say("design-sheet.room-cases")), room_to_write(3, say("design-sheet.room-first"))]
    return page(design.title, joined(body, notes.html()), data=data)


def _chosen(design: Design) -> Markup:
    """The ten blocks with what was chosen; an open one leaves a line to write on."""
    boxes = []
    for at, block in enumerate(BLOCKS, start=1):
        words = words_of(design, block)
        lines = items([joined(label, ": ", tag("b", own(text))) for label, text in words])
        boxes.append(tag("div", tag("b", f"{at}. {block.ask}"), lines if words else room_to_write(2), css="box"))
    return tag("div", boxes, css="two")


def _makes(design: Design) -> Markup:
    book, made, chosen = load_codebook(), design.model, design["ownership_model"]
    plans, delivers = (
        say("design-sheet.open") if side == "not_found" else who(side) for side in place_of(design.codes)
    )
    lines, models = [say_html("design-sheet.place", plans=plans, delivers=delivers)], book.codes("ownership_model")
    if made is not None and made.model:
        model = book.label("ownership_model", made.model)
        lines.append(say_html("design-sheet.model", model=model, because=made.because))
    elif made is not None:
        lines.append(say_html("design-sheet.no-model", n=len(models), because=made.because))
    if made is not None and chosen and chosen != made.model:
        told = {"model": book.label("ownership_model", chosen), "definition": said(models[chosen].definition)}
        lines.append(say_html("design-sheet.chosen", **told))
    view = outlook(design)
    blockers = ", ".join(view.blockers) or say("design-sheet.nobody")
    lines.append(say("design-sheet.vote", vote=view.text, blockers=blockers) if view.room else view.text)
    return tag("section", tag("h2", say("design-sheet.makes")), items(map(joined, lines)))


def _similar(data: Dataset, order: pd.DataFrame) -> Markup:
    book, entries = load_codebook(), []
    for case, row in order.head(NEAREST).iterrows():
        alike, apart = (
            ", ".join(book.phrase(field) for field in fields) or say("design-sheet.nothing")
            for fields in (row["shared"], row["different"])
        )
        told = {"name": Card(data, str(case)).title(), "city": own(data.cases.at[case, "city"])}
        entries.append(say_html("design-sheet.likeness", alike=alike, apart=apart, **told))
    return tag("section", tag("h2", say("design-sheet.similar")), items(entries, "ol"))


def _lacks(data: Dataset, design: Design, company: list[str]) -> Markup:
    book, table = load_codebook(), lacking(data, design, company)
    entries = [
        say("design-sheet.had", n=row.used, total=row.of, what=book.phrase(row.field, row.code))
        for row in table[table["used"] > 1].itertuples()
    ]
    if not entries:
        return Markup()
    return tag("section", tag("h2", say("design-sheet.lacks")), items(map(joined, entries), css="two"))


def _warned(data: Dataset, order: list[str], notes: Footnotes) -> Markup:
    book, table, entries = load_codebook(), troubled(data, order), []
    for case, row in table.head(NEAREST).iterrows():
        stands = book.phrase("status", str(row["status"]))
        if pd.notna(row["end_reason"]):
            stands += f", {book.phrase('end_reason', str(row['end_reason']))}"
        hard = learned(data, [str(case)], "challenges").head(2).itertuples()
        told = Markup(" ").join(joined(own(one.text), notes.mark(str(case), one.sources)) for one in hard)
        name = Card(data, str(case)).title()
        entries.append(say_html("design-sheet.warning", name=name, status=stands, told=told))
    near = int((table["rank"] <= COMPANY).sum())
    first = tag("p", say("design-sheet.troubled", n=near, total=min(COMPANY, len(order))))
    return tag("section", tag("h2", say("design-sheet.warnings")), first, items(entries))


def _lessons(data: Dataset, cases: list[str], notes: Footnotes) -> Markup:
    rows = learned(data, cases)
    rows = rows[rows.groupby("case").cumcount() < _MOST_LESSONS // len(cases)]
    entries = []
    for row in rows.itertuples():
        city = own(data.cases.at[row.case, "city"])
        told = say_html("design-sheet.lesson", lesson=own(row.text), city=city)
        entries.append(joined(told, notes.mark(row.case, row.sources)))
    return tag("section", tag("h2", say("design-sheet.lessons")), items(entries))
