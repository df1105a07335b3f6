"""What a trainer reads on each step of a presented notebook: the plan's own words, or what the section holds."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any

from pcc_data.pages.run_lines import asked_in
from pcc_data.paths import number_of
from pcc_data.room.section_minutes import section_minutes, sections
from pcc_data.say import listed, say
from pcc_data.teaching import teaching

_ASKS = {"Guess": "guess", "Look": "look", "Do": "do", "Explain": "explain"}
_PARTS = re.compile(rf"^\*\*({'|'.join(_ASKS)})\b[^*]*\*\*\s*(.+?)(?=\n\n|\Z)", re.MULTILINE | re.DOTALL)
"""What a text asks of its reader, up to the end of its paragraph."""
_LAST = "last"  # a line of the plan for the last notebook, whichever that is


def step_notes(cells: Sequence[Any], stem: str, title: str) -> dict[str, list[str]]:
    """Paragraphs for the trainer by the heading of a section; what stands before the first one has the notebook's
    `title`.

    A section of a plan has the plan's lines. Of every other one it is said that no plan has it, how long it takes, and
    what it asks of people.
    """
    key = number_of(stem)
    first = next((name for name, _, _ in sections(cells) if name), title)
    planned, minutes = _planned(stem, key, first), _minutes(cells, key)
    texts: dict[str, list[str]] = {title: _begin(key)}
    ends = False
    for name, kind, text in sections(cells):
        said = texts.setdefault(name or title, _ending(key) if ends else [])
        said += _asked(text) if kind == "markdown" else [say("live.note-check")] * ("self_check" in text)
        ends |= "take_home" in text
    return {
        name: planned.get(name) or [*_place(name, key, minutes.get(name)), *dict.fromkeys(said)]
        for name, said in texts.items()
    }


def _planned(stem: str, key: str, first: str) -> dict[str, list[str]]:
    """What the plans say, by section; where they name none, it stands at the `first`."""
    notes: dict[str, list[str]] = {}
    for act, told in teaching("run_of_show")["acts"].items():
        for line in told["lines"]:
            here = line.get("notebook", act) in (stem, key) or (line.get("notebook") == _LAST and key[0].isdigit())
            if here:
                said = {name: line.get(name, "") for name in ("say", "moves", "makes", "wrong", "mend")}
                note = say("live.note", phones=asked_in(line) or "none", **said)
                notes.setdefault(line.get("section", first), []).append(note)
    return notes


def _minutes(cells: Sequence[Any], key: str) -> dict[str, float]:
    play = teaching("minutes")["notebooks"].get(key, {}).get("play", {})
    return section_minutes(cells, key) | play


def _begin(key: str) -> list[str]:
    """How to begin a notebook for a room; nothing for the others."""
    plan = teaching("minutes")
    told = plan["notebooks"].get(key, {})
    if "core" not in told:
        return []
    return [say("live.note-begin", minutes=told["room"], core=plan["core_minutes"][key], sections=told["core"])]


def _place(name: str, key: str, minutes: float | None) -> list[str]:
    """Where a section stands in the day, and how long it takes."""
    if minutes is None:
        return []
    told = teaching("minutes")["notebooks"].get(key, {})
    place = "play" if name in told.get("play", {}) else "core" if name in told.get("core", []) else "free"
    plans = listed(teaching("run_of_show")["plans"])
    return [say("live.note-minutes", place=place, minutes=max(1, round(minutes)), plans=plans)]


def _asked(text: str) -> Iterator[str]:
    """What a text asks of people, as something to say."""
    for word, said in _PARTS.findall(text):
        yield say(f"live.note-{_ASKS[word]}", text=_plain(said))


def _ending(key: str) -> list[str]:
    """Questions to talk about at the end, of the part that the notebook belongs to."""
    part = teaching("run_of_show")["debrief"].get(key[0])
    return [say("live.note-end", questions=" ".join(part["questions"]))] if part else []


def _plain(text: str) -> str:
    """A text without the marks of Markdown."""
    without = re.sub(r"\[([^\]]+)\]\([^)]*\)", r"\1", text)
    return " ".join(re.sub(r"[*`]", "", without).split())
