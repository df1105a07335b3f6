"""Rooms that vote: who sits there, under which majority, and whether a motion passes. Real boards and recorded votes
included.
"""

from __future__ import annotations

import re
import warnings
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import combinations
from typing import TYPE_CHECKING

import pandas as pd

from pcc_data.analysis.voting_power import (
    MAX_BLOCS,
    Tally,
    count_of,
    minimal_winning,
    quota_of,
    too_many,
    votes_by_bloc,
    voting_power,
)
from pcc_data.arguments import composed, found_twice, is_number, one_of, whole
from pcc_data.dataset.fact_kinds import dated
from pcc_data.say import say

if TYPE_CHECKING:
    from pcc_data.dataset.dataset import Dataset

MAJORITIES = ("simple", "absolute", "two_thirds", "consensus")
_RULE = {
    **{code: code for code in MAJORITIES},
    "consensus": "unanimity",
}  # the codebook's word and the one of `voting_power`
VOTES = ("for", "against", "abstain", "absent", "unknown")
MOST_BLOCS = 40
MOST_SEATS = 10_000
_LINE = re.compile(
    r"^(?P<name>.*?\D)[\s:=]+(?P<seats>\d+)\s*(?:\(?\s*(?P<owned>\d+(?:\.\d+)?)\s*%\s*(?:owned)?\s*\)?)?$"
)
_LARGEST_GROUP = 3  # blocs that change sides together; larger groups can nearly always turn a vote


