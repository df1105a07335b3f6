"""Records of one's own may lack what all the project's records have: nothing may fail on that."""

from __future__ import annotations

import copy
import json
import re
import warnings

import pytest

import pcc_data as pcc
from pcc_data.analysis.voting_power import voting_power
from pcc_data.app.cli import main
from pcc_data.dataset.load import from_records
from pcc_data.explore._board import board
from pcc_data.paths import datasets_dir
from pcc_data.tables.spec import ROLES
from tests.whole_record import CASE, yaml_text


@pytest.fixture(scope="module")
def bare(records) -> pcc.Dataset:
    """Two cases without instruments, contributions, boards, votes and promises, whose roles were not found."""
    made = []
    for at, record in enumerate(copy.deepcopy(records[:2])):
        lists = ("public_instruments", "community_contributions", "boards", "votes", "promises", "indicators")
        record |= {"id": f"my-town-{at}", **{name: [] for name in lists}, "roles": dict.fromkeys(ROLES, "unknown")}
        record["coding_basis"] = {
            field: basis for field, basis in record["coding_basis"].items() if not field.startswith("roles.")
        }
        made.append(record)
    return from_records(made)


def test_similarity_and_charts_of_bare_records(bare):
    found = pcc.similar(bare, "my-town-0")
    assert list(found.index) == ["my-town-1"]
    assert "roles.ownership" not in [*found["shared"].iloc[0], *found["different"].iloc[0]]
    assert "two cases" in pcc.charts.city_roles(bare).text.lower() or "2 cases" in pcc.charts.city_roles(bare).text
    for chart in (
        "instrument_combinations",
        "role_matrix",
        "outcome_profile",
        "life_lines",
        "map_of_cases",
        "instruments",
    ):
        assert getattr(pcc.charts, chart)(bare).svg.startswith("<svg"), chart


@pytest.mark.parametrize(
    "name",
    ["studio", "side_by_side", "build_one", "city_roles", "compare", "outcomes", "cases", "coverage", "setbacks"],
)
def test_explorers_of_bare_records(bare, name):
    explorer = getattr(pcc.explore, name)(bare)
    if name == "studio":
        for step in range(10):
            explorer.go(step)
            assert "pcc-error" not in explorer.picture.html
    assert "pcc-error" not in explorer.picture.html


def test_a_case_of_ones_own_is_not_cited_as_the_projects(bare, data):
    assert "a record of your own, not part of the data set" in bare.cite("my-town-0")
    assert "coded from" in data.cite("cadiz-energy-boards")


def test_words_that_no_case_has_are_told(data):
    with pytest.warns(UserWarning, match="Did you mean 'Germany'"):
        assert len(data.filter(country="Germny")) == 0


def test_wrong_arguments_are_answered_in_words(data):
    with pytest.raises(AttributeError, match="Did you mean 'events'"):
        data.event
    with pytest.raises(ValueError, match="Seats are given by bloc"):
        voting_power("Town 4, Residents 3")
    with pytest.raises(ValueError, match="the project's own are taken"):
        pcc.agreement(data)
    assert pcc.codebook["sector"] is pcc.codebook.field("sector")
    assert "Open it in a notebook" in repr(board(data))


def test_own_income_is_offered_for_running_costs_only(data):
    controls = pcc.explore.build_one(data).controls
    offered = {role: "own_income" in [code for _, code in controls[f"roles.{role}"].options] for role in ROLES}
    assert offered == {role: role == "running_costs" for role in ROLES}


def test_one_is_one(data):
    one = data.only(["cadiz-energy-boards"])
    assert repr(one).startswith("1 case in 1 sector, ")
    assert "1 country:" in pcc.charts.map_of_cases(one).title


SHIPPED = "cadiz-energy-boards"
NAME = "Cádiz, coded again"


