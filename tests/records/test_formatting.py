"""One layout for records: values and comments stay, a second run changes nothing, and what cannot be read is left
alone."""

from __future__ import annotations

import json
import os
import re
import shutil
import warnings
from pathlib import Path
from random import Random
from typing import Any
from urllib.parse import unquote

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import pcc_data as pcc
from pcc_data.app.cli import main
from pcc_data.paths import datasets_dir
from pcc_data.records.checking import check_text
from pcc_data.records.formatting import format_text
from pcc_data.records.reading import plain, read
from pcc_data.records.shape import Record, fields_of
from tests.records.conftest import CASE
from tests.records.untidy import Untidy

FILE = f"{CASE}.yaml"
CASES = sorted((datasets_dir() / "cases").glob("*.yaml"))
HOSTILE = [
    "a # no comment",
    "#hash first",
    "key: value",
    "ends with:",
    "'single' and \"double\"",
    "it''s {[so]}, - or ? not",
    "🏠 home 👩‍🌾 and 東京 القاهرة",
    "x" * 300,
    "long " * 60 + "end",
    "two  spaces  " * 12 + "end",
    "line\nbreak # here\n",
    "kept\n\n\n",
    "- dash",
    "> fold",
    "| keep",
    "no",
    "null",
    "1_000",
    "2020-01-01",
    "%@`&*!",
    " around ",
    "",
    "\\ back \\n slash",
]
TEXTS = st.sampled_from(HOSTILE) | st.text(
    alphabet=st.characters(codec="utf-8", exclude_categories=["C", "Zl", "Zp"]), max_size=40
)
KEYS = st.sampled_from(["text", "name", "sources", "blocs", "year", "status", "no", "a key # of our own", "1"])
SINGLE = (
    st.none()
    | st.booleans()
    | st.integers(-(10**9), 10**9)
    | st.floats(allow_nan=False)
    | TEXTS
    | st.sampled_from(["s1", "s2"])
)
VALUES = st.recursive(
    SINGLE, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEYS, inner, max_size=3), max_leaves=12
)
GROUPS = st.dictionaries(st.sampled_from(list(fields_of(Record))) | TEXTS, VALUES, max_size=6).map(
    lambda rest: {**rest, "id": "my-town"}
)
RANDOM = st.integers(0, 2**32).map(Random)


def _told(value: Any) -> str:
    """A value with its types, whatever the order of its keys."""
    return json.dumps(value, sort_keys=True)


def _values(text: str | bytes) -> Any:
    root, faults = read(text, FILE)
    assert root is not None and not faults, faults
    return plain(root)


def _in_format_2(record: dict[str, Any]) -> dict[str, Any]:
    gaps, base = record.get("gaps"), record.get("community_base")
    if isinstance(gaps, list):
        record = {**record, "gaps": [{"text": gap} if isinstance(gap, str) else gap for gap in gaps]}
    return {**record, "community_base": [base]} if isinstance(base, str) else record


def _formatted(text: str | bytes) -> str:
    done = format_text(text, FILE)
    assert done.text is not None and not done.faults, done.faults
    return done.text


@settings(max_examples=300)
@given(GROUPS, RANDOM)
def test_values_and_comments_stay_and_a_second_run_changes_nothing(record, random):
    untidy = Untidy(record, random)
    assert _told(_values(untidy.text)) == _told(record)
    once = _formatted(untidy.text)
    assert _told(_values(once)) == _told(_in_format_2(record))
    assert _formatted(once) == once
    comments = _formatted(Untidy(_values(once), Random(1), comments=False).text)  # what is left when comments are gone
    for word in untidy.comments:
        assert len(re.findall(rf"#.*\b{word}\b", once)) > len(re.findall(rf"#.*\b{word}\b", comments)), word


@pytest.mark.parametrize("file", CASES, ids=lambda file: file.stem)
def test_every_record_of_the_project_is_in_the_one_layout(file):
    assert format_text(file.read_bytes(), file.name) == (file.read_text("utf-8"), [], False)


