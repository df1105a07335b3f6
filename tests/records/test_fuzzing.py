"""Damaged records and designs: whatever was done to a file, the answer is a list of faults with lines, never an
exception."""

from __future__ import annotations

import contextlib
import random
from collections.abc import Callable

import pytest

from pcc_data.designs import DesignError, examples_dir
from pcc_data.designs.checking import check_text as check_design
from pcc_data.paths import datasets_dir
from pcc_data.records.checking import check_text

PUT = [
    "\t",
    "\x00",
    "'",
    '"',
    "[",
    "]",
    "{",
    "}",
    ":",
    " :",
    ": ",
    "- ",
    "\n",
    "\n\n",
    "#",
    "&a ",
    "*a",
    "!!x ",
    "|\n",
    ">\n",
    "---\n",
    "...\n",
]
PUT += [
    "%YAML 1.1\n",
    "?",
    "@",
    "`",
    "\u2028",
    "\ufeff",
    "é",
    "\ud800",
    "9" * 21,
    "1e999",
    ".nan",
    "null",
    "~",
    "[]",
    "{}",
    "true",
    "\r",
    "   ",
]
PUT += ["not_found", "a: b\n", "sources:\n", "blocs: []\n", "seats: 0\n", "<b>"]


def _line(change: Callable[[list[str], int], None]) -> Callable[[str, random.Random], str]:
    def changed(text: str, chance: random.Random) -> str:
        lines = text.split("\n")
        change(lines, chance.randrange(len(lines)))
        return "\n".join(lines)

    return changed


def _put(text: str, chance: random.Random) -> str:
    at = chance.randrange(len(text) + 1)
    return text[:at] + chance.choice(PUT) + text[at + chance.randrange(2) :]


def _cut(text: str, chance: random.Random) -> str:
    at = chance.randrange(len(text) + 1)
    return text[:at] + text[at + chance.choice([1, 2, 5, 40, 400, len(text)]) :]


DAMAGE = [
    _put,
    _put,
    _cut,
    _line(lambda lines, at: lines.pop(at)),
    _line(lambda lines, at: lines.insert(at, lines[-at])),
    _line(lambda lines, at: lines.__setitem__(at, f"  {lines[at]}")),
    _line(lambda lines, at: lines.__setitem__(at, lines[at].lstrip())),
    _line(lambda lines, at: lines.__setitem__(at, lines[at].replace(":", "", 1))),
]


def _damaged(text: str, chance: random.Random) -> str:
    for _ in range(chance.choice([1, 1, 1, 2, 3, 6])):
        text = chance.choice(DAMAGE)(text or "-", chance)
    return text


@pytest.mark.parametrize("seed", range(4))
def test_a_damaged_record_gives_faults_and_never_an_exception(seed):
    chance = random.Random(seed)
    files = sorted((datasets_dir() / "cases").glob("*.yaml"), key=lambda file: file.stat().st_size)[:15]
    for _ in range(100):
        file = chance.choice(files)
        text = _damaged(file.read_text("utf-8"), chance)
        data = chance.choice(
            [
                text,
                text.encode("utf-8", "surrogatepass"),
                text.encode("utf-8-sig", "replace"),
                text.encode("cp1252", "replace"),
            ]
        )
        record, faults = check_text(data, file.name)
        assert (record is None) == bool(faults)
        assert all(
            1 <= fault.line <= text.count("\n") + text.count("\r") + 1 and str(fault).isprintable() for fault in faults
        )


def test_a_damaged_design_gives_faults_and_no_other_exception():
    chance = random.Random(0)
    texts = [file.read_text("utf-8") for file in examples_dir().glob("*.yaml")]
    for _ in range(600):
        with contextlib.suppress(DesignError):
            check_design(_damaged(chance.choice(texts), chance), "a.yaml")
