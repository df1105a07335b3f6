"""Written records read back exactly, also with readers of YAML 1.1."""

from __future__ import annotations

import math

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from pcc_data.records.reading import plain, read
from pcc_data.records.shape import Record, fields_of
from pcc_data.records.writing import WIDTH, dump_record

TRICKY = [
    "no",
    "on",
    "y",
    "NO",
    "null",
    "~",
    "",
    " ",
    "true",
    "12",
    "1e3",
    "0o17",
    "0x1f",
    "1_000",
    "12:30",
    "2012-03-01",
    ".inf",
    "a: b",
    "a #b",
    "#a",
    "- a",
    "-",
    "?",
    "key:",
    "[a]",
    "{a}",
    "*a",
    "&a",
    "!a",
    "|",
    ">",
    "%",
    "@",
    "`",
    "'",
    '"',
    "\\",
    "a\nb",
    "a\n",
    "\ta",
    "a  b",
    " a",
    "a ",
    "---",
    "... ",
    "<<",
    "=",
    "é",
    "𝒳",
    "\x00",
    "\x85",
    "\u2028",
    "\ufeff",
    "x" * 300,
    "word " * 60,
    ("two  spaces and " * 20).strip(),
    "- dash " * 30,
    "# hash " * 30,
    "9" * 50,
]
WORDS = st.text(alphabet=st.characters(codec="utf-8"), max_size=30) | st.sampled_from(TRICKY)
SCALARS = st.none() | st.booleans() | st.integers(-(10**15), 10**15) | st.floats(allow_nan=False) | WORDS
VALUES = st.recursive(
    SCALARS, lambda inner: st.lists(inner, max_size=4) | st.dictionaries(WORDS, inner, max_size=4), max_leaves=15
)
KEYS = st.sampled_from(["id", "name", "boards", "place", "other"]) | WORDS


def same(left, right) -> bool:
    """Equal in value and type, at every depth."""
    if type(left) is not type(right):
        return False
    if isinstance(left, dict):
        return left.keys() == right.keys() and all(same(left[key], right[key]) for key in left)
    if isinstance(left, list):
        return len(left) == len(right) and all(map(same, left, right))
    return left == right


def _again(record: dict) -> dict:
    root, faults = read(dump_record(record), "a.yaml")
    assert root is not None and not faults, (faults, dump_record(record))
    return plain(root)


@given(st.dictionaries(KEYS, VALUES, min_size=1, max_size=5))
def test_whatever_is_written_is_read_back(record):
    assert same(_again(record), record)


@pytest.mark.parametrize("text", TRICKY)
def test_tricky_texts_mean_the_same_to_yaml_1_1(text):
    record = {"name": text, "gaps": [text, text], "place": {"city": text}}
    assert same(_again(record), record)
    assert same(yaml.safe_load(dump_record(record)), record)


def test_not_a_number_is_written():
    assert math.isnan(_again({"a": math.nan})["a"])


def test_every_record_keeps_its_values(records):
    assert records
    for record in records:
        assert same(_again(record), record), record["id"]


def test_a_record_is_readable(text, record):
    lines = text.splitlines()
    assert lines[0] == "# yaml-language-server: $schema=../schema.json" and lines[1] == ""
    assert "    sources: [s1, s5, s14, s26]" in lines and "summary: >-" in lines
    assert all(len(line) <= WIDTH or " " not in line.split(": ", 1)[-1] for line in lines)
    assert [line.split(":")[0] for line in lines if line[:1].isalpha()] == [
        key for key in fields_of(Record) if key in record
    ]
    assert lines[lines.index("place:") - 1] == "" == lines[lines.index("roles:") - 1]
    shuffled = dict(sorted(record.items(), reverse=True))
    assert dump_record(shuffled) == text


def test_what_no_record_can_hold_is_an_error():
    with pytest.raises(TypeError, match="cannot hold"):
        dump_record({"name": object()})
