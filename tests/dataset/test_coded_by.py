"""The same cases with the codes of another coder: every code in its place, everything else as it was, and marked."""

from __future__ import annotations

import json
import warnings

import pandas as pd
import pytest
from pandas.testing import assert_frame_equal

import pcc_data as pcc
from pcc_data import charts
from pcc_data.paths import datasets_dir
from pcc_data.tables.read_two_codings import read_two_codings
from tests.charts.hostile import plain_calls
from tests.dataset.test_own_records import own_folder

CODES = read_two_codings(datasets_dir())
CODES = CODES[CODES["coder"].notna()]
MARKED = "Codes of the second coder (round 2) in 77 of 105 cases; the others keep theirs."


@pytest.fixture(scope="module")
def second(data) -> pcc.Dataset:
    return data.coded_by("second", round=2)


@pytest.fixture(scope="module")
def both(data) -> pcc.Dataset:
    """All cases: each was coded by today's definitions in one of two rounds."""
    return data.coded_by("second")


def code_in(data: pcc.Dataset, case: str, field: str) -> str | None:
    if field == "triggers":
        return ";".join(sorted(data.one("triggers", case)["code"].astype("str"))) or None
    if field.startswith("outcomes."):
        rows = data.one("outcomes", case)
        value = rows.loc[rows["domain"] == field.removeprefix("outcomes."), "rating"].iloc[0]
    else:
        value = data.cases.at[case, field]
    return None if pd.isna(value) else str(value)


def test_each_code_is_that_of_the_coder(both):
    told = CODES[CODES["round"].isin(["2", "3"]) & (CODES["coder"] == "second")]
    for row in told.itertuples():
        code = None if pd.isna(row.value) else ";".join(sorted(row.value.split(";")))
        assert code_in(both, row.case, row.field) == code, (row.case, row.field)


def test_cases_without_that_round_keep_their_codes_and_are_marked(second, data):
    coded = set(CODES.loc[CODES["round"] == "2", "case"])
    marks = second.cases[["coder", "round"]]
    assert set(marks.index[marks["coder"] == "second"]) == coded == set(marks.index[marks["round"] == "2"])
    others = [case for case in data.cases.index if case not in coded]
    assert marks.loc[others].isna().all(axis=None) and len(others) == 28
    for name, table in data.only(others).tables.items():
        kept = getattr(second.only(others), name).drop(columns=["coder", "round"], errors="ignore")
        assert_frame_equal(kept.reset_index(drop=name != "cases"), table.reset_index(drop=name != "cases"))


def test_nothing_else_changes_and_the_data_stay_as_they_were(both, data):
    fields = set(CODES["field"])
    before, after = data.cases, both.cases
    assert_frame_equal(
        before.drop(columns=[f for f in fields if f in before]),
        after[before.columns].drop(columns=[f for f in fields if f in before]),
    )
    assert (after.dtypes[before.columns] == before.dtypes).all() and "coder" not in data.cases
    for name in ("events", "boards", "sources", "spells", "gaps"):
        assert getattr(both, name) is getattr(data, name)


def test_every_empty_cell_says_why(both, data):
    for name in ("cases", "outcomes", "triggers"):
        table = both.cases.drop(columns=["coder", "round"]).reset_index() if name == "cases" else getattr(both, name)
        number = table.groupby("case").cumcount() + 1
        told = both.missing[both.missing["table"] == name]
        told = set(zip(told["case"], told["row"], told["field"].astype("str"), strict=True))
        empty = {
            (case, row, column)
            for column in table
            for case, row, gone in zip(table["case"], number, table[column].isna(), strict=True)
            if gone
        }
        assert told == empty, name
    assert both.state_of("leeds-neighbourhood-networks", "status") == "active"
    assert both.state("decision_right").eq("not_found").sum() == both.cases["decision_right"].isna().sum()


def test_a_code_that_changed_says_whose_it_is(second, data):
    case = "leeds-neighbourhood-networks"
    why = second.why(case, "status")
    assert why.value == "Active" and "second coder in round 2" in why.basis and "Weakened" in why.basis
    assert not len(why.sources) and second.codings[second.codings["case"] == case]["value"].tolist().count("active")
    same = "ownership_model"
    assert str(second.why(case, same)) == str(data.why(case, same)), "where both agree the reason stays"
    rating = next(
        (row.case, row.field)
        for row in CODES[(CODES["round"] == "2") & (CODES["coder"] == "second")].itertuples()
        if row.field.startswith("outcomes.")
        and code_in(data, row.case, row.field) != code_in(second, row.case, row.field)
    )
    assert "second coder in round 2" in second.why(*rating).basis


