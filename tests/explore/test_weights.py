"""The outcome wheel: weights of the room through all their values."""

from __future__ import annotations

import pytest

import pcc_data as pcc
from pcc_data.analysis.weighting import weigh
from pcc_data.tables.spec import DOMAINS


def test_every_weight_and_group_through_its_values(data):
    explorer = pcc.explore.outcome_wheel(data)
    for _, by in explorer.controls["by"].options:
        explorer.controls["by"].value = by
        for domain in DOMAINS:
            for weight in range(6) if by == "ownership_model" else (0, 5):
                explorer.controls[domain].value = weight
                weights = {one: explorer.controls[one].value for one in DOMAINS}
                assert "<svg" in explorer.picture.html and "pcc-error" not in explorer.picture.html
                found = weigh(data, by, weights)
                if found.turned is not None:
                    assert f"In {found.turned:,} of 1,000 other sets of weights" in explorer.picture.html


def test_all_zero_asks_for_a_weight_and_start_again_brings_the_opening_back(data):
    explorer = pcc.explore.outcome_wheel(data)
    before = explorer.picture.html
    explorer.set(**dict.fromkeys(DOMAINS, 0))
    assert "Give at least one outcome a weight" in explorer.picture.html
    explorer.start_again()
    assert explorer.picture.html == before and before in explorer.static()


def test_opens_on_a_field_of_one_s_own(data):
    explorer = pcc.explore.outcome_wheel(data, "status")
    assert explorer.controls["by"].value == "status" and len(explorer.controls["by"].options) == 3
    with pytest.raises(ValueError, match="status"):
        pcc.explore.outcome_wheel(data, "statsu")


def test_no_case_says_what_to_do(data):
    assert "No case matches" in pcc.explore.outcome_wheel(data.only([])).picture.html
