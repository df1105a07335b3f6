"""Sources as numbered footnotes of a sheet, and the look that sheets share."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

import pandas as pd
from markupsafe import Markup

from pcc_data.dataset.citing import note_key, source_html
from pcc_data.dataset.facts import Facts
from pcc_data.markup import items, joined, tag
from pcc_data.say import say

if TYPE_CHECKING:
    from pcc_data.dataset.dataset import Dataset


STYLE = Markup(
    "<style>.two { columns: 2; column-gap: 6mm; } .two > * { break-inside: avoid; } .side { display: grid;"
    " grid-template-columns: 11fr 10fr; gap: 0 4mm; } .pcc-letter { display: inline-block; min-width: 1.5em;"
    " text-align: center; border: 1px solid #444; border-radius: 1mm; font-weight: 700; margin-right: .3em; } ol.notes"
    " { font-size: .76em; columns: 2; column-gap: 6mm; padding-left: 2em; } ol.notes li { margin: .1em 0; } td, th {"
    " padding: .15em .3em .15em 0; }</style>"
)


class Footnotes:
    """Sources as numbered footnotes; one that is cited again keeps its number."""

    def __init__(self, data: Dataset) -> None:
        self._data = data
        self._told: dict[str, Facts] = {}
        self._cited: dict[str, tuple[int, Any]] = {}

    def mark(self, case: str, ids: Any, most: int = 3) -> Markup:
        """The numbers of the first sources (ids joined by semicolons; they stand in the order of their weight) as HTML.

        They stay on the line of the word before them.
        """
        return self.marks([(case, ids)], most)

    def marks(self, behind: Iterable[tuple[str, Any]], most: int | None = None) -> Markup:
        """As `mark`, for what rests on several cases, each with its ids: up to `most` sources a case, a number once."""
        numbers: dict[int, None] = {}
        for case, ids in behind:
            for row in self.told(case).sources("" if pd.isna(ids) else str(ids))[:most]:
                numbers[self._cited.setdefault(note_key(case, row), (len(self._cited) + 1, row))[0]] = None
        return joined("\xa0", tag("sup", ", ".join(map(str, numbers)))) if numbers else Markup()

    def told(self, case: str) -> Facts:
        """The facts of a case; its tables are cut out once."""
        return self._told.setdefault(case, Facts(self._data, case))

    def html(self, *, addresses: bool = False) -> Markup:
        """The list of sources, with their addresses in words if these are wanted; empty when none was cited."""
        lines = []
        for _, row in self._cited.values():
            address = (". ", tag("span", row.url, css="quiet")) if addresses and pd.notna(row.url) else ""
            lines.append(joined(source_html(row, short=True), address))
        return joined(tag("h2", say("sheet.sources")), items(lines, "ol", "notes")) if lines else Markup()
