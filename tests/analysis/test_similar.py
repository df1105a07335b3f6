"""Gower's distance: the worked example, properties, and cases as their own nearest."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

import pcc_data as pcc
from pcc_data.analysis.gower import column_of, gower
from pcc_data.analysis.similar import FEATURES, LIST_TABLES, _nearest, features, similar

EXAMPLE = json.loads((Path(__file__).parents[1] / "worked_examples" / "gower.json").read_text(encoding="utf-8"))
rows = st.lists(
    st.tuples(
        st.none() | st.integers(0, 9),
        st.none() | st.sampled_from("abc"),
        st.none() | st.frozensets(st.sampled_from("xyz")),
    ),
    min_size=1,
    max_size=7,
)


def frame(found) -> pd.DataFrame:
    return pd.DataFrame(
        {
            "n": pd.array([row[0] for row in found], dtype="Int64"),
            "k": pd.Series([row[1] for row in found], dtype="str"),
            "s": pd.Series([row[2] for row in found], dtype=object),
        }
    )


def test_worked_example():
    table = pd.DataFrame(EXAMPLE["table"], index=[1, 2, 3, 4])
    found = gower(table, ranks={"o": EXAMPLE["o_levels"]})
    for pair, distance in EXAMPLE["distances"].items():
        one, other = map(int, pair.split(","))
        assert found.at[one, other] == pytest.approx(distance, abs=1e-9)


@given(rows)
def test_equals_the_definition_pair_by_pair(found):
    table, matrix = frame(found), gower(frame(found))
    numbers = table["n"].dropna()
    spread = (numbers.max() - numbers.min()) if len(numbers) else 0
    for one in range(len(found)):
        for other in range(len(found)):
            parts = []
            (n1, k1, s1), (n2, k2, s2) = found[one], found[other]
            if n1 is not None and n2 is not None:
                parts.append(abs(n1 - n2) / spread if spread else 0)
            if k1 is not None and k2 is not None:
                parts.append(float(k1 != k2))
            if s1 is not None and s2 is not None:
                parts.append(1 - len(s1 & s2) / len(s1 | s2) if s1 | s2 else 0)
            expected = np.mean(parts) if parts else np.nan
            assert matrix.iat[one, other] == pytest.approx(expected, nan_ok=True)


@given(rows)
def test_symmetric_within_zero_and_one(found):
    matrix = gower(frame(found)).to_numpy()
    assert np.allclose(matrix, matrix.T, equal_nan=True)
    known = matrix[~np.isnan(matrix)]
    assert ((known >= 0) & (known <= 1)).all()


def test_a_case_as_a_design_is_its_own_nearest(data):
    frame = features(data)
    for case in frame.index:
        found = similar(data, frame.loc[case].to_dict(), n=1)
        assert found.index[0] == case and found["distance"].iloc[0] == 0
        assert found["different"].iloc[0] == []


def test_similar_equals_the_matrix_of_all_cases(data):
    matrix = gower(features(data))
    case = "terrassa-taigua-water-observatory"
    found = similar(data, case, n=5)
    assert case not in found.index and len(found) == 5
    assert list(found["distance"]) == pytest.approx(sorted(matrix[case].drop(case))[:5])
    for near in found.index:
        for name in found.at[near, "shared"]:
            assert features(data).at[near, name] == features(data).at[case, name]


def test_weights_change_the_distance(data):
    even = similar(data, "cadiz-energy-boards", n=76)["distance"]
    only = similar(data, "cadiz-energy-boards", n=76, weights={name: float(name == "sector") for name in FEATURES})[
        "distance"
    ]
    assert set(only.round(9)) == {0.0, 1.0} and len(set(even)) > 2
    assert (data.cases.loc[only.index[only == 0], "sector"] == "energy").all()


def test_part_of_a_design_is_enough(data):
    found = similar(data, {"sector": "care", "public_instruments": ["grant_or_subsidy"]})
    assert (data.cases.loc[found.index, "sector"] == "care").all()
    assert set(found["shared"].iloc[0]) <= {"sector", *LIST_TABLES}


@pytest.mark.parametrize(
    ("to", "words"),
    [
        ("cadiz-energy", "cadiz-energy-boards"),
        ({"sektor": "care"}, "sector"),
        ({"sector": "caer"}, "care"),
        ({}, "Nothing to compare"),
        ({"roles.ownership": "unknown"}, "Nothing to compare"),
    ],
)
def test_unknown_words_name_the_nearest(data, to, words):
    with pytest.raises(ValueError, match=words):
        similar(data, to)


def test_weights_must_name_fields_and_not_be_negative(data):
    with pytest.raises(ValueError, match="Did you mean 'sector'"):
        similar(data, "cadiz-energy-boards", weights={"sectro": 2})
    with pytest.raises(ValueError, match="numbers from 0"):
        pcc.similar(data, "cadiz-energy-boards", weights={"sector": -1})


@pytest.mark.parametrize("n", [1, 4, 9, 60])
def test_of_many_alike_the_first_ids_are_nearest(n):
    """Only what may be among the nearest is put in order: the same as putting all in order."""
    ids = pd.Index([f"{letter}{number}" for number in range(20) for letter in "cab"], dtype="str")
    distance = np.array([(number * 7 % 5) / 10 + 1e-15 * number for number in range(60)])
    distance[::11] = np.nan
    whole = pd.Series(distance, ids).dropna().sort_index()
    wanted = whole.sort_values(kind="stable", key=lambda away: away.round(12)).head(n)
    assert list(ids[_nearest(distance, ids, n)]) == list(wanted.index)


def test_sets_that_are_alike_are_compared_once(data):
    lists = features(data)["public_instruments"]
    column = column_of(pd.concat([lists] * 50, ignore_index=True))
    assert len(column.values) == lists.nunique() and len(column.away(column.at(0))) == 50 * len(data)
