"""What a line of a teaching file rests on: lessons, challenges and events of cases, found by a few of their words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from pcc_data.dataset.dataset import Dataset


class Ground(NamedTuple):
    """What a line rests on: a lesson, challenge or event of a case, with the ids of its sources."""

    case: str
    kind: str
    text: str
    sources: str


def grounds(data: Dataset, line: dict[str, Any]) -> list[Ground]:
    """The lessons, challenges and events behind a line, of the cases that are in the data set.

    A part of `from` with a `year` finds an event of that year only.
    """
    found = []
    for part in line["from"]:
        rows = data.tables[part["kind"]]
        words = rows["label" if part["kind"] == "events" else "text"]
        fits = (rows["case"] == part["case"]) & words.str.contains(part["says"], regex=False)
        if "year" in part:
            fits &= rows["year"].eq(part["year"]).fillna(False)
        told = zip(rows["case"][fits], words[fits], rows["sources"][fits], strict=True)
        found += [Ground(case, part["kind"], text, sources) for case, text, sources in told]
    return found