@dataclass(frozen=True)
class Room:
    """A body that votes: seats by bloc, side by bloc (None: not known) and, where known, the share each owns in
    percent.

    `veto` names a bloc whose vote against stops any motion. With more than 20 blocs there are too many coalitions to
    count (`uncounted`). Raises ValueError for no bloc, more than 40, two of one name, seats that are no whole numbers
    from 0 to 10,000, no seat at all, an unknown majority, and sides, shares or a veto of a bloc that is not there.
    """

    seats: Mapping[str, int]
    sides: Mapping[str, str | None] = field(default_factory=dict)
    owned: Mapping[str, float] = field(default_factory=dict)
    majority: str = "simple"
    veto: str | None = None

    def __post_init__(self) -> None:
        one_of(self.majority, MAJORITIES, "majority")
        twice = found_twice(self.seats.keys())
        if twice:
            raise ValueError(f"Each bloc needs a name of its own; found twice: {', '.join(twice)}.")
        if not 1 <= len(self.seats) <= MOST_BLOCS:
            raise ValueError(f"A board needs 1 to {MOST_BLOCS} blocs; this one has {len(self.seats)}.")
        seats = {
            str(name): whole(count, f"The number of seats of {name}", 0, MOST_SEATS)
            for name, count in self.seats.items()
        }
        if not any(seats.values()):
            raise ValueError("This board has no seats: nobody can vote. Somebody must have a seat.")
        owned = {one_of(name, seats, "bloc of this board"): share for name, share in self.owned.items()}
        wrong = [
            f"{name} ({share!r})" for name, share in owned.items() if not is_number(share) or not 0 <= share <= 100
        ]
        if wrong:
            raise ValueError(f"What a bloc owns is a number of per cent from 0 to 100; look at {', '.join(wrong)}.")
        sides = {one_of(name, seats, "bloc of this board"): side for name, side in self.sides.items()}
        veto = None if self.veto is None else one_of(self.veto, seats, "bloc of this board")
        for name, value in (("seats", seats), ("sides", sides), ("owned", owned), ("veto", veto)):
            object.__setattr__(self, name, value)  # frozen for others: here the names become those of the blocs

    @property
    def total(self) -> int:
        """All seats."""
        return sum(self.seats.values())

    @property
    def needed(self) -> int:
        """Votes in favour that a motion needs when everybody votes for or against it."""
        return quota_of(_RULE[self.majority], self.total)

    @property
    def ways(self) -> int:
        """In how many ways all blocs but one can vote for or against."""
        return 2 ** (len(self.seats) - 1)

    @property
    def uncounted(self) -> str:
        """A sentence when this board has too many blocs to count its coalitions; empty otherwise."""
        return too_many(len(self.seats)) if len(self.seats) > MAX_BLOCS else ""

    def counted(self, votes: Mapping[str, str]) -> dict[str, int]:
        """Seats by how they vote; a bloc that is not named counts as unknown. Raises ValueError for a vote that is
        none, and for the vote of a bloc that is not there."""
        cast, count = votes_by_bloc(self.seats, votes, VOTES), dict.fromkeys(VOTES, 0)
        for name, seats in self.seats.items():
            count[cast.get(name, "unknown")] += seats
        return count

    def passes(self, votes: Mapping[str, str]) -> bool:
        """Whether the motion passes (`pcc_data.analysis.voting_power.tally`). Who abstains, is absent or unknown takes
        no side."""
        return self.tallied(votes).passed

    def tallied(self, votes: Mapping[str, str]) -> Tally:
        """The count of a vote, with the votes that it needs when these blocs take a side and the others do not."""
        return self._tallied(votes_by_bloc(self.seats, votes, VOTES))

    def _tallied(self, cast: Mapping[str, str]) -> Tally:
        known = {name: vote for name, vote in cast.items() if vote != "unknown"}
        return count_of(self.seats, known, _RULE[self.majority], (self.veto,) if self.veto is not None else ())

    def turners(self, votes: Mapping[str, str]) -> list[tuple[str, ...]]:
        """The smallest groups of blocs that turn the result by changing sides (at most three blocs); empty if there is
        none.
        """
        cast = votes_by_bloc(self.seats, votes, VOTES)
        now = self._tallied(cast).passed
        to = "against" if now else "for"
        able = [name for name, seats in self.seats.items() if cast.get(name) != to and (seats or name == self.veto)]
        for size in range(1, _LARGEST_GROUP + 1):
            found = [
                group
                for group in combinations(able, size)
                if self._tallied({**cast, **dict.fromkeys(group, to)}).passed != now
            ]
            if found:
                return found
        return []

    def alone(self, votes: Mapping[str, str]) -> list[str]:
        """Blocs of which each alone turns the result by changing sides."""
        return [group[0] for group in self.turners(votes) if len(group) == 1]

    def weights(self) -> tuple[dict[str, int], int]:
        """Weights and quota of the same game for power indices: a veto is a weight without which the quota is out of
        reach.
        """
        extra = self.total + 1 if self.veto is not None else 0
        weights = {name: seats + (extra if name == self.veto else 0) for name, seats in self.seats.items()}
        return weights, self.needed + extra

    def power(self) -> pd.DataFrame:
        """By bloc: seats, share of seats, share owned (percent or missing), swings (of `ways`), Banzhaf (1965),
        Shapley-Shubik (1954), can_block.

        Everybody is taken to vote for or against, and every combination to be as likely as any other. Swings and
        indices are missing where there are too many blocs (`uncounted`).
        """
        weights, quota = self.weights()
        found = _indices(tuple(weights.items()), quota).reindex(list(self.seats))
        seats = pd.Series(dict(self.seats))
        return pd.DataFrame(
            {
                "seats": seats,
                "share": seats / self.total,
                "owned": pd.Series(dict(self.owned), dtype=float).reindex(seats.index),
                "swings": found["swings"],
                "banzhaf": found["banzhaf"],
                "shapley_shubik": found["shapley_shubik"],
                "can_block": found["can_block"],
            }
        )

    def split(self, votes: Mapping[str, str]) -> list[str]:
        """Sides whose blocs did not all vote alike, as far as their votes are known."""
        cast: dict[str, set[str]] = {}
        for name, vote in votes_by_bloc(self.seats, votes, VOTES).items():
            side = self.sides.get(name)
            if side and self.seats[name] and vote != "unknown":
                cast.setdefault(side, set()).add(vote)
        return [side for side, found in cast.items() if len(found) > 1]

    def by_side(self) -> Room | None:
        """The same room if each side voted as one, or None where a side is not known. A veto goes to the side that
        holds it.
        """
        if not all(self.sides.get(name) for name in self.seats):
            return None
        seats: dict[str, int] = {}
        for name, count in self.seats.items():
            seats[str(self.sides[name])] = seats.get(str(self.sides[name]), 0) + count
        return Room(
            seats,
            {side: side for side in seats},
            majority=self.majority,
            veto=self.sides[self.veto] if self.veto else None,
        )

    def coalitions(self) -> list[tuple[str, ...]]:
        """Minimal winning coalitions: groups that carry a motion, and would not if one of them left.

        Raises ValueError where there are too many blocs (`uncounted`).
        """
        if self.uncounted:
            raise ValueError(self.uncounted)
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
    """A board on record; a majority that was not found counts as simple. Of blocs with one name the second becomes
    "Name (2)", so that no seat is lost.

    Raises ValueError for an unknown board, and for one whose seats are not known or that has none.
    """
    rows = data.one("boards", case)
    numbers = [str(number) for number in rows["board"].unique()]
    one_of(str(board), numbers, f"number of a board of {case}")
    rows = rows[rows["board"] == int(board)]
    lost = list(map(str, rows.loc[rows["seats"].isna(), "bloc"]))
    if lost:
        raise ValueError(
            f"Votes on the {rows['name'].iloc[0]} cannot be counted: the record does not tell how many of its"
            f" {rows['seats_total'].iloc[0]} seats are held by {' or by '.join(lost)}."
        )
    majority, names = rows["majority"].iloc[0], _apart(rows["bloc"])
    sides = dict(zip(names, [None if pd.isna(side) else str(side) for side in rows["side"]], strict=True))
    return Room(
        dict(zip(names, map(int, rows["seats"]), strict=True)),
        sides,
        _owned(data, case, sides),
        "simple" if pd.isna(majority) else str(majority),
    )