@pytest.mark.parametrize("seed", range(6))
def test_a_record_whose_layout_was_damaged_gets_it_back(seed):
    file = CASES[seed * len(CASES) // 6]
    untidy = Untidy(_values(file.read_bytes()), Random(seed), comments=False).text
    assert untidy != file.read_text("utf-8") == _formatted(untidy)


def test_comments_go_with_what_they_stand_at():
    untidy = """\
# yaml-language-server: $schema=../mine.json
# Coded by two of us.

# the usual name
name: "Our roofs"   # or Solar Town
id: my-town
public_partners:
    # asked in 2020
    - level: municipal
      name: Town   # all of it
    # second
    - {level: national, name: State} # the ministry

gaps: [  # none yet
]
# To add one:
# gaps:
#   - text: …

sector: energy
roles:
  delivery: public
  # nobody told us
  capital: shared
    # deeper
summary: >-   # ours
  Long.
# right under it

# the end
"""
    assert (
        _formatted(untidy)
        == """\
# yaml-language-server: $schema=../mine.json
# Coded by two of us.

id: my-town

# the usual name
name: Our roofs  # or Solar Town
sector: energy

summary: Long.  # ours
# right under it

public_partners:
  # asked in 2020
  - name: Town  # all of it
    level: municipal
  # second
  - name: State  # the ministry
    level: national

roles:
  # nobody told us
  capital: shared
  # deeper
  delivery: public

gaps: []  # none yet
# To add one:
# gaps:
#   - text: …

# the end
"""
    )


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("sources: [s1, # main\n  s2]", "sources:\n  - s1  # main\n  - s2"),
        ("sources: [s1,\n  # then\n  s2]", "sources:\n  - s1\n  # then\n  - s2"),
        ("sources: [s1, s2] # both", "sources: [s1, s2]  # both"),
        ("summary: |  # kept\n  a\n  b\n", 'summary: "a\\nb\\n"  # kept'),
        ("summary: |+  # kept\n  a\n\n\n# next\nx: y", 'summary: "a\\n\\n\\n"  # kept\n# next\nx: "y"'),
        ("boards: # all\n- name: x", "boards:  # all\n  - name: x"),
        ("boards:\n- # one\n  name: x", "boards:\n  # one\n  - name: x"),
        ("region: # not found", "region: null  # not found"),
        ("gaps:\n- a text # why\n# next\n- b", "gaps:\n  - text: a text  # why\n  # next\n  - text: b"),
        ("community_base: users # mostly", "community_base: [users]  # mostly"),
        ('name: "a # b" # c', 'name: "a # b"  # c'),
        ("name: it's#no comment # c", "name: it's#no comment  # c"),
    ],
)
def test_a_comment_stays_where_it_can(before, after):
    text = _formatted(f"id: my-town\n{before}\n")
    assert text.split("\n", 2)[2].replace("\n\n", "\n").strip() == f"id: my-town\n{after}"


@pytest.mark.parametrize(
    "untidy",
    [
        "{ # c0\n id: a, # c1\n name: b} # c2\n# c3",
        "%YAML 1.2\n# c0\n---  # c1\nid: a # c2\nname: b\n...\n# c3",
        "\n\n# c0\n\n   # c1\n   id: a\n   # c2\n   name: b\n # c3",
        "? id # c0\n: a # c1\nname: # c2\n  # c3\n  b",
        "# c0\n# yaml-language-server: $schema=../schema.json\n# c1\nname: b\n\n# c2\n\n# c3\n\nid: a",
    ],
)
def test_comments_are_found_wherever_yaml_allows_them(untidy):
    text = _formatted(untidy)
    assert _values(text) == {"id": "a", "name": "b"} and _formatted(text) == text
    assert sorted(re.findall(r"# (c\d)", text)) == ["c0", "c1", "c2", "c3"]


def test_a_file_without_a_schema_gets_that_of_the_project_and_keeps_its_own(tmp_path):
    for name, head in (("a", ""), ("b", "# yaml-language-server: $schema=https://example.org/s.json\n")):
        (tmp_path / f"{name}.yaml").write_text(f"{head}id: {name}\nname: Some name\n", encoding="utf-8")
    assert main(["format", str(tmp_path)]) == 0
    heads = [(tmp_path / f"{name}.yaml").read_text("utf-8").splitlines()[0].split("$schema=") for name in "ab"]
    assert (tmp_path / unquote(heads[0][1])).resolve() == datasets_dir().resolve() / "schema.json"
    assert heads[1][1] == "https://example.org/s.json"


def test_a_record_that_moves_to_the_project_gets_its_schema(text):
    moved = text.replace("$schema=../schema.json", "$schema=../datasets/schema.json")
    assert format_text(moved, FILE).text == moved
    assert format_text(moved, FILE, "../schema.json", keep=False).text == text


