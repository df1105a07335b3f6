"""Rooms that vote: who sits there, under which majority, and whether a motion passes. Real boards and recorded votes
included.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import combinations
from typing import TYPE_CHECKING

import pandas as pd

from pcc_data.errors import not_allowed, pick
from pcc_data.facts import dated
from pcc_data.power import Tally, minimal_winning, quota_of, tally, voting_power

if TYPE_CHECKING:
    from pcc_data.dataset import Dataset

MAJORITIES = ("simple", "absolute", "two_thirds", "consensus")
_RULE = {**{code: code for code in MAJORITIES}, "consensus": "unanimity"}  # the codebook's word and the one of pcc_data.power
VOTES = ("for", "against", "abstain", "absent", "unknown")
MOST_BLOCS = 20
MOST_SEATS = 1000
_LINE = re.compile(r"^(?P<name>.*?\D)[\s:=]+(?P<seats>\d+)\s*(?:\(?\s*(?P<owned>\d+(?:\.\d+)?)\s*%\s*(?:owned)?\s*\)?)?$")
_LARGEST_GROUP = 3  # blocs that change sides together; larger groups can nearly always turn a vote


@dataclass(frozen=True)
class Room:
    """A body that votes: seats by bloc, side by bloc (None: not known) and, where known, the share each owns in
    percent.

    `veto` names a bloc whose vote against stops any motion. Raises ValueError for no bloc, too many, negative seats, no
    seat at all, an unknown majority or a veto of a bloc that is not there.
    """

    seats: Mapping[str, int]
    sides: Mapping[str, str | None] = field(default_factory=dict)
    owned: Mapping[str, float] = field(default_factory=dict)
    majority: str = "simple"
    veto: str | None = None

    def __post_init__(self) -> None:
        pick(self.majority, MAJORITIES, "majority")
        if not 1 <= len(self.seats) <= MOST_BLOCS:
            raise ValueError(f"A board needs 1 to {MOST_BLOCS} blocs; this one has {len(self.seats)}.")
        wrong = [name for name, count in self.seats.items() if count < 0 or count > MOST_SEATS]
        if wrong or not any(self.seats.values()):
            raise ValueError(f"Seats must be 0 to {MOST_SEATS}, and somebody must have one: look at {', '.join(wrong) or 'the board'}.")
        if self.veto is not None and self.veto not in self.seats:
            raise ValueError(not_allowed(self.veto, self.seats, "bloc of this board"))

    @property
    def total(self) -> int:
        """All seats."""
        return sum(self.seats.values())

    @property
    def needed(self) -> int:
        """Votes in favour that a motion needs when everybody votes for or against it."""
        return quota_of(_RULE[self.majority], self.total)

    def counted(self, votes: Mapping[str, str]) -> dict[str, int]:
        """Seats by how they vote; a bloc that is not named counts as unknown. Raises ValueError for a vote that is
        none.
        """
        count = dict.fromkeys(VOTES, 0)
        for name, seats in self.seats.items():
            count[pick(votes.get(name, "unknown"), VOTES, "vote")] += seats
        return count

    def passes(self, votes: Mapping[str, str]) -> bool:
        """Whether the motion passes (`pcc_data.power.tally`). Who abstains, is absent or unknown takes no side."""
        return self.tallied(votes).passed

    def tallied(self, votes: Mapping[str, str]) -> Tally:
        """The count of a vote, with the votes that it needs when these blocs take a side and the others do not."""
        known = {name: vote for name, vote in votes.items() if vote != "unknown"}
        return tally(self.seats, known, _RULE[self.majority], (self.veto,) if self.veto is not None else ())

    def turners(self, votes: Mapping[str, str]) -> list[tuple[str, ...]]:
        """The smallest groups of blocs that turn the result by changing sides (at most three blocs); empty if there is
        none.
        """
        now = self.passes(votes)
        to = "against" if now else "for"
        able = [name for name, seats in self.seats.items() if votes.get(name) != to and (seats or name == self.veto)]
        for size in range(1, _LARGEST_GROUP + 1):
            found = [group for group in combinations(able, size) if self.passes({**votes, **dict.fromkeys(group, to)}) != now]
            if found:
                return found
        return []

    def weights(self) -> tuple[dict[str, int], int]:
        """Weights and quota of the same game for power indices: a veto is a weight without which the quota is out of
        reach.
        """
        extra = self.total + 1 if self.veto is not None else 0
        weights = {name: seats + (extra if name == self.veto else 0) for name, seats in self.seats.items()}
        return weights, self.needed + extra

    def power(self) -> pd.DataFrame:
        """By bloc: seats, share of seats, share owned (percent or missing), Banzhaf (1965), Shapley-Shubik (1954),
        can_block.

        Everybody is taken to vote for or against, and every combination to be as likely as any other.
        """
        weights, quota = self.weights()
        found = _indices(tuple(weights.items()), quota).reindex(list(self.seats))
        seats = pd.Series(dict(self.seats))
        return pd.DataFrame(
            {
                "seats": seats,
                "share": seats / self.total,
                "owned": pd.Series(dict(self.owned), dtype=float).reindex(seats.index),
                "banzhaf": found["banzhaf"],
                "shapley_shubik": found["shapley_shubik"],
                "can_block": found["can_block"],
            }
        )

    def by_side(self) -> Room | None:
        """The same room if each side voted as one, or None where a side is not known. A veto goes to the side that
        holds it.
        """
        if not all(self.sides.get(name) for name in self.seats):
            return None
        seats: dict[str, int] = {}
        for name, count in self.seats.items():
            seats[str(self.sides[name])] = seats.get(str(self.sides[name]), 0) + count
        return Room(seats, {side: side for side in seats}, majority=self.majority, veto=self.sides[self.veto] if self.veto else None)

    def coalitions(self) -> list[tuple[str, ...]]:
        """Minimal winning coalitions: groups that carry a motion, and would not if one of them left."""
        weights, quota = self.weights()
        return list(_coalitions(tuple(weights.items()), quota))


@dataclass(frozen=True)
class Recorded:
    """A vote on record, ready to be replayed: the room, how each bloc voted, and what came out."""

    case: str
    vote: int
    body: str
    motion: str
    when: str
    result: str
    room: Room
    votes: Mapping[str, str]
    sources: str

    @property
    def agrees(self) -> bool:
        """Whether the seats and votes on record lead to the result on record."""
        return self.room.passes(self.votes) == (self.result == "passed")


def room_of_board(data: Dataset, case: str, board: int = 1) -> Room:
    """A board on record; a majority that was not found counts as simple. Raises ValueError for an unknown board,
    and for one whose seats are not all known."""
    rows = data.one("boards", case)
    numbers = [str(number) for number in rows["board"].unique()]
    pick(str(board), numbers, f"number of a board of {case}")
    rows = rows[rows["board"] == board]
    lost = list(rows.loc[rows["seats"].isna(), "bloc"])
    if lost:
        raise ValueError(
            f"Votes on the {rows['name'].iloc[0]} cannot be counted: the record does not tell how many of its {rows['seats_total'].iloc[0]} "
            f"seats are held by {' or by '.join(lost)}."
        )
    majority = rows["majority"].iloc[0]
    sides = dict(zip(rows["bloc"], rows["side"].astype(str), strict=True))
    return Room(
        {row.bloc: int(row.seats) for row in rows.itertuples()},
        sides,
        _owned(data, case, sides),
        "simple" if pd.isna(majority) else str(majority),
    )


def recorded_votes(data: Dataset) -> list[Recorded]:
    """Votes on record whose seats are all known, more than one bloc each, in the order of the data; replayed by simple
    majority.
    """
    found = []
    for (case, vote), rows in data.votes.groupby(["case", "vote"], sort=False):
        if len(rows) < 2 or rows[["bloc", "seats", "bloc_vote"]].isna().any(axis=None):
            continue
        first = rows.iloc[0]
        sides = {bloc: _side(data, str(case), bloc) for bloc in rows["bloc"]}
        room = Room({row.bloc: int(row.seats) for row in rows.itertuples()}, sides)
        when = dated(*(None if pd.isna(first[part]) else first[part] for part in ("year", "month", "when"))) or "year not found"
        votes = dict(zip(rows["bloc"], rows["bloc_vote"].astype(str), strict=True))
        found.append(
            Recorded(str(case), int(vote), first["body"], first["motion"], when, str(first["result"]), room, votes, first["sources"])
        )
    return found


def room_from_text(text: str) -> Room:
    """A room of one's own from lines or a list such as `Town 5 (60%), Residents 3, Staff 1`; the per cent is the share
    owned.

    Raises ValueError that names every part that could not be read.
    """
    parts = [part.strip() for part in re.split(r"[\n,;]+", text) if part.strip()]
    read = {part: _LINE.match(part) for part in parts}
    wrong = [part for part, match in read.items() if match is None]
    if wrong or not parts:
        shown = "; ".join(repr(part) for part in wrong) or "nothing"
        raise ValueError(f"Write each bloc as a name and its seats, such as: Town 5, Residents 3. Could not read {shown}.")
    names = [match["name"].strip(" :=") for match in read.values() if match]
    twice = sorted({name for name in names if names.count(name) > 1})
    if twice or len(parts) != len(read):
        raise ValueError(f"Each bloc needs a name of its own; found twice: {', '.join(twice) or 'a line'}.")
    seats = {name: int(match["seats"]) for name, match in zip(names, read.values(), strict=True) if match}
    owned = {name: float(match["owned"]) for name, match in zip(names, read.values(), strict=True) if match and match["owned"]}
    return Room(seats, {}, owned)


@lru_cache(maxsize=64)
def _indices(weights: tuple[tuple[str, int], ...], quota: int) -> pd.DataFrame:
    """Power indices of a game; kept, because votes change much more often than seats."""
    return voting_power(dict(weights), quota)


@lru_cache(maxsize=64)
def _coalitions(weights: tuple[tuple[str, int], ...], quota: int) -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(group) for group in minimal_winning(dict(weights), quota))


def _owned(data: Dataset, case: str, sides: Mapping[str, str]) -> dict[str, float]:
    """The community's share of the capital, where one bloc stands for the whole community and an actual share is on
    record.
    """
    blocs = [name for name, side in sides.items() if side == "community"]
    rows = data.one("indicators", case)
    rows = rows[(rows["code"] == "community_share_pct") & (rows["kind"] == "actual")]
    return {blocs[0]: float(rows["value"].iloc[-1])} if len(blocs) == 1 and len(rows) == 1 else {}


def _side(data: Dataset, case: str, bloc: str) -> str | None:
    """Side of a bloc that voted, from a board of the case whose bloc begins with the same name."""
    rows = data.one("boards", case)
    same = rows[[str(name).startswith(bloc) for name in rows["bloc"]]]
    return str(same["side"].iloc[0]) if len(same) else None