def own_folder(folder, *more: str):
    """A folder with an invented record and a case of the collection coded again, and broken ones by their names."""
    (folder / f"{CASE}.yaml").write_text(yaml_text(), "utf-8")
    text = (datasets_dir() / "cases" / f"{SHIPPED}.yaml").read_text("utf-8")
    (folder / f"{SHIPPED}.yaml").write_text(re.sub("(?m)^name: .*", f'name: "{NAME}"', text), "utf-8")
    for name in more:
        broken = (
            text.replace(f"id: {SHIPPED}", f"id: {name}")
            .replace("sector: energy", "sector: powr")
            .replace("status: ", "status: was ")
        )
        (folder / f"{name}.yaml").write_text(broken, "utf-8")
    return folder


@pytest.fixture(scope="module")
def mixed(tmp_path_factory) -> pcc.Dataset:
    """The collection with one record more, and one of it coded again."""
    return pcc.load(extra=own_folder(tmp_path_factory.mktemp("own")), replace=True)


def test_a_record_of_ones_own_stands_in_place_of_a_shipped_one(mixed, data):
    assert len(mixed) == len(data) + 1 and mixed.cases.index.is_unique
    assert mixed.cases.at[SHIPPED, "name"] == NAME != data.cases.at[SHIPPED, "name"]
    assert set(mixed.cases.index[mixed.cases["own"]]) == {CASE, SHIPPED} == set(mixed.filter(own=True).cases.index)
    assert not data.cases["own"].any() and data.own == 0 and mixed.own == 2


def test_without_replace_the_id_of_a_shipped_case_is_refused(tmp_path):
    with pytest.raises(pcc.RecordsError, match="^1 fault;") as raised:
        pcc.load(extra=own_folder(tmp_path))
    fault = str(raised.value).splitlines()[1]
    assert fault.startswith(str(tmp_path / f"{SHIPPED}.yaml")), "the fault is in one's own file"
    assert "is the id of a case of the collection" in fault and "replace=True" in fault


@pytest.mark.parametrize(
    ("given", "words"),
    [
        ({"replace": True}, "name that folder"),
        ({"extra": "mine", "replace": "yes"}, "Did you mean True"),
        ({"broken": "skp"}, "Did you mean 'skip'"),
        ({"broken": "Skip"}, "Did you mean 'skip'"),
        ({"broken": True}, "Allowed: raise, skip"),
    ],
)
def test_ways_to_load_that_are_none_are_refused(given, words):
    with pytest.raises(ValueError, match=words):
        pcc.load(**given)


def test_broken_records_are_left_out_and_told_in_one_warning(tmp_path):
    folder = own_folder(tmp_path, "one-town", "two-town")
    with pytest.raises(pcc.RecordsError, match="nothing was loaded"):
        pcc.load(folder)
    with pytest.warns(UserWarning, match="left out") as told:
        data = pcc.load(folder, broken="skip")
    (warning,) = told
    assert set(data.cases.index) == {CASE, SHIPPED} and warning.filename == __file__
    for name in ("one-town", "two-town"):
        faults = int(re.search(rf"{name}\.yaml \((\d+) faults\)", str(warning.message))[1])
        assert faults >= 2 and "2 broken records were left out" in str(warning.message)
    (folder / "one-town.yaml").unlink()
    (folder / "two-town.yaml").unlink()
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        assert len(pcc.load(folder, broken="skip")) == 2


def test_where_every_record_is_broken_nothing_is_loaded(tmp_path):
    (tmp_path / "my-town.yaml").write_text("id: my-town", "utf-8")
    with pytest.raises(pcc.RecordsError, match="nothing was loaded"):
        pcc.load(tmp_path, broken="skip")


def test_own_records_are_named_when_printed_and_cited(mixed, data):
    assert f"{len(mixed)} cases in 6 sectors, 2 of them your own, " in repr(mixed)
    assert "your own" not in repr(data) + data.cite()
    assert repr(mixed.only([CASE])).startswith("1 case in 1 sector, your own, ")
    assert "all of them your own" in repr(mixed.filter(own=True))
    assert "2 records of your own, not part of the data set" in mixed.cite()
    assert f"a selection of {len(data) - 1} of {len(data)} cases" in mixed.cite(), "one of the project's is replaced"
    assert mixed.filter(own=True).cite().startswith("Data: 2 records of your own")
    for case in (CASE, SHIPPED):
        assert "a record of your own, not part of the data set" in mixed.cite(case)
    assert mixed.cite("terrassa-taigua-water-observatory") == data.cite("terrassa-taigua-water-observatory")


