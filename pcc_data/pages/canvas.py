"""The blank canvas of a design on A3, to print and fill in by hand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from markupsafe import Markup

from pcc_data.codes import load_codebook
from pcc_data.designs.blocks import BLOCKS, FATE, SEATS, TEXTS, Block, answer, codes_of, question
from pcc_data.markup import items, joined, tag
from pcc_data.pages.sheets import page, room_to_write
from pcc_data.paths import asset
from pcc_data.say import say

if TYPE_CHECKING:
    from pcc_data.dataset.dataset import Dataset

_ROOM = {"summary": 2, "left_out": 2, "climate": 2, "duty": 2, FATE: 3}


def blank_canvas(data: Dataset) -> Markup:
    """The canvas as a complete HTML document on one side of A3, landscape: all blocks with boxes to tick and lines."""
    look, head = tag("style", Markup(asset("canvas.css"))), tag("p", say("canvas-page.head"))
    return page(say("canvas-page.title"), joined(look, head, canvas_blocks()), paper="a3", landscape=True, data=data)


def canvas_blocks() -> Markup:
    """The blocks of the canvas as a numbered list: what there is to choose with boxes, and room to write."""
    entries = [
        joined(tag("p", tag("b", f"{at}. {block.ask}"), css="canvas-ask"), _lines(block))
        for at, block in enumerate(BLOCKS, 1)
    ]
    return items(entries, "ul", "canvas-blocks")


def _lines(block: Block) -> list[Markup]:
    return [line for key in block.keys if (line := _line(key))]


def _line(key: str) -> Markup:
    """A key of a design: boxes for its codes, lines for its text, rows for seats."""
    book = load_codebook()
    if key in TEXTS or key == FATE:
        return room_to_write(_ROOM.get(key, 1), say("canvas-page.fate") if key == FATE else TEXTS[key])
    if key == SEATS:
        return joined(tag("p", say("design.seats-and-votes")), tag("div", css="write"), tag("div", css="write"))
    if not book.fields[key].codes:
        return Markup()
    boxes = [tag("span", f"☐\xa0{answer(key, code)}") + " " for code in codes_of(key)]
    return tag("p", tag("b", question(key)), " ", boxes)
