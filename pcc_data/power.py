"""Power in a vote: who can turn a result, who can block, and the indices of Banzhaf and of Shapley and Shubik."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from math import factorial

import numpy as np
import pandas as pd

RULES = ("simple", "absolute", "two_thirds", "unanimity")
VOTES = ("for", "against", "abstain", "absent")
MAX_BLOCS = 20
MAX_SEATS = 2_000_000


def voting_power(seats: Mapping[str, int] | pd.Series, quota: int | None = None) -> pd.DataFrame:
    """Power of each bloc when blocs vote as one and a motion needs `quota` seats (default: more than half of all).

    Returns one row a bloc with `seats`, `share` of the seats, `banzhaf` (share of all swings; Banzhaf 1965),
    `shapley_shubik` (chance to be the bloc that decides, over all orders of joining; Shapley and Shubik 1954) and
    `can_block` (without this bloc the others cannot pass anything). Exact, by going through all coalitions.
    Raises ValueError for seats that are no whole numbers from 0, more than 20 blocs, or a quota out of reach.
    """
    weights = _checked(seats)
    total = sum(weights.values())
    quota = total // 2 + 1 if quota is None else quota
    if not 1 <= quota <= total:
        raise ValueError(f"A quota of {quota} makes no vote: with {total} seats it lies between 1 and {total}.")
    swings = _swings(weights, quota)
    all_swings = sum(sum(found) for found in swings.values())
    orders = [factorial(size) * factorial(len(weights) - size - 1) for size in range(len(weights))]
    everyone = factorial(len(weights))
    return pd.DataFrame(
        {
            "seats": weights,
            "share": {bloc: weight / total for bloc, weight in weights.items()},
            "banzhaf": {bloc: sum(found) / all_swings for bloc, found in swings.items()},
            "shapley_shubik": {
                bloc: sum(n * way for n, way in zip(found, orders, strict=True)) / everyone for bloc, found in swings.items()
            },
            "can_block": {bloc: total - weight < quota for bloc, weight in weights.items()},
        },
        index=pd.Index(list(weights), name="bloc"),
    )


def _checked(seats: Mapping[str, int] | pd.Series) -> dict[str, int]:
    if not isinstance(seats, Mapping | pd.Series):
        raise ValueError(f"Seats are given by bloc, such as {{'Town': 4, 'Residents': 3}}; found {seats!r}.")
    weights = {bloc: seats[bloc] for bloc in seats.keys()}  # noqa: SIM118 (a Series goes through its values)
    for bloc, weight in weights.items():
        if isinstance(weight, bool) or weight != weight or int(weight) != weight or weight < 0:
            raise ValueError(f"{bloc} has {weight!r} seats; allowed: whole numbers from 0.")
    weights = {str(bloc): int(weight) for bloc, weight in weights.items()}
    total = sum(weights.values())
    if not 1 <= total <= MAX_SEATS:
        raise ValueError(f"The blocs have {total:,} seats together; allowed: 1 to {MAX_SEATS:,}.")
    if len(weights) > MAX_BLOCS:
        raise ValueError(f"{len(weights)} blocs are too many to count all coalitions; allowed: at most {MAX_BLOCS}.")
    return weights


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
    """Coalitions that pass a motion and in which nobody can be spared, small ones first. Errors as in `voting_power`."""
    weights = {bloc: weight for bloc, weight in _checked(seats).items() if weight}
    quota = sum(weights.values()) // 2 + 1 if quota is None else quota
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
    """Seats a motion needs when all `total` seats vote for or against. Raises ValueError for an unknown rule."""
    from pcc_data.errors import pick

    return {"simple": total // 2 + 1, "absolute": total // 2 + 1, "two_thirds": -(-2 * total // 3), "unanimity": total}[
        pick(rule, RULES, "majority rule")
    ]


def tally(seats: Mapping[str, int], votes: Mapping[str, str], rule: str = "simple", veto: Collection[str] = ()) -> Tally:
    """Count a vote. `votes` gives for, against, abstain or absent by bloc; a bloc in `veto` that votes against stops it.

    Rules: simple (more for than against), absolute (more than half of all seats), two_thirds (of the seats that vote for
    or against), unanimity (nobody against, somebody for). Raises ValueError for unknown rules, votes or blocs.
    """
    from pcc_data.errors import pick

    weights = _checked(seats)
    pick(rule, RULES, "majority rule")
    count = dict.fromkeys(VOTES, 0)
    for bloc, vote in votes.items():
        count[pick(vote, VOTES, f"vote (of {bloc})")] += weights[pick(bloc, weights, "bloc")]
    cast = count["for"] + count["against"]
    needed = {
        "simple": cast // 2 + 1,
        "absolute": sum(weights.values()) // 2 + 1,
        "two_thirds": max(1, -(-2 * cast // 3)),
        "unanimity": max(1, cast),
    }[rule]
    stopped = [bloc for bloc in veto if votes.get(bloc) == "against"]
    passed = count["for"] >= needed and not stopped
    reason = f"{count['for']} for, {count['against']} against; {needed} needed."
    if stopped:
        reason += f" Stopped by the veto of {', '.join(stopped)}."
    return Tally(passed, count["for"], count["against"], count["abstain"], count["absent"], needed, reason)
