"""Power in votes: textbook values, and properties that hold for every board."""

from __future__ import annotations

import json
import time
from itertools import combinations
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pcc_data.power import RULES, VOTES, minimal_winning, quota_of, tally, voting_power

EXAMPLES = json.loads((Path(__file__).parent / "worked_examples" / "voting_power.json").read_text(encoding="utf-8"))["examples"]
boards = st.lists(st.integers(0, 9), min_size=1, max_size=6).filter(any).map(lambda seats: {f"b{n}": s for n, s in enumerate(seats)})


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
        sums = [sum(seats[one] for one in some) for size in range(len(others) + 1) for some in combinations(others, size)]
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


def test_twenty_blocs_within_a_second():
    seats = {f"b{number}": 997 * number + 1013 for number in range(20)}
    start = time.perf_counter()
    table = voting_power(seats)
    assert time.perf_counter() - start < 1
    assert table["banzhaf"].sum() == pytest.approx(1)


@pytest.mark.parametrize(
    ("seats", "quota", "words"),
    [
        ({"a": -1, "b": 3}, None, "whole numbers from 0"),
        ({"a": 1.5}, None, "whole numbers from 0"),
        ({"a": 0}, None, "0 seats together"),
        ({"a": 2}, 3, "between 1 and 2"),
        ({f"b{n}": 1 for n in range(21)}, None, "at most 20"),
    ],
)
def test_boards_that_cannot_be(seats, quota, words):
    with pytest.raises(ValueError, match=words):
        voting_power(seats, quota)


def test_unknown_words_name_the_nearest():
    with pytest.raises(ValueError, match="Did you mean 'simple'"):
        tally({"a": 1}, {"a": "for"}, "simpel")
    with pytest.raises(ValueError, match="Did you mean 'against'"):
        tally({"a": 1}, {"a": "agianst"})


settings.register_profile("steady", deadline=None)
settings.load_profile("steady")
