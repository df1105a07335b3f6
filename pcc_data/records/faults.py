"""Faults: what is wrong, where, what was found, what is allowed, and what was probably meant."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from pcc_data.errors import listed, nearest
from pcc_data.say import say

MOST_FAULTS = 500
"""So many faults of one file are told; a file that is no record at all would bury the rest."""
_LONGEST = 60


@dataclass(frozen=True, order=True)
class Fault:
    """One fault of one file.

    `line` counts from 1. `field` is the path to the value; items of a list count from 1, as people do:
    `boards[2].blocs[1].seats` is the seats of the first bloc of the second board. `item` is what people call it: the id
    of a source, the name of a board, the year of an event.
    """

    file: str
    line: int
    field: str
    problem: str
    allowed: str = ""
    suggestion: str = ""
    item: str = ""
    warning: bool = False
    """Whether it is only doubtful, and allowed."""

    def told(self) -> str:
        """What is wrong, without the file and the line."""
        where = f"{self.field} ({self.item})" if self.item else self.field
        parts = [f"{where}: {self.problem}" if where else self.problem]
        if self.allowed:
            parts.append(say("fault.allowed", allowed=self.allowed))
        if self.suggestion:
            parts.append(say("fault.meant", word=self.suggestion))
        kind = f"{say('fault.warning')}: " if self.warning else ""
        return kind + "; ".join(parts)

    def __str__(self) -> str:
        return printable(f"{self.file}:{self.line}: {self.told()}")


@dataclass
class Report:
    """Collects the faults of one file. `items` holds what the items of its lists are called, by path."""

    file: str
    found: list[Fault] = field(default_factory=list)
    more: int = 0
    items: dict[str, str] = field(default_factory=dict)

    def add(
        self,
        line: int,
        path: str,
        problem: str,
        allowed: str | Iterable[str] = "",
        meant: object = None,
        among: Iterable[str] = (),
        also: Mapping[str, Iterable[str]] | None = None,
        warning: bool = False,
        guess: str = "",
    ) -> None:
        """Note a fault. `meant` is what was written: the nearest word of `among`, else of `allowed`, is suggested;
        `also` gives other words for them. `guess` is a suggestion that is known already."""
        if len(self.found) >= MOST_FAULTS:
            self.more += 1
            return
        words = [] if isinstance(allowed, str) else list(allowed)
        if not guess and meant is not None and len(str(meant)) <= 2 * _LONGEST:
            guess = nearest(meant, among or words, also) or ""
        told = listed(words, meant) if words else str(allowed or "")
        self.found.append(Fault(self.file, line, path, problem, told, guess, warning=warning))

    def join(self, faults: Iterable[Fault]) -> None:
        """Take over faults that were noted elsewhere."""
        for fault in faults:
            self.add(fault.line, fault.field, fault.problem, fault.allowed)

    def faults(self) -> list[Fault]:
        """All faults in the order of the lines; the last one tells how many were left out."""
        told = [replace(fault, item=self._item(fault.field)) for fault in sorted(self.found)]
        if self.more:
            told.append(Fault(self.file, told[-1].line, "", say("fault.more", n=str(self.more))))
        return told

    def _item(self, path: str) -> str:
        """What the items are called that a path leads through, from the outermost."""
        inside = (path[: end.end()] for end in re.finditer(r"\]", path))
        return ", ".join(self.items[item] for item in inside if self.items.get(item))


def shown(value: Any) -> str:
    """A value as people would write it, cut when long."""
    if value is None:
        return say("fault.nothing")
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, list):
        return say("fault.a-list", n=len(value))
    if isinstance(value, dict):
        return say("fault.a-group")
    text = str(value)
    cut = text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…"
    return f"'{cut}'" if isinstance(value, str) else cut


def printable(text: str) -> str:
    """The text in one line, with escapes in place of characters that would garble a terminal."""
    if text.isprintable():
        return text
    return "".join(sign if sign.isprintable() else sign.encode("unicode_escape").decode("ascii") for sign in text)
