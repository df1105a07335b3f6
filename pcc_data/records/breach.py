"""What a rule finds wrong in a record."""

from __future__ import annotations

from typing import Any, NamedTuple

from pcc_data.records.reading import BROKEN
from pcc_data.say import say


class Breach(NamedTuple):
    """A rule broken at a path; `meant` is what was written, for the nearest word of `among`."""

    path: str
    problem: str
    allowed: str = ""
    meant: str | None = None
    among: tuple[str, ...] = ()


def breach(path: str, key: str, meant: str | None = None, among: tuple[str, ...] = (), **values: object) -> Breach:
    """A breach in the words of the message `key`: what is wrong is its part `problem`, what may stand there its part
    `allowed`."""
    return Breach(path, say(f"{key}.problem", **values), say(f"{key}.allowed", **values), meant, among)


def known(*values: Any) -> bool:
    """Whether all values are there and were not faulty."""
    return all(value is not None and value is not BROKEN for value in values)
