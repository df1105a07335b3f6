"""All smallest ways to cover rows by sets of rows. Rows are bits of a whole number."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice, product
from math import ceil

import numpy as np

MOST = 1_000
"""So many covers are given at most."""


def minimal_covers(sets: list[int], rows: int, most: int = MOST) -> tuple[list[tuple[int, ...]], bool]:
    """Every smallest choice of `sets` (by their places) that covers all bits of `rows`, and whether these are all.

    Exact: there is no smaller cover, and no other one of that size unless there are more than `most`. Branch and bound:
    it branches on the row that the fewest sets hold, and a bound on what is still needed comes from prices of rows such
    that no set costs more than 1. Raises ValueError where the sets leave a row uncovered.
    """
    together = 0
    alike: dict[int, list[int]] = {}  # sets that hold the same rows are one set for the search
    for place, held in enumerate(sets):
        together |= held & rows
        if held & rows:
            alike.setdefault(held & rows, []).append(place)
    if together != rows:
        raise ValueError("Some rows are in none of the sets.")
    needed = _hardest(list(alike), rows)
    short = dict.fromkeys(one & needed for one in alike)
    widest = [one for one in short if not any(one != other and one & other == one for other in short)]
    search = _Search(widest, needed)
    size = search.bound(needed)
    while not search.can(needed, size):
        size += 1
    every = (
        tuple(sorted(chosen))
        for cover in _covers(sorted(alike, key=lambda one: alike[one][0]), needed, size, search)
        for chosen in product(*(alike[one] for one in cover))
    )
    found = list(islice(every, most + 1))
    return sorted(found[:most]), len(found) <= most


def _hardest(sets: list[int], rows: int) -> int:
    """The rows that have to be looked at: whoever covers them covers all others."""
    holders = {bit: frozenset(at for at, one in enumerate(sets) if one & bit) for bit in _bits(rows)}
    kept: dict[int, frozenset[int]] = {}
    for bit, held in sorted(holders.items(), key=lambda pair: len(pair[1])):
        if not any(other <= held for other in kept.values()):
            kept[bit] = held
    return sum(kept)


class _Search:
    """Whether so many of some sets can cover rows; what was found out about rows is kept."""

    def __init__(self, sets: list[int], rows: int) -> None:
        self._sets, self._bits = sets, list(_bits(rows))
        held = [[bool(one & bit) for bit in self._bits] for one in sets]
        self._held = np.array(held, dtype=bool).reshape(len(sets), len(self._bits))
        self._holders = [np.flatnonzero(column) for column in self._held.T]
        self._order = sorted(range(len(self._bits)), key=lambda at: len(self._holders[at]))
        self._least: dict[int, int] = {}  # so many sets at least do these rows need

    def bound(self, rows: int) -> int:
        """So many sets at least are needed for these rows."""
        if rows not in self._least:
            self._least[rows] = self._priced(rows)
        return self._least[rows]

    def _priced(self, rows: int) -> int:
        """Give each row a price so that no set's rows cost more than 1: then rows need as many sets as they cost."""
        if not rows:
            return 0
        open_ = np.array([bool(rows & bit) for bit in self._bits])
        inside = self._held[:, open_]
        counts = inside.sum(axis=1)
        prices = 1 / np.where(inside, counts[:, None], 0).max(axis=0)
        room = 1 - inside @ prices
        total = prices.sum()
        for at in self._order:  # raise prices as far as the sets of each row have room
            if open_[at]:
                more = room[self._holders[at]].min()
                if more > 1e-9:
                    room[self._holders[at]] -= more
                    total += more
        return ceil(total - 1e-6)

    def can(self, rows: int, left: int) -> bool:
        """Whether `left` sets can cover these rows."""
        if self.bound(rows) > left:
            return False
        if not rows:
            return True
        at = next(at for at in self._order if rows & self._bits[at])
        options = {self._sets[place] & rows for place in self._holders[at]}
        for one in sorted(options, key=lambda one: (-one.bit_count(), one)):
            if not any(one != other and one & other == one for other in options) and self.can(rows & ~one, left - 1):
                return True
        self._least[rows] = left + 1
        return False


def _covers(sets: list[int], rows: int, left: int, search: _Search) -> Iterator[tuple[int, ...]]:
    """Each cover of `rows` by at most `left` of the sets, once."""
    if not rows:
        yield ()
        return
    sets = [one for one in sets if one & rows]
    if not sets or not search.can(rows, left):
        return
    scarce = min(_bits(rows), key=lambda bit: sum(1 for one in sets if one & bit))
    tried: set[int] = set()
    for one in sets:
        if one & scarce:
            tried.add(one)
            open_ = [other for other in sets if other not in tried]
            yield from ((one, *cover) for cover in _covers(open_, rows & ~one, left - 1, search))


def _bits(rows: int) -> Iterator[int]:
    while rows:
        bit = rows & -rows
        yield bit
        rows ^= bit
