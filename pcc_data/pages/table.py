"""A table with a row of headings; each of its rows begins with one too."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from markupsafe import Markup

from pcc_data.markup import Inside, tag


def table(heads: Sequence[str], rows: Iterable[Sequence[Inside]], css: str = "") -> Markup:
    """The table; of each row the first cell is its heading. A cell that is `td` already stays as it is."""
    head = tag("tr", [tag("th", text, scope="col") if text else tag("td") for text in heads])
    body = [tag("tr", tag("th", first, scope="row"), map(_cell, cells)) for first, *cells in rows]
    return tag("table", tag("thead", head), tag("tbody", body), css=css)


def _cell(inside: Inside) -> Markup:
    return inside if isinstance(inside, Markup) and inside.startswith("<td") else tag("td", inside)
