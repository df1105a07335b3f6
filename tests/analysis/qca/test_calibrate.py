from __future__ import annotations

import pandas as pd
import pytest

from pcc_data.analysis import qca
from tests.analysis.qca.lipset import CRISP, EXAMPLE, EXPECTED, FUZZY, RAW

ANCHORS = EXPECTED["calibration_LR_to_LF"]["anchors_exclusion_crossover_inclusion"]


@pytest.mark.parametrize("name", ANCHORS)
def test_direct_calibration_gives_the_published_memberships(name):
    assert ANCHORS[name] == EXAMPLE["calibration"]["anchors_out_cross_in"][name]
    found = qca.fuzzy(RAW[name], *ANCHORS[name])
    assert found.round(2).to_dict() == FUZZY[name].to_dict()


def test_another_membership_at_the_anchor_is_that_of_the_r_package():
    example = EXPECTED["calibration_LR_to_LF"]["idm_0.95_example"]
    found = qca.fuzzy(pd.Series(example["x"]), *example["anchors"], idm=0.95)
    assert found.tolist() == pytest.approx(example["membership"], abs=5e-6)


@pytest.mark.parametrize("name", RAW.columns)
def test_thresholds_give_the_published_crisp_sets(name):
    rule = EXPECTED["crisp_thresholds_LR_to_LC"][name]
    at = float(rule.strip("x<>="))
    found = qca.crisp(RAW[name], at, below="<" in rule)
    assert found.to_dict() == CRISP[name].to_dict()


def test_missing_values_stay_missing_and_the_crossover_is_one_half():
    values = pd.Series([30, None, 10], index=["c", "b", "a"], dtype="Int64")
    assert qca.crisp(values, 10).isna().tolist() == [False, True, False]
    found = qca.fuzzy(values, 0, 10, 20)
    assert found["a"] == 0.5 and pd.isna(found["b"]) and found["c"] == pytest.approx(0.9975, abs=1e-4)
    assert qca.half_members(pd.DataFrame({"late": found, "old": [0.5, 1, 0.5]})) == {"c": ["old"], "a": ["late", "old"]}
    assert qca.half_members(pd.DataFrame({"late": found, "old": 0.5}), ["late"]) == {"a": ["late"]}


def test_far_away_values_make_no_trouble():
    assert qca.fuzzy(pd.Series([-1e300, 1e300]), 0, 1, 2).tolist() == pytest.approx([0, 1])


@pytest.mark.parametrize(
    ("call", "word"),
    [
        (lambda: qca.fuzzy(RAW["DEV"], 550, 400, 900), "one way"),
        (lambda: qca.fuzzy(RAW["DEV"], 400, 550, "900"), "number"),
        (lambda: qca.fuzzy(RAW["DEV"], 400, 550, 900, idm=1), "between 0.5 and 1"),
        (lambda: qca.crisp(pd.Series(["many"]), 1), "Only numbers"),
        (lambda: qca.crisp(RAW["DEV"], True), "threshold"),
    ],
)
def test_wrong_arguments_are_told(call, word):
    with pytest.raises(ValueError, match=word):
        call()
