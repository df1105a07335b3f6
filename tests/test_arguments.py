"""What a person hands to a function gives the right answer, or an error that names the right one; nothing passes in
silence."""

from __future__ import annotations

import datetime as dt
import math
import warnings
from dataclasses import replace

import numpy as np
import pandas as pd
import pytest

import pcc_data as pcc
from pcc_data.analysis.co_production import place_of
from pcc_data.analysis.krippendorff_alpha import krippendorff_alpha
from pcc_data.analysis.leave_one_out import leave_one_out
from pcc_data.analysis.model_rule import model_of
from pcc_data.analysis.weighting import weigh
from pcc_data.tables.spec import DOMAINS

CASE = "wolfhagen-energy-cooperative"
LEVEL = dict.fromkeys(DOMAINS, 1)
NO_FIELD = [
    None,
    "",
    "sectr",
    5,
    math.nan,
    pd.NA,
    ["sector"],
    {"sector": 1},
    set(),
    np.array([1, 2]),
    dt.date(2020, 1, 1),
    b"sector",
]


@pytest.mark.parametrize("wrong", NO_FIELD, ids=repr)
@pytest.mark.parametrize(
    "ask",
    [
        lambda data, field: pcc.compare(data, field, "sector"),
        lambda data, field: pcc.outcome_profile(data, field),
        lambda data, field: leave_one_out(data, "sector", field),
        lambda data, field: weigh(data, field, LEVEL),
        lambda data, field: data.state_of(CASE, field),
        lambda data, field: data.only([field]),
        lambda data, field: pcc.similar(data, {"scale": field}),
        lambda data, field: pcc.charts.cross_table(data, "sector", "status", colour=field),
        lambda data, field: pcc.charts.role_matrix(data, by=field),
    ],
    ids=[
        "compare",
        "outcome_profile",
        "leave_one_out",
        "weigh",
        "state_of",
        "only",
        "similar",
        "cross_table",
        "role_matrix",
    ],
)
def test_what_is_no_field_case_or_code_is_refused_in_words(data, ask, wrong):
    with pytest.raises(ValueError, match=r"(?i)allowed|is no|compare"):
        ask(data, wrong)


@pytest.mark.parametrize("year", ["{}", " {} ", "{}.0"])
def test_years_that_come_as_texts_are_found(data, year):
    wanted = int(data.cases["start_year"].mode()[0])
    assert list(data.filter(start_year=year.format(wanted)).cases.index) == list(
        data.filter(start_year=wanted).cases.index
    )


@pytest.mark.parametrize("wrong", ["soon", math.inf, True, dt.date(2012, 5, 1), {2012: 1}])
def test_what_is_no_year_is_refused(data, wrong):
    with pytest.raises(ValueError, match="Did you mean 2012" if isinstance(wrong, dt.date) else "Allowed: a number"):
        data.filter(start_year=wrong)


@pytest.mark.parametrize("nothing", [None, math.nan, pd.NA])
def test_missing_values_are_chosen_without_a_guess(data, nothing):
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        assert len(data.filter(region=nothing)) == data.cases["region"].isna().sum()
        assert len(data.filter(end_year=nothing)) == data.cases["end_year"].isna().sum()


@pytest.mark.parametrize("city", ["Cádiz", "Zürich", "Łódź"])
def test_texts_are_alike_however_accents_are_composed(data, city):
    import unicodedata

    named = replace(data, cases=data.cases.assign(city=unicodedata.normalize("NFD", city)))
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        assert len(named.filter(city=unicodedata.normalize("NFC", city))) == len(data)
        assert len(
            replace(data, cases=data.cases.assign(city=city)).filter(city=unicodedata.normalize("NFD", city))
        ) == len(data)


def test_two_conditions_on_one_field_both_hold(data):
    assert len(data.filter({"sector": "energy"}, sector="water")) == 0
    assert list(data.only(CASE).cases.index) == [CASE]
    with pytest.raises(ValueError, match="Conditions are a dict"):
        data.filter("sector")


def test_a_missing_value_without_a_reason_is_still_counted(data):
    gone = replace(data, cases=data.cases.assign(status=data.cases["status"].where(data.cases.index != CASE)))
    assert (
        pcc.compare(gone, "status", "sector").loc["all", "all"] == len(data)
        and gone.state_of(CASE, "status") == "not_found"
    )


def codings(*values, field="status", round_=("1",) * 99):
    """Two coders' values of cases, one pair after the other."""
    rows = [
        (round_[at], f"c{at}", field, coder, value)
        for at, pair in enumerate(values)
        for coder, value in zip("AB", pair, strict=True)
    ]
    return pd.DataFrame(rows, columns=["round", "case", "field", "coder", "value"])


