"""The quick look at a record says nothing but what the careful one says."""

from __future__ import annotations

import random

import pytest

from pcc_data.paths import datasets_dir
from pcc_data.records.faultless import faultless
from pcc_data.records.faults import Report
from pcc_data.records.reading import read
from pcc_data.records.shape import source_codebook
from pcc_data.records.upgrade import upgrade
from pcc_data.records.walk import Walk
from tests.records.test_fuzzing import _damaged

FILES = sorted((datasets_dir() / "cases").glob("*.yaml"), key=lambda file: file.stat().st_size)


def _carefully(data: str | bytes) -> tuple[object, bool]:
    """What reading and walk make of a record, and whether they have nothing to tell."""
    root, faults = read(data, "a.yaml")
    if root is None or upgrade(root):
        return None, False
    report = Report("a.yaml", found=faults)
    values = Walk(report, source_codebook()).record(root)
    return values, not report.found


def test_no_record_of_the_project_needs_the_careful_look_for_its_shape():
    for file in FILES:
        values, clean = _carefully(file.read_bytes())
        assert clean and repr(faultless(file.read_bytes(), source_codebook())) == repr(values), file.name


@pytest.mark.parametrize("seed", range(3))
def test_of_a_damaged_record_it_gives_the_same_values_or_none(seed):
    chance = random.Random(seed)
    told = []
    for _ in range(100):
        text = _damaged(chance.choice(FILES[:15]).read_text("utf-8"), chance)
        values = faultless(text, source_codebook())
        expected, clean = _carefully(text)
        told.append(values is not None)
        assert values is None or (clean and repr(values) == repr(expected))
    assert 5 < sum(told) < 60  # some damage is none, most is


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("collection: report", "collection: &a report"),
        ("collection: report", "collection: !!str report"),
        ("collection: report", "collection: report\ncollection: report"),
        ("collection: report", "collection: [report]"),
        ("collection: report", "collection: reports"),
        ("start_year:", "start-year:"),
        ("start_year: 2015", "start_year: '2015'"),
        ("latitude: 36.53", "latitude: true"),
        ("latitude: 36.53", "latitude: .inf"),
        ("sources: [s20, s2, s9]", "sources: [s20, s2, s2]"),
        ("sources: [s20, s2, s9]", "sources: []"),
        ("city: Cádiz", "city: <b>Cádiz</b>"),
        ("city: Cádiz", 'city: "Cá\\u200bdiz\\u202e"'),
        ("city: Cádiz", "city: FILL_IN"),
        ("city: Cádiz", "city: 1" + "0" * 50),
        ("city: Cádiz", "city: "),
        ("\ngaps:", "\n---\ngaps:"),
    ],
)
def test_what_has_a_fault_is_left_to_the_careful_look(old, new):
    text = next(file for file in FILES if file.stem == "cadiz-energy-boards").read_text("utf-8")
    assert old in text
    changed = text.replace(old, new, 1)
    assert faultless(changed, source_codebook()) is None and not _carefully(changed)[1]
