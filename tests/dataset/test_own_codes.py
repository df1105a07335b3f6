"""Codes of one's own, by a `codebook.yaml` beside one's records: they are checked, loaded, drawn and saved like all
others."""

from __future__ import annotations

import json
import re

import pytest

import pcc_data as pcc
from pcc_data.app.cli import main
from pcc_data.settings import settings
from tests.whole_record import CASE, yaml_text

CODES = """
sector:
  internet: {label: Internet access, definition: Networks that bring people online.}
  transport:
    label: {en: Transport, nl: Vervoer}
    definition: Buses, trains and bicycles.
    colour: "#117733"
    marker: d
themes:
  cables: {label: Cables, definition: Laying and mending cables.}
public_instruments:
  duct_sharing: {label: Shared ducts, definition: The city opens its ducts to others.}
"""
NET, BUS = "sampletown-net", "sampletown-bus"


def write(folder, codes: str | None = CODES):
    """A folder with two records that use own codes, and the codebook that has them."""
    folder.mkdir(exist_ok=True)
    for case, sector in ((NET, "internet"), (BUS, "transport")):
        text = yaml_text().replace(f"id: {CASE}", f"id: {case}").replace("sector: energy", f"sector: {sector}")
        text = re.sub(r"theme: \w+", "theme: cables", text)
        text = text.replace("public_instruments: []", "public_instruments: [duct_sharing]")
        (folder / f"{case}.yaml").write_text(text, "utf-8")
    if codes is not None:
        (folder / "codebook.yaml").write_text(codes, "utf-8")
    return folder


@pytest.fixture(scope="module")
def _loaded(tmp_path_factory):
    before, folder = pcc.load(), write(tmp_path_factory.mktemp("mine") / "net")
    assert len(before.cases), "read before the own codes are known"
    both = pcc.load(extra=folder)
    return before, both, dict(settings.own_codes)


@pytest.fixture
def loaded(_loaded):
    """The collection as it was loaded before, and it together with own records in a session that knows their codes."""
    settings.own_codes.update(_loaded[2])
    return _loaded[:2]


def test_own_codes_are_filtered_labelled_and_categories(loaded):
    _, data = loaded
    assert list(data.filter(sector="internet").cases.index) == [NET]
    assert set(data.filter(instruments="duct_sharing").cases.index) == {NET, BUS}
    assert "internet" in data.cases["sector"].cat.categories and "cables" in data.lessons["theme"].cat.categories
    assert "cables" in set(data.challenges["theme"]) and pcc.codebook.label("lessons.theme", "cables") == "Cables"
    assert pcc.codebook.label("sector", "internet") == "Internet access"
    with pytest.raises(ValueError, match="Did you mean 'internet'"):
        data.filter(sector="internett")


def test_colours_and_markers_are_those_of_no_other_sector(loaded):
    codes = pcc.codebook.codes("sector")
    for sign in ("colour", "marker"):
        found = [getattr(code, sign) for code in codes.values()]
        assert None not in found and len(set(found)) == len(codes), sign
    assert (codes["transport"].colour, codes["transport"].marker) == ("#117733", "d")


@pytest.mark.parametrize(
    ("name", "given"),
    [
        ("map_of_cases", {}),
        ("cross_table", {"rows": "sector", "columns": "ownership_model"}),
        ("role_matrix", {"by": "sector", "limit": 1000}),
        ("life_lines", {"by": "sector", "limit": 1000}),
        ("outcome_profile", {"by": "sector"}),
        ("instruments", {"by": "sector"}),
        ("topics", {}),
        ("coverage", {}),
        ("instrument_combinations", {}),
        ("city_roles", {"level": "instruments"}),
    ],
)
def test_own_codes_are_drawn_and_older_data_still_are(loaded, name, given):
    for data in loaded:
        chart = getattr(pcc.charts, name)(data, **given)
        own = {
            "instruments": "Shared ducts",
            "topics": "Cables",
            "instrument_combinations": "",
            "city_roles": "Shared ducts",
        }
        if data.own:
            assert own.get(name, "Internet") in re.sub("<[^>]+>", "", chart.svg)


def test_one_case_with_own_codes_is_drawn_told_and_printed(loaded):
    _, data = loaded
    for draw in (pcc.charts.timeline, pcc.charts.roles_strip, pcc.charts.key_figures):
        assert draw(data, NET).svg.startswith("<svg")
    card = data.case(NET)
    assert "Internet access" in card.html() and "Shared ducts" in repr(card) and "Internet access" in card.sheet()
    assert data.why(NET, "sector").value == "Internet access"
    for name in ("compare", "cases", "coverage", "side_by_side", "studio", "city_roles"):
        for one in loaded:
            assert "pcc-error" not in getattr(pcc.explore, name)(one).picture.html


def test_a_saved_table_tells_own_codes(loaded, tmp_path):
    loaded[1].export(tmp_path, "datapackage")
    package = json.loads((tmp_path / "datapackage.json").read_text("utf-8"))
    fields = {field["name"]: field for field in package["resources"][0]["schema"]["fields"]}
    assert {"value": "internet", "label": "Internet access"} in fields["sector"]["categories"]


