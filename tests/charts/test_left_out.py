"""Taking out one case: every mark is the mean of the others, and the picture names the one that moves it most."""

from __future__ import annotations

import re

import pytest

import pcc_data as pcc
from pcc_data.analysis.leave_one_out import moves
from pcc_data.charts import _leave_one_out as left_out
from pcc_data.colours import INK
from tests.analysis.test_leave_one_out import plain


def test_title_tells_the_furthest_move_and_that_of_the_largest_group(data):
    groups = plain(data, "ownership_model", "durability")
    far = {}
    for group, ratings in groups.items():
        whole = sum(ratings.values()) / len(ratings)
        far[group] = max(
            abs((sum(ratings.values()) - rating) / (len(ratings) - 1) - whole) for rating in ratings.values()
        )
    title = pcc.charts.leave_one_out(data, "ownership_model", "durability").title
    for group in (max(far, key=far.get), max(groups, key=lambda one: len(groups[one]))):
        assert (
            f"{pcc.codebook.short('ownership_model', group)} ({len(groups[group])} rated) by up to {far[group]:.2f}"
            in title
        )


def test_every_case_is_a_mark_and_one_a_group_is_ringed(data):
    chart = pcc.charts.leave_one_out(data, "ownership_model", "durability")
    groups = plain(data, "ownership_model", "durability")
    cases = sorted(case for ratings in groups.values() for case in ratings)
    assert sorted(re.findall(r'data-pick="([^"]+)"', chart.svg)) == cases
    ringed = [line for line in chart.figure.axes[0].lines if line.get_gid() and line.get_markeredgecolor() == INK]
    assert len(ringed) == len(groups) == (chart.table[""] == "moves it most").sum()
    for line in ringed:
        (row,) = chart.table[chart.table["without"] == data.cases.at[line.get_gid().split(":")[1], "name"]].to_dict(
            "records"
        )
        assert row[""] == "moves it most"


def test_marks_stand_at_their_means_and_none_covers_another(data):
    chart = pcc.charts.leave_one_out(data, "sector", "service_quality")
    moved = moves(data, "sector", "service_quality").set_index("case")["mean"]
    spots = {
        line.get_gid().split(":")[1]: (line.get_xdata()[0], line.get_ydata()[0])
        for line in chart.figure.axes[0].lines
        if line.get_gid()
    }
    assert len(set(spots.values())) == len(spots) == len(moved)
    by_x = sorted(moved.index, key=lambda case: spots[case][0])
    assert [round(moved[case], 6) for case in by_x] == sorted(round(mean, 6) for mean in moved)


def test_smallest_groups_stand_on_top_and_those_not_drawn_are_named(data):
    chart = pcc.charts.leave_one_out(data, "ownership_model", "local_economy")
    rated = [
        int(text.get_text().rstrip("*").split("\u00a0")[-1])
        for text in chart.figure.axes[0].texts
        if "n\u00a0=" in text.get_text()
    ]
    assert rated == sorted(rated)
    gone = set(data.cases["ownership_model"].astype(str)) - set(plain(data, "ownership_model", "local_economy"))
    note = chart.figure.texts[1].get_text().replace("\n", " ")
    assert gone and all(pcc.codebook.label("ownership_model", group) in note for group in gone) and "Caution" in note


def test_groups_that_do_not_move_are_said_so(data):
    same = [
        group
        for group, ratings in plain(data, "ownership_model", "durability").items()
        if len(set(ratings.values())) == 1
    ]
    text = pcc.charts.leave_one_out(data, "ownership_model", "durability").text
    said = text.split("No case moves that of ")[1]
    assert same and all(pcc.codebook.short("ownership_model", group) in said for group in same)


def test_too_few_cases_and_wrong_words(data):
    assert pcc.charts.leave_one_out(data.only([]), "sector", "durability").title == "No case matches"
    one = pcc.charts.leave_one_out(data.only(["wolfhagen-energy-cooperative"]), "sector", "durability")
    assert one.title == "No group has two rated cases" and "<svg" in one.svg
    with pytest.raises(ValueError, match="durability"):
        pcc.charts.leave_one_out(data, "sector", "durabilty")


def test_many_cases_are_one_mark_a_mean(data, monkeypatch):
    monkeypatch.setattr(left_out, "PICKABLE", 10)
    chart = pcc.charts.leave_one_out(data, "sector", "durability")
    assert "data-pick" not in chart.svg and len(chart.table) > 10
