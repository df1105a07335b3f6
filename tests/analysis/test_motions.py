"""Rooms that vote: rules of majority, replays of recorded votes, and boards of one's own."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations
from math import comb

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as some

import pcc_data as pcc
from pcc_data.analysis.motions import MAJORITIES, VOTES, Room, recorded_votes, room_from_text, room_of_board

NAMES = [f"bloc {number}" for number in range(7)]
ROOMS = some.builds(
    lambda seats, majority, veto: Room(
        dict(zip(NAMES, seats, strict=False)), majority=majority, veto=NAMES[veto] if veto < len(seats) else None
    ),
    some.lists(some.integers(0, 9), min_size=1, max_size=7).filter(any),
    some.sampled_from(MAJORITIES),
    some.integers(0, 12),
)


def votes_in(room: Room):
    return some.fixed_dictionaries({name: some.sampled_from(VOTES) for name in room.seats})


@given(some.data())
def test_one_more_vote_in_favour_never_turns_pass_into_fail(draw):
    room = draw.draw(ROOMS)
    votes = draw.draw(votes_in(room))
    name = draw.draw(some.sampled_from(list(room.seats)))
    if room.passes(votes):
        assert room.passes({**votes, name: "for"})


@given(some.data())
def test_one_more_vote_against_never_turns_fail_into_pass(draw):
    room = draw.draw(ROOMS)
    votes = draw.draw(votes_in(room))
    name = draw.draw(some.sampled_from(list(room.seats)))
    if not room.passes(votes):
        assert not room.passes({**votes, name: "against"})


@given(some.data())
def test_turners_turn_the_result_and_no_smaller_group_does(draw):
    room = draw.draw(ROOMS)
    votes = draw.draw(votes_in(room))
    now, groups = room.passes(votes), room.turners(votes)
    to = "against" if now else "for"
    for group in groups:
        assert room.passes({**votes, **dict.fromkeys(group, to)}) != now
        for name in group if len(group) > 1 else ():
            rest = [other for other in group if other != name]
            assert room.passes({**votes, **dict.fromkeys(rest, to)}) == now


@given(some.data())
def test_the_game_for_power_is_the_game_that_is_played(draw):
    room = draw.draw(ROOMS)
    ayes = draw.draw(some.sets(some.sampled_from(list(room.seats))))
    votes = {name: "for" if name in ayes else "against" for name in room.seats}
    weights, quota = room.weights()
    wins = sum(weights[name] for name in ayes) >= quota
    assert wins == room.passes(votes)


def test_majorities_on_a_board_of_nine():
    seats = {"town": 5, "residents": 3, "staff": 1}
    votes = {"town": "abstain", "residents": "for", "staff": "against"}
    assert {rule: Room(seats, majority=rule).passes(votes) for rule in MAJORITIES} == {
        "simple": True,
        "absolute": False,
        "two_thirds": True,
        "consensus": False,
    }
    assert not Room(seats, majority="two_thirds").passes({**votes, "town": "against"})
    assert Room(seats, majority="two_thirds").needed == 6 and Room(seats, majority="consensus").needed == 9
    assert not Room(seats, veto="staff").passes(votes)


@pytest.mark.parametrize(("vote", "result", "turners"), [(3, False, {"Partido Popular", "Endesa"}), (4, True, None)])
def test_both_votes_of_cadiz_replay_to_the_recorded_result(data, vote, result, turners):
    one = next(one for one in recorded_votes(data) if (one.case, one.vote) == ("cadiz-energy-boards", vote))
    recorded = data.votes[(data.votes["case"] == one.case) & (data.votes["vote"] == vote)]
    assert one.room.seats == dict(zip(recorded["bloc"], recorded["seats"], strict=True)) and one.room.total == 9
    assert one.room.passes(one.votes) is result and one.agrees and one.sources
    if turners:
        assert {name for group in one.room.turners(one.votes) for name in group} == turners


def test_the_unknown_vote_of_cadiz_could_not_have_changed_the_result(data):
    one = next(one for one in recorded_votes(data) if (one.case, one.vote) == ("cadiz-energy-boards", 4))
    unknown = [name for name, vote in one.votes.items() if vote == "unknown"]
    assert unknown and all(one.room.passes({**one.votes, name: vote}) for name in unknown for vote in VOTES)


def test_every_recorded_vote_with_known_seats_replays(data):
    votes = recorded_votes(data)
    assert len(votes) >= 10
    assert [(one.case, one.vote) for one in votes if not one.agrees] == []


def test_every_board_on_record_is_a_room(data):
    for (case, board), rows in data.boards.groupby(["case", "board"]):
        room = room_of_board(data, case, board)
        assert room.total == rows["seats_total"].iloc[0] and set(room.sides.values()) <= {
            "public",
            "community",
            "workers",
            "private",
            "third_party",
        }
    assert room_of_board(data, "wolfhagen-energy-cooperative").owned == {"BürgerEnergieGenossenschaft Wolfhagen": 25.0}


def test_a_bloc_that_is_never_needed_has_no_power(data):
    power = room_of_board(data, "wolfhagen-energy-cooperative").power()
    row = power.loc["BürgerEnergieGenossenschaft Wolfhagen"]
    assert row["share"] == pytest.approx(2 / 9) and row["owned"] == 25 and row["banzhaf"] == row["shapley_shubik"] == 0
    vetoed = Room({"town": 7, "cooperative": 2}, veto="cooperative").power()
    assert vetoed["banzhaf"].tolist() == [0.5, 0.5] and vetoed["can_block"].all()


def test_sides_that_vote_as_one(data):
    room = room_of_board(data, "terrassa-taigua-water-observatory")
    sides = room.by_side()
    assert sides is not None and sides.total == room.total and sides.power().loc["public", "banzhaf"] == 1
    assert Room({"town": 1}).by_side() is None
    assert Room({"a": 1, "b": 2}, {"a": "community", "b": "public"}, veto="a").by_side().veto == "community"


def test_coalitions_are_minimal():
    room = Room({"town": 4, "residents": 3, "staff": 2})
    assert {frozenset(group) for group in room.coalitions()} == {
        frozenset(pair) for pair in (("town", "residents"), ("town", "staff"), ("residents", "staff"))
    }


def test_a_room_from_text():
    room = room_from_text("Town 4 (60%), Residents: 3 (40 %)\nGroup 2 = 1")
    assert room.seats == {"Town": 4, "Residents": 3, "Group 2": 1} and room.owned == {"Town": 60, "Residents": 40}


@pytest.mark.parametrize(
    "text", ["", "Town", "Town five", "A 1, A 2", "A 1, A 1", "A 0", "A 10001", ",".join(f"b{n}x 1" for n in range(41))]
)
def test_a_text_that_is_no_board_is_refused_in_words(text):
    with pytest.raises(ValueError, match=r"[A-Z].*\."):
        room_from_text(text)


def changed(data, table, rows):
    """The same data with other rows in one table."""
    return replace(data, **{table: rows})


def board_of(data, names, seats):
    """The board of Cadiz with other blocs."""
    rows = data.boards[data.boards["case"] == "cadiz-energy-boards"].head(len(names)).reset_index(drop=True)
    return changed(data, "boards", rows.assign(board=1, bloc=names, seats=pd.array(seats, dtype="Int64")))


@pytest.mark.parametrize(
    "names",
    [["Neighbours", "Neighbours"], ["Pe\u00f1a", "Pen\u0303a"], ["Left", "Left", "Left (2)"]],
    ids=["same", "accents", "numbered"],
)
def test_blocs_of_one_name_keep_all_their_seats(data, names):
    seats = [3, 2, 5][: len(names)]
    room = room_of_board(board_of(data, names, seats), "cadiz-energy-boards")
    assert list(room.seats.values()) == seats and room.total == sum(seats)
    assert pcc.charts.motion(room, {}).table["seats"].tolist() == seats


def test_a_vote_with_two_blocs_of_one_name_is_replayed_with_all_its_seats(data):
    rows = data.votes[(data.votes["case"] == "cadiz-energy-boards") & (data.votes["vote"] == 3)].head(3)
    rows = rows.assign(bloc=["Left", "Left", "Right"], seats=pd.array([3, 4, 5], dtype="Int64"), result="passed")
    rows["bloc_vote"] = pd.Categorical(["for", "for", "against"], categories=data.votes["bloc_vote"].cat.categories)
    (one,) = recorded_votes(changed(data, "votes", rows))
    assert one.room.counted(one.votes)["for"] == 7 and one.room.counted(one.votes)["against"] == 5 and one.agrees


@pytest.mark.parametrize(
    ("seats", "words"), [([0, 0], "no seats"), ([3, None], "does not tell how many of its 9 seats are held by B")]
)
def test_a_board_without_seats_is_refused_in_words(data, seats, words):
    with pytest.raises(ValueError, match=words):
        room_of_board(board_of(data, ["A", "B"], seats), "cadiz-energy-boards")


def test_a_vote_without_any_seat_is_not_replayed(data):
    rows = data.votes.assign(seats=pd.array([0] * len(data.votes), dtype="Int64"))
    assert recorded_votes(changed(data, "votes", rows)) == []


@pytest.mark.parametrize(
    ("seats", "rest", "words"),
    [
        ({}, {}, "1 to 40 blocs"),
        ({"a": 0, "b": 0}, {}, "no seats"),
        ({"a": "3"}, {}, "Did you mean 3"),
        ({"a": float("nan")}, {}, "whole numbers"),
        ({"a": 10_001}, {}, "to 10,000"),
        ({"Pe\u00f1a": 1, "Pen\u0303a": 2}, {}, "found twice"),
        ({"Town": 1}, {"sides": {"Twon": "public"}}, "Did you mean 'Town'"),
        ({"Town": 1}, {"owned": {"Twon": 5}}, "Did you mean 'Town'"),
        ({"Town": 1}, {"owned": {"Town": float("inf")}}, "per cent from 0 to 100"),
        ({"Town": 1}, {"owned": {"Town": "60"}}, "per cent from 0 to 100"),
    ],
)
def test_rooms_that_cannot_be(seats, rest, words):
    with pytest.raises(ValueError, match=words):
        Room(seats, **rest)


@pytest.mark.parametrize("count", [21, 40])
def test_a_board_with_too_many_blocs_to_count_says_so_and_votes(data, count):
    seats = {f"bloc {n}": 250 for n in range(count)}
    room = Room(seats)
    votes = {name: "for" if at < 20 else "against" for at, name in enumerate(seats)}
    chart = pcc.charts.motion(room, votes)
    assert f"{count} blocs are too many to count" in chart.text and f"{count} blocs are too many to count" in chart.svg
    assert chart.table["seats"].sum() == count * 250 and chart.table["Banzhaf %"].isna().all()
    page = pcc.explore.board(data, seats=", ".join(f"{name}: {held}" for name, held in seats.items())).picture.html
    assert f"{count} blocs are too many to count" in page and "Minimal winning" not in page
    with pytest.raises(ValueError, match="too many"):
        room.coalitions()


def test_votes_of_a_bloc_that_is_not_there_are_refused_and_accents_are_alike():
    room = Room({"Pe\u00f1a": 3, "Town": 2}, veto="Pen\u0303a")
    assert room.counted({"Pen\u0303a": "for"})["for"] == 3 and not room.passes({"Pen\u0303a": "against", "Town": "for"})
    with pytest.raises(ValueError, match="Did you mean 'Town'"):
        room.counted({"Twon": "for"})


@pytest.mark.parametrize("wrong", [{"majority": "most"}, {"veto": "nobody"}])
def test_wrong_rules_are_refused(wrong):
    with pytest.raises(ValueError, match="Allowed"):
        Room({"town": 1}, **wrong)


def test_twenty_blocs_are_counted_exactly():
    room = Room({f"bloc {number}": 1 for number in range(20)})
    power = room.power()
    assert power["banzhaf"].sum() == pytest.approx(1) and power["shapley_shubik"].sum() == pytest.approx(1)
    assert len(room.coalitions()) == comb(20, 11)


@given(some.data())
def test_power_adds_up_and_follows_seats(draw):
    room = draw.draw(ROOMS)
    power = room.power()
    assert power["banzhaf"].sum() == pytest.approx(1) and power["shapley_shubik"].sum() == pytest.approx(1)
    needed = {name for group in room.coalitions() for name in group}
    for name, row in power.iterrows():
        assert (row["banzhaf"] > 0) == (name in needed), "a dummy has no power, everybody else some"
    for one, two in combinations(room.seats, 2):
        if room.seats[one] == room.seats[two] and room.veto not in (one, two):
            assert power.at[one, "banzhaf"] == pytest.approx(power.at[two, "banzhaf"]), "like blocs have like power"


def test_endesa_could_turn_it_in_22_of_the_32_ways_the_others_can_vote(data):
    march = next(one for one in recorded_votes(data) if (one.case, one.vote) == ("cadiz-energy-boards", 3))
    power = march.room.power()
    assert march.room.ways == 32 and power.at["Endesa", "swings"] == 22 and power.at["Partido Popular", "swings"] == 10
    for name in march.room.seats:
        others = [other for other in march.room.seats if other != name]
        turned = 0
        for size in range(len(others) + 1):
            for group in combinations(others, size):
                votes = {other: "for" if other in group else "against" for other in others}
                turned += march.room.passes({**votes, name: "for"}) != march.room.passes({**votes, name: "against"})
        assert power.at[name, "swings"] == turned


def test_sides_that_did_not_vote_as_one_are_named(data):
    march, june = (
        next(one for one in recorded_votes(data) if (one.case, one.vote) == ("cadiz-energy-boards", vote))
        for vote in (3, 4)
    )
    assert set(march.room.split(march.votes)) == {"public", "private"}
    assert june.room.split(june.votes) == [], "what is not known is no split"
    assert Room({"a": 1, "b": 1}).split({"a": "for", "b": "against"}) == []
