"""Outcomes of groups: every control through its values, and a mark opens its case."""

from __future__ import annotations

from html import unescape
from itertools import product

import pytest
from markupsafe import escape

import pcc_data as pcc
from pcc_data import charts
from pcc_data.explore import _outcomes as profiling
from pcc_data.markup import own


@pytest.mark.parametrize("view", profiling.VIEWS)
def test_all_controls_through_their_values(data, view):
    explorer = pcc.explore.outcomes(data, view=view)
    values = [[value for _, value in explorer.controls[name].options] for name in ("collection", "by", "domain")]
    for group, by, domain in list(product(*values))[::3]:  # a third of them, which has every value of every control
        explorer.set(collection=group, by=by, domain=domain)
        part = data.filter(collection=group) if group else data
        chart = (
            charts.outcome_profile(part, by, domain=domain or None)
            if view == "ratings"
            else {"less": charts.leave_one_out, "ages": charts.ages}[view](part, by, domain)
        )
        assert escape(chart.text) in explorer.picture.html
        assert "pcc-error" not in explorer.picture.html


def test_a_mark_opens_its_case_with_the_reason_for_its_rating(data):
    explorer = pcc.explore.outcomes(data)
    explorer.picture.picked = "hastings-peoples-pier"
    explorer.picture.picks += 1
    html = explorer.picture.html
    assert "You chose: " + own(data.cases.at["hastings-peoples-pier", "name"]) in html
    assert data.why("hastings-peoples-pier", "outcomes.durability").basis in unescape(html)
    assert explorer.picture.chosen == "hastings-peoples-pier"
    explorer.controls["collection"].value = "report"
    assert "You chose" not in explorer.picture.html
    explorer.start_again()
    assert "You chose" not in explorer.picture.html


def test_wrong_words_are_refused_and_no_case_says_what_to_do(data):
    for wrong in ({"view": "lest"}, {"by": "scale"}, {"domain": "durabilty"}, {"view": "less", "domain": None}):
        with pytest.raises(ValueError, match="durability|less|sector"):
            pcc.explore.outcomes(data, **wrong)
    assert "No case matches" in pcc.explore.outcomes(data.only([])).picture.html
    extended = pcc.explore.outcomes(data.filter(collection="extended"))
    extended.controls["collection"].value = "report"
    assert "Choose every scale or all cases" in extended.picture.html
