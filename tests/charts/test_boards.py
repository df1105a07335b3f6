"""The board picture and the picture of shares and seats."""

from __future__ import annotations

import pytest

import pcc_data as pcc
from pcc_data.analysis.motions import Room, recorded_votes, room_of_board
from pcc_data.analysis.shares_and_seats import shares_and_seats
from pcc_data.charts._motion import motion
from pcc_data.charts._owned_and_seated import owned_and_seated


@pytest.fixture
def march(data):
    return next(one for one in recorded_votes(data) if (one.case, one.vote) == ("cadiz-energy-boards", 3))


def test_result_and_numbers_are_those_of_the_vote(march, data):
    chart = motion(march.room, march.votes)
    assert "fails with 4 to 5" in chart.title and "Partido Popular" in chart.title and "Endesa" in chart.title
    rows = data.votes[(data.votes["case"] == march.case) & (data.votes["vote"] == 3)]
    assert chart.table["seats"].tolist() == rows["seats"].tolist()
    assert chart.table["seats %"].sum() == pytest.approx(100, abs=0.5)
    assert chart.table["Banzhaf %"].sum() == pytest.approx(100, abs=0.5)


def test_every_bloc_can_be_pressed_and_says_its_vote(march):
    chart = motion(march.room, march.votes)
    assert all(f'data-pick="{at}"' in chart.svg for at in range(len(march.room.seats)))
    assert chart.picks["4"] == "Partido Popular: against. Press to change its vote."


@pytest.mark.parametrize("name", ["screen", "projector", "print", "phone"])
def test_every_board_on_record_draws_in_every_style(data, name):
    pcc.use_style(name)
    for case, board in data.boards.groupby(["case", "board"]).groups:
        room = room_of_board(data, case, board)
        assert "<svg" in motion(room, dict.fromkeys(room.seats, "for")).svg


@pytest.mark.parametrize(
    "room",
    [
        Room({"alone": 1}),
        Room({f"bloc {n}": n + 1 for n in range(20)}),
        Room({"many": 600, "more": 400, "none": 0}),
        Room({"a": 2, "b": 1}, majority="consensus", veto="b"),
    ],
)
def test_small_large_and_odd_rooms_draw(room):
    assert "passes" in motion(room, dict.fromkeys(room.seats, "for")).title


def test_what_is_not_on_record_is_not_zero(data):
    chart = owned_and_seated(data)
    table = shares_and_seats(data)
    assert chart.table["owned %"].isna().sum() == table["owned"].isna().sum() > 0
    assert (table["seats"] == 0).any(), "a recorded zero stays a number"
    half = int((table["seats"] > 50).sum())
    assert f"in {half} of {int(table['seats'].notna().sum())}" in chart.title


@pytest.mark.parametrize("name", ["screen", "projector", "print", "phone"])
def test_shares_and_seats_draw_in_every_style(data, name):
    pcc.use_style(name)
    chart = owned_and_seated(data)
    assert all(f'data-pick="{case}"' in chart.svg for case in shares_and_seats(data).index)


@pytest.mark.parametrize("count", [0, 1, 5])
def test_few_cases_draw(data, count):
    assert "<svg" in owned_and_seated(data.only(list(data.cases.index[:count]))).svg


def test_the_line_of_the_majority_lies_where_these_votes_need_it():
    room = Room({"a": 4, "b": 3, "c": 2})
    assert "4 needed" in motion(room, {"a": "for", "b": "against", "c": "abstain"}).svg
    assert "5 needed" in motion(room, {"a": "for", "b": "against", "c": "against"}).svg
    absolute = Room(room.seats, majority="absolute")
    assert "5 needed" in motion(absolute, {"a": "for", "b": "against", "c": "abstain"}).svg


def test_what_a_bloc_can_do_alone():
    room, votes = (
        Room({"town": 5, "residents": 3, "staff": 1}),
        {"town": "for", "residents": "against", "staff": "against"},
    )
    assert room.alone(votes) == ["town"]
    chart = motion(room, votes)
    assert "turn it, block" in chart.svg and "Can block any motion alone: town." in chart.text
    assert "residents and staff have seats but never the deciding vote" in chart.text


def test_a_veto_is_named_as_the_reason():
    room = Room({"town": 7, "cooperative": 2}, veto="cooperative")
    chart = motion(room, {"town": "for", "cooperative": "against"})
    assert chart.title == "The motion fails with 7 to 2: the veto of cooperative stops it"
    assert motion(room, {"town": "for", "cooperative": "abstain"}).title.startswith("The motion passes with 7 to 0")


@pytest.mark.parametrize("name", ["screen", "projector", "print", "phone"])
def test_the_title_stays_on_one_line_so_that_nothing_jumps_when_a_vote_changes(data, name):
    pcc.use_style(name)
    for case, board in data.boards.groupby(["case", "board"]).groups:
        room = room_of_board(data, case, board)
        heights = {
            motion(room, {bloc: ayes if at % 2 else "for" for at, bloc in enumerate(room.seats)}).figure.get_figheight()
            for ayes in ("for", "against", "abstain", "unknown")
        }
        assert len(heights) == 1, (case, board)


def test_two_indices_are_those_of_each_board_and_the_furthest_apart_comes_first(data):
    chart = pcc.charts.two_indices(data)
    rows = data.boards[(data.boards["case"] == "belo-horizonte-municipal-health-council") & (data.boards["board"] == 1)]
    power = pcc.voting_power(dict(zip(rows["bloc"], rows["seats"].astype(int), strict=True)))
    first = chart.table.head(len(rows)).set_index(chart.table.columns[1]).iloc[:, -2:]
    assert first.to_numpy() == pytest.approx((100 * power[["banzhaf", "shapley_shubik"]]).round(1).to_numpy())
    known = data.boards.groupby(["case", "board"])["seats"].agg(lambda seats: seats.notna().all())
    assert f" of {int(known.sum())} boards" in chart.title and "furthest apart: Belo Horizonte" in chart.title
    one = pcc.charts.two_indices(data.only(["wolfhagen-energy-cooperative"]))
    assert one.title == "On 1 of 1 boards the two ways to count power are less than half a per cent apart"
