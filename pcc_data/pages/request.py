"""One request to the council that all tables sign, on A4."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from markupsafe import Markup

from pcc_data.markup import joined, own, tag
from pcc_data.pages.sheets import page, room_to_write
from pcc_data.say import say

if TYPE_CHECKING:
    from pcc_data.designs import Design

PARTS = ("ask", "whom", "when", "offer")
"""What a request says, in its order: one sentence, to whom, by when, what is offered."""
LEAST_TABLES = 8
_LINES = {"ask": 2, "whom": 1, "when": 1, "offer": 2}
_STYLE = Markup(
    "<style>.part { margin: 0 0 4mm; } .part p { margin: 0 0 1mm; } .said { font-size: 1.15em; } .part.ask .said {"
    " font-size: 1.5em; line-height: 1.3; font-weight: 650; } .tables td { height: 12.5mm; } .tables th:nth-child(1) {"
    " width: 32%; } .tables th:nth-child(2) { width: 40%; }</style>"
)


def request(said: Mapping[str, str], designs: Mapping[str, Design]) -> Markup:
    """The request as a complete HTML document: what was `said` under each of `PARTS`, a line to write on for what was
    not, and a row to sign for each table.

    `designs` are those of the tables, by letter; there are always rows for some more. Raises ValueError for a part that
    a request does not have.
    """
    strange = [key for key in said if key not in PARTS]
    if strange:
        raise ValueError(f"{strange[0]!r} is no part of a request. Allowed: {', '.join(PARTS)}.")
    parts = [_part(key, said.get(key, "").strip()) for key in PARTS]
    rows = [(joined(letter, ": ", own(one.title)), own(one["by"] or "")) for letter, one in designs.items()]
    rows += [(Markup(), Markup())] * max(2, LEAST_TABLES - len(rows))
    heads = [tag("th", say(f"request.column-{name}")) for name in ("table", "names", "signed")]
    signed = tag("table", tag("tr", heads), [_row(*row) for row in rows], css="tables")
    received = room_to_write(1, say("request.received"))
    body = joined(_STYLE, tag("p", say("request.head")), parts, tag("h2", say("request.sign")), signed, received)
    return page(say("request.title"), body, foot=say("request.foot"))


def _part(key: str, text: str) -> Markup:
    """A part: its question, and what was said or room to write."""
    told = tag("p", own(text), css="said") if text else room_to_write(_LINES[key])
    return tag("section", tag("p", tag("b", say(f"request.{key}"))), told, css=f"part {key}")


def _row(table: Markup, names: Markup) -> Markup:
    return tag("tr", tag("td", table), tag("td", names), tag("td", ""))
