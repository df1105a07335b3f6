"""Models: those of the R package, and those of a search so slow and plain that it can hardly be wrong."""

from __future__ import annotations

from functools import cache
from itertools import combinations, product

import numpy as np
import pandas as pd
import pytest

from pcc_data.analysis import qca
from pcc_data.analysis.qca.covers import minimal_covers
from tests.analysis.qca.lipset import CRISP, EXPECTED, FUZZY, sums

LC, LF = EXPECTED["LC"], EXPECTED["LF_incl_cut_0.8"]
ALL_PRESENT = dict.fromkeys(EXPECTED["conditions"], True)


@pytest.mark.parametrize(
    ("sets", "outcome", "cut", "kind", "expected"),
    [
        (CRISP, "SURV", 1, "conservative", LC["conservative"]),
        (CRISP, "SURV", 1, "parsimonious", LC["parsimonious"]),
        (CRISP, "~SURV", 1, "conservative", LC["negated_conservative"]),
        (CRISP, "~SURV", 1, "parsimonious", LC["negated_parsimonious"]),
        (FUZZY, "SURV", 0.8, "conservative", LF["conservative"]),
        (FUZZY, "SURV", 0.8, "parsimonious", LF["parsimonious"]),
        (FUZZY, "SURV", 0.8, "intermediate", LF["intermediate_all_conditions_present"]),
    ],
)
def test_models_are_those_of_the_r_package(sets, outcome, cut, kind, expected):
    found = qca.minimize(
        qca.truth_table(sets, outcome, incl_cut=cut), kind, ALL_PRESENT if kind == "intermediate" else None
    )
    assert str(found) == "\n".join(expected) and sums(found) == sums(expected) and found.complete


@pytest.mark.parametrize(
    ("sets", "cut", "kind", "expected"),
    [
        (CRISP, 1, "conservative", LC["conservative_fit"]),
        (FUZZY, 0.8, "conservative", LF["conservative_fit"]),
        (FUZZY, 0.8, "parsimonious", LF["parsimonious_fit"]),
        (FUZZY, 0.8, "intermediate", LF["intermediate_fit"]),
    ],
)
def test_fit_is_that_of_the_r_package(sets, cut, kind, expected):
    table = qca.truth_table(sets, "SURV", incl_cut=cut)
    (model,) = qca.minimize(table, kind, ALL_PRESENT if kind == "intermediate" else None).models
    fit = model.fit.round(3)
    for term, known in expected.get("terms", {}).items():
        assert {name: fit.at[term, name] for name in known} == known
    whole = {name: value for name, value in expected.items() if name != "terms"}
    assert {name: fit.at["(model)", name] for name in whole} == whole


def test_cases_and_assumptions_are_named():
    table = qca.truth_table(FUZZY, "SURV", incl_cut=0.8)
    (model,) = qca.minimize(table, "intermediate", ALL_PRESENT).models
    assert model.cases == {"DEV*URB*LIT*STB": ("BE", "CZ", "NL", "UK"), "DEV*LIT*~IND*STB": ("FI", "IE")}
    assert [table.term(row) for row in model.assumed] == ["DEV*URB*LIT*~IND*STB"]
    assert qca.minimize(table).assumed == ()


def test_no_expectation_leads_to_the_parsimonious_and_all_to_less():
    table = qca.truth_table(FUZZY, "SURV", incl_cut=0.8)
    assert sums(qca.minimize(table, "intermediate")) == sums(LF["parsimonious"])
    against = qca.minimize(table, "intermediate", {"URB": False, "IND": True})
    assert {*against.assumed} < {*qca.minimize(table, "parsimonious").assumed}


def test_what_contradicts_itself_is_named_and_can_be_kept_out():
    table = qca.truth_table(FUZZY, "SURV", incl_cut=0.8)
    one, other = qca.minimize(table, "parsimonious"), qca.minimize(table.negated(), "parsimonious")
    both = qca.contradictory_assumptions(one, other)
    assert both == tuple(sorted({*one.assumed} & {*other.assumed})) and both
    assert not {*qca.minimize(table, "parsimonious", exclude=both).assumed} & {*both}
    with pytest.raises(ValueError, match="its absence"):
        qca.contradictory_assumptions(one, one)