def test_agreement_refuses_what_it_would_have_dropped():
    with pytest.raises(ValueError, match="'Ended'.*Did you mean 'ended'"):
        pcc.agreement(codings(("active", "active"), ("Ended", "stalled")))
    found = pcc.agreement(codings(("active", "active"), ("ended", "stalled"))).loc["status"]
    assert (found["units"], found["agree"], round(found["alpha"], 3)) == (2, 0.5, 0.4)
    table = codings(("active", "active"))
    for wrong, words in [
        (table[table["coder"] == "A"], "at least two coders"),
        (pd.concat([table, table.head(1)]), "twice"),
        (table.assign(field="statsu"), "Did you mean 'status'"),
        (table.assign(case=None), "has no case"),
        (table.assign(coder=None), "no coding"),
    ]:
        with pytest.raises(ValueError, match=words):
            pcc.agreement(wrong)
    with pytest.raises(ValueError, match="no round"):
        pcc.agreement(table, round=2)


def test_agreement_takes_the_last_round_by_number_and_several_codes_by_overlap():
    table = codings(("active", "active"), ("ended", "stalled"), round_=("9", "10"))
    assert (
        pcc.agreement(table).loc["status", "agree"] == 0 and pcc.agreement(table, round=9).loc["status", "agree"] == 1
    )
    several = pcc.agreement(codings(("active; ended", "active"), ("ended", "ended"))).loc["status"]
    assert (several["level"], several["agree"]) == ("several", 0.75) and math.isnan(several["alpha"])


@pytest.mark.parametrize(
    ("values", "level"),
    [
        ([["a", "b"]], "nominal"),
        ([["2", "10"], ["2", "9"]], "ordinal"),
        ([[1, math.inf], [1, 2]], "interval"),
        ([[-1, 2], [1, 2]], "ratio"),
    ],
)
def test_alpha_refuses_one_coder_and_codes_that_have_no_order(values, level):
    with pytest.raises(ValueError, match="two coders|needs numbers"):
        krippendorff_alpha(values, level)


@pytest.mark.parametrize("column", [[1.0, math.inf], [1, "2"], [{"a"}, "b"], [dt.date(2020, 1, 1), "later"]])
def test_gower_refuses_columns_it_cannot_compare(column):
    with pytest.raises(ValueError, match="infinite|Write"):
        pcc.gower(pd.DataFrame({"x": column}))


def test_gower_compares_dates_accents_and_ranks():
    days = pcc.gower(pd.DataFrame({"x": [dt.date(2020, 1, 1), dt.date(2020, 1, 2), dt.date(2020, 1, 5)]}))
    assert days.iloc[0].tolist() == [0, 0.25, 1]
    assert pcc.gower(pd.DataFrame({"x": ["Pe\u00f1a", "Pen\u0303a"]})).iloc[0, 1] == 0
    with pytest.raises(ValueError, match="Did you mean 'low'"):
        pcc.gower(pd.DataFrame({"x": ["low", "Low"]}), ranks={"x": ["low", "high"]})


@pytest.mark.parametrize("wrong", [-1, math.inf, math.nan, "2", None, True])
def test_weights_are_finite_numbers_from_zero(data, wrong):
    with pytest.raises(ValueError, match="numbers from 0"):
        pcc.similar(data, CASE, weights={"sector": wrong})
    with pytest.raises(ValueError, match="numbers from 0"):
        weigh(data, "sector", {**LEVEL, "durability": wrong})


@pytest.mark.parametrize("judge", [model_of, place_of])
@pytest.mark.parametrize(
    ("design", "words"),
    [
        ({"roles.governace": "public"}, "Did you mean 'roles.governance'"),
        ({"roles.governance": "Public"}, "Did you mean 'public'"),
        (5, "dict"),
    ],
)
def test_a_design_with_an_unknown_key_or_code_is_refused(judge, design, words):
    with pytest.raises(ValueError, match=words):
        judge(design)


@pytest.mark.parametrize("wrong", [None, "2", 1.5, 0, math.nan, True])
def test_pages_are_whole_numbers(data, wrong):
    for draw in (pcc.charts.life_lines, pcc.charts.promises, pcc.charts.role_matrix):
        with pytest.raises(ValueError, match="page"):
            draw(data, page=wrong)


@pytest.mark.parametrize("draw", [pcc.charts.map_of_cases, pcc.charts.co_production_grid])
def test_a_chosen_case_that_is_not_there_is_refused(data, draw):
    with pytest.raises(ValueError, match=f"Did you mean '{CASE}'"):
        draw(data, CASE[:-1])
