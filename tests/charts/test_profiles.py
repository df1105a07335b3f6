"""Outcome profiles: every rating a mark, counts and medians those of the tables, and what was not found apart."""

from __future__ import annotations

import re

import pandas as pd
import pytest

import pcc_data as pcc
from pcc_data.charts import _outcome_profile as profiles
from pcc_data.colours import INK, PAPER
from pcc_data.tables.spec import DOMAINS
from tests.charts.layout import assert_key_above_source

FIELDS = ["ownership_model", "sector", "world_region", "status", "decision_right"]
LABELS = {domain: f"outcomes.{domain}" for domain in DOMAINS}


def plain(data, by, domain):
    """Ratings (None for missing) of each group, by plain dictionaries."""
    group = data.state(by).astype(str).to_dict()
    rows = data.outcomes[data.outcomes["domain"] == domain]
    found = {}
    for case, rating in zip(rows["case"], rows["rating"].astype("Int64"), strict=True):
        found.setdefault(group[case], []).append(None if pd.isna(rating) else int(rating))
    return found


def median(values):
    row = sorted(values)
    return (row[(len(row) - 1) // 2] + row[len(row) // 2]) / 2


@pytest.mark.parametrize("by", FIELDS)
def test_table_equals_plain_counts(data, by):
    table = pcc.charts.outcome_profile(data, by).table
    seen = 0
    for domain in DOMAINS:
        for group, ratings in plain(data, by, domain).items():
            mine = (table.iloc[:, 0] == pcc.codebook.label(by, group)) & (
                table["Outcome"] == pcc.codebook.label(LABELS[domain])
            )
            (row,) = table[mine].to_dict("records")
            known = [rating for rating in ratings if rating is not None]
            for rating in range(4):
                assert row[pcc.codebook.label("outcomes.rating", str(rating))] == known.count(rating)
            assert (row["not found"], row["rated"], row["cases"]) == (ratings.count(None), len(known), len(ratings))
            if known:
                assert row["median of rated"] == median(known)
            else:
                assert pd.isna(row["median of rated"])
            assert (row[""] == "fewer than three rated") == (len(known) < 3)
            seen += 1
    assert seen == len(table)


@pytest.mark.parametrize("domain", DOMAINS)
def test_title_and_text_tell_the_counts(data, domain):
    chart = pcc.charts.outcome_profile(data, domain=domain)
    groups = plain(data, "ownership_model", domain)
    known = [rating for ratings in groups.values() for rating in ratings if rating is not None]
    high = sum(rating > 1 for rating in known)
    assert f"rated 2 or 3 in {high} of {len(known)} rated cases" in chart.title
    assert f"in {len(data) - len(known)} of {len(data)} no evidence" in chart.text
    enough = [
        median([r for r in ratings if r is not None])
        for ratings in groups.values()
        if sum(r is not None for r in ratings) >= 3
    ]
    low, top = (f"{end:g}" for end in (min(enough), max(enough)))
    assert (
        (f"from {low} (" in chart.title and f"to {top} (" in chart.title)
        if low != top
        else f"median is {low} in" in chart.title
    )


@pytest.mark.parametrize("domain", [None, *DOMAINS])
def test_every_rating_is_a_mark_that_can_be_chosen(data, domain):
    svg = pcc.charts.outcome_profile(data, domain=domain).svg
    marks = re.findall(r'data-pick="([^"]+)"', svg)
    times = 7 if domain is None else 1
    assert sorted(marks) == sorted([*data.cases.index] * times)


def test_missing_marks_are_hollow_and_as_many_as_not_found(data):
    missing = data.outcomes[(data.outcomes["domain"] == "service_quality") & data.outcomes["rating"].isna()]["case"]
    figure = pcc.charts.outcome_profile(data, domain="service_quality").figure
    marks = [line for line in figure.axes[0].lines if str(line.get_gid()).startswith("pick:")]
    hollow = {line.get_gid().split(":")[1] for line in marks if line.get_markerfacecolor() == PAPER}
    assert hollow == set(missing) and len(marks) == len(data)
    at = {line.get_gid().split(":")[1]: line.get_xdata()[0] for line in marks}
    assert min(at[case] for case in hollow) > max(x for case, x in at.items() if case not in hollow)


def test_medians_of_few_are_hollow(data):
    figure = pcc.charts.outcome_profile(data, domain="local_economy").figure
    diamonds = {
        line.get_markerfacecolor(): len(line.get_xdata())
        for line in figure.axes[0].lines
        if line.get_gid() is None and line.get_marker() == "D" and line.get_markerfacecolor() in (INK, PAPER)
    }
    rated = [
        sum(r is not None for r in ratings) for ratings in plain(data, "ownership_model", "local_economy").values()
    ]
    assert diamonds == {INK: sum(n >= 3 for n in rated), PAPER: sum(0 < n < 3 for n in rated)}


def test_weak_fields_carry_a_caution_and_are_not_in_the_title(data):
    assert "Caution" in pcc.charts.outcome_profile(data, domain="local_economy").svg
    assert "Caution" not in pcc.charts.outcome_profile(data, domain="durability").svg
    whole = pcc.charts.outcome_profile(data)
    weak = [pcc.codebook.label(field) for field in LABELS.values() if not pcc.codebook.field(field).reliable]
    assert weak and all(label in whole.svg and label.lower() not in whole.title for label in weak)
    assert whole.svg.count("(caution)") == len(weak)


def test_one_group_has_the_outcomes_below_one_another(data):
    chart = pcc.charts.outcome_profile(data.filter(ownership_model="community_land_trust"))
    assert "Community land trust" in chart.svg and len(chart.table) == 7
    assert all(pcc.codebook.label(field) in chart.svg for field in LABELS.values())


def test_small_groups_are_marked(data):
    two = data.only(["wolfhagen-energy-cooperative", "cadiz-energy-boards"])
    assert "fewer than three" in pcc.charts.outcome_profile(two).svg
    assert "fewer than three cases are rated" in pcc.charts.outcome_profile(two, domain="durability").title


def test_many_cases_are_bars(data, monkeypatch):
    monkeypatch.setattr(profiles, "MARKS", 50)
    for domain in (None, "durability"):
        chart = pcc.charts.outcome_profile(data, domain=domain)
        assert "data-pick" not in chart.svg and "Bars count cases" in chart.svg
    tall = [patch.get_height() for patch in chart.figure.axes[0].patches[:-1]]
    counts = sorted(
        n
        for r in plain(data, "ownership_model", "durability").values()
        for n in (r.count(k) for k in (0, 1, 2, 3, None))
        if n
    )
    assert sorted(tall) == pytest.approx([max(tall) * n / max(counts) for n in counts])


def test_wrong_words_and_no_cases(data):
    with pytest.raises(ValueError, match="durability"):
        pcc.charts.outcome_profile(data, domain="durabilty")
    with pytest.raises(ValueError, match="sector"):
        pcc.charts.outcome_profile(data, "sectr")
    assert pcc.charts.outcome_profile(data.only([])).title == "No case matches"
    empty = data.only(["wolfhagen-energy-cooperative", "cadiz-energy-boards"])
    assert "no evidence found in two cases" in pcc.charts.outcome_profile(empty, domain="service_quality").title


@pytest.mark.parametrize("style", ["screen", "projector", "print", "phone"])
def test_columns_fit_the_picture(data, style):
    pcc.use_style(style)
    for domain in (None, "durability"):
        ax = pcc.charts.outcome_profile(data, domain=domain).figure.axes[0]
        (low, high), (foot, head) = ax.get_xlim(), ax.get_ylim()
        for line in ax.lines:
            if str(line.get_gid()).startswith("pick:"):
                assert low <= line.get_xdata()[0] <= high and foot <= line.get_ydata()[0] <= head


def test_one_rated_case_is_one(data):
    rated = data.outcomes[(data.outcomes["domain"] == "durability") & data.outcomes["rating"].notna()]
    one = pcc.charts.outcome_profile(data.only([rated["case"].iloc[0]]), domain="durability")
    assert "of 1 rated case;" in one.title and "of 1 rated case;" in one.text and "rated cases;" not in one.text
    missing = data.outcomes[(data.outcomes["domain"] == "durability") & data.outcomes["rating"].isna()]
    none = pcc.charts.outcome_profile(data.only([missing["case"].iloc[0]]), domain="durability")
    assert none.title.endswith("no evidence found in one case") and none.text.endswith(
        "no evidence was found in one case."
    )


@pytest.mark.parametrize("domain", [None, "durability"])
@pytest.mark.parametrize("style", ["screen", "projector", "print", "phone"])
def test_the_key_stays_above_the_source_line(data, domain, style):
    pcc.use_style(style)
    assert_key_above_source(pcc.charts.outcome_profile(data, domain=domain).figure)


def test_on_a_phone_all_outcomes_of_many_cases_are_bars_that_fit_in_a_few_screens(data):
    pcc.use_style("phone")
    many = pcc.charts.outcome_profile(data)
    assert many.figure.get_figheight() <= 14 and "Bars count cases" in many.svg and "pick:" not in many.svg
    few = pcc.charts.outcome_profile(data.only(list(data.cases.index[:12])))
    assert "Each mark is a case" in few.svg
