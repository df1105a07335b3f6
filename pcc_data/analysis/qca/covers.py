"""All smallest ways to cover rows by sets of rows. Rows are bits of a whole number."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice, product

import numpy as np

from pcc_data.analysis.qca.least_cover import MOST_STEPS, Steps, TooMany, bound, hardest, least_cover

MOST = 1_000
"""So many covers are given at most."""


def minimal_covers(sets: list[int], rows: int, most: int = MOST) -> tuple[list[tuple[int, ...]], bool]:
    """Every smallest choice of `sets` (by their places) that covers all bits of `rows`, and whether these are all.

    Exact: there is no smaller cover, and no other one of that size unless there are more than `most`, or finding them
    takes too long. Raises ValueError where the sets leave a row uncovered, and TooMany where it takes too long to find
    the smallest size.
    """
    together = 0
    alike: dict[int, list[int]] = {}  # sets that hold the same rows are one set for the search
    for place, held in enumerate(sets):
        together |= held & rows
        if held & rows:
            alike.setdefault(held & rows, []).append(place)
    if together != rows:
        raise ValueError("Some rows are in none of the sets.")
    bits = [1 << at for at in range(rows.bit_length()) if rows >> at & 1]
    table = np.array([[bool(one & bit) for bit in bits] for one in alike], dtype=bool).reshape(len(alike), len(bits))
    size, places = least_cover(table, Steps()), list(alike.values())
    found: list[tuple[int, ...]] = []
    every = (
        tuple(sorted(chosen))
        for cover in _covers(table, np.arange(len(table)), size, Steps(5 * MOST_STEPS))
        for chosen in product(*(places[at] for at in cover))
    )
    try:
        found.extend(islice(every, most + 1))
        complete = len(found) <= most
    except TooMany:
        complete = False
    return sorted(found[:most]), complete


def _covers(
    held: np.ndarray, names: np.ndarray, left: int, steps: Steps, prices: np.ndarray | None = None
) -> Iterator[tuple[int, ...]]:
    """Each cover by at most `left` of the sets, once; `names` are those of the sets, `prices` a good guess of what
    their columns are worth. Raises TooMany."""
    if not held.shape[1]:
        yield ()
        return
    steps.take()
    if left <= 0 or not held.any(axis=0).all():
        return
    looked_at = hardest(held)
    held = held[:, looked_at]
    least, prices, costs = bound(held, left, None if prices is None else prices[looked_at], 30)
    if least > left + 1e-3:
        return
    kept = held.any(axis=1) & (least + costs <= left + 1e-3)
    held, names, costs = held[kept], names[kept], costs[kept]
    holders = np.flatnonzero(held[:, held.sum(axis=0).argmin()])
    open_ = np.ones(len(held), dtype=bool)
    for at in holders[np.argsort(costs[holders], kind="stable")]:
        open_[at] = False
        rest = ~held[at]
        for cover in _covers(held[open_][:, rest], names[open_], left - 1, steps, prices[rest]):
            yield (int(names[at]), *cover)
