"""The pictures of how one became many, and of what was taken back."""

from __future__ import annotations

import re

import pytest

import pcc_data as pcc
from pcc_data.analysis.sequences import places
from pcc_data.analysis.taken_back import NOT_ACTIVE, names
from pcc_data.teaching import teaching

WHO = {line["case"]: line["who"] for line in teaching("taken_back")["lines"]}


def test_sequences_draw_every_step_and_tell_the_years(data):
    chart = pcc.charts.sequences(data)
    steps = [step for place in places().values() for step in place["steps"]]
    assert len(chart.table) == len(steps) and list(chart.table["year"]) == [step["year"] for step in steps]
    assert chart.svg.count("data-pick=") == len(steps) + len(places())
    assert "2 to 15 years, in 5 of 5 places" in chart.title
    assert "Kerala, India 15 years (1993 to 2008)" in chart.text and "in 3 of 5" in chart.text
    assert chart.picks == {key: place["place"] for key, place in places().items()}


def test_one_place_and_one_without_a_rule(data):
    one = pcc.charts.sequences(data.only(["kerala-community-palliative-care"]))
    assert "15 years, in 1 of 1 place" in one.title
    none = pcc.charts.sequences(data.only(["barcelona-la-borda-cooperative-housing"]))
    assert "2012 to 2025" in none.text
    water = pcc.charts.sequences(data.only(["naples-abc-acqua-bene-comune"]))
    assert water.title.startswith("No way from a first trial to a rule")


def test_taken_back_counts_by_status_and_keeps_apart_what_was_not_found(data):
    chart, status = pcc.charts.taken_back(data), data.cases["status"].astype(str)
    part = status[status.isin(NOT_ACTIVE)]
    for who, name in {**names("who"), None: "No such event found"}.items():
        for code in NOT_ACTIVE:
            of_status = [case for case in part.index if part[case] == code]
            count = sum(WHO.get(case) == who for case in of_status)
            assert chart.table.at[name, pcc.codebook.label("status", code)] == f"{count} of {len(of_status)}"
    assert chart.svg.count("data-pick=") == len(part)
    town = sum(who == "city" for who in WHO.values())
    assert chart.title.startswith("The town hall") and f"in {town} of {len(WHO)} cases" in chart.title
    assert re.search(rf"Of {len(part)} cases .* {len(WHO)} have a record", chart.text)


@pytest.mark.parametrize("cases", [["cadiz-energy-boards"], ["toronto-windshare-turbine"]])
def test_taken_back_of_one_case(data, cases):
    chart = pcc.charts.taken_back(data.only(cases))
    assert "of 1" in chart.text or "Of 1 " in chart.text


def test_nothing_to_draw_where_all_go_on(data):
    assert pcc.charts.taken_back(data.filter(status="active")).title == "No case matches"