def test_a_draft_is_formatted_too():
    text = _formatted("sectr: FILL_IN\nid: my-town\nname: FILL_IN # soon\nid_of_mine: [1, {a: b}]\n")
    assert [line.split(":")[0] for line in text.splitlines() if line[:1].isalpha()] == [
        "id",
        "name",
        "sectr",
        "id_of_mine",
    ]
    assert "name: FILL_IN  # soon" in text


def test_windows_line_ends_and_a_missing_last_one(text):
    assert _formatted(text.replace("\n", "\r\n")) == _formatted(text.rstrip("\n")) == text


@pytest.fixture
def folder(text, tmp_path) -> Path:
    """Three records: one in the layout, one in disorder with a comment, one that is no YAML."""
    (tmp_path / FILE).write_text(text, encoding="utf-8", newline="\n")
    (tmp_path / "messy.yaml").write_text("name: 'Some name'\nid: messy   # mine\n", encoding="utf-8")
    (tmp_path / "torn.yaml").write_text("id: torn\nname: [a\nsector: energy\n", encoding="utf-8")
    return tmp_path


def _bytes(folder: Path) -> dict[str, bytes]:
    return {file.name: file.read_bytes() for file in folder.iterdir()}


def test_check_writes_nothing_and_names_what_would_change(folder, capsys):
    (folder / "torn.yaml").unlink()
    before = _bytes(folder)
    assert main(["format", "--check", str(folder)]) == 1
    told = capsys.readouterr().out
    assert "would change" in told and "messy.yaml" in told and FILE not in told and _bytes(folder) == before
    assert main(["format", str(folder)]) == 0
    assert main(["format", "--check", str(folder)]) == 0
    assert (
        "id: messy  # mine" in (folder / "messy.yaml").read_text("utf-8")
        and (folder / FILE).read_bytes() == before[FILE]
    )


def test_a_faulty_file_is_told_and_left_and_the_others_are_done(folder, capsys):
    before = _bytes(folder)
    assert main(["format", str(folder)]) == 1
    told = capsys.readouterr().out
    assert re.search(r"torn\.yaml:[23]: .*cannot be read as YAML", told) and "written: " in told
    after = _bytes(folder)
    assert {name for name in after if after[name] != before[name]} == {"messy.yaml"} and set(after) == set(before)


@pytest.mark.parametrize(
    ("data", "line", "words"),
    [
        (b"id: a\nname: x\nname: y\n", 3, "twice"),
        (b"id: a\nname: &x y\nsummary: *x\n", 2, "anchor"),
        (b"id: a\n\tname: x\n", 2, "tab"),
        (b"id: a\nname: !x y\n", 2, "tag"),
        (b'id: a\nname: "not closed\n', 2, "not closed"),
        (b"id: a\n---\nid: b\n", 2, "second document"),
        ("id: a\n".encode("utf-16"), 1, "UTF-16"),
        (b"id: a\nname: \xff\n", 2, "UTF-8"),
        (b"", 1, "empty"),
        (b"- id: a\n", 1, "no record"),
        (b"format: 1\nname: a design\n", 1, "no id"),
        (b"id: a\n? " + b"k" * 1100 + b"\n: no such long key can be written before its colon\n", 1, "reads the same"),
    ],
)
def test_what_is_no_record_is_refused_with_file_and_line(data, line, words, tmp_path, capsys):
    file = tmp_path / "a.yaml"
    file.write_bytes(data)
    assert main(["format", str(file)]) == 1
    told = capsys.readouterr().out
    assert re.search(rf"a\.yaml:{line}:", told) or words == "not closed"
    assert words in told and file.read_bytes() == data and [*tmp_path.iterdir()] == [file]


def test_nothing_is_left_half_written_and_the_others_are_done(folder, monkeypatch, capsys):
    (folder / "torn.yaml").write_text("name: 'Other'\nid: torn\n", encoding="utf-8")
    before, move = _bytes(folder), os.replace

    def full(old, new, **more):
        if Path(new).name == "messy.yaml":
            raise OSError(28, "No space left on device")
        move(old, new, **more)

    monkeypatch.setattr(os, "replace", full)
    assert main(["format", str(folder)]) == 2
    told = "".join(capsys.readouterr())
    assert "messy.yaml" in told and "No space left" in told
    after = _bytes(folder)
    assert (
        set(after) == set(before)
        and after["messy.yaml"] == before["messy.yaml"]
        and after["torn.yaml"] != before["torn.yaml"]
    )


