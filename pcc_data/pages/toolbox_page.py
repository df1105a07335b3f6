"""Picked lessons as a page to print, and where a lesson comes from."""

from __future__ import annotations

from typing import Any

import pandas as pd
from markupsafe import Markup

from pcc_data.codes import load_codebook
from pcc_data.dataset.dataset import Dataset
from pcc_data.markup import joined, say_html, tag
from pcc_data.pages import sheets
from pcc_data.pages.card import Card
from pcc_data.pages.footnotes import Footnotes
from pcc_data.say import say


def toolbox_page(data: Dataset, keys: tuple[str, ...], notes: dict[str, str], title: str, paper: str = "a4") -> Markup:
    """Picked lessons as a printable page: words, case, place, years, theme, note, room for handwriting, numbered
    sources."""
    book, sources, cases = load_codebook(), Footnotes(data), []
    parts = [tag("p", say("toolbox.page-head", n=len(keys)))]
    for number, key in enumerate(keys, start=1):
        table, at = key.split(":")
        row = data.tables[table].loc[int(at)]
        cases.append(row["case"])
        kind = say(f"toolbox.page-{table}", theme=book.phrase("lessons.theme", str(row["theme"])))
        teller = Card(data, row["case"]).told_by(row["sources"], row["text"])
        note = notes.get(key, "").strip()
        box = (
            tag("p", tag("b", f"{number}."), " ", row["text"], sources.marks([(row["case"], row["sources"])])),
            tag("p", f"{kind} {where_of(data.cases.loc[row['case']])}. {teller}.", css="quiet"),
            tag("p", say_html("toolbox.our-note", note=note)) if note else "",
            sheets.room_to_write(2, say("toolbox.room")),
        )
        parts.append(tag("section", box, css="box"))
    last = sheets.room_to_write(4, say("toolbox.first-step"))
    body = joined(parts, last, sources.html(addresses=True))
    return sheets.page(title, body, paper=paper, data=data.only(cases))


def where_of(case: Any) -> str:
    """Name, place and years of a case in one line."""
    start, end = (None if pd.isna(case[part]) else str(case[part]) for part in ("start_year", "end_year"))
    return say(
        "toolbox.where",
        name=case["name"],
        named=case["city"] in case["name"],
        city=case["city"],
        country=case["country"],
        start=start or say("toolbox.no-start"),
        end=end or "",
        years="to" if end else "since" if start else "open",
    )
