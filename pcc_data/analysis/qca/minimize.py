"""From a truth table to the shortest sentences that say when the outcome is there."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache, cached_property
from itertools import islice, product
from typing import Any

import numpy as np
import pandas as pd

from pcc_data.analysis.qca.covers import MOST, minimal_covers
from pcc_data.analysis.qca.fit import sufficiency, unique_coverage
from pcc_data.analysis.qca.implicants import (
    Term,
    holds_for,
    in_order,
    memberships_in,
    prime_implicants,
    within,
    written,
)
from pcc_data.analysis.qca.truth_table import TruthTable
from pcc_data.arguments import listed, one_of, whole
from pcc_data.say import say

KINDS = ("conservative", "parsimonious", "intermediate")
WHOLE = "(model)"
"""Name of the row of a fit that stands for all terms together."""
_PAIRS = 20
"""So many pairs of a conservative and a parsimonious model are looked at for each model that may be given."""


@dataclass(frozen=True)
class Model:
    """One of the shortest sentences of a solution.

    `terms` are its parts, such as `DEV*~URB`, of which one has to hold. `cases` are those that each term explains: its
    members in rows that go with the outcome. `assumed` are the numbers of the remainders that it takes to go with the
    outcome, without a case that shows it. `x` has the memberships of all cases in each term (a row a term), `y` those
    in the outcome.
    """

    terms: tuple[str, ...]
    cases: dict[str, tuple[str, ...]] = field(compare=False)
    assumed: tuple[int, ...]
    x: np.ndarray = field(repr=False, compare=False)
    y: np.ndarray = field(repr=False, compare=False)

    @cached_property
    def fit(self) -> pd.DataFrame:
        """A row a term and a last one, "(model)", for all of them together, with columns inclS (inclusion), PRI, covS
        (raw coverage) and covU (unique coverage, missing for the whole)."""
        alone = unique_coverage(self.x, self.y)
        rows = [(*sufficiency(part, self.y), unique) for part, unique in zip(self.x, alone, strict=True)]
        rows.append((*sufficiency(self.x.max(axis=0), self.y), np.nan))
        index = pd.Index([*self.terms, WHOLE], name="term")
        return pd.DataFrame(np.array(rows), columns=["inclS", "PRI", "covS", "covU"], index=index)

    def __str__(self) -> str:
        return " + ".join(self.terms)


@dataclass(frozen=True, repr=False)
class Solution:
    """All equally short models of a truth table. `complete` tells whether these are all, or only the first 1,000.

    `models` is empty where no row goes with the outcome.
    """

    kind: str
    table: TruthTable
    models: tuple[Model, ...]
    complete: bool = True

    def __str__(self) -> str:
        return "\n".join(str(model) for model in self.models)

    def __repr__(self) -> str:
        return str(self) or say("configurations.none-left")

    @property
    def assumed(self) -> tuple[int, ...]:
        """Numbers of the remainders that any of the models takes to go with the outcome."""
        return tuple(sorted({row for model in self.models for row in model.assumed}))


def minimize(
    table: TruthTable,
    kind: str = "conservative",
    expect: Mapping[str, Any] | None = None,
    exclude: Iterable[int] = (),
    most: int = MOST,
) -> Solution:
    """The models with the fewest terms that say when the outcome is there, all of them, as R's package QCA gives them.

    `conservative` rests on rows with cases alone. `parsimonious` takes any remainder that makes a sentence shorter.
    `intermediate` takes only those of these remainders that the expectations speak for: `expect` gives True for a
    condition whose presence is expected to go with the outcome and False for one whose absence is (Ragin and Sonnett
    2005; Ragin 2008). It is made for each pair of a conservative and a parsimonious model. `exclude` are numbers of
    remainders that no model may use, such as `contradictory_assumptions`. Exact, up to 10 conditions; with more than
    `most` models some are left out, and `complete` says so. Raises ValueError for another kind, expectations of unknown
    conditions or without the intermediate kind, an `exclude` that is no remainder, and a search that takes too long.
    """
    whole(most, "The most models to give", 1)
    one_of(kind, KINDS, "kind of solution")
    directions = _directions(table, kind, expect)
    open_ = set(table.remainders) - _excluded(table, exclude)
    on, free = [row - 1 for row in table.on], [row - 1 for row in sorted(open_)]
    size = len(table.conditions)
    if not on:
        return Solution(kind, table, ())
    short, complete = _shortest(size, on, [] if kind == "conservative" else free, most)
    if kind == "intermediate":
        long, all_long = _shortest(size, on, [], most)
        pairs = list(islice(product(long, short), _PAIRS * most + 1))
        complete = complete and all_long and len(pairs) <= _PAIRS * most
        found: set[tuple[Term, ...]] = set()
        for rows in _easy(free, pairs[: _PAIRS * most], directions):
            models, all_made = _shortest(size, on, rows, most)
            found.update(models)
            complete = complete and all_made and len(found) <= most
            if len(found) > most:
                break
        short = sorted(found, key=lambda one: _model_order(size, one))[:most]
    told = _Told(table, open_)
    return Solution(kind, table, tuple(told.model(model) for model in short), complete)


def contradictory_assumptions(one: Solution, other: Solution) -> tuple[int, ...]:
    """Numbers of the remainders that two solutions take for the outcome and for its absence alike.

    Nothing can go with both, so such rows are kept out with `minimize(…, exclude=…)` (Schneider and Wagemann 2012, ch.
    8). Raises ValueError when the solutions are not for an outcome and its absence.
    """
    if {one.table.outcome, other.table.outcome} != {one.table.outcome, one.table.negated().outcome}:
        raise ValueError(
            f"These solutions are for {one.table.outcome} and {other.table.outcome}; an outcome and its absence are "
            "asked for, such as those of table and table.negated()."
        )
    return tuple(sorted({*one.assumed} & {*other.assumed}))


def _directions(table: TruthTable, kind: str, expect: Mapping[str, Any] | None) -> dict[int, int]:
    """The expected state of conditions by their bit."""
    if kind != "intermediate":
        if expect:
            raise ValueError(f"Expectations belong to the intermediate solution; this is the {kind} one.")
        return {}
    size = len(table.conditions)
    found = {}
    for name, state in (expect or {}).items():
        at = table.conditions.index(one_of(name, table.conditions, "condition"))
        if not isinstance(state, bool | np.bool_) and state not in (0, 1):
            raise ValueError(f"The expectation for {name} is {state!r}; allowed: True (presence), False (absence).")
        found[1 << (size - 1 - at)] = int(state)
    return found


def _excluded(table: TruthTable, rows: Any) -> set[int]:
    numbers = {whole(row, "A row to exclude", 1, 2 ** len(table.conditions)) for row in listed(rows)}
    seen = sorted(numbers - set(table.remainders))
    if seen:
        raise ValueError(f"Row {seen[0]} has cases; only remainders, rows without cases, can be excluded.")
    return numbers


def _shortest(size: int, on: list[int], free: Iterable[int], most: int) -> tuple[list[tuple[Term, ...]], bool]:
    """All models with the fewest prime implicants that cover the rows `on`; and whether these are all."""
    primes = sorted(prime_implicants(size, on, free), key=lambda term: in_order(size, term))
    held = [sum(1 << at for at, row in enumerate(on) if holds_for(term, row)) for term in primes]
    covers, complete = minimal_covers(held, 2 ** len(on) - 1, most)
    return [tuple(primes[at] for at in cover) for cover in covers], complete


def _easy(
    free: list[int], pairs: Iterable[tuple[tuple[Term, ...], tuple[Term, ...]]], directions: dict[int, int]
) -> Iterator[tuple[int, ...]]:
    """For each pair of a conservative and a parsimonious model, the remainders between them that expectations speak for
    (easy counterfactuals); pairs that agree stand once.

    A term of the first loses those conditions that the term of the second does without, unless they are as expected.
    """

    @cache
    def between(term: Term, brief: Term) -> frozenset[int]:
        mask = brief[0]
        for bit, state in directions.items():
            if term[0] & bit and bool(term[1] & bit) == bool(state):
                mask |= bit
        return frozenset(row for row in free if holds_for((mask, term[1] & mask), row))

    told: set[frozenset[int]] = set()
    for model, brief in pairs:
        rows = frozenset().union(*(between(term, one) for term in model for one in brief if within(term, one)))
        if rows not in told:
            told.add(rows)
            yield tuple(sorted(rows))


def _model_order(size: int, model: tuple[Term, ...]) -> tuple:
    return len(model), [in_order(size, term) for term in model]


class _Told:
    """What a term says of a truth table, each term looked at once: its name, members, cases and remainders."""

    def __init__(self, table: TruthTable, open_: set[int]) -> None:
        self._table, self._open, self._known = table, np.array(sorted(open_), dtype=int), {}
        self._cases = {row: table.table.at[row, "cases"] for row in table.on}

    def of(self, term: Term) -> tuple[str, np.ndarray, tuple[str, ...], np.ndarray]:
        if term not in self._known:
            name, x = written(self._table.conditions, *term), memberships_in(term, self._table.given.x)
            cases = tuple(case for row, held in self._cases.items() if holds_for(term, row - 1) for case in held)
            self._known[term] = (name, x, cases, (self._open - 1) & term[0] == term[1])
        return self._known[term]

    def model(self, terms: tuple[Term, ...]) -> Model:
        """The model that these terms make."""
        names, x, cases, taken = zip(*(self.of(term) for term in terms), strict=True)
        assumed = tuple(int(row) for row in self._open[np.any(taken, axis=0)])
        return Model(names, dict(zip(names, cases, strict=True)), assumed, np.array(x), self._table.given.y)
