"""What a line of a teaching file rests on: texts in the records of cases, found by a few of their words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from pcc_data.dataset.dataset import Dataset


_TEXT = {"codings": "basis", "events": "label"}
"""Where the words of a table stand; in the others under `text`."""


class Ground(NamedTuple):
    """What a line rests on: a lesson or challenge of a case, an event or the reason of a code, with the ids of its
    sources."""

    case: str
    kind: str
    text: str
    sources: str


def grounds(data: Dataset, line: dict[str, Any]) -> list[Ground]:
    """The texts behind a line (kinds: lessons, challenges, events, codings), of the cases that are in the data set."""
    found = []
    for part in line["from"]:
        rows = data.tables[part["kind"]]
        texts = rows[_TEXT.get(part["kind"], "text")]
        here = (rows["case"] == part["case"]) & texts.str.contains(part["says"], regex=False)
        rows = rows[here].assign(told=texts[here])
        found += [Ground(row.case, part["kind"], row.told, row.sources) for row in rows.itertuples()]
    return found
