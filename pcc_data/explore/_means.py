"""What both sides put in: instruments, contributions and their combinations."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from pcc_data import charts
from pcc_data.codes import load_codebook
from pcc_data.explore._kit.controls import dropdown, toggles
from pcc_data.explore._kit.explorer import Explorer, empty
from pcc_data.explore._kit.filters import filters, narrowed
from pcc_data.explore._toolbox import FIELDS, GROUPS, KINDS
from pcc_data.markup import details, items

if TYPE_CHECKING:
    from pcc_data.dataset.dataset import Dataset


MEANS = "What does the public side put in, and what the community? Which groups differ?"


def means(data: Dataset) -> Explorer:
    """Public instruments, contributions of the community, challenges and lessons, counted in cases, group by group."""
    book = load_codebook()
    views = [
        ("Public instruments", "instruments"),
        ("What the community gives", "contributions"),
        ("Challenges", "challenges"),
        ("Lessons", "lessons"),
    ]
    controls = {
        "what": toggles("Count", views),
        "by": dropdown(
            "In groups of",
            [("all cases together", ""), *((book.label(field), field) for field in GROUPS)],
            "ownership_model",
        ),
        **filters("sector", "status"),
    }

    def draw(what: str, by: str, **where: str) -> str:
        part = narrowed(data, where)
        if not len(part):
            return empty("Choose all sectors or every status.")
        if what in KINDS:
            chart = charts.topics(part, what, by or None)
        else:
            chart = (charts.instruments if what == "instruments" else charts.contributions)(part, by or None)
        return chart.html() + _which(part, what)

    return Explorer(MEANS, controls, draw)


def _which(data: Dataset, what: str) -> str:
    """The cases behind the counts, by name; the words of lessons and challenges are in the toolbox."""
    book = load_codebook()
    column, field = ("theme", "lessons.theme") if what in KINDS else ("code", FIELDS[what])
    entries = []
    for code in book.codes(field):
        rows = data.tables[what][data.tables[what][column] == code]
        names = data.cases["name"].reindex(rows["case"].unique()).sort_values()
        entries.append(
            f"<b>{escape(book.label(field, code))}</b> ({len(names)} of {len(data)}):"
            f" {escape('; '.join(names) or 'none')}"
        )
    hint = "" if what not in KINDS else "<p>The words and sources of each are in the toolbox.</p>"
    return details("Which cases are these?", hint + items(entries), key="which")
