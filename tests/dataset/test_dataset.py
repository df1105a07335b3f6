"""The data set in use: same facts as the records, and what can be asked of it."""

from __future__ import annotations

import pandas as pd
import pytest

import pcc_data as pcc
from pcc_data.dataset.facts import Facts
from pcc_data.dataset.load import from_records
from pcc_data.dataset.why import explain
from pcc_data.errors import RecordsError
from pcc_data.paths import datasets_dir
from pcc_data.tables.rows import coded
from pcc_data.tables.spec import DERIVED, DOMAINS, case_fields

ONE_ROW_AN_ITEM = {
    "sources": "sources",
    "indicators": "indicators",
    "events": "events",
    "promises": "promises",
    "lessons": "lessons",
    "challenges": "challenges",
    "gaps": "gaps",
    "codings": "coding_basis",
    "instruments": "public_instruments",
    "contributions": "community_contributions",
}


def test_every_record_is_a_case(data, records):
    assert sorted(data.cases.index) == sorted(record["id"] for record in records)
    assert len(list((datasets_dir() / "cases").glob("*.yaml"))) == len(data)


@pytest.mark.parametrize(("table", "field"), ONE_ROW_AN_ITEM.items())
def test_counts_equal_those_of_the_records_case_by_case(data, records, table, field):
    counts = data.tables[table]["case"].value_counts()
    assert {record["id"]: len(record[field]) for record in records} == {
        record["id"]: int(counts.get(record["id"], 0)) for record in records
    }


@pytest.mark.parametrize(("table", "number"), [("boards", "board"), ("votes", "vote")])
def test_boards_and_votes_have_one_row_a_bloc(data, records, table, number):
    for record in records:
        rows = data.one(table, record["id"])
        assert rows[number].nunique() == len(record[table])
        assert rows["bloc"].notna().sum() == sum(len(item["blocs"]) for item in record[table])


def test_values_of_cases_equal_the_records(data, records):
    for record in records:
        row = data.cases.loc[record["id"]]
        for field in case_fields(pcc.codebook):
            if field in DERIVED:
                continue
            value, found = coded(record, field), row[field.removeprefix("place.")]
            if isinstance(
                value, list
            ):  # the community base: several codes are one word here, and stand in a table of their own
                value = value[0] if len(value) == 1 else "mixed"
            assert pd.isna(found) if value is None else found == value, (record["id"], field)


def test_ratings_and_bases_equal_the_records(data, records):
    table = data.outcomes.set_index(["case", "domain"])
    for record in records:
        for domain in DOMAINS:
            row, told = table.loc[(record["id"], domain)], record["outcomes"][domain]
            assert (None if pd.isna(row["rating"]) else row["rating"]) == told["rating"]
            assert ("" if pd.isna(row["sources"]) else row["sources"]) == ";".join(told["sources"])


def test_tables_from_csv_equal_tables_from_records(data, records):
    for name, table in from_records(records).tables.items():
        pd.testing.assert_frame_equal(table, data.tables[name])


def test_a_missing_value_always_has_its_reason(data):
    for name, table in data.tables.items():
        if name != "missing":
            reasons = data.missing[data.missing["table"] == name]
            assert int(table.isna().sum().sum()) == len(reasons), name
    assert set(data.missing["why"]) == {"not_found", "does_not_apply"}


def test_an_ending_that_does_not_apply_is_not_one_that_was_not_found(data):
    state = data.state("end_reason")
    assert (state[data.cases["status"] != "ended"] == "does_not_apply").all()
    assert not (state[data.cases["status"] == "ended"] == "does_not_apply").any()


def test_categories_are_the_documented_codes_in_order(data):
    for field in pcc.codebook.fields_with(basis="needed"):
        assert list(data.cases[field].cat.categories) == list(pcc.codebook.codes(field))
    assert data.cases["decision_right"].cat.ordered and not data.cases["sector"].cat.ordered


def test_filter_by_one_value_by_several_and_by_nothing(data):
    energy = data.filter(sector="energy")
    assert set(energy.cases["sector"]) == {"energy"}
    assert set(energy.events["case"]) <= set(energy.cases.index)
    two = data.filter({"roles.governance": ["shared", "community"]}, collection="report")
    assert set(two.cases["roles.governance"]) <= {"shared", "community"} and set(two.cases["collection"]) == {"report"}
    lost = data.filter(decision_right="not_found")
    assert len(lost) == data.cases["decision_right"].isna().sum() > 0
    assert len(data.filter(end_reason="does_not_apply")) == (data.cases["status"] != "ended").sum()
    loans = data.filter(instruments="loan_or_guarantee")
    assert set(loans.cases.index) == set(data.instruments.query("code == 'loan_or_guarantee'")["case"])


