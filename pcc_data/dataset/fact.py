"""A fact of a case: in words, with its address, its sources and its own year."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from pcc_data.say import say

Row = dict[str, Any]


@dataclass(frozen=True)
class Fact:
    """One recorded fact. `path` is its address, such as `votes[2].blocs[1]`; `strong` is what became of it, `remarks`
    what else is told of it, `sources` ids joined by semicolons, `basis` the record's own reason, `names` what it may be
    called."""

    path: str
    label: str
    text: str
    strong: str = ""
    remarks: tuple[str, ...] = ()
    sources: str = ""
    basis: str = ""
    year: int | None = None
    as_of: bool = False
    names: tuple[str, ...] = ()
    inner: tuple[Fact, ...] = ()
    row: Row = field(default_factory=dict)

    @property
    def said(self) -> str:
        """The fact in one line of plain text."""
        remarks = f" ({', '.join(self.remarks)})" if self.remarks else ""
        return f"{self.text}{' – ' if self.strong else ''}{self.strong}{remarks}"

    def walk(self) -> Iterator[Fact]:
        """The fact and those inside it."""
        yield self
        for part in self.inner:
            yield from part.walk()


ONE_OF = ("staff", "unpaid_work")
"""Groups of a record that are there once or not at all."""


def name_of(kind: str) -> str:
    """What one item of a list of a record, or such a group, is called."""
    return say(f"fact.one-{kind}")
