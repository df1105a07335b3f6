"""References for those who write: BibTeX, and CSL-JSON, which Zotero, Pandoc and all that use citeproc read."""

from __future__ import annotations

import json
import re
from collections.abc import Collection, Mapping
from typing import Any

import pandas as pd

from pcc_data.say import own_records

_BIBTEX = str.maketrans(
    {
        **{char: f"\\{char}" for char in "&%$#_"},
        "\\": r"\textbackslash{}",
        "{": r"\textbraceleft{}",
        "}": r"\textbraceright{}",
        "^": r"\textasciicircum{}",
        "~": r"\textasciitilde{}",
    }
)
"""Braces by name: readers of BibTeX count them before they see a backslash in front."""
_IN_ADDRESS = str.maketrans({"{": "%7B", "}": "%7D"})
_IN_A_CONTAINER = {"press": "article-newspaper", "encyclopedia": "entry-encyclopedia"}
"""Kinds of sources whose publisher is the name of what holds them, in the words of CSL."""
_TYPES = {"book": "book", "interview": "interview", "archive": "manuscript", "document": "document"}


def bibtex(sources: pd.DataFrame) -> str:
    """One BibTeX entry a source, keyed `case:source`; what was not found is left out."""
    entries = []
    for row in sources.itertuples(index=False):
        parts = {
            "title": None if pd.isna(row.title) else f"{{{tex(row.title)}}}",
            "author": None if pd.isna(row.publisher) else f"{{{tex(row.publisher)}}}",
            "url": None if pd.isna(row.url) else row.url.translate(_IN_ADDRESS),
            "language": None if pd.isna(row.language) else row.language,
            "year": None if pd.isna(row.year) else str(row.year),
        }
        entries.append(bibtex_entry(f"{row.case}:{row.source}", parts))
    return "\n".join(entries)


def bibtex_entry(key: str, parts: Mapping[str, str | None]) -> str:
    """An entry of the kind that has no kind (@misc), with those parts that are there."""
    body = ",\n".join(f"  {name} = {{{value}}}" for name, value in parts.items() if value is not None)
    return f"@misc{{{key},\n{body}\n}}\n"


def tex(text: str) -> str:
    """A text in one line, with what means something to TeX set as a sign."""
    return re.sub("[ \t\n]+", " ", text).translate(_BIBTEX)


def csl_json(sources: pd.DataFrame, own: Collection[str] = ()) -> str:
    """A list with one item a source, whose id is `case:source` as in BibTeX; what was not found is left out.

    Who published a source is its author under the name it has (`literal`); of the press and of works of reference it is
    what holds the text. `own` names the cases that are the user's own, which a note tells.
    """
    return csl_text([_item(row, row.case in own) for row in sources.itertuples(index=False)])


def csl_text(entries: list[dict[str, Any]]) -> str:
    """CSL-JSON of items, without what they lack."""
    told = [{key: value for key, value in entry.items() if value is not None} for entry in entries]
    return json.dumps(told, indent=1, ensure_ascii=False) + "\n"


def csl_date(*parts: int) -> dict[str, list[list[int]]]:
    """A date for citeproc: a year, a year and a month, or a day."""
    return {"date-parts": [list(parts)]}


def _item(row: Any, own: bool) -> dict[str, Any]:
    publisher = None if pd.isna(row.publisher) else row.publisher
    held = row.kind in _IN_A_CONTAINER
    return {
        "id": f"{row.case}:{row.source}",
        "type": _IN_A_CONTAINER.get(row.kind) or _TYPES.get(row.kind) or _anything(row),
        "title": None if pd.isna(row.title) else row.title,
        "author": [{"literal": publisher}] if publisher and not held else None,
        "container-title": publisher if held else None,
        "issued": None if pd.isna(row.year) else csl_date(int(row.year)),
        "accessed": None if pd.isna(row.read_on) else csl_date(*map(int, row.read_on.split("-"))),
        "language": None if pd.isna(row.language) else row.language,
        "URL": None if pd.isna(row.url) else row.url,
        "archive": None if pd.isna(row.where) else row.where,
        "note": own_records(1) if own else None,
    }


def _anything(row: Any) -> str:
    """What a source is whose kind does not tell: a page, where it has an address."""
    return "document" if pd.isna(row.url) else "webpage"
