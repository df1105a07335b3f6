"""What a line of a teaching file rests on: lessons, challenges and other facts of cases, found by a few of their
words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from pcc_data.errors import pick

if TYPE_CHECKING:
    from pcc_data.dataset.dataset import Dataset


TEXTS = {
    "lessons": "text",
    "challenges": "text",
    "events": "label",
    "promises": "what",
    "work": "text",
    "codings": "basis",
    "outcomes": "basis",
}
"""Tables on which a line may rest, with the column of their words."""


class Ground(NamedTuple):
    """What a line rests on: a lesson, challenge or other fact of a case, with the ids of its sources."""

    case: str
    kind: str
    text: str
    sources: str


def grounds(data: Dataset, line: dict[str, Any]) -> list[Ground]:
    """The facts behind a line, of the cases that are in the data set. Raises ValueError for a kind that is none of
    TEXTS. A part of `from` with a `year` finds what is dated to that year only."""
    found = []
    for part in line["from"]:
        column = TEXTS[pick(part["kind"], TEXTS, "kind of fact")]
        rows = data.tables[part["kind"]]
        fits = (rows["case"] == part["case"]) & rows[column].str.contains(part["says"], regex=False, na=False)
        if "year" in part:
            fits &= rows["year"].eq(part["year"]).fillna(False)
        told = zip(rows["case"][fits], rows[column][fits], rows["sources"][fits], strict=True)
        found += [Ground(case, part["kind"], text, sources) for case, text, sources in told]
    return found
