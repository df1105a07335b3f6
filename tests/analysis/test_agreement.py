"""Krippendorff's alpha: the worked examples, properties, and the agreement of this project's coders."""

from __future__ import annotations

import json
import math
from pathlib import Path

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from pcc_data.analysis.agreement import CURRENT, LEVELS, RELIABLE, agreement, alpha_interval, krippendorff_alpha
from pcc_data.app.build import read_two_codings
from pcc_data.paths import datasets_dir

EXAMPLES = json.loads((Path(__file__).parents[1] / "worked_examples" / "krippendorff.json").read_text(encoding="utf-8"))
WORKED = [
    (name, level)
    for name, example in EXAMPLES.items()
    if isinstance(example, dict)
    for level in LEVELS
    if level in example
]
codings = st.lists(st.tuples(*[st.none() | st.sampled_from("abc")] * 3), min_size=2, max_size=8)


@pytest.mark.parametrize(("name", "level"), WORKED)
def test_worked_examples_to_six_decimals(name, level):
    assert krippendorff_alpha(EXAMPLES[name]["data"], level) == pytest.approx(EXAMPLES[name][level], abs=1e-6)


def by_pairs(units) -> float:
    """Alpha for nominal codes, straight from the definition: observed against expected disagreement of pairs."""
    kept = [[code for code in unit if code is not None] for unit in units]
    kept = [unit for unit in kept if len(unit) > 1]
    codes = [code for unit in kept for code in unit]
    observed = sum(
        sum(a != b for i, a in enumerate(unit) for j, b in enumerate(unit) if i != j) / (len(unit) - 1) for unit in kept
    )
    expected = sum(a != b for i, a in enumerate(codes) for j, b in enumerate(codes) if i != j)
    return math.nan if not expected else 1 - (len(codes) - 1) * observed / expected


@given(codings)
def test_equals_the_definition_and_ignores_the_order_of_coders_and_names(units):
    table = pd.DataFrame(units).T
    alpha = krippendorff_alpha(table)
    assert alpha == pytest.approx(by_pairs(units), nan_ok=True)
    assert krippendorff_alpha(table.iloc[::-1]) == pytest.approx(alpha, nan_ok=True)
    assert krippendorff_alpha(table.replace({"a": "z"})) == pytest.approx(alpha, nan_ok=True)


def test_perfect_agreement_is_one_and_no_variation_is_undefined():
    assert krippendorff_alpha([list("abca"), list("abca")]) == 1
    assert math.isnan(krippendorff_alpha([list("aaa"), list("aaa")]))
    assert math.isnan(krippendorff_alpha([["a", None], [None, "b"]]))


def test_ordinal_counts_near_misses_less():
    order = ["low", "mid", "high"]
    near = krippendorff_alpha([["low", "mid", "high", "low"], ["low", "mid", "high", "mid"]], "ordinal", order)
    far = krippendorff_alpha([["low", "mid", "high", "low"], ["low", "mid", "high", "high"]], "ordinal", order)
    assert near > far
    with pytest.raises(ValueError, match="not in the order"):
        krippendorff_alpha([["low", "top"], ["low", "mid"]], "ordinal", order)
    with pytest.raises(ValueError, match="Did you mean 'ordinal'"):
        krippendorff_alpha([["a"], ["a"]], "ordnal")


def test_agreement_of_this_projects_coders(data):
    codings = read_two_codings(datasets_dir())
    table = agreement()
    assert set(table.index) == set(codings.loc[codings["coder"].notna(), "field"])
    assert (table["reliable"] == (table["alpha"] >= RELIABLE)).all()
    assert table.at["ownership_model", "units"] == len(data)
    assert table.at["triggers", "level"] == "several" and pd.isna(table.at["triggers", "alpha"])
    last = codings[codings["round"].isin(CURRENT) & (codings["field"] == "ownership_model") & codings["coder"].notna()]
    last = last.pivot(index="case", columns="coder", values="value")
    assert table.at["ownership_model", "agree"] == pytest.approx((last["first"] == last["second"]).mean())
    first = agreement(codings, round="1")["alpha"]
    assert (first != table["alpha"].reindex(first.index)).any()


def test_not_found_is_no_code():
    rows = [
        ("1", case, "roles.ownership", coder, value)
        for case, pair in {"x": ("public", "public"), "y": ("shared", "community"), "z": ("unknown", "public")}.items()
        for coder, value in zip(("first", "second"), pair, strict=True)
    ]
    table = agreement(pd.DataFrame(rows, columns=["round", "case", "field", "coder", "value"]))
    assert table.at["roles.ownership", "units"] == 2 and table.at["roles.ownership", "agree"] == 0.5


def test_the_bootstrap_interval_holds_alpha_and_narrows_with_more_units():
    pair = [list("aabbccaabbccab"), list("aabbccaabbccba")]
    alpha = krippendorff_alpha(pair)
    low, high = alpha_interval(pair, "nominal")
    assert low <= alpha <= high <= 1 and alpha_interval(pair, "nominal") == (low, high), "the same on every run"
    more = alpha_interval([coder * 20 for coder in pair], "nominal")
    assert more[1] - more[0] < high - low
    assert alpha_interval([list("aaa"), list("bbb")], "nominal")[0] < 0.01
    assert all(pd.isna(end) for end in alpha_interval([["a", None], [None, "a"]], "nominal"))


def test_several_codes_are_compared_by_their_overlap():
    rows = [
        ("1", case, "triggers", coder, value)
        for case, pair in {
            "x": ("cuts", "cuts;other"),
            "y": ("cuts", "cuts"),
            "z": (None, None),
            "w": ("cuts", None),
        }.items()
        for coder, value in zip(("first", "second"), pair, strict=True)
    ]
    table = agreement(pd.DataFrame(rows, columns=["round", "case", "field", "coder", "value"]))
    assert table.at["triggers", "units"] == 4 and table.at["triggers", "agree"] == pytest.approx((0.5 + 1 + 1 + 0) / 4)
    with pytest.raises(ValueError, match="cuts"):
        agreement(
            pd.DataFrame([(*row[:4], "cutz") for row in rows], columns=["round", "case", "field", "coder", "value"])
        )
