"""How many sets it takes to cover all rows: exact, by reductions and a bound from prices (branch and bound).

A table of covers is a matrix of true and false: sets in rows of the matrix, what they have to cover in its columns.
The bound is that of Lagrange: each column gets a price, a set costs 1 less the prices of what it holds, and no cover
is smaller than all prices together with the costs that fell below zero. Subgradient steps raise it (Held and Karp
1971; for covers Beasley 1987; reductions as in Garfinkel and Nemhauser 1972).
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from pcc_data.analysis.product import product

_NEAR = 1e-3
MOST_STEPS = 4_000
"""So many steps are taken to find the size, some milliseconds each; five times as many to find all covers."""


class TooMany(ValueError):
    """The search would go on too long."""


class Steps:
    """Counts the steps of a search, and ends one that goes on too long: the same on every machine."""

    def __init__(self, most: int = MOST_STEPS) -> None:
        self._left = most

    def take(self) -> None:
        """One step more. Raises TooMany."""
        self._left -= 1
        if self._left < 0:
            raise TooMany(
                "The shortest models of this truth table are out of reach: the search was given up after "
                f"{MOST_STEPS} steps. Ask with fewer conditions, or let rows count only with more cases (n_cut)."
            )


class Bound(NamedTuple):
    """No cover is smaller than `least`; the prices of columns that show it, and what each set costs by them."""

    least: float
    prices: np.ndarray
    costs: np.ndarray


def least_cover(held: np.ndarray, steps: Steps) -> int:
    """The size of the smallest covers. Raises TooMany where it takes too long to tell."""
    size = 0
    if held.shape[1]:
        size = max(1, int(np.ceil(bound(held, _greedy(held, np.ones(len(held))) - 1).least - _NEAR)))
    while not _can(held, size, steps):
        size += 1
    return size


def _can(held: np.ndarray, left: int, steps: Steps) -> bool:
    """Whether `left` sets can cover all columns."""
    steps.take()
    held, left = _reduced(held, left)
    if not held.shape[1] or left <= 0:
        return not held.shape[1] and left >= 0
    least, _, costs = bound(held, left)
    if least > left + _NEAR or not held.any(axis=0).all():
        return False
    if min(_greedy(held, costs), _greedy(held, np.ones(len(held)))) <= left:
        return True
    in_all = (costs < 0) & (least - costs > left + _NEAR)
    kept = (costs <= 0) | (least + costs <= left + _NEAR)
    if in_all.any():
        return _can(held[kept & ~in_all][:, ~held[in_all].any(axis=0)], left - int(in_all.sum()), steps)
    held, costs = held[kept], costs[kept]
    holders = np.flatnonzero(held[:, held.sum(axis=0).argmin()])
    open_ = np.ones(len(held), dtype=bool)
    for at in holders[np.argsort(costs[holders], kind="stable")]:
        open_[at] = False  # with this set, or without it from now on
        if _can(held[open_][:, ~held[at]], left - 1, steps):
            return True
    return False


def _reduced(held: np.ndarray, left: int) -> tuple[np.ndarray, int]:
    """A smaller table that is covered by as many sets as `held`, less those that have to be taken."""
    before = None
    while held.shape[1] and left >= 0 and before != held.shape and held.any(axis=0).all():
        before = held.shape
        held = np.unique(held[held.any(axis=1)], axis=0)
        held = held[~_inside(held).any(axis=1)]
        held = held[:, hardest(held)]
        taken = held[:, held.sum(axis=0) == 1].any(axis=1)
        held, left = held[~taken][:, ~held[taken].any(axis=0)], left - int(taken.sum())
    return held, left


def hardest(held: np.ndarray) -> np.ndarray:
    """The places of those columns that have to be looked at: whoever covers them covers all others."""
    _, first = np.unique(held, axis=1, return_index=True)
    first = np.sort(first)
    return first[~_inside(held[:, first].T).any(axis=0)]


def _inside(sets: np.ndarray) -> np.ndarray:
    """Whether a set (a row) is a part of another one (a column); no two are the same."""
    counted = sets.astype(np.float32)
    inside = product(counted, counted.T) > counted.sum(axis=1)[:, None] - 0.5
    np.fill_diagonal(inside, False)
    return inside


def bound(held: np.ndarray, enough: float, prices: np.ndarray | None = None, rounds: int = 120) -> Bound:
    """The best bound that some rounds find, from `prices` on; they end where it says that `enough` sets are too few."""
    table = held.astype(np.float32)
    if prices is None:
        prices = 1 / np.where(held, table.sum(axis=1)[:, None], 1).max(axis=0)
    best, step, stale = Bound(-1.0, prices, np.ones(len(held))), 1.0, 0
    for _ in range(rounds):
        costs = 1 - product(table, prices)
        cheap = costs < 0
        least = float(prices.sum() + costs[cheap].sum())
        stale += 1
        if least > best.least + 1e-4:
            best, stale = Bound(least, prices, costs), 0
        elif stale == 8:
            step, stale = step / 2, 0
        lacking = 1 - table[cheap].sum(axis=0)
        away = float(product(lacking, lacking))
        if best.least > enough + _NEAR or step < 0.01 or not away:
            break
        prices = np.maximum(0, prices + step * (1.02 * (enough + 1) - least) / away * lacking)
    return best


def _greedy(held: np.ndarray, costs: np.ndarray) -> int:
    """How many sets a cover takes that adds the set that costs least for what it adds, again and again."""
    open_, taken = np.ones(held.shape[1], dtype=bool), 0
    while open_.any():
        adds = held[:, open_].sum(axis=1)
        worth = np.where(costs > 0, costs / np.maximum(adds, 1), costs * adds)
        open_ &= ~held[np.where(adds > 0, worth, np.inf).argmin()]
        taken += 1
    return taken
