"""Power in votes: textbook values, and properties that hold for every board."""

from __future__ import annotations

import json
from itertools import combinations
from pathlib import Path

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

import pcc_data as pcc
from pcc_data.analysis.voting_power import RULES, VOTES, minimal_winning, quota_of, tally, voting_power

EXAMPLES = json.loads(
    (Path(__file__).parents[1] / "worked_examples" / "voting_power.json").read_text(encoding="utf-8")
)["examples"]
boards = (
    st.lists(st.integers(0, 9), min_size=1, max_size=6)
    .filter(any)
    .map(lambda seats: {f"b{n}": s for n, s in enumerate(seats)})
)


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: str(example["weights"]))
def test_textbook_values(example):
    seats = {f"b{number}": weight for number, weight in enumerate(example["weights"])}
    table = voting_power(seats, example["quota"])
    assert list(table["banzhaf"]) == pytest.approx(example["banzhaf"], abs=1e-9)
    assert list(table["shapley_shubik"]) == pytest.approx(example["shapley_shubik"], abs=1e-9)


@given(boards, st.data())
def test_indices_sum_to_one_dummies_have_none_equals_are_equal(seats, data):
    quota = data.draw(st.integers(1, sum(seats.values())))
    table = voting_power(seats, quota)
    for index in ("banzhaf", "shapley_shubik"):
        assert table[index].sum() == pytest.approx(1)
        assert table.groupby("seats")[index].nunique().max() <= 1 or table.groupby("seats")[index].std().max() < 1e-12
        assert (table.loc[table["seats"] == 0, index] == 0).all()
    for bloc in seats:
        others = [other for other in seats if other != bloc]
        sums = [
            sum(seats[one] for one in some) for size in range(len(others) + 1) for some in combinations(others, size)
        ]
        turning = sum(have < quota <= have + seats[bloc] for have in sums)
        assert (table.at[bloc, "banzhaf"] == 0) == (turning == 0)
        assert table.at[bloc, "can_block"] == (sum(seats.values()) - seats[bloc] < quota)


@given(boards, st.data())
def test_minimal_winning_coalitions_are_all_and_minimal(seats, data):
    quota = data.draw(st.integers(1, sum(seats.values())))
    found = {frozenset(coalition) for coalition in minimal_winning(seats, quota)}
    every = [frozenset(some) for size in range(1, len(seats) + 1) for some in combinations(seats, size)]
    winning = [some for some in every if sum(seats[bloc] for bloc in some) >= quota]
    assert found == {some for some in winning if not any(other < some for other in winning)}


@given(boards, st.sampled_from(RULES), st.data())
def test_one_more_vote_in_favour_never_turns_pass_into_fail(seats, rule, data):
    votes = {bloc: data.draw(st.sampled_from(VOTES)) for bloc in seats}
    veto = data.draw(st.sets(st.sampled_from(sorted(seats))))
    before = tally(seats, votes, rule, veto)
    for bloc in seats:
        after = tally(seats, {**votes, bloc: "for"}, rule, veto)
        assert after.passed or not before.passed


def test_rules_of_majority():
    seats = {"a": 5, "b": 4, "c": 1}
    assert tally(seats, {"a": "for", "b": "against", "c": "abstain"}).passed
    assert not tally(seats, {"a": "for", "b": "against", "c": "abstain"}, "absolute").passed
    assert not tally(seats, {"a": "for", "b": "against", "c": "for"}, "two_thirds").passed
    assert tally(seats, {"a": "for", "b": "abstain", "c": "for"}, "unanimity").passed
    assert not tally(seats, {"a": "for", "b": "for", "c": "against"}, "simple", veto=["c"]).passed
    assert not tally(seats, dict.fromkeys(seats, "abstain"), "unanimity").passed
    assert [quota_of(rule, 9) for rule in RULES] == [5, 5, 6, 9]


