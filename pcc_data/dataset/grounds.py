"""What a line of a teaching file rests on: lessons and challenges of cases, found by a few of their words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from pcc_data.dataset.dataset import Dataset


class Ground(NamedTuple):
    """What a line rests on: a lesson or challenge of a case, with the ids of its sources."""

    case: str
    kind: str
    text: str
    sources: str


def grounds(data: Dataset, line: dict[str, Any]) -> list[Ground]:
    """The lessons and challenges behind a line, of the cases that are in the data set."""
    found = []
    for part in line["from"]:
        rows = data.tables[part["kind"]]
        rows = rows[(rows["case"] == part["case"]) & rows["text"].str.contains(part["says"], regex=False)]
        found += [Ground(row.case, part["kind"], row.text, row.sources) for row in rows.itertuples()]
    return found
