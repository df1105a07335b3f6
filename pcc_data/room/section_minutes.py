"""How long the sections of a notebook take: counted from what there is to read, guess, look at and discuss."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any

from pcc_data.teaching import teaching

_SHOWS = re.compile(r"pcc\.(explore|charts)\.(?!references|take_home|meanings)")


def section_minutes(cells: Iterable[Any], key: str, explain: str = "explain") -> dict[str, float]:
    """Minutes in a room of each section but plays, by its heading; what stands before the first one has no name.

    Reading takes so many words a minute; what each guess, picture, question to discuss and self-check takes stands in
    `minutes.yaml`, and so do tasks of the notebook `key` (`2_1`). With `explain` think: minutes of one reader who
    discusses with nobody.
    """
    plan = teaching("minutes")
    rates, told = plan["rates"], plan["notebooks"].get(key, {})
    tasks, play = told.get("tasks", {}), told.get("play", {})
    found: dict[str, float] = {}
    for name, kind, text in sections(cells):
        found.setdefault(name, 0)
        if kind == "markdown":
            guesses, talks = (len(re.findall(rf"\*\*{word}", text)) for word in ("Guess", "Explain"))
            words = len(re.findall(r"\w+", text)) / rates["words_a_minute"]
            found[name] += words + guesses * rates["guess"] + talks * rates[explain]
        elif "self_check" in text:
            found[name] += rates["self_check"]
        elif _SHOWS.search(text) and name not in tasks | play:
            found[name] += rates["picture"]
    return {name: minutes + tasks.get(name, 0) for name, minutes in found.items() if name not in play}


def sections(cells: Iterable[Any]) -> Iterator[tuple[str, str, str]]:
    """The texts and the code of a notebook, each with the heading it stands under and its kind of cell."""
    name = ""
    for cell in cells:
        if cell.cell_type != "markdown":
            yield name, cell.cell_type, cell.source
            continue
        for part in re.split(r"(?m)^(?=## )", cell.source):
            heading = re.match(r"## (.+)", part)
            name = heading[1] if heading else name
            yield name, cell.cell_type, part