def _apart(blocs: pd.Series) -> list[str]:
    """Names of blocs, each its own: what is there a second time gets a number."""
    names: list[str] = []
    for bloc in map(str, blocs):
        name, number = bloc, 1
        while composed(name) in map(composed, names):
            number += 1
            name = f"{bloc} ({number})"
        names.append(name)
    return names


def recorded_votes(data: Dataset) -> list[Recorded]:
    """Votes on record whose seats are all known, more than one bloc each, in the order of the data; replayed by simple
    majority. Blocs of one name are kept apart as in `room_of_board`; a vote without any seat cannot be replayed.
    """
    found = []
    for (case, vote), rows in data.votes.groupby(["case", "vote"], sort=False):
        if len(rows) < 2 or rows[["bloc", "seats", "bloc_vote"]].isna().any(axis=None) or not rows["seats"].any():
            continue
        first, names = rows.iloc[0], _apart(rows["bloc"])
        sides = {name: _side(data, str(case), bloc) for name, bloc in zip(names, rows["bloc"], strict=True)}
        room = Room(dict(zip(names, map(int, rows["seats"]), strict=True)), sides)
        when = dated(*(None if pd.isna(first[part]) else first[part] for part in ("year", "month", "when"))) or say(
            "motions.no-year"
        )
        votes = dict(zip(names, rows["bloc_vote"].astype(str), strict=True))
        found.append(
            Recorded(
                str(case),
                int(vote),
                first["body"],
                first["motion"],
                when,
                str(first["result"]),
                room,
                votes,
                first["sources"],
            )
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
        raise ValueError(
            f"Write each bloc as a name and its seats, such as: Town 5, Residents 3. Could not read {shown}."
        )
    names = [match["name"].strip(" :=") for match in read.values() if match]
    twice = found_twice(names)
    if twice or len(parts) != len(read):
        raise ValueError(f"Each bloc needs a name of its own; found twice: {', '.join(twice) or 'a line'}.")
    seats = {name: int(match["seats"]) for name, match in zip(names, read.values(), strict=True) if match}
    owned = {
        name: float(match["owned"])
        for name, match in zip(names, read.values(), strict=True)
        if match and match["owned"]
    }
    return Room(seats, {}, owned)


@lru_cache(maxsize=64)
def _indices(weights: tuple[tuple[str, int], ...], quota: int) -> pd.DataFrame:
    """Power indices of a game; kept, because votes change much more often than seats."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # too many blocs: `uncounted` says so wherever a room is shown
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
    rows = rows[(rows["code"] == "community_share_pct") & (rows["kind"] == "actual") & rows["value"].notna()]
    return {blocs[0]: float(rows["value"].iloc[-1])} if len(blocs) == 1 and len(rows) == 1 else {}


def _side(data: Dataset, case: str, bloc: str) -> str | None:
    """Side of a bloc that voted, from a board of the case whose bloc begins with the same name."""
    rows = data.one("boards", case).dropna(subset=["side"])
    same = rows[[composed(str(name)).startswith(composed(bloc)) for name in rows["bloc"]]]
    return str(same["side"].iloc[0]) if len(same) else None