def test_all_equally_short_models_are_there():
    # The classical cyclic example: six rows, six prime implicants of two rows each, two ways to cover with three.
    on = [(0, 0, 0), (0, 0, 1), (0, 1, 1), (1, 1, 1), (1, 1, 0), (1, 0, 0)]
    sets = pd.DataFrame([(*row, int(row in on)) for row in product((0, 1), repeat=3)], columns=[*"ABC", "Y"])
    found = qca.minimize(qca.truth_table(sets, "Y"))
    assert [str(model) for model in found.models] == ["A*B + ~A*C + ~B*~C", "~A*~B + A*~C + B*C"]


def test_so_many_models_are_given_and_it_is_said_when_there_are_more():
    on = [(0, 0, 0), (0, 0, 1), (0, 1, 1), (1, 1, 1), (1, 1, 0), (1, 0, 0)]
    sets = pd.DataFrame([(*row, int(row in on)) for row in product((0, 1), repeat=3)], columns=[*"ABC", "Y"])
    found = qca.minimize(qca.truth_table(sets, "Y"), most=1)
    assert not found.complete and len(found.models) == 1


def test_everything_and_nothing():
    sets = pd.DataFrame({"A": [0, 1], "Y": [1, 1]})
    assert str(qca.minimize(qca.truth_table(sets, "Y"))) == "1"
    assert qca.minimize(qca.truth_table(sets, "~Y")).models == ()


@pytest.mark.parametrize(
    ("kind", "more", "word"),
    [
        ("parsimonius", {}, "parsimonious"),
        ("conservative", {"expect": {"DEV": True}}, "intermediate"),
        ("intermediate", {"expect": {"DEB": True}}, "DEV"),
        ("intermediate", {"expect": {"DEV": "yes"}}, "True"),
        ("parsimonious", {"exclude": [32]}, "remainders"),
        ("parsimonious", {"exclude": [33]}, "1 to 32"),
    ],
)
def test_wrong_arguments_are_told(kind, more, word):
    with pytest.raises(ValueError, match=word):
        qca.minimize(qca.truth_table(CRISP, "SURV"), kind, **more)


@cache
def rows_of(term):
    """The rows in which a term holds."""
    return frozenset(product(*((0, 1) if state == 2 else (state,) for state in term)))


def slowly(size, on, free):
    """All smallest sums of prime implicants for rows, by trying every term and every choice of them."""

    terms = [term for term in product((0, 1, 2), repeat=size) if rows_of(term) <= on | free]
    primes = [one for one in terms if rows_of(one) & on and not any(rows_of(one) < rows_of(other) for other in terms)]
    held = {one: rows_of(one) & on for one in primes}
    for count in range(len(on) + 1):
        found = [chosen for chosen in combinations(primes, count) if set().union(*(held[one] for one in chosen)) == on]
        if found:
            return {frozenset(chosen) for chosen in found}
    raise AssertionError


def as_terms(solution):
    """The models of a solution as sets of terms in figures: 1 present, 0 absent, 2 either."""
    names = solution.table.conditions

    def term(text):
        parts = text.split("*")
        return tuple(1 if name in parts else 0 if f"~{name}" in parts else 2 for name in names)

    return [frozenset(term(one) for one in model.terms) for model in solution.models]


@pytest.mark.parametrize("seed", range(10))
def test_random_truth_tables_give_the_models_of_a_slow_search(seed):
    # Fifty truth tables of one to four conditions each; every row has the outcome, has it not, or has no case.
    rng = np.random.default_rng(seed)
    for _ in range(50):
        size = int(rng.integers(1, 5))
        states = dict(
            zip(product((0, 1), repeat=size), rng.choice([0, 1, 2], 2**size, p=rng.dirichlet([2, 2, 2])), strict=True)
        )
        seen = [(*row, state) for row, state in states.items() if state < 2]
        table = qca.truth_table(pd.DataFrame(seen, columns=[*"ABCD"[:size], "Y"]), "Y")
        on, free = ({row for row, state in states.items() if state == wanted} for wanted in (1, 2))
        for kind, may in (("conservative", set()), ("parsimonious", free)):
            found = as_terms(qca.minimize(table, kind))
            assert len(found) == len(set(found)) and set(found) == (slowly(size, on, may) if on else set())