@pytest.mark.parametrize(
    ("where", "hint"),
    [({"sektor": "energy"}, "sector"), ({"sector": "enrgy"}, "energy"), ({"instruments": "loan"}, "loan_or_guarantee")],
)
def test_filter_names_the_nearest_valid_word(data, where, hint):
    with pytest.raises(ValueError, match=f"Did you mean '{hint}'"):
        data.filter(where)


def test_an_unknown_case_names_the_nearest(data):
    with pytest.raises(ValueError, match="wolfhagen-energy-cooperative"):
        data.case("wolfhagen-energy")


def test_why_gives_reason_and_sources(data, records):
    record = next(record for record in records if record["id"] == "wolfhagen-energy-cooperative")
    answer = data.why("wolfhagen-energy-cooperative", "roles.governance")
    told = record["coding_basis"]["roles.governance"]
    assert answer.basis == told["basis"] and list(answer.sources["source"]) == told["sources"]
    assert all(row.url in str(answer) for row in answer.sources.itertuples())


def test_why_answers_for_every_coded_value(data):
    for case in data.cases.index:
        facts = Facts(data, case)  # `data.why` makes them for each question; here all questions of a case share them
        for field in (*pcc.codebook.fields_with(basis="needed"), *(f"outcomes.{domain}" for domain in DOMAINS)):
            answer = explain(facts, field)
            state = None if field.startswith("outcomes.") else data.state_of(case, field)
            known = answer.value not in ("not found", "does not apply", "Not found")
            assert not known or len(answer.sources) > 0, (case, field, state)


def test_why_refuses_what_is_no_field_and_says_what_has_no_reason(data):
    with pytest.raises(ValueError, match="Did you mean 'summary'"):
        data.why("wolfhagen-energy-cooperative", "sumary")
    assert "gives no reason of its own" in data.why("wolfhagen-energy-cooperative", "summary").basis


def test_why_answers_for_every_item_of_every_case(data):
    for case in data.cases.index[::9]:
        facts = Facts(data, case)
        for table in (
            "indicators",
            "events",
            "promises",
            "lessons",
            "challenges",
            "gaps",
            "sources",
            "triggers",
            "spells",
            "set_off",
        ):
            rows = data.one(table, case)
            for number, ids in enumerate(rows["source" if table == "sources" else "sources"], start=1):
                answer = explain(facts, f"{table}[{number}]")
                assert list(answer.sources["source"]) == ([] if pd.isna(ids) else ids.split(";")), (case, table, number)


def test_own_records_load_alone_and_beside_the_projects(data, tmp_path):
    source = (datasets_dir() / "cases" / "iida-citizen-solar.yaml").read_text(encoding="utf-8")
    (tmp_path / "my-town-solar.yaml").write_text(
        source.replace("id: iida-citizen-solar", "id: my-town-solar"), encoding="utf-8"
    )
    assert list(pcc.load(tmp_path).cases.index) == ["my-town-solar"]
    assert len(pcc.load(extra=tmp_path)) == len(data) + 1


def test_bad_records_are_refused_with_every_fault(tmp_path):
    source = (datasets_dir() / "cases" / "iida-citizen-solar.yaml").read_text(encoding="utf-8")
    (tmp_path / "iida-citizen-solar.yaml").write_text(
        source.replace("sector: energy", "sector: enrgy"), encoding="utf-8"
    )
    with pytest.raises(RecordsError, match=r"iida-citizen-solar\.yaml:\d+: sector"):
        pcc.load(tmp_path)


def test_a_card_is_rich_and_plain(data):
    card = data.case("cadiz-energy-boards")
    assert "Says who?" in card._repr_html_() and card.data.cases.at["cadiz-energy-boards", "name"] in repr(card)


def test_texts_in_cards_are_escaped(data):
    cases = data.cases.copy()
    cases.loc["cadiz-energy-boards", "summary"] = "<script>alert(1)</script>"
    tables = {**data.tables, "cases": cases}
    assert "<script>" not in pcc.Dataset(**tables).case("cadiz-energy-boards")._repr_html_()
