"""A design as a sheet on A4, to print: one page with what was chosen and room to write, and an annex with what real
cases say about it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd
from markupsafe import Markup

from pcc_data.analysis.co_production import place_of, who
from pcc_data.codes import load_codebook, said
from pcc_data.designs.advice import COMPANY, NEAREST, SEARCHED, lacking, learned, nearest, outlook, troubled
from pcc_data.designs.blocks import BLOCKS, FATE, SEATS, TEXTS, Block, answer, answers, question, value_of
from pcc_data.designs.blocks import seats_in_words as seats
from pcc_data.markup import items, joined, own, say_html, tag
from pcc_data.pages.card import Card
from pcc_data.pages.footnotes import STYLE, Footnotes
from pcc_data.pages.sheets import page
from pcc_data.say import say
from pcc_data.tables.spec import ROLES

if TYPE_CHECKING:
    from pcc_data.dataset.dataset import Dataset
    from pcc_data.designs import Design


_MOST_LACKS, _MOST_LESSONS, _HARD = 8, 1, 1
"""What the annex tells at most: means that others had, lessons of a case, challenges of a case."""
_ONE_LINE = ("place.city", "name")
_STYLE = Markup(
    "<style>body { font-size: 8.8pt; line-height: 1.32; } h1 { font-size: 17pt; margin-bottom: .1em; } .box { padding:"
    " 1.6mm 2.2mm; margin: 0 0 2.2mm; } .two { column-gap: 3mm; } .box p { margin: .3mm 0; } .box b.ask { display:"
    " block; } .box .write { height: 6.4mm; } .line { display: flex; gap: 1.5mm; align-items: flex-end; min-height:"
    " 6mm; } .line > i { flex: 1; border-bottom: 1px solid #999; } .roles td, .roles th { width: 16.6%; border: 1px"
    " solid #777; padding: 1mm 1.5mm; height: 7mm; } .roles { margin: 1mm 0 2.2mm; } .said { font-weight: 650; }"
    "</style>"
)


def design_sheet(data: Dataset, design: Design) -> Markup:
    """A design on A4 as a complete HTML document: one page with what was chosen, where what is open leaves room to
    write, and an annex with the cases to learn from."""
    notes, town, by = Footnotes(data), design["place.city"], design["by"]
    told = {"placed": bool(town), "city": own(town or ""), "signed": bool(by), "by": own(by or "")}
    boxes = tag("div", [_box(design, block) for block in BLOCKS], css="two")
    body = [STYLE, _STYLE, tag("p", say_html("design-sheet.head", **told)), _roles(design), boxes]
    order = nearest(data, design, SEARCHED)
    if len(order):
        cases = list(order.index)
        parts = [_makes(design), _similar(data, order), _lacks(data, design, cases[:COMPANY])]
        parts += [_warned(data, cases, notes), _lessons(data, cases[:NEAREST], notes), notes.html()]
        body.append(tag("div", tag("h2", say("design-sheet.annex")), parts, css="new-page"))
    return page(design.title, joined(body), data=data)


def _roles(design: Design) -> Markup:
    """Who holds each of the six roles; an open one is an empty field."""
    book, fields = load_codebook(), [f"roles.{role}" for role in ROLES]
    heads = [tag("th", book.label(field)) for field in fields]
    held = [value_of(design, field) for field in fields]
    cells = [
        tag("td", answer(field, code) if code else "", css="said") for field, code in zip(fields, held, strict=True)
    ]
    return tag("table", tag("tr", heads), tag("tr", cells), css="roles")


def _box(design: Design, block: Block) -> Markup:
    """A block: its question, and below it what was chosen; roles stand in their own table."""
    keys = [key for key in block.keys if not key.startswith("roles.") and key not in _ONE_LINE]
    lines = [_fate(design)] if FATE in keys else [_line(design, key) for key in keys]
    if SEATS in keys and outlook(design).room:
        lines.append(tag("p", outlook(design).text))
    return tag("div", tag("b", block.ask, css="ask"), lines, css="box")


def _line(design: Design, key: str) -> Markup:
    """What a key holds, behind what it is called; room to write where it is open."""
    value, coded = value_of(design, key), key not in TEXTS and key != SEATS
    label = TEXTS.get(key) or (say("design.seats-and-votes") if key == SEATS else question(key))
    if value:
        words = seats(value) if key == SEATS else answers(key, value) if coded else own(value)
        return tag("p", label, " ", tag("span", words, css="said"))
    if coded:
        return tag("p", tag("span", label), tag("i"), css="line")
    return joined(tag("p", label), tag("div", css="write"))


def _fate(design: Design) -> Markup:
    """The card that was drawn and the answer, or room for both."""
    card, clause = design["fate.card"], design["fate.answer"]
    first = tag("p", own(card)) if card else joined(tag("p", say("design.fate")), tag("div", css="write"))
    label = tag("p", say("design.our-answer"), " ", tag("span", own(clause or ""), css="said"))
    return joined(first, label, "" if clause else tag("div", css="write"))


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
        for row in table[table["used"] > 1].head(_MOST_LACKS).itertuples()
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
        hard = learned(data, [str(case)], "challenges").head(_HARD).itertuples()
        told = Markup(" ").join(joined(own(one.text), notes.mark(str(case), one.sources)) for one in hard)
        name = Card(data, str(case)).title()
        entries.append(say_html("design-sheet.warning", name=name, status=stands, told=told))
    near = int((table["rank"] <= COMPANY).sum())
    nearest_one = own(data.cases.at[table.index[0], "city"]) if len(table) else ""
    told = {"n": near, "total": min(COMPANY, len(order)), "found": len(table), "first": nearest_one}
    first = tag("p", say_html("design-sheet.troubled", **told))
    return tag("section", tag("h2", say("design-sheet.warnings")), first, items(entries))


def _lessons(data: Dataset, cases: list[str], notes: Footnotes) -> Markup:
    rows = learned(data, cases)
    rows = rows[rows.groupby("case").cumcount() < _MOST_LESSONS]
    entries = []
    for row in rows.itertuples():
        city = own(data.cases.at[row.case, "city"])
        told = say_html("design-sheet.lesson", lesson=own(row.text), city=city)
        entries.append(joined(told, notes.mark(row.case, row.sources)))
    return tag("section", tag("h2", say("design-sheet.lessons")), items(entries))
