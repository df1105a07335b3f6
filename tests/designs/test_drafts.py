"""Drafts: kept whole, offered to whoever opens the folder next, and never in the way."""

from __future__ import annotations

import json
from datetime import timedelta

import pytest

from pcc_data.designs import Design
from pcc_data.designs.drafts import FILE, FRESH, MOST, Drafts

ROOFS = Design(name="Roofs", by="Table 1", staff="Two & <3")


def test_a_draft_is_read_back_as_it_was(tmp_path):
    Drafts(tmp_path / "new").keep("a", ROOFS, "x.yaml", "text")
    (draft,) = Drafts(tmp_path / "new").read()
    assert (draft.key, draft.design, draft.file, draft.text) == ("a", ROOFS, "x.yaml", "text")
    assert [file.name for file in (tmp_path / "new").iterdir()] == [FILE]


def test_two_tables_keep_two_drafts_newest_first_and_each_forgets_its_own(tmp_path):
    drafts, other = Drafts(tmp_path), Drafts(tmp_path)
    drafts.keep("a", ROOFS)
    other.keep("b", Design(name="Kitchen"))
    drafts.keep("a", Design(name="Roofs again"))
    assert [(one.key, one.design["name"]) for one in drafts.read()] == [("a", "Roofs again"), ("b", "Kitchen")]
    other.forget("b")
    assert [one.key for one in drafts.read()] == ["a"]
    other.keep("c", ROOFS, instead="a")
    assert [one.key for one in drafts.read()] == ["c"]


def test_an_empty_canvas_leaves_the_draft_of_before(tmp_path):
    drafts = Drafts(tmp_path)
    drafts.keep("a", ROOFS)
    drafts.keep("a", Design())
    assert [one.design for one in drafts.read()] == [ROOFS]


def test_only_the_newest_are_kept(tmp_path):
    for at in range(MOST + 3):
        Drafts(tmp_path).keep(str(at), ROOFS)
    assert [one.key for one in Drafts(tmp_path).read()] == [str(at) for at in range(MOST + 2, 2, -1)]


def test_the_next_day_meets_no_draft(tmp_path, monkeypatch):
    drafts = Drafts(tmp_path)
    drafts.keep("a", ROOFS)
    (draft,) = drafts.read()
    monkeypatch.setattr("pcc_data.designs.drafts._now", lambda: draft.at + FRESH + timedelta(minutes=1))
    assert drafts.read() == [] and not drafts.damaged


@pytest.mark.parametrize(
    "content",
    [
        "",
        "{",
        "[]",
        "null",
        '{"drafts": 3}',
        '{"drafts": [3]}',
        '{"drafts": [{"key": "a"}]}',
        "\udcff",
        "[" * 100_000,
        '{"drafts": [{"key": "a", "at": "then", "design": "", "file": "", "text": ""}]}',
        '{"drafts": [{"key": "a", "at": "2026-01-01", "design": "sector: <script>", "file": "", "text": ""}]}',
    ],
)
def test_a_damaged_file_is_told_and_is_no_hindrance(tmp_path, content):
    (tmp_path / FILE).write_bytes(content.encode("utf-8", "surrogateescape"))
    drafts = Drafts(tmp_path)
    assert drafts.read() == [] and drafts.damaged
    drafts.keep("a", ROOFS)
    assert [one.design for one in Drafts(tmp_path).read()] == [ROOFS]


def test_a_cut_off_file_never_fails(tmp_path):
    drafts = Drafts(tmp_path)
    drafts.keep("a", ROOFS)
    whole = (tmp_path / FILE).read_bytes()
    for length in range(0, len(whole), 7):
        (tmp_path / FILE).write_bytes(whole[:length])
        assert drafts.read() == []


def test_one_damaged_draft_leaves_the_others(tmp_path):
    Drafts(tmp_path).keep("a", ROOFS)
    content = json.loads((tmp_path / FILE).read_text("utf-8"))
    content["drafts"].append({"key": "b", "at": "x", "design": "x", "file": "", "text": ""})
    (tmp_path / FILE).write_text(json.dumps(content))
    drafts = Drafts(tmp_path)
    assert [one.key for one in drafts.read()] == ["a"] and drafts.damaged


def test_a_folder_that_cannot_be_written_is_told(tmp_path):
    (tmp_path / "file").write_text("no folder")
    drafts = Drafts(tmp_path / "file")
    drafts.keep("a", ROOFS)
    assert drafts.problem and drafts.read() == []
