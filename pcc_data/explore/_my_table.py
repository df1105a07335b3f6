"""A table that somebody made from the data, with the words that name the exact data."""

from typing import Any

import pandas as pd

from pcc_data.codes import Codebook, load_codebook
from pcc_data.dataset.dataset import Dataset
from pcc_data.drawing.chart import table_html
from pcc_data.markup import details, joined, tag
from pcc_data.pages.view import View
from pcc_data.say import say


def my_table(data: Dataset, table: pd.DataFrame | pd.Series | None = None, title: str = "") -> View:
    """A table of your own with codes in words, how many cases stand behind it, and how to cite these data.

    `data` is what the table was made from, such as `data.only(old.index)`: its citation holds the hash of just these
    cases. `table` is what pandas made; without it, cases by scale and status, with sums. `.after_guess()` covers it.
    """
    frame = _denominators(data) if table is None else pd.DataFrame(table)
    caption = title or say("my-table.title" if table is None else "my-table.own")
    lines = joined(tag("p", data.cite()), tag("pre", data.cite(format="bibtex")))
    behind = tag("p", say("my-table.behind", n=len(data)), css="pcc-quiet")
    cite = details(say("my-table.cite"), lines, key="cite")
    return View(joined(tag("h4", caption), table_html(in_words(frame)), behind, cite))


def in_words(frame: pd.DataFrame) -> pd.DataFrame:
    """The frame with the codebook's labels: in its index and columns where these are codes of the field whose name they
    bear, or are fields themselves."""
    book, told = load_codebook(), frame.copy()
    told.index, told.columns = _axis(told.index, book), _axis(told.columns, book)
    return told


def _axis(axis: Any, book: Codebook) -> Any:
    if isinstance(axis, pd.MultiIndex):
        return pd.MultiIndex.from_arrays([_axis(axis.get_level_values(at), book) for at in range(axis.nlevels)])
    field = _field(axis.name, book)
    codes = book.codes(field) if field in book.fields and book.fields[field].codes else {}
    words = [
        book.label(field, code) if code in codes else book.label(_field(code, book)) if _field(code, book) else code
        for code in map(_plain, axis)
    ]
    return pd.Index(words, name=book.label(field) if field else axis.name, dtype=object)


def _field(name: Any, book: Codebook) -> str:
    """The field behind a name: `status`, `reach` for place.reach, an outcome; empty for others."""
    found = [key for key in (str(name), f"place.{name}", f"outcomes.{name}") if key in book.fields]
    return found[0] if found else ""


def _plain(code: Any) -> Any:
    return code if isinstance(code, int | float) else str(code)


def _denominators(data: Dataset) -> pd.DataFrame:
    """Cases by scale and status; the last row and column are sums."""
    cases, all_cases = data.cases, say("my-table.all")
    counts = pd.crosstab(cases["scale"].astype(object), cases["status"].astype(object))
    scales, states = (cases[name].cat.categories for name in ("scale", "status"))
    counts = counts.reindex(index=scales, columns=states, fill_value=0)
    counts.index.name, counts.columns.name = "scale", "status"
    counts[all_cases] = counts.sum(axis=1)
    counts.loc[all_cases] = counts.sum()
    return counts
