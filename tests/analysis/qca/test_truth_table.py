from __future__ import annotations

import pandas as pd
import pytest

from pcc_data.analysis import qca
from tests.analysis.qca.lipset import CRISP, EXPECTED, FUZZY


def rows_of(table, *more):
    return [
        [row, one["config"], one["n"], *(round(one[name], 3) for name in more), one["out"], ",".join(one["cases"])]
        for row, one in table.table.iterrows()
    ]


def test_the_crisp_truth_table_is_that_of_the_r_package():
    table = qca.truth_table(CRISP, "SURV")
    assert sorted(rows_of(table)) == sorted(EXPECTED["LC"]["truth_table"])
    assert len(table.remainders) == EXPECTED["LC"]["remainders"]


def test_the_fuzzy_truth_table_is_that_of_the_r_package():
    table = qca.truth_table(FUZZY, "SURV", incl_cut=0.8)
    assert rows_of(table, "incl", "PRI") == EXPECTED["LF_incl_cut_0.8"]["truth_table"]
    assert table.undecided == {}


@pytest.mark.parametrize(("sets", "known"), [(CRISP, "LC"), (FUZZY, "LF_incl_cut_0.8")])
def test_necessity_is_that_of_the_r_package(sets, known):
    found = qca.necessity(sets, "SURV").round(3)
    for name, expected in EXPECTED[known]["necessity"].items():
        assert found.loc[name].tolist() == pytest.approx(expected, abs=1e-9)
    assert list(found.index[5:]) == [f"~{name}" for name in found.index[:5]]


def test_a_contradiction_is_marked_and_names_who_speaks_against():
    table = qca.truth_table(pd.DataFrame({"a": [1, 1, 0], "y": [1, 0, 0]}, index=["p", "q", "r"]), "y", incl_cut=0.5)
    row = table.table.loc[2]
    assert (row["n"], row["incl"], row["out"], row["contradictory"], row["against"]) == (2, 0.5, 1, True, ("q",))
    assert not table.table.at[1, "contradictory"]
    assert table.with_and_without(2) == (["p"], ["q"])


def test_one_half_is_in_no_row_and_is_named():
    sets = pd.DataFrame({"a": [1, 0.5, 0.2], "b": [1, 1, 0.5], "y": [0.5, 1, 0]}, index=["p", "q", "r"])
    table = qca.truth_table(sets, "~y")
    assert table.undecided == {"p": ["y"], "q": ["a"], "r": ["b"]}
    assert [one["cases"] for _, one in table.table.iterrows()] == [("p",)]
    assert not table.table["contradictory"].any() and table.table["against"].iloc[0] == ()


def test_too_few_cases_make_a_remainder_and_pri_can_keep_a_row_out():
    few = qca.truth_table(CRISP, "SURV", n_cut=2)
    assert {6, 23, 31} <= set(few.remainders) and few.table["out"].isna().sum() == 3
    assert qca.truth_table(FUZZY, "SURV", incl_cut=0.8, pri_cut=0.75).on == [32]


def test_the_absence_of_the_outcome_is_the_other_table():
    one = qca.truth_table(FUZZY, "SURV", incl_cut=0.8).negated()
    other = qca.truth_table(FUZZY, "~SURV", incl_cut=0.8)
    pd.testing.assert_frame_equal(one.table, other.table)
    assert one.negated().outcome == "SURV" and one.term(32) == "DEV*URB*LIT*IND*STB"


def test_no_case_makes_a_table_without_rows():
    table = qca.truth_table(CRISP.iloc[:0], "SURV")
    assert not len(table.table) and len(table.remainders) == 32 and qca.minimize(table).models == ()
    assert qca.necessity(CRISP.iloc[:0], "SURV").isna().all(axis=None)


@pytest.mark.parametrize(
    ("sets", "more", "word"),
    [
        (CRISP, {"outcome": "SURVIVAL"}, "SURV"),
        (CRISP, {"conditions": ["DEV", "SURV"]}, "outcome"),
        (CRISP, {"conditions": []}, "at least one"),
        (CRISP * 2, {}, "between 0 and 1"),
        (CRISP.replace(1, None), {}, "lack a membership"),
        (CRISP.rename(columns={"DEV": "D*V"}), {}, "signs"),
        (pd.concat([CRISP, CRISP]), {}, "found twice"),
        (CRISP.astype(str).replace("1", "yes"), {}, "numbers"),
        (CRISP, {"incl_cut": 80}, "from 0 to 1"),
        (CRISP, {"n_cut": 0}, "from 1"),
        (CRISP.assign(**{f"c{at}": 0 for at in range(6)}), {}, "too many"),
        ([1, 2], {}, "DataFrame"),
    ],
)
def test_wrong_arguments_are_told(sets, more, word):
    with pytest.raises(ValueError, match=word):
        qca.truth_table(sets, **{"outcome": "SURV", **more})
