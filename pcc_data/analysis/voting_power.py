"""Power in a vote: who can turn a result, who can block, and the indices of Banzhaf and of Shapley and Shubik."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from math import factorial
from typing import Any

import numpy as np
import pandas as pd

from pcc_data.arguments import composed, found_twice, one_of, several, whole
from pcc_data.errors import warn
from pcc_data.say import say

RULES = ("simple", "absolute", "two_thirds", "unanimity")
VOTES = ("for", "against", "abstain", "absent")
INDICES = ("swings", "banzhaf", "shapley_shubik")
MAX_BLOCS = 20
MAX_SEATS = 2_000_000


def voting_power(seats: Mapping[str, int] | pd.Series, quota: int | None = None) -> pd.DataFrame:
    """Power of each bloc when blocs vote as one and a motion needs `quota` seats (default: more than half of all).

    Returns one row a bloc with `seats`, `share` of the seats, `swings` (in how many of the 2^(n-1) ways in which the
    other n-1 blocs can vote it turns the result), `banzhaf` (share of all swings; Banzhaf 1965), `shapley_shubik`
    (chance to be the bloc that decides, over all orders of joining; Shapley and Shubik 1954) and `can_block` (without
    this bloc the others cannot pass anything). Exact, by going through all coalitions; with more than 20 blocs there
    are too many of them: a warning says so, and swings and indices are missing. Raises ValueError for seats that are no
    whole numbers from 0, two blocs of one name, no seat at all, or a quota out of reach.
    """
    weights = _checked(seats)
    total = sum(weights.values())
    quota = _quota(quota, total)
    if len(weights) > MAX_BLOCS:
        warn(too_many(len(weights)))
    return pd.DataFrame(
        {
            "seats": weights,
            "share": {bloc: seats / total for bloc, seats in weights.items()},
            **(_indices(weights, quota) if len(weights) <= MAX_BLOCS else dict.fromkeys(INDICES, np.nan)),
            "can_block": {bloc: total - seats < quota for bloc, seats in weights.items()},
        },
        index=pd.Index(list(weights), name="bloc"),
    )


def too_many(blocs: int) -> str:
    """A sentence for boards whose coalitions are too many to be counted."""
    return say("voting-power.too-many", n=blocs, most=MAX_BLOCS)


def _indices(weights: Mapping[str, int], quota: int) -> dict[str, dict[str, float]]:
    swings = _swings(weights, quota)
    all_swings = sum(sum(found) for found in swings.values())
    orders = [factorial(size) * factorial(len(weights) - size - 1) for size in range(len(weights))]
    everyone = factorial(len(weights))
    return {
        "swings": {bloc: sum(found) for bloc, found in swings.items()},
        "banzhaf": {bloc: sum(found) / all_swings for bloc, found in swings.items()},
        "shapley_shubik": {
            bloc: sum(n * way for n, way in zip(found, orders, strict=True)) / everyone
            for bloc, found in swings.items()
        },
    }


def _checked(seats: Mapping[str, int] | pd.Series) -> dict[str, int]:
    if not isinstance(seats, Mapping | pd.Series):
        raise ValueError(f"Seats are given by bloc, such as {{'Town': 4, 'Residents': 3}}; found {seats!r}.")
    twice = found_twice(seats.keys())
    if twice:
        raise ValueError(f"Each bloc needs a name of its own; found twice: {', '.join(twice)}.")
    weights = {str(bloc): whole(count, f"The number of seats of {bloc}") for bloc, count in seats.items()}
    total = sum(weights.values())
    if not total:
        raise ValueError("The blocs have 0 seats together: nobody can vote. Somebody must have a seat.")
    if total > MAX_SEATS:
        raise ValueError(f"The blocs have {total:,} seats together; allowed: 1 to {MAX_SEATS:,}.")
    return weights


def _quota(quota: Any, total: int) -> int:
    """The seats a motion needs; more than half when none is given."""
    try:
        return total // 2 + 1 if quota is None else whole(quota, "The quota", 1, total)
    except ValueError:
        raise ValueError(
            f"A quota of {quota!r} makes no vote: with {total} seats it lies between 1 and {total}."
        ) from None


def _swings(weights: Mapping[str, int], quota: int) -> dict[str, list[int]]:
    """For each bloc: how many coalitions of 0, 1, 2 … other blocs fail alone and pass with it."""
    have, size = np.zeros(1, dtype=np.int64), np.zeros(1, dtype=np.int8)
    for weight in weights.values():  # coalition number k holds the blocs whose bits are set in k
        have, size = np.concatenate([have, have + weight]), np.concatenate([size, size + 1])
    swings = {}
    for place, (bloc, weight) in enumerate(weights.items()):
        with_it = have.reshape(-1, 2, 2**place)[:, 1]
        turning = (with_it >= quota) & (with_it - weight < quota)
        sizes = size.reshape(-1, 2, 2**place)[:, 1][turning] - 1
        swings[bloc] = [int(count) for count in np.bincount(sizes, minlength=len(weights))]
    return swings


def minimal_winning(seats: Mapping[str, int] | pd.Series, quota: int | None = None) -> list[tuple[str, ...]]:
    """Coalitions that pass a motion and in which nobody can be spared, small ones first.

    Raises ValueError as `voting_power` does, and for more than 20 blocs with seats: these make too many to list.
    """
    weights = {bloc: weight for bloc, weight in _checked(seats).items() if weight}
    if len(weights) > MAX_BLOCS:
        raise ValueError(f"{len(weights)} blocs are too many to list their coalitions; allowed: at most {MAX_BLOCS}.")
    quota = _quota(quota, sum(weights.values()))
    order = sorted(weights, key=lambda bloc: -weights[bloc])
    rest = [sum(weights[bloc] for bloc in order[place:]) for place in range(len(order) + 1)]
    found: list[tuple[str, ...]] = []

    def extend(place: int, chosen: tuple[str, ...], have: int) -> None:
        # Blocs join from large to small: a coalition is minimal when it passes with its last, smallest member only.
        if have >= quota:
            found.append(chosen)
            return
        for at in range(place, len(order)):
            if have + rest[at] < quota:
                return
            extend(at + 1, (*chosen, order[at]), have + weights[order[at]])

    extend(0, (), 0)
    return sorted(found, key=len)  # they were found with large blocs first, and sorting keeps that within a length


@dataclass(frozen=True)
class Tally:
    """The result of a vote: seats for, against, abstaining and absent, how many were needed, and why."""

    passed: bool
    in_favour: int
    against: int
    abstain: int
    absent: int
    needed: int
    reason: str


def quota_of(rule: str, total: int) -> int:
    """Seats a motion needs when all `total` seats vote for or against. Raises ValueError for an unknown rule or no
    seat."""
    one_of(rule, RULES, "majority rule")
    return _needed(rule, whole(total, "The number of all seats", 1), total)


def _needed(rule: str, cast: int, total: int) -> int:
    """Votes in favour that carry a motion when `cast` of `total` seats vote for or against."""
    return {
        "simple": cast // 2 + 1,
        "absolute": total // 2 + 1,
        "two_thirds": max(1, -(-2 * cast // 3)),
        "unanimity": max(1, cast),
    }[rule]


def tally(
    seats: Mapping[str, int], votes: Mapping[str, str], rule: str = "simple", veto: Collection[str] = ()
) -> Tally:
    """Count a vote. `votes` gives for, against, abstain or absent by bloc; a bloc in `veto` that votes against stops
    it.

    Rules: simple (more for than against), absolute (more than half of all seats), two_thirds (of the seats that vote
    for or against), unanimity (nobody against, somebody for). Who is not in `votes` takes no side. Raises ValueError
    for unknown rules, votes or blocs, two votes of one bloc, and seats as in `voting_power`.
    """
    weights = _checked(seats)
    one_of(rule, RULES, "majority rule")
    cast = votes_by_bloc(weights, votes, VOTES)
    return count_of(weights, cast, rule, several(veto, weights, "bloc"))


def votes_by_bloc(blocs: Collection[str], votes: Mapping[str, str], allowed: Collection[str]) -> dict[str, str]:
    """Votes by the names that the blocs bear, however accents are composed. Raises ValueError for an unknown bloc or
    vote."""
    if not isinstance(votes, Mapping | pd.Series):
        raise ValueError(f"Votes are given by bloc, such as {{'Town': 'for'}}; found {votes!r}.")
    twice = found_twice(votes.keys())
    if twice:
        raise ValueError(f"Each bloc votes once; found twice: {', '.join(twice)}.")
    names = {composed(name): name for name in blocs}
    return {
        names.get(composed(str(bloc))) or one_of(bloc, blocs, "bloc"): one_of(vote, allowed, f"vote (of {bloc})")
        for bloc, vote in votes.items()
    }


def count_of(weights: Mapping[str, int], votes: Mapping[str, str], rule: str, veto: Collection[str]) -> Tally:
    """The count of a vote whose seats, votes and rule have been checked already."""
    count = dict.fromkeys(VOTES, 0)
    for bloc, vote in votes.items():
        count[vote] += weights[bloc]
    needed = _needed(rule, count["for"] + count["against"], sum(weights.values()))
    stopped = [bloc for bloc in veto if votes.get(bloc) == "against"]
    passed = count["for"] >= needed and not stopped
    told = {"for": count["for"], "against": count["against"], "needed": needed}
    reason = say("voting-power.vetoed", vetoes=stopped, **told) if stopped else say("voting-power.count", **told)
    return Tally(passed, count["for"], count["against"], count["abstain"], count["absent"], needed, reason)