def test_feet_of_pictures_name_own_records(mixed, data):
    version = f"Data: {pcc.codebook.dataset['name']} {pcc.codebook.version}"

    def foot(chart):
        return chart.svg

    for draw in (
        pcc.charts.map_of_cases,
        pcc.charts.life_lines,
        pcc.charts.spectrum,
        pcc.charts.coverage,
        pcc.charts.weighted_profiles,
    ):
        assert f"{version} and 2 records of your own" in foot(draw(mixed))
        assert f"{version}. The coding is this project's own" in foot(draw(data))
        assert "Data: 2 records of your own." in foot(draw(mixed.filter(own=True)))
    for draw in (pcc.charts.timeline, pcc.charts.roles_strip, pcc.charts.key_figures):
        assert "Data: a record of your own." in foot(draw(mixed, CASE))
        assert "your own" not in foot(draw(mixed, "terrassa-taigua-water-observatory")), "that case is the project's"
    assert "and 2 records of your own" in foot(pcc.charts.cross_table(data=mixed, rows="sector", columns="status"))


def test_cards_and_sheets_name_own_records(mixed):
    for case in (CASE, SHIPPED):
        card = mixed.case(case)
        assert "a record of your own" in repr(card) and "a record of your own" in card.html()
        assert "A record of your own." in card.sheet() and "Data: a record of your own." in card.sheet()
    other = mixed.case("terrassa-taigua-water-observatory")
    assert "your own" not in repr(other) + other.html() + other.sheet()


def test_exports_tell_own_records(mixed, data, tmp_path):
    mixed.export(tmp_path / "mine", "datapackage")
    data.export(tmp_path / "theirs", "datapackage")
    mine, theirs = (
        json.loads((tmp_path / folder / "datapackage.json").read_text("utf-8")) for folder in ("mine", "theirs")
    )
    assert "2 records of your own, not part of the data set: " in mine["description"] and CASE in mine["description"]
    assert "own, not part" not in theirs["description"]
    assert any(
        field["name"] == "own" and field["type"] == "boolean" for field in mine["resources"][0]["schema"]["fields"]
    )
    header, *rows = (tmp_path / "mine" / "cases.csv").read_text("utf-8").splitlines()
    assert header.endswith(",own") and sum(row.endswith(",true") for row in rows) == 2
    (file,) = mixed.export(tmp_path / "bib", "bibtex")
    assert file.read_text("utf-8").startswith("@comment{2 records of your own, not part of the data set: ")
    (plain,) = data.export(tmp_path / "plain", "bibtex")
    assert plain.read_text("utf-8").startswith("@misc{")


def test_readers_of_bibtex_pass_over_the_note_on_own_records(mixed, tmp_path):
    database = pytest.importorskip("pybtex.database")
    bibtexparser = pytest.importorskip("bibtexparser")
    part = mixed.filter(own=True)
    (file,) = part.export(tmp_path, "bibtex")
    assert len(database.parse_file(str(file)).entries) == len(part.sources)
    library = bibtexparser.parse_string(file.read_text("utf-8"))
    assert len(library.entries) == len(part.sources) and not library.failed_blocks


def test_the_command_export_can_replace_too(tmp_path, capsys):
    own_folder(tmp_path)
    assert main(["export", str(tmp_path / "out"), "--extra", str(tmp_path), "--replace"]) == 0
    assert "cases.csv" in capsys.readouterr().out
    assert main(["export", str(tmp_path / "other"), "--replace"]) == 2
    assert not (tmp_path / "other").exists()


def test_the_projects_own_records_are_nobodys_own(data):
    assert pcc.load(datasets_dir() / "cases").own == 0 == data.own
