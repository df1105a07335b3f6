"""Terms that hold for no forbidden row and cannot be made shorter: prime implicants.

A term is a pair of whole numbers: `mask` has a bit for each condition that it names (the first condition has the
highest bit) and `value` the bits of those that are present.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import numpy as np

Term = tuple[int, int]


def prime_implicants(size: int, on: Iterable[int], free: Iterable[int] = ()) -> list[Term]:
    """All prime implicants of the rows `on` that may also take in the rows `free`, and that hold for a row of `on`.

    Rows are counted from 0. Exact: all 3^size terms are looked at, as in Quine (1952) and McCluskey (1956), who go from
    long terms to short ones; here the rows of each term are counted at once.
    """
    shape = (2,) * size
    wanted, allowed = np.zeros(2**size, dtype=np.int32), np.zeros(2**size, dtype=np.int32)
    wanted[list(on)] = 1
    allowed[list(on)] = 1
    allowed[list(free)] = 1
    implicant = _counted((1 - allowed).reshape(shape)) == 0
    prime = implicant & (_counted(wanted.reshape(shape)) > 0)
    for axis in range(size):  # a term is not prime when it still is an implicant without one of its conditions
        shorter = np.take(implicant, [2], axis=axis)
        named = np.array([True, True, False]).reshape([3 if at == axis else 1 for at in range(size)])
        prime &= ~(shorter & named)
    weights = 2 ** np.arange(size - 1, -1, -1)
    states = np.argwhere(prime)
    return [
        (int(mask), int(value)) for mask, value in zip((states != 2) @ weights, (states == 1) @ weights, strict=True)
    ]


def _counted(cells: np.ndarray) -> np.ndarray:
    """How many marked rows each term holds for: 0 absent, 1 present, 2 either, an axis a condition."""
    for axis in range(cells.ndim):
        cells = np.concatenate([cells, cells.sum(axis=axis, keepdims=True)], axis=axis)
    return cells


def holds_for(term: Term, row: int) -> bool:
    """Whether a row, counted from 0, is one of the term's."""
    return row & term[0] == term[1]


def within(term: Term, other: Term) -> bool:
    """Whether all rows of a term are rows of the other one."""
    return other[0] & ~term[0] == 0 and term[1] & other[0] == other[1]


def memberships_in(term: Term, x: np.ndarray) -> np.ndarray:
    """The membership of each case (a row of `x`) in a term: the least of those in its parts."""
    size = x.shape[1]
    parts = [
        x[:, at] if term[1] >> (size - 1 - at) & 1 else 1 - x[:, at]
        for at in range(size)
        if term[0] >> (size - 1 - at) & 1
    ]
    return np.min(parts, axis=0) if parts else np.ones(len(x))


def written(conditions: Sequence[str], mask: int, value: int) -> str:
    """A term in signs, such as `DEV*~URB`; `1` is the term that holds for all rows."""
    bits = [(name, 1 << (len(conditions) - 1 - at)) for at, name in enumerate(conditions)]
    return "*".join(("" if value & bit else "~") + name for name, bit in bits if mask & bit) or "1"


def in_order(size: int, term: Term) -> tuple:
    """What terms are sorted by: short ones first, then by their conditions, presence before absence."""
    places = [at for at in range(size) if term[0] >> (size - 1 - at) & 1]
    return len(places), places, [1 - (term[1] >> (size - 1 - at) & 1) for at in places]
