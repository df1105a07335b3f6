"""YAML as records use it: the core schema of YAML 1.2, lines, and what is refused."""

from __future__ import annotations

import math

import pytest

from pcc_data.records.reading import MAX_BYTES, plain, read


def _value(text: str):
    root, faults = read(text, "a.yaml")
    assert root is not None and not faults, faults
    return plain(root)


@pytest.mark.parametrize(
    "text",
    [
        "no",
        "on",
        "NO",
        "yes",
        "off",
        "y",
        "2012-03-01",
        "1_000",
        "12:30",
        "1.2.3",
        "1e",
        "=",
        "0b1",
        "<<",
        "nUll",
        "tRue",
        "s1",
        "-a",
        "+",
        ".",
        "1,5",
        "0x",
        "12kW",
    ],
)
def test_these_words_stay_texts(text):
    assert _value(f"a: {text} ") == {"a": text}


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("12", 12),
        ("-3", -3),
        ("+4", 4),
        ("007", 7),
        ("0o17", 15),
        ("0x1F", 31),
        ("1.5", 1.5),
        (".5", 0.5),
        ("1.", 1.0),
        ("1e3", 1000.0),
        ("-2E-2", -0.02),
        ("true", True),
        ("FALSE", False),
        ("null", None),
        ("~", None),
        ("", None),
        (".inf", math.inf),
        ("-.INF", -math.inf),
        ("'12'", "12"),
        ('"null"', "null"),
        ("'no'", "no"),
        ("1e999", math.inf),
    ],
)
def test_values_have_their_types(text, value):
    found = _value(f"a: {text}")["a"]
    assert found == value and type(found) is type(value)


def test_nan_is_read():
    assert math.isnan(_value("a: .nan")["a"])


def test_lines_of_keys_and_items():
    text = "# one\na: 1\nb:\n  - x\n  -\n    c: >-\n      long\n      text\n    d:\ne:\n  f: {g: 1,\n    h: 2}\n"
    root, _ = read(text, "a.yaml")
    assert root.value["a"].line == 2 and root.value["b"].line == 3
    first, second = root.value["b"].value
    assert (first.line, second.line, second.value["c"].line, second.value["d"].line) == (4, 6, 6, 9)
    assert root.value["e"].value["f"].value["h"].line == 12


LAUGHS = "a: &a [x,x]\nb: &b [*a,*a]\nc: &c [*b,*b]\n"


@pytest.mark.parametrize(
    ("data", "line", "told"),
    [
        (LAUGHS, 1, "an anchor (found &a)"),
        ("a: 1\nb: *x\n", 2, "an alias (found *x)"),
        ("a: 1\nb: !!python/object:os.system x\n", 2, "a tag"),
        ("a: 1\na: 2\n", 2, "twice (found in lines 1 and 2)"),
        ("r:\n  x: 1\n  y: 1\n  x: 2\n", 4, "r.x: the key is there twice (found in lines 2 and 4)"),
        ("a: 1\n---\nb: 2\n", 2, "a second document"),
        ("", 1, "the file is empty"),
        ("# only a comment\n", 1, "the file is empty"),
        ("a:\n\t- 1\n", 2, "a tab"),
        ("a: 1\nb: \x00\n", 2, "invisible character (found U+0000)"),
        ("a: 1\nb: \x07\n", 2, "invisible character (found U+0007)"),
        ("a: 1\nb: x\u202ey\n", 2, "U+202E"),
        ("a: x\u2028b: y\n", 1, "U+2028"),
        ("a: 1\n".encode("utf-16"), 1, "UTF-16"),
        (b"a: 1\nb: \xe9\n", 2, "not UTF-8 text (found the byte 0xe9)"),
        ("a: \ud800\n", 1, "not UTF-8"),
        ("a: 1\nb: this: that\n", 2, "put the text in quotes"),
        ("a: 1\nb: 'open\n", 2, "not closed"),
        ("a: [1\nb: 2\n", 1, "bracket"),
        ("a: 1\n  b: 2\n", 2, "YAML"),
        ("a: @x\n", 1, "in quotes"),
        ("? [a]\n: 1\n", 1, "a key that is itself a list"),
        ("a: 1\n*x : 2\n", 2, "an alias"),
        (f"a: 1\nb: {'9' * 5000}\n", 2, "a number of 5000 digits"),
        ("[" * 100_000, 1, "nested deeper"),
        ("- " * 100_000, 1, "nested deeper"),
        ("{a: " * 5000, 1, "nested deeper"),
        ("x" * (MAX_BYTES + 1), 1, "too large"),
    ],
)
def test_what_is_refused(data, line, told):
    _, faults = read(data, "a.yaml")
    assert faults and faults[0].line == line and told in str(faults[0]), faults


def test_faults_of_reading_name_the_field():
    _, faults = read("a:\n  - b: 1\n  - c: *x\n", "a.yaml")
    assert faults[0].field == "a[2].c"
