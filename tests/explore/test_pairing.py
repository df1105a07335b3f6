"""Two cases side by side: every value of both stands there, and the sentence counts what a plain comparison counts."""

from __future__ import annotations

import re
from html import unescape

import pandas as pd
import pytest
from markupsafe import escape

import pcc_data as pcc
from pcc_data.analysis.gower import gower
from pcc_data.analysis.similar import FEATURES, LIST_TABLES
from pcc_data.codes import inside
from pcc_data.explore import _side_by_side as pairing
from pcc_data.pages.pair import Pair
from pcc_data.say import say
from pcc_data.tables.spec import DOMAINS, ROLES

PAIRS = [
    ("toronto-windshare-turbine", "copenhagen-middelgrunden-wind"),
    ("wolfhagen-energy-cooperative", "puerto-piray-pip-land-cooperative"),
    ("recoleta-popular-pharmacy", "hastings-peoples-pier"),
]


def plain(data, left, right):
    """Features that two cases share, in which they differ, and that are not known of both, by plain comparison."""
    shared, different = set(), set()
    for field in FEATURES:
        if field in LIST_TABLES:
            one, two = (set(data.one(LIST_TABLES[field], case)["code"].astype(str)) for case in (left, right))
        else:
            one, two = (data.cases.at[case, field] for case in (left, right))
            if pd.isna(one) or pd.isna(two) or "unknown" in (one, two):
                continue
        (shared if one == two else different).add(field)
    return shared, different


def shown(explorer) -> str:
    html = explorer.picture.html
    assert "pcc-pair" in html and "pcc-error" not in html
    return html


def rows(html: str) -> dict[str, tuple[str, list[str]]]:
    """Mark and cells of each row by its label."""
    found = {}
    for row in re.findall(r'<tr(?: class="[^"]*")?><th scope="row">(.*?)</th>(.*?)</tr>', html):
        label, _, mark = row[0].partition('<span class="pcc-alike">')
        found[unescape(label)] = (mark.removesuffix("</span>"), re.findall(r"<td [^>]*>(.*?)</td>", row[1]))
    return found


@pytest.mark.parametrize(("left", "right"), PAIRS)
def test_sentence_counts_what_a_plain_comparison_counts(data, left, right):
    shared, different = plain(data, left, right)
    said = pairing.sentence(data, left, right)
    assert (
        f"alike in {len(shared)} of {len(shared) + len(different)} features" in said
        and f"differ in {len(different)}" in said
    )
    assert ("known of both" in said) == (len(shared) + len(different) < len(FEATURES))
    for case in (left, right):
        assert (
            data.cases.at[case, "name"] in said
            and pcc.codebook.label("status", data.cases.at[case, "status"]).lower() in said
        )
    named = {pcc.codebook.label(field).lower(): field for field in FEATURES}
    for part, fields in (
        (said.split("alike in")[1].split("and differ in")[0], shared),
        (said.split("and differ in")[1], different),
    ):
        told = [named[name] for name in re.findall(r"(?:\(|; )([^:;()]+): ", part) if name in named]
        assert set(told) <= fields and len(told) == min(4, len(fields))


def test_fourteen_features_as_the_explanation_says():
    assert len(FEATURES) == 14 and "Fourteen features" in say("side-by-side.how")
    assert all(
        pcc.codebook.label(field).lower().split()[0] in say("side-by-side.how").lower()
        for field in FEATURES
        if not field.startswith("roles.") and field not in LIST_TABLES
    )


@pytest.mark.parametrize(("left", "right"), PAIRS)
def test_marks_say_alike_or_different(data, left, right):
    shared, different = plain(data, left, right)
    found = rows(Pair(data, left, right).roles())
    for field in FEATURES:
        mark, cells = found[pcc.codebook.label(field)]
        same = "alike"  # of codes it is said which one both have
        if field not in LIST_TABLES:
            same = f"both: {escape(inside(pcc.codebook.label(field, data.state_of(left, field))))}"
        assert mark == (same if field in shared else "different" if field in different else mark) and len(cells) == 2
        assert (field in shared or field in different) or mark in ("", "known of one")
        if field not in LIST_TABLES:
            for case, cell in zip((left, right), cells, strict=True):
                assert escape(pcc.codebook.label(field, data.state_of(case, field))) in cell


@pytest.mark.parametrize(("left", "right"), PAIRS)
def test_every_value_says_who(data, left, right):
    pair = Pair(data, left, right)
    for mark, cells in rows(pair.roles() + pair.outcomes()).values():
        for cell in cells:
            assert "Says who?" in cell or "pcc-nothing" in cell, (mark, cell)
    for role in ROLES:
        for case, cell in zip((left, right), rows(pair.roles())[pcc.codebook.label(f"roles.{role}")][1], strict=True):
            assert escape(data.why(case, f"roles.{role}").basis) in cell


@pytest.mark.parametrize(("left", "right"), PAIRS)
def test_outcomes_with_their_reasons_and_missing_as_missing(data, left, right):
    found = rows(Pair(data, left, right).outcomes())
    for domain in DOMAINS:
        mark, cells = found[pcc.codebook.label(f"outcomes.{domain}")]
        ratings = []
        for case, cell in zip((left, right), cells, strict=True):
            table = data.outcomes
            row = table[(table["case"] == case) & (table["domain"] == domain)].iloc[0]
            ratings.append(None if pd.isna(row["rating"]) else int(row["rating"]))
            assert ("pcc-nothing" in cell) == (ratings[-1] is None)
            assert ratings[-1] is None or (escape(row["basis"]) in cell and f">{ratings[-1]} " in cell)
        known = sum(rating is not None for rating in ratings)
        assert mark == {0: "", 1: "known of one", 2: "alike" if ratings[0] == ratings[1] else "different"}[known]
    assert "Caution" in Pair(data, left, right).outcomes()


