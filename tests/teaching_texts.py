"""What texts of teaching files are held to: short sentences, and figures that stand in a fact with the same sources."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from statistics import mean
from typing import Any

LONGEST, MEAN = 25, 14
_NUMBER = re.compile(r"(?<![\w.])(\d{1,3}(?:,\d{3})+|\d+(?:\.\d+)?)(?: (million|billion))?")
_TIMES = {"million": 10**6, "billion": 10**9, "": 1}


def sentences(text: str) -> list[str]:
    """The sentences of a text."""
    return [part for part in re.split(r"(?<=[.?!])\s+", text.strip()) if part]


def reads_easily(texts: Iterable[str]) -> None:
    """Fail where a sentence is too long, or sentences are too long on average."""
    lengths = {part: len(part.split()) for text in texts for part in sentences(text)}
    assert max(lengths.values()) <= LONGEST, max(lengths, key=lengths.__getitem__)
    assert mean(lengths.values()) <= MEAN


def numbers(text: str) -> set[float]:
    """The figures of a text, millions counted."""
    found = _NUMBER.findall(text)
    return {round(float(figure.replace(",", "")) * _TIMES[times], 4) for figure, times in found}


def figures_of(record: dict[str, Any], ids: Iterable[str]) -> set[float]:
    """All figures in facts of a record that rest on one of these sources."""
    wanted = set(ids)
    return {figure for fact in _facts(record) if wanted & set(fact["sources"]) for figure in _figures(fact)}


def _facts(found: Any) -> Iterator[dict[str, Any]]:
    if isinstance(found, dict):
        listed = found.get("sources")
        if isinstance(listed, list) and listed and isinstance(listed[0], str):
            yield found
    for part in found.values() if isinstance(found, dict) else found if isinstance(found, list) else ():
        yield from _facts(part)


def _figures(found: Any) -> Iterator[float]:
    if isinstance(found, dict | list):
        for part in found.values() if isinstance(found, dict) else found:
            yield from _figures(part)
    elif isinstance(found, int | float) and not isinstance(found, bool):
        yield float(found)
    elif isinstance(found, str):
        yield from numbers(found)


def rests_on(record: dict[str, Any], text: str, ids: list[str]) -> None:
    """Fail where a text names a source that the record does not have, or a figure that no fact with its sources has."""
    assert ids and set(ids) <= {source["id"] for source in record["sources"]}, (record["id"], ids)
    missing = numbers(text) - figures_of(record, ids)
    assert not missing, (record["id"], missing, text)
