"""Krippendorff's alpha: the worked examples, properties, and the agreement of this project's coders."""

from __future__ import annotations

import json
import math
from pathlib import Path

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from pcc_data.analysis.agreement import ALL, CURRENT, RELIABLE, agreement
from pcc_data.analysis.disagreements import disagreements
from pcc_data.analysis.krippendorff_alpha import LEVELS, alpha_interval, alpha_of_all, krippendorff_alpha
from pcc_data.paths import datasets_dir
from pcc_data.tables.read_two_codings import read_two_codings

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
    assert all(pd.isna(end) for end in alpha_interval([["a"], ["b"]], "nominal")), "one unit tells nothing of others"
    one = alpha_of_all([([["a"], ["b"]], "nominal", None)])
    assert one[0] == 0 and pd.isna(one[1]) and pd.isna(one[2])


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


def coded(*rows) -> pd.DataFrame:
    """Codings of round 1: case, field, first and second code."""
    told = [
        ("1", case, field, coder, code) for case, field, *pair in rows for coder, code in zip("AB", pair, strict=True)
    ]
    return pd.DataFrame(told, columns=["round", "case", "field", "coder", "value"])


def test_each_alpha_has_its_interval():
    table = agreement()
    known = table["alpha"].notna()
    assert (table["low"] <= table["alpha"])[known].all() and (table["alpha"] <= table["high"])[known].all()
    assert table.loc[~known, ["low", "high"]].isna().all(axis=None)
    wide = read_two_codings(datasets_dir())
    wide = wide[wide["round"].isin(CURRENT) & (wide["field"] == "status") & wide["coder"].notna()]
    values = wide.pivot(index="coder", columns="case", values="value").to_numpy(dtype=object)
    assert tuple(table.loc["status", ["low", "high"]]) == alpha_interval(values, "nominal")


def test_alpha_of_one_field_is_its_alpha_and_of_several_lies_between():
    near = [list("aabbccaa"), list("aabbccab")]
    far = [list("xyxyxyxy"), list("xyyxxyyx")]
    assert alpha_of_all([(near, "nominal", None)])[0] == pytest.approx(krippendorff_alpha(near))
    assert alpha_of_all([(near, "nominal", None)])[1:] == pytest.approx(alpha_interval(near, "nominal"))
    both, low, high = alpha_of_all([(near, "nominal", None), (far, "nominal", None)])
    assert krippendorff_alpha(far) < both < krippendorff_alpha(near) and low <= both <= high
    numbers = [[1, 2, 3, 4, 1, 2, 3, 4], [1, 2, 3, 4, 2, 2, 3, 4]]
    tens = [[10 * value for value in coder] for coder in numbers]
    by_one, by_ten = (alpha_of_all([(far, "nominal", None), (part, "interval", None)]) for part in (numbers, tens))
    assert by_one == pytest.approx(by_ten), "no scale outweighs another"
    same = [list("aaaaaaaa"), list("aaaaaaaa")]
    assert alpha_of_all([(near, "nominal", None), (same, "nominal", None)])[0] == pytest.approx(
        krippendorff_alpha(near)
    )
    assert all(math.isnan(part) for part in alpha_of_all([(same, "nominal", None)]))
    with pytest.raises(ValueError, match="same units"):
        alpha_of_all([(near, "nominal", None), ([["a"], ["a"]], "nominal", None)])


def test_all_fields_together_are_the_fields_weighted_by_what_chance_would_bring():
    """Reckoned by hand: each field's alpha weighs as much as the disagreement expected in it."""
    rows = [("x", "status", "active", "active"), ("y", "status", "ended", "ended"), ("z", "status", "ended", "active")]
    rows += [
        (case, "scale", *pair)
        for case, pair in zip("xyz", [("project",) * 2, ("programme",) * 2, ("project",) * 2], strict=True)
    ]
    table = agreement(coded(*rows), overall=True)
    # status: 6 codes, 3 of each: expected 18/5, found 2. scale: 4 and 2: expected 16/5, found 0.
    assert table.at["status", "alpha"] == pytest.approx(1 - 2 / (18 / 5))
    assert table.at[ALL, "alpha"] == pytest.approx(1 - 2 / (18 / 5 + 16 / 5))
    assert table.at[ALL, "units"] == 6 and table.at[ALL, "agree"] == pytest.approx(5 / 6)
    assert table.at[ALL, "low"] <= table.at[ALL, "alpha"] <= table.at[ALL, "high"]
    assert ALL not in agreement(coded(*rows)).index


def test_disagreements_are_listed_with_both_codes():
    rows = [
        ("x", "status", "active", "active"),
        ("y", "status", "active", "ended"),
        ("z", "status", None, "ended"),
        ("y", "roles.ownership", "unknown", "public"),
        ("y", "triggers", "cuts;other", "other; cuts"),
        ("z", "triggers", "cuts", "other"),
    ]
    found = disagreements(coded(*rows))
    assert found.columns.tolist() == ["case", "field", "A", "B", "in_alpha"]
    assert found[["case", "field"]].apply(tuple, axis=1).tolist() == [
        ("y", "status"),
        ("z", "status"),
        ("y", "roles.ownership"),
        ("z", "triggers"),
    ]
    assert found["in_alpha"].tolist() == [True, False, False, False]
    told = coded(*rows).assign(basis=["because"] * 12)
    assert disagreements(told, field="status")[["A_basis", "B_basis"]].eq("because").all(axis=None)
    with pytest.raises(ValueError, match="Did you mean 'status'"):
        disagreements(coded(*rows), field="statis")


@pytest.mark.parametrize("field", ["ownership_model", "participation_level", "outcomes.durability"])
def test_the_list_holds_as_many_as_the_share_says(field):
    table, found = agreement(), disagreements(field=field)
    units, agree = table.loc[field, ["units", "agree"]]
    assert found["in_alpha"].sum() == round(units * (1 - agree))
    assert found["first"].ne(found["second"]).all()