@pytest.mark.parametrize(("left", "right"), PAIRS)
def test_all_figures_and_all_events_stand_on_their_side(data, left, right):
    pair = Pair(data, left, right)
    money, story = pair.money(), rows(pair.timeline())
    for side, case in enumerate((left, right)):
        cells = [cells[side] for _, cells in rows(money).values()]
        for fact in data.one("indicators", case).itertuples():
            assert any(escape(fact.label) in cell and escape(fact.unit) in cell for cell in cells)
        for event in data.one("events", case).itertuples():
            assert escape(event.label) in story[str(event.year)][1][side]
    assert list(story) == sorted(story)
    both = money.split("Figures known of both")[1].split("Figures known of one")[0] if "known of both" in money else ""
    codes = [set(data.one("indicators", case)["code"].astype(str)) for case in (left, right)]
    assert set(rows(both)) >= {pcc.codebook.label("indicators.code", code) for code in codes[0] & codes[1] - {"other"}}


def test_opens_on_two_of_one_sector_that_went_different_ways(data):
    left, right = pairing.opening_pair(data)
    cases = data.cases
    assert (cases.at[left, "status"], cases.at[right, "status"]) == ("ended", "active")
    assert cases.at[left, "sector"] == cases.at[right, "sector"]
    from pcc_data.analysis.similar import features

    table = gower(features(data))
    for ended in cases.index[cases["status"] == "ended"]:
        for active in cases.index[(cases["status"] == "active") & (cases["sector"] == cases.at[ended, "sector"])]:
            assert table.at[left, right] <= table.at[ended, active] + 1e-12


def test_most_alike_and_most_different_are_the_ends_of_the_distances(data):
    from pcc_data.analysis.similar import features

    table = gower(features(data))
    explorer = pcc.explore.side_by_side(data, "wolfhagen-energy-cooperative", "plymouth-energy-community")
    buttons = {child.description: child for child in explorer.row.children if hasattr(child, "click")}
    row = table.loc["wolfhagen-energy-cooperative"].drop("wolfhagen-energy-cooperative")
    buttons["Most alike"].click()
    assert row[explorer.controls["right"].value] == pytest.approx(row.min())
    buttons["Most different"].click()
    assert row[explorer.controls["right"].value] == pytest.approx(row.max())
    assert explorer.controls["left"].value == "wolfhagen-energy-cooperative"


def test_swap_and_choosing_the_same_case_keep_two_cases(data):
    explorer = pcc.explore.side_by_side(data, *PAIRS[1])
    left, right = explorer.controls["left"], explorer.controls["right"]
    buttons = {child.description: child for child in explorer.row.children if hasattr(child, "click")}
    buttons["Swap"].click()
    assert (left.value, right.value) == PAIRS[1][::-1]
    heads = re.findall(r'<th scope="col">(.*?)</th>', shown(explorer))
    assert [
        data.cases.at[case, "name"] in unescape(head) for case, head in zip(PAIRS[1][::-1], heads[1:3], strict=True)
    ] == [True, True]
    left.value = PAIRS[1][0]
    assert (left.value, right.value) == PAIRS[1]
    assert explorer.picture.said == pairing.sentence(data, *PAIRS[1])


def test_every_view_for_many_pairs(data):
    explorer = pcc.explore.side_by_side(data)
    names = [case for _, case in explorer.controls["left"].options]
    assert sorted(names) == sorted(data.cases.index)
    for at, case in enumerate(names[::2]):
        explorer.controls["left"].value = case
        explorer.controls["view"].value = pairing.VIEWS[at % 5]
        assert escape(data.cases.at[case, "name"]) in shown(explorer)
        assert explorer.controls["left"].value != explorer.controls["right"].value


def test_start_again_and_static_opening(data):
    explorer = pcc.explore.side_by_side(data)
    before = shown(explorer)
    explorer.set(view="all", left="rome-autorecupero-cooperatives")
    explorer.start_again()
    assert shown(explorer) == before and before in explorer.static()


def test_one_side_is_filled_with_the_case_most_like_it(data):
    near = pcc.similar(data, "wolfhagen-energy-cooperative", n=1).index[0]
    one = pcc.explore.side_by_side(data, "wolfhagen-energy-cooperative")
    two = pcc.explore.side_by_side(data, right="wolfhagen-energy-cooperative")
    assert (one.controls["left"].value, one.controls["right"].value) == ("wolfhagen-energy-cooperative", near)
    assert (two.controls["left"].value, two.controls["right"].value) == (near, "wolfhagen-energy-cooperative")


def test_too_few_cases_same_case_and_unknown_case_are_refused(data):
    with pytest.raises(ValueError, match="Two cases are needed"):
        pcc.explore.side_by_side(data.only(["wolfhagen-energy-cooperative"]))
    with pytest.raises(ValueError, match="two different"):
        pcc.explore.side_by_side(data, "wolfhagen-energy-cooperative", "wolfhagen-energy-cooperative")
    with pytest.raises(ValueError, match="wolfhagen-energy-cooperative"):
        pcc.explore.side_by_side(data, "wolfhagen")


def test_two_active_cases_are_enough(data):
    explorer = pcc.explore.side_by_side(data.only(["plymouth-energy-community", "eeklo-cooperative-wind"]))
    assert {explorer.controls["left"].value, explorer.controls["right"].value} == {
        "plymouth-energy-community",
        "eeklo-cooperative-wind",
    }