def test_the_last_round_counts_and_the_first_coder_too(data):
    late = data.coded_by("second", round=[1, 2])
    assert late.cases["round"].dropna().unique().tolist() == ["2"]
    first = data.coded_by("first", round=1)
    assert code_in(first, "haringey-wards-corner-latin-village", "status") == "active"


@pytest.mark.parametrize(
    ("coder", "round", "words"),
    [
        ("secnd", 2, "'secnd' is no coder of round 2. Did you mean 'second'"),
        ("second", 9, "'9' is no round. Allowed: 1, 2, 3"),
        (None, 2, "Allowed: first, second"),
        ("second", [2, "four"], "'four' is no round"),
    ],
)
def test_unknown_coders_and_rounds_are_named(data, coder, round, words):
    with pytest.raises(ValueError, match=words):
        data.coded_by(coder, round=round)


def mine(**more) -> pd.DataFrame:
    row = {"round": 1, "case": "cadiz-energy-boards", "field": "status", "coder": "Ada", "value": "active"}
    return pd.DataFrame([row | more])


def test_codings_of_ones_own(data):
    case = "cadiz-energy-boards"
    found = data.coded_by("Ada", codings=mine(basis="The board meets again."))
    assert found.cases.at[case, "status"] == "active" and found.cases["coder"].count() == 1
    assert found.why(case, "status").basis.startswith("The board meets again. (Written by coder “Ada” in round 1.")
    assert pd.isna(
        data.coded_by("Ada", codings=mine(value="not_found", field="decision_right")).cases.at[case, "decision_right"]
    )
    for wrong, words in (
        ({"value": "actve"}, "Did you mean 'active'"),
        ({"field": "statu"}, "Did you mean 'status'"),
        ({"field": "outcomes.durabilty"}, "Did you mean 'durability'"),
    ):
        with pytest.raises(ValueError, match=words):
            data.coded_by("Ada", codings=mine(**wrong))
    with pytest.raises(ValueError, match="columns round, case"):
        data.coded_by("Ada", codings=pd.DataFrame({"case": []}))


def test_records_of_ones_own_keep_their_codes(tmp_path):
    mixed = pcc.load(extra=own_folder(tmp_path), replace=True)
    again = mixed.coded_by("second")
    assert again.cases.loc[again.cases["own"], "coder"].isna().all() and again.own == mixed.own == 2


def test_it_is_told_where_own_records_are_told(second, data, tmp_path):
    assert "77 of 105 with codes of the second coder" in repr(second) and "codes of" not in repr(data)
    whole = data.cite().partition(" Content ")[0]
    for format in ("text", "bibtex", "csl-json"):
        assert "In 77 of 105 cases with the codes of the second coder (round 2)" in second.cite(format=format)
        assert "second coder" not in data.cite(format=format)
    assert second.cite().startswith(whole) and second.content_hash != data.content_hash
    assert "codes of the second coder, round 2" in second.case("leeds-neighbourhood-networks").html()
    assert "codes of" not in second.case(second.cases.index[second.cases["coder"].isna()][0]).html()
    assert (
        MARKED in second.case("leeds-neighbourhood-networks").sheet()
        or "in 1 of 1 case." in second.case("leeds-neighbourhood-networks").sheet()
    )
    second.export(tmp_path, "datapackage")
    package = json.loads((tmp_path / "datapackage.json").read_text("utf-8"))
    fields = [field["name"] for field in package["resources"][0]["schema"]["fields"]]
    assert fields == (tmp_path / "cases.csv").read_text("utf-8").splitlines()[0].split(",")
    assert fields[-2:] == ["coder", "round"] and "77 of 105 cases have codes of another coder" in package["description"]
    read = pd.read_csv(tmp_path / "cases.csv")
    assert read["coder"].count() == 77
    assert "second coder" not in charts.instruments(data).svg


@pytest.mark.parametrize("name", sorted(plain_calls()))
def test_every_picture_of_it_opens_and_says_whose_codes_it_shows(name, second):
    given = plain_calls()[name][0]
    if not isinstance(given.get("data"), pcc.Dataset):
        return
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        chart = getattr(charts, name)(**given | {"data": second})
    drawn = " ".join(chart.svg.split())
    assert "second coder" in drawn or "No case here was coded again" in drawn
