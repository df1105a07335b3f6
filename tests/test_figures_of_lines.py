"""A line of a teaching file that rests on facts of records (`from`) has no figure that these facts, or others with the
same sources, do not have."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import pytest
import yaml

from pcc_data.dataset.grounds import grounds
from tests.teaching_texts import figures_of, numbers
from tests.test_reading import ADDRESSES, TEACHING

_LABEL = re.compile(r"^(?:Clauses?|Terms?) \d+(?:(?:, | and )\d+)*\.")
"""The clause or term of a tool that a line is about."""


def lines(part: Any) -> Iterator[dict[str, Any]]:
    """All parts of a teaching file that name facts of records."""
    if isinstance(part, dict):
        first = (part.get("from") or [None])[0] if isinstance(part.get("from"), list) else None
        if isinstance(first, dict) and "says" in first:
            yield part
        for inner in part.values():
            yield from lines(inner)
    elif isinstance(part, list):
        for inner in part:
            yield from lines(inner)


LINES = [(file.stem, line) for file in TEACHING for line in lines(yaml.safe_load(file.read_text(encoding="utf-8")))]


def figures(line: dict[str, Any]) -> set[float]:
    """The figures that people read in a line, without its number and its label."""
    texts = [text for key, text in line.items() if isinstance(text, str) and key not in {*ADDRESSES, "number"}]
    return set().union(*(numbers(_LABEL.sub("", text)) for text in texts))


def test_figures_of_a_line_stand_in_the_facts_it_rests_on(data, records):
    by_id = {record["id"]: record for record in records}
    for file, line in LINES:
        known = set()
        for ground in grounds(data, line):
            known |= figures_of(by_id[ground.case], ground.sources.split(";")) | numbers(ground.text)
        assert figures(line) <= known, (file, line)


def test_there_are_lines_with_figures():
    assert len(LINES) > 100 and sum(bool(figures(line)) for _, line in LINES) > 5
    assert figures({"text": "Terms 2 and 8. With leases of ten years, 434 of 600.", "number": "4"}) == {434, 600}


@pytest.mark.parametrize("text", ["Clause 4. A park", "Terms 4, 5 and 7. In Jakarta"])
def test_labels_are_no_figures(text):
    assert figures({"text": text}) == set()
