"""What both sides put in: instruments, contributions and their combinations."""

from __future__ import annotations

from typing import TYPE_CHECKING

from markupsafe import Markup

from pcc_data import charts
from pcc_data.codes import load_codebook
from pcc_data.explore._kit.controls import dropdown, in_words, toggles
from pcc_data.explore._kit.explorer import Explorer
from pcc_data.explore._kit.filters import filters, narrowed, none_left
from pcc_data.explore._toolbox import FIELDS, GROUPS, KINDS
from pcc_data.markup import details, items, joined, say_html, tag
from pcc_data.say import say

if TYPE_CHECKING:
    from pcc_data.dataset.dataset import Dataset


def means(data: Dataset) -> Explorer:
    """Public instruments, contributions of the community, challenges and lessons, counted in cases, group by group."""
    book = load_codebook()
    groups = [(say("means.together"), ""), *((book.label(field), field) for field in GROUPS)]
    controls = {
        "what": toggles(say("means.what"), in_words("means.what", (*FIELDS, "challenges", "lessons"))),
        "by": dropdown(say("means.by"), groups, "ownership_model"),
        **filters("sector", "status"),
    }

    def draw(what: str, by: str, **where: str) -> Markup:
        part = narrowed(data, where)
        if not len(part):
            return none_left(where)
        if what in KINDS:
            chart = charts.topics(part, what, by or None)
        else:
            chart = (charts.instruments if what == "instruments" else charts.contributions)(part, by or None)
        return joined(chart.html(), _which(part, what))

    return Explorer(say("means.look"), controls, draw)


def _which(data: Dataset, what: str) -> Markup:
    """The cases behind the counts, by name; the words of lessons and challenges are in the toolbox."""
    book, entries = load_codebook(), []
    column, field = ("theme", "lessons.theme") if what in KINDS else ("code", FIELDS[what])
    table = data.tables[what]
    for code in book.codes(field):
        names = data.cases["name"].reindex(table.loc[table[column] == code, "case"].unique()).sort_values()
        head = say_html("explorer.names-of", what=book.label(field, code), n=len(names), total=len(data))
        entries.append(joined(head, "; ".join(names) or say("none")))
    hint = tag("p", say("means.hint")) if what in KINDS else ""
    return details(say("means.which"), joined(hint, items(entries)), key="which")