def test_twenty_blocs_are_counted_exactly():
    table = voting_power({f"b{number}": 997 * number + 1013 for number in range(20)})
    assert table["banzhaf"].sum() == pytest.approx(1)


@pytest.mark.parametrize(
    ("seats", "quota", "words"),
    [
        ({"a": -1, "b": 3}, None, "whole numbers from 0"),
        ({"a": 1.5}, None, "whole numbers from 0"),
        ({"a": 0}, None, "0 seats together"),
        ({"a": 2}, 3, "between 1 and 2"),
        ({"a": "4", "b": 3}, None, "Did you mean 4, without quotation marks"),
        ({"a": float("inf")}, None, "whole numbers from 0"),
        ({"a": float("nan"), "b": 2}, None, "whole numbers from 0"),
        ({"a": None, "b": 2}, None, "whole numbers from 0"),
        ({"a": pd.NA, "b": 2}, None, "whole numbers from 0"),
        ({"a": True, "b": 2}, None, "whole numbers from 0"),
        ({}, None, "0 seats together"),
        ([3, 4], None, "Seats are given by bloc"),
        (pd.Series([3, 4], index=["a", "a"]), None, "found twice: a"),
        ({1: 3, "1": 4}, None, "found twice: 1"),
        ({"Pe\u00f1a": 3, "Pen\u0303a": 4}, None, "found twice: Pe\u00f1a"),
        ({"a": 2}, "2", "between 1 and 2"),
        ({"a": 2}, 1.5, "between 1 and 2"),
        ({"a": 2}, True, "between 1 and 2"),
    ],
)
def test_boards_that_cannot_be(seats, quota, words):
    with pytest.raises(ValueError, match=words):
        pcc.voting_power(seats, quota)
    with pytest.raises(ValueError, match=words):
        minimal_winning(seats, quota)


@pytest.mark.parametrize("count", [21, 40])
def test_too_many_blocs_to_count_are_told_in_a_sentence_and_no_number_is_made_up(count):
    seats = {f"b{n}": 10_000 // count for n in range(count)}
    with pytest.warns(UserWarning, match=f"{count} blocs are too many to count every coalition exactly"):
        table = pcc.voting_power(seats)
    assert table["seats"].sum() == sum(seats.values()) and table["share"].sum() == pytest.approx(1)
    assert table[["banzhaf", "shapley_shubik"]].isna().all(axis=None) and not table["can_block"].any()
    with pytest.raises(ValueError, match="at most 20"):
        minimal_winning(seats)


@pytest.mark.parametrize(
    ("votes", "rest", "words"),
    [
        ({"Twon": "for"}, {}, "Did you mean 'Town'"),
        ({"Town": "for", 1: "for"}, {}, "no bloc"),
        ({"Town": None}, {}, "no vote"),
        ({"Town": "against"}, {"veto": ["Twon"]}, "Did you mean 'Town'"),
        ({"Town": "against"}, {"veto": "Twon"}, "Did you mean 'Town'"),
        ({"Pe\u00f1a": "for", "Pen\u0303a": "against"}, {}, "votes once"),
        ([("Town", "for")], {}, "Votes are given by bloc"),
    ],
)
def test_no_vote_and_no_veto_is_passed_over_in_silence(votes, rest, words):
    with pytest.raises(ValueError, match=words):
        tally({"Town": 3, "Pe\u00f1a": 2}, votes, **rest)


def test_names_are_alike_however_their_accents_are_composed():
    found = tally({"Pe\u00f1a": 3, "Town": 2}, {"Pen\u0303a": "for", "Town": "against"}, veto="Town")
    assert (found.in_favour, found.against, found.passed) == (3, 2, False)


def test_unknown_words_name_the_nearest():
    with pytest.raises(ValueError, match="Did you mean 'simple'"):
        tally({"a": 1}, {"a": "for"}, "simpel")
    with pytest.raises(ValueError, match="Did you mean 'against'"):
        tally({"a": 1}, {"a": "agianst"})
