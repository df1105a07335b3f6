"""The six roles of a city and the instruments that belong to each."""

from __future__ import annotations

import pandas as pd
import pytest

import pcc_data as pcc
from pcc_data.analysis.city_roles import caution, combinations, in_use, named, roles
from pcc_data.teaching import teaching


def test_six_roles_share_out_all_instruments_and_name_their_source():
    assert len(roles()) == 6
    codes = [code for role in roles().values() for code in role.instruments]
    assert sorted(codes) == sorted(pcc.codebook.codes("public_instruments"))
    assert teaching("city_roles")["reference"] in teaching("references")["works"]
    assert "this project's decision" in caution()


def test_held_roles_equal_plain_sets(data):
    held = in_use(data, "roles")
    assert list(held.index) == list(data.cases.index)
    for role in roles().values():
        plain = {
            case
            for case, code in zip(data.instruments["case"], data.instruments["code"], strict=True)
            if code in role.instruments
        }
        assert set(held.index[held[role.id]]) == plain


def test_instruments_equal_the_table(data):
    used = in_use(data, "instruments")
    pairs = {(case, code) for case in used.index for code in used.columns if used.at[case, code]}
    assert pairs == set(zip(data.instruments["case"], data.instruments["code"].astype(str), strict=True))


def test_a_case_without_instruments_stays_in(data):
    one = data.only([data.cases.index[0]])
    bare = pcc.Dataset(**{**one.tables, "instruments": one.instruments.iloc[:0]})
    assert in_use(bare, "roles").shape == (1, 6) and not in_use(bare, "roles").to_numpy().any()


def test_another_level_is_refused():
    with pytest.raises(ValueError, match="instruments"):
        named("instrument")


def test_combinations_stand_with_the_most_common_first_and_hold_every_case_once():
    used = pd.DataFrame({"a": [True, False, True, False], "b": [True, False, True, True]}, index=list("wxyz"))
    found = combinations(used)
    assert list(found["codes"]) == [("a", "b"), (), ("b",)]
    assert list(found["cases"]) == [["w", "y"], ["x"], ["z"]]
