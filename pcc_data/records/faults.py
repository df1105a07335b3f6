"""Faults: what is wrong, where, what was found, what is allowed, and what was probably meant."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from pcc_data.errors import nearest

MOST_FAULTS = 500
"""So many faults of one file are told; a file that is no record at all would bury the rest."""
_LONGEST = 60


@dataclass(frozen=True, order=True)
class Fault:
    """One fault of one file.

    `line` counts from 1. `field` is the path to the value; items of a list count from 1, as people do:
    `boards[2].blocs[1].seats` is the seats of the first bloc of the second board.
    """

    file: str
    line: int
    field: str
    problem: str
    allowed: str = ""
    suggestion: str = ""

    def __str__(self) -> str:
        parts = [f"{self.field}: {self.problem}" if self.field else self.problem]
        if self.allowed:
            parts.append(f"allowed: {self.allowed}")
        if self.suggestion:
            parts.append(f"did you mean {self.suggestion}?")
        return printable(f"{self.file}:{self.line}: " + "; ".join(parts))


@dataclass
class Report:
    """Collects the faults of one file."""

    file: str
    found: list[Fault] = field(default_factory=list)
    more: int = 0

    def add(
        self, line: int, path: str, problem: str, allowed: str | Iterable[str] = "", meant: object = None, among: Iterable[str] = ()
    ) -> None:
        """Note a fault. `meant` is what was written: the nearest word of `among`, else of `allowed`, is suggested."""
        if len(self.found) >= MOST_FAULTS:
            self.more += 1
            return
        words = [] if isinstance(allowed, str) else list(allowed)
        guess = ""
        if meant is not None and len(str(meant)) <= 2 * _LONGEST:
            guess = nearest(meant, among or words) or ""
        self.found.append(Fault(self.file, line, path, problem, listed(words) if words else str(allowed or ""), guess))

    def faults(self) -> list[Fault]:
        """All faults in the order of the lines; the last one tells how many were left out."""
        told = sorted(self.found)
        if self.more:
            told.append(Fault(self.file, told[-1].line, "", f"and {self.more} more faults in this file"))
        return told


def listed(words: Iterable[str]) -> str:
    """Words joined by commas; the first twelve of many."""
    words = list(words)
    return ", ".join(words[:12]) + (f" … ({len(words)} in all)" if len(words) > 12 else "")


def shown(value: Any) -> str:
    """A value as people would write it, cut when long."""
    if value is None:
        return "nothing"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, list):
        return f"a list of {len(value)}"
    if isinstance(value, dict):
        return "a group of keys"
    text = str(value)
    cut = text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…"
    return f"'{cut}'" if isinstance(value, str) else cut


def printable(text: str) -> str:
    """The text in one line, with escapes in place of characters that would garble a terminal."""
    if text.isprintable():
        return text
    return "".join(sign if sign.isprintable() else sign.encode("unicode_escape").decode("ascii") for sign in text)
