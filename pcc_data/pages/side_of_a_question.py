"""Lines of a teaching file that rest on a record: where they come from, and its words with their sources."""

from __future__ import annotations

from typing import Any

from markupsafe import Markup

from pcc_data.codes import load_codebook
from pcc_data.dataset.dataset import Dataset
from pcc_data.dataset.grounds import grounds
from pcc_data.markup import details, items, joined, say_html, tag
from pcc_data.pages.card import Card
from pcc_data.say import listed, say


def place_of(data: Dataset, line: dict[str, Any]) -> str:
    """'Recoleta, Chile (weakened, 2026)': the case of a line and how it stands; its absence where the data lack it."""
    case = line["from"][0]["case"]
    if case not in data.cases.index:
        return say("grounded.absent")
    row = data.cases.loc[case]
    status = load_codebook().phrase("status", row["status"])
    where = listed(dict.fromkeys((row["city"], row["country"])), "unit")
    return say("grounded.place", where=where, status=status, year=str(row["status_as_of"]))


def record_says(data: Dataset, line: dict[str, Any], key: str) -> Markup:
    """What the record of a line says, folded, with its sources; empty where the data lack its case."""
    entries = []
    for ground in grounds(data, line):
        card = Card(data, ground.case)
        told = say_html("grounded.told", name=card.title(), text=ground.text)
        entries.append(joined(told, card.sources_list(ground.sources)))
    label = say("says-who.of", what=line["text"])
    return details(say("says-who"), items(entries), key=f"ground:{key}", label=label) if entries else Markup()


def side_html(data: Dataset, side: dict[str, Any], title: str, key: str) -> Markup:
    """One side of a question: its title, what a case tells, and who says so."""
    place = tag("span", place_of(data, side), css="pcc-quiet")
    return joined(tag("h4", title), tag("p", side["text"], " ", place), record_says(data, side, key))