def test_a_link_stays_a_link_and_rights_stay(folder):
    (folder / "in").mkdir()
    shutil.move(folder / "messy.yaml", folder / "in" / "messy.yaml")
    (folder / "in" / "messy.yaml").chmod(0o640)
    try:
        (folder / "messy.yaml").symlink_to(folder / "in" / "messy.yaml")
    except OSError:
        pytest.skip("this system makes no links here")
    assert main(["format", str(folder / "messy.yaml")]) == 0
    assert (folder / "messy.yaml").is_symlink()
    assert (folder / "in" / "messy.yaml").read_text("utf-8").endswith("name: Some name\n")
    assert os.name == "nt" or (folder / "in" / "messy.yaml").stat().st_mode & 0o777 == 0o640


def test_nowhere_is_told(tmp_path, capsys):
    assert main(["format", str(tmp_path), str(tmp_path / "none.yaml")]) == 2
    assert "no record" in "".join(capsys.readouterr())


@pytest.fixture
def old(text) -> str:
    """The record as format 1 had it: gaps as texts, one community base, and a comment at each."""
    record = _values(text)
    gaps = "".join(
        f"  # gap {at}\n  - {json.dumps(gap['text'], ensure_ascii=False)}\n" for at, gap in enumerate(record["gaps"])
    )
    head = text[: text.index("\ngaps:")].replace("community_base: [users]", "community_base: users  # only they")
    return f"{head}\ngaps:\n{gaps}"


def test_format_1_is_told_by_check_converted_by_format_and_then_no_more(old, text, tmp_path, capsys):
    file = tmp_path / FILE
    file.write_text(old, encoding="utf-8")
    assert main(["check", str(file)]) == 0
    line = old.splitlines().index("community_base: users  # only they") + 1
    taken, note, summary, warned = capsys.readouterr().out.splitlines()
    assert (
        note.startswith(f"{file}:{line}: note: ")
        and f"pcc format {file}" in note
        and "community_base" in note
        and "gaps" in note
    )
    assert "no faults" in summary and ": warning: id: " in taken and "1 warning" in warned
    assert main(["format", str(file)]) == 0
    assert "from format 1" in capsys.readouterr().out
    new = file.read_text("utf-8")
    assert check_text(new, FILE) == check_text(old, FILE) == check_text(text, FILE)
    assert "community_base: [users]  # only they" in new and new.count("  # gap ") == old.count("  # gap ")
    assert re.sub("(?m)^  # gap .*\n|  # only they|^# yaml-.*\n", "", new) == text.split("\n", 1)[1]
    assert main(["check", str(file)]) == 0
    assert "note" not in capsys.readouterr().out


@pytest.mark.parametrize("part", ["gaps", "community_base", "both"])
def test_loading_format_1_warns_once(part, old, text, tmp_path):
    if part == "gaps":
        old = old.replace("community_base: users  # only they", "community_base: [users]")
    elif part == "community_base":
        old = text.replace("community_base: [users]", "community_base: users")
    for name in (CASE, "b-town", "c-town"):
        (tmp_path / f"{name}.yaml").write_text(old.replace(f"id: {CASE}", f"id: {name}"), encoding="utf-8")
    with pytest.warns(UserWarning, match="pcc format") as told:
        data = pcc.load(tmp_path)
    assert (
        len(told) == 1
        and "2 other records" in str(told[0].message)
        and Path(told[0].filename).name == Path(__file__).name
    )
    assert main(["format", str(tmp_path)]) == 0
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        again = pcc.load(tmp_path)
    assert all(again.tables[name].equals(table) for name, table in data.tables.items())


def test_the_reasons_of_codes_stand_in_the_order_of_the_codebook():
    fields = [name for name, field in pcc.codebook.fields.items() if field.basis]
    reasons = {field: {"basis": "Told.", "sources": ["s1"]} for field in ["a", *reversed(fields)]}
    written = _formatted(Untidy({"id": "my-town", "coding_basis": reasons}, Random(1)).text)
    assert list(_values(written)["coding_basis"]) == [*fields, "a"]