def test_check_and_format_know_the_codebook_and_take_it_for_no_record(tmp_path, capsys):
    folder = write(tmp_path / "mine")
    assert main(["format", str(folder), *map(str, sorted(folder.glob("*.yaml")))]) == 0
    assert (folder / "codebook.yaml").read_text("utf-8") == CODES
    assert main(["check", str(folder)]) == 0
    assert "2 records, no faults" in capsys.readouterr().out
    assert main(["check", str(folder / f"{NET}.yaml")]) == 0
    assert main(["check", str(folder / "codebook.yaml")]) == 2
    assert "holds codes of your own, no record" in capsys.readouterr().out


def test_without_its_codebook_an_own_code_is_a_fault(tmp_path):
    with pytest.raises(ValueError, match="'internet'"):
        pcc.load(write(tmp_path / "mine", codes=None))
    assert pcc.load(write(tmp_path / "mine")).filter(sector="internet").own == 1
    (tmp_path / "mine" / "codebook.yaml").unlink()
    with pytest.raises(ValueError, match="'internet'"):
        pcc.load(tmp_path / "mine")


FAULTY = {
    "a code that exists": ("sector:\n  water: {label: Wet, definition: Wet things.}", 2, "never redefined"),
    "a theme that exists": ("themes:\n  finance: {label: Money, definition: Money.}", 2, "never redefined"),
    "another field": ("sectors:\n  internet: {label: Net, definition: Net.}", 1, "did you mean sector?"),
    "a field of a list": ("lessons.theme:\n  cables: {label: Cables, definition: Cables.}", 1, "did you mean themes?"),
    "a field without additions": (
        "ownership_model:\n  mine: {label: Mine, definition: Mine.}",
        1,
        "sector, themes, public_instruments",
    ),
    "no label": ("sector:\n  net: {definition: Networks.}", 2, "sector.net.label: is missing"),
    "no definition": ("sector:\n  net: {label: Net}", 2, "sector.net.definition: is missing"),
    "a label that exists": ("sector:\n  net: {label: water, definition: Net.}", 2, "is the label of 'water' already"),
    "a wrong key": (
        "sector:\n  net:\n    label: Net\n    definition: Net.\n    color: '#117733'",
        5,
        "did you mean colour?",
    ),
    "a colour that is taken": (
        'sector:\n  net: {label: Net, definition: N., colour: "#0072b2"}',
        2,
        "is the colour of 'water' already",
    ),
    "no colour": ("sector:\n  net: {label: Net, definition: N., colour: green}", 2, "is no colour (found 'green')"),
    "a marker that is taken": (
        "sector:\n  net: {label: Net, definition: N., marker: o}",
        2,
        "is the marker of 'water' already",
    ),
    "no marker": ("sector:\n  net: {label: Net, definition: N., marker: star}", 2, "is no marker (found 'star')"),
    "no name": ("sector:\n  The Net: {label: Net, definition: N.}", 2, "is no name of a code (found 'The Net')"),
    "a word for nothing": ("sector:\n  not_found: {label: Net, definition: N.}", 2, "is no name of a code"),
    "a number for a text": ("sector:\n  net: {label: 5, definition: N.}", 2, "is no text (found 5)"),
    "no English": ("sector:\n  net: {label: {nl: Net}, definition: N.}", 2, "has no English text"),
    "a list": ("sector: [net, bus]", 1, "is no group of keys (found a list of 2)"),
    "nothing": ("sector:", 1, "is no group of keys (found nothing)"),
    "no YAML": ("sector:\n  net: {label: Net", 2, "YAML"),
    "too many": (
        "sector:\n" + "".join(f"  net{at}: {{label: Net {at}, definition: N.}}\n" for at in range(12)),
        1,
        "at most 9",
    ),
}


@pytest.mark.parametrize("kind", FAULTY)
def test_faults_of_a_codebook_are_told_with_their_line(tmp_path, capsys, kind):
    codes, line, words = FAULTY[kind]
    folder = tmp_path / "mine"
    folder.mkdir()
    (folder / f"{CASE}.yaml").write_text(yaml_text(), "utf-8")
    (folder / "codebook.yaml").write_text(codes, "utf-8")
    for broken in ("raise", "skip"):  # what a codebook means cannot be left out
        with pytest.raises(pcc.RecordsError) as raised:
            pcc.load(folder, broken=broken)
        found = re.search(rf"codebook\.yaml:(\d+): .*{re.escape(words)}", str(raised.value))
        assert found and int(found[1]) == line, str(raised.value)
    assert not settings.own_codes
    assert main(["check", str(folder)]) == 1
    assert words in capsys.readouterr().out


def test_a_faulty_code_makes_no_faults_in_the_records_that_use_it(tmp_path):
    with pytest.raises(pcc.RecordsError, match="^1 fault;"):
        pcc.load(
            write(tmp_path / "mine", CODES.replace("definition: Networks that bring people online.", "short: Net"))
        )
