"""Two people code a case blind: neither sees the other's codes or the record's, then the disagreements come first."""

from __future__ import annotations

import base64
import re
from html import unescape

import ipywidgets as widgets
import pandas as pd
import pytest

import pcc_data as pcc
from pcc_data.dataset.coding_sheets import FIELDS
from pcc_data.explore._code_blind import BOTH, NOT_FOUND
from pcc_data.pages.dossier import FACTS, dossier
from pcc_data.settings import ROOM_VARIABLE

CASE = "leeds-neighbourhood-networks"
FIRST = {"status": ("active", "They go on with 27,000 members."), "scale": ("organisation", "")}
SECOND = {"status": ("weakened", "A tenth of the grant is gone."), "scale": ("organisation", "One body each.")}


def words(html: str) -> str:
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", html)).split())


def coded(explorer, who: str, codes: dict) -> None:
    explorer.who.value = who
    for field, (code, reason) in codes.items():
        explorer.asked[field].value, explorer.reasons[field].value = code, reason


@pytest.fixture
def both(data):
    explorer = pcc.explore.code_blind(data, CASE)
    coded(explorer, "first", FIRST)
    coded(explorer, "second", SECOND)
    return explorer


@pytest.mark.parametrize("case", ["cadiz-energy-boards", CASE, "recoleta-popular-pharmacy", "hastings-peoples-pier"])
def test_a_dossier_tells_facts_with_sources_and_no_reason_for_a_code(data, case):
    html = dossier(data, case)
    told = words(html)
    reasons = [*data.one("codings", case)["basis"], *data.one("outcomes", case)["basis"].dropna()]
    reasons += [*data.one("triggers", case)["basis"], *data.one("spells", case)["basis"]]
    facts = words(pcc.Dataset.case(data, case).html())
    assert [one for one in reasons if words(one) in told] == [] and all(words(one) in facts for one in reasons[:3])
    assert data.cases.at[case, "summary"] in told and "<a href" in html
    assert all(words(text) in told for text in data.one("events", case)["label"])
    assert "triggers" not in FACTS and "spells" not in FACTS
    for field in ("ownership_model", "participation_level"):
        assert pcc.codebook.label(field) not in told, field


def test_neither_sees_what_the_other_or_the_record_chose(data):
    explorer = pcc.explore.code_blind(data, CASE)
    coded(explorer, "first", FIRST)
    assert "2 of 8 fields are coded" in explorer.picture.html
    explorer.who.value = "second"
    assert {one.value for one in explorer.asked.values()} == {""} == {one.value for one in explorer.reasons.values()}
    assert "27,000 members." not in explorer.picture.html and "0 of 8 fields are coded" in explorer.picture.html
    assert data.why(CASE, "status").basis not in unescape(explorer.picture.html)
    explorer.who.value = "first"
    assert explorer.asked["status"].value == "active" and explorer.reasons["status"].value == FIRST["status"][1]


def test_disagreements_come_first_with_both_reasons(both):
    both.who.value = BOTH
    told = words(both.picture.html)
    assert both.form.layout.display == "none"
    assert told.index("You part on 1 of 2 fields") < told.index("First person: Active") < told.index("The same codes")
    assert FIRST["status"][1] in told and SECOND["status"][1] in told and "2 of 8 fields were coded by both" in told
    assert told.index("The same codes") < told.index("In 1 of 2 codings") < told.index("What this collection coded")
    assert "Alpha compares this" in told
    both.who.value = "first"
    assert both.form.layout.display == ""


def test_before_both_have_coded_nothing_is_compared_or_shown(data):
    explorer = pcc.explore.code_blind(data, CASE)
    coded(explorer, "first", FIRST)
    explorer.who.value = BOTH
    told = words(explorer.picture.html)
    assert "First person coded 2 of 8 fields of this case, Second person 0" in told
    assert "What this collection coded" not in told and FIRST["status"][1] not in told
    explorer.start_again()
    assert explorer.who.value == "first" and not len(explorer.codings)


def test_codes_are_kept_by_case_and_come_out_as_codings(both, data):
    both.case.value = "cadiz-energy-boards"
    assert {one.value for one in both.asked.values()} == {""}
    coded(both, "first", {"decision_right": (NOT_FOUND, "No rule was found.")})
    both.case.value = CASE
    assert both.asked["status"].value == "active"
    table = both.codings
    assert table.columns.tolist() == ["round", "case", "field", "coder", "value", "basis"] and len(table) == 5
    assert table.loc[table["case"] == "cadiz-energy-boards", "value"].isna().all()
    assert data.coded_by("second", codings=table).cases.at[CASE, "status"] == "weakened"
    found = pcc.disagreements(table[table["case"] == CASE])
    assert found[["field", "first", "second"]].to_numpy().tolist() == [["status", "active", "weakened"]]
    assert found["second_basis"].tolist() == [SECOND["status"][1]]