def test_covers_stop_at_so_many_and_say_so():
    pairs = [0b11] * 3 + [0b1100] * 3
    found, complete = minimal_covers(pairs, 0b1111)
    assert complete and found == [(one, other) for one in (0, 1, 2) for other in (3, 4, 5)]
    some, complete = minimal_covers(pairs, 0b1111, most=4)
    assert not complete and len(some) == 4 and {*some} <= {*found}
    with pytest.raises(ValueError, match="none of the sets"):
        minimal_covers([0b01], 0b11)


def noisy(cases):
    """Ten conditions, and an outcome that follows a formula but for one case in ten."""
    rng = np.random.default_rng(cases)
    sets = pd.DataFrame(rng.integers(0, 2, (cases, 10)), columns=[*"ABCDEFGHIJ"])
    return sets.assign(Y=(sets["A"] & sets["B"] | sets["C"] & (1 - sets["D"])) ^ (rng.random(cases) < 0.1))


def test_hundreds_of_cases_with_noise_are_done_and_no_model_is_longer_than_another():
    found = qca.minimize(qca.truth_table(noisy(300), "Y", incl_cut=0.8), "parsimonious")
    assert not found.complete and {len(model.terms) for model in found.models} == {22}
    assert len({str(model) for model in found.models}) == 1000
    intermediate = qca.minimize(qca.truth_table(noisy(150), "Y", incl_cut=0.8), "intermediate", most=50)
    assert len(intermediate.models) == 50 and not intermediate.complete


@pytest.mark.parametrize("seed", range(4))
def test_random_covers_are_those_of_a_slow_search(seed):
    rng = np.random.default_rng(seed)
    for _ in range(40):
        rows = 2 ** int(rng.integers(1, 9)) - 1
        sets = [int(one) & rows for one in rng.integers(0, 256, int(rng.integers(1, 12))) & rng.integers(0, 256, 1)]
        sets += [rows & ~sum({one & -one for one in sets})] if rng.random() < 0.8 else [rows]
        slow = next(
            found
            for size in range(len(sets) + 1)
            if (found := [c for c in combinations(range(len(sets)), size) if _union(sets, c) == rows])
            or size == len(sets)
        )
        if slow:
            assert minimal_covers(sets, rows) == (slow, True)
        else:
            with pytest.raises(ValueError, match="none of the sets"):
                minimal_covers(sets, rows)


def _union(sets, chosen):
    held = 0
    for at in chosen:
        held |= sets[at]
    return held


def test_what_is_out_of_reach_is_said(monkeypatch):
    monkeypatch.setattr(
        "pcc_data.analysis.qca.least_cover.Steps.__init__", lambda self, most=0: setattr(self, "_left", 3)
    )
    with pytest.raises(ValueError, match="fewer conditions"):
        qca.minimize(qca.truth_table(noisy(600), "Y", incl_cut=0.8), "parsimonious")


def test_ten_conditions_are_done_exactly():
    every = pd.DataFrame(list(product((0, 1), repeat=10)), columns=[*"ABCDEFGHIJ"])
    every["Y"] = every["A"] * every["B"] | (1 - every["C"])
    assert str(qca.minimize(qca.truth_table(every, "Y"))) == "~C + A*B"
    table = qca.truth_table(every.sample(24, random_state=1), "Y")
    found = qca.minimize(table, "parsimonious")
    for terms in as_terms(found):
        for state, rows in ((True, table.on), (False, table.off)):
            bits = [tuple(int(bit) for bit in f"{row - 1:010b}") for row in rows]
            held = [any(all(t in (2, b) for t, b in zip(term, row, strict=True)) for term in terms) for row in bits]
            assert held == [state] * len(rows)
        assert len(terms) <= 2
