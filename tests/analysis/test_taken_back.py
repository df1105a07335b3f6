"""What was taken back: every line is one event of a record, of a case that no longer simply goes on."""

from __future__ import annotations

import pytest

from pcc_data.analysis.taken_back import NOT_ACTIVE, found_in, names, taken_back
from pcc_data.app.notebooks_dir import notebooks_dir
from pcc_data.teaching import teaching

LINES = teaching("taken_back")["lines"]


@pytest.mark.parametrize("line", LINES, ids=lambda line: line["case"])
def test_a_line_names_one_event_of_its_record(data, records, line):
    record = next(one for one in records if one["id"] == line["case"])
    assert record["status"] in NOT_ACTIVE
    for part in filter(None, (line, line.get("then"))):
        (found,) = found_in(data, line, part)
        kind, words = (
            (("challenges", "text"), ("events", "label"))[part.get("kind", "events") == "events"],
            part["says"],
        )
        facts = [fact for fact in record[kind[0]] if words in fact[kind[1]]]
        if "year" in part:
            facts = [fact for fact in facts if fact["year"] == part["year"]]
        assert len(facts) == 1 and found.text == facts[0][kind[1]] and len(words.split()) >= 3
    assert line["who"] in names("who") and line["what"] in names("what")
    assert line["stands"] in ("taken", "undone", "open")
    assert line["stands"] != "undone" or "then" in line
    assert "then" not in line or line["then"]["year"] >= line.get("year", 0)


def test_no_case_has_two_lines_and_the_frame_has_them_all(data):
    frame = taken_back(data)
    assert list(frame.index) == [line["case"] for line in LINES] and frame.index.is_unique
    assert frame["sources"].notna().all() and frame["later_text"].notna().sum() == sum("then" in line for line in LINES)
    assert not len(taken_back(data.filter(status="active"))) and not len(taken_back(data.only([])))


def test_mostly_a_public_body_took_it_back_as_the_summary_says(data):
    who = taken_back(data)["who"]
    public = who.isin(["city", "state", "company"]).sum()
    summary = (notebooks_dir() / "3_imagination" / "3_3_towards_structural.ipynb").read_text(encoding="utf-8")
    assert "it is mostly a public body" in summary and 2 * public > (who != "not_told").sum()