def test_the_link_saves_what_read_codings_reads(both, tmp_path):
    both.who.value = BOTH
    packed = re.search(r'base64,([^"]+)"', both.picture.html)[1]
    (tmp_path / "mine.csv").write_bytes(base64.b64decode(packed))
    read = pcc.read_codings(tmp_path / "mine.csv")
    pd.testing.assert_frame_equal(read.fillna("").astype(object), both.codings.fillna("").astype(object))


def many(data, cases: int) -> pd.DataFrame:
    rows = [
        ("1", case, "status", coder, code if coder == "Ada" or at else "ended", "")
        for at, (case, code) in enumerate(data.cases["status"].astype("str").head(cases).items())
        for coder in ("Ada", "Ben")
    ]
    return pd.DataFrame(rows, columns=["round", "case", "field", "coder", "value", "basis"])


def test_codings_of_two_files_are_compared_and_alpha_is_told_from_five_cases_on(data):
    shown = pcc.explore.code_blind(data, codings=many(data, 12), fields=["status"])
    told = words(shown.picture.html)
    found = pcc.agreement(many(data, 12), overall=True).loc["all"]
    assert shown.who.value == BOTH and "Ada: " in told and "Ben: Ended" in told
    assert f"together is {found['alpha']:.2f}" in told and f"between {found['low']:.2f} and {found['high']:.2f}" in told
    assert "You both coded 12 cases. In 11 of 12 codings" in told
    assert "at least 5" in words(pcc.explore.code_blind(data, codings=many(data, 4), fields=["status"]).picture.html)


def test_wrong_arguments_are_named(data):
    with pytest.raises(ValueError, match="Codes of two people"):
        pcc.explore.code_blind(data, codings=many(data, 2).assign(coder="Ada"))
    with pytest.raises(ValueError, match="Did you mean 'status'"):
        pcc.explore.code_blind(data, fields=["statis"])
    with pytest.raises(ValueError, match="cadiz-energy-boards"):
        pcc.explore.code_blind(data, "cadiz-energy-board")


def test_every_code_of_every_field_can_be_chosen(data):
    explorer = pcc.explore.code_blind(data, CASE, fields=[*FIELDS, "outcomes.durability", "before"])
    for field, control in explorer.asked.items():
        codes = [code for _, code in control.options]
        assert codes == ["", *pcc.codebook.codes(field), NOT_FOUND] and isinstance(control, widgets.Dropdown)
        for who in ("first", "second"):
            explorer.who.value = who
            for code in codes:
                control.value = code
        assert "pcc-error" not in explorer.picture.html
    explorer.who.value = BOTH
    assert "You agree on every field" in explorer.picture.html
    for _, case in explorer.case.options[::15]:
        explorer.case.value = case
        assert "pcc-error" not in explorer.picture.html


def test_on_paper_the_codes_stand_in_the_key_only(data):
    sheet, key = (part() for part in pcc.explore.code_blind(data, CASE).printed)
    reason = words(data.why(CASE, "status").basis)
    assert reason not in words(sheet) and reason in words(key) and "☐ Weakened" in words(sheet)


def test_in_a_room_nothing_is_written(both, data, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv(ROOM_VARIABLE, "1")
    both.who.value = BOTH
    coded(both, "first", FIRST)
    with pytest.raises(ValueError, match="own browser"):
        pcc.coding_sheets(data, tmp_path / "sheets", cases=[CASE])
    assert list(tmp_path.iterdir()) == []


def test_any_comparison_in_any_round(data):
    explorer = pcc.explore.coded_twice(data)
    fields = [field for _, field in explorer.controls["rows"].options]
    assert {"ownership_model", "status", "roles.capital", "before"} <= set(fields)
    for field in fields[::4]:
        explorer.controls["rows"].value = field
        assert field not in [one for _, one in explorer.controls["columns"].options]
    assert "pcc-error" not in explorer.picture.html
    explorer.set(rows="ownership_model", columns="status")
    for _, round in explorer.controls["round"].options:
        explorer.controls["round"].value = round
        assert "pcc-error" not in explorer.picture.html and "change" in explorer.picture.html
    explorer.controls["round"].value = "2 3"
    table = words(explorer.picture.html.split("Where the two coders part")[1])
    assert "Leeds Neighbourhood Networks for older people Status Weakened Active Weakened" in table


def test_on_paper_the_facts_stand_and_the_reasons_of_the_codes_wait_for_the_key(data):
    printed = pcc.explore.code_blind(data, CASE).printed
    of_case = data.codings[(data.codings["case"] == CASE) & data.codings["field"].isin(FIELDS)]
    reasons = [" ".join(reason.split()) for reason in of_case["basis"].dropna()]
    sheet, key = words(printed.sheet()), words(printed.key())
    assert len(reasons) > 3 and not [one for one in reasons if one in sheet] and all(one in key for one in reasons)
