"""What a truth table says in words, and what that rests on: cases, cut-offs, single cases, necessary conditions."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

import pandas as pd
from markupsafe import Markup

from pcc_data import charts
from pcc_data.analysis import qca
from pcc_data.analysis.qca.ready import ready_sets
from pcc_data.codes import load_codebook
from pcc_data.dataset.dataset import Dataset
from pcc_data.markup import details, items, joined, tag
from pcc_data.pages.table import table as html_table
from pcc_data.say import listed, say

CUTS = (0.75, 0.8, 0.85, 0.9, 1.0)
"""Cut-offs of inclusion that are tried."""
_SHOWN = 6  # models that are written out


class Asked(NamedTuple):
    """What was chosen: conditions, outcome, cut-offs and the kind of solution."""

    conditions: list[str]
    outcome: str
    least: int
    incl: float
    few: int
    kind: str


def configurations_told(data: Dataset, asked: Asked) -> Markup:
    """The picture, what it says in words, and what that rests on."""
    chart = charts.truth_table(data, asked.conditions, asked.outcome, asked.least, asked.incl, asked.few)
    sets = ready_sets(data, asked.conditions, asked.outcome, asked.least)
    if not len(sets.memberships):
        return joined(chart.html(), _rests(data, sets, None, asked))
    table = qca.truth_table(sets.memberships, sets.outcome, incl_cut=asked.incl, n_cut=asked.few)
    found = qca.minimize(table, asked.kind, _expected(asked))
    parts = (
        _words(data, found, asked),
        _rests(data, sets, table, asked),
        _without_each(data, sets, found, asked),
        _other_cuts(sets, asked),
        _necessary(sets, asked),
    )
    return joined(chart.html(), *parts)


def _expected(asked: Asked) -> dict[str, bool] | None:
    return dict.fromkeys(asked.conditions, True) if asked.kind == "intermediate" else None


def _phrases(term: str) -> str:
    """A term in words: "its people decide and it has had time"."""
    if term == "1":
        return say("configurations.anything")
    parts = term.split("*")
    return listed(say(f"configurations.{'no' if part[0] == '~' else 'yes'}-{part.removeprefix('~')}") for part in parts)


def _called(data: Dataset, cases: Iterable[str]) -> str:
    return "; ".join(str(data.cases.at[case, "name"]) for case in cases)


def _words(data: Dataset, found: qca.Solution, asked: Asked) -> Markup:
    """The models in words, each term with its fit and its cases."""
    told = {"outcome": load_codebook().label(f"outcomes.{asked.outcome}"), "least": str(asked.least)}
    count = len(found.models)
    parts = [
        tag("h3", say("configurations.in-words", kind=say(f"configurations.kind-{asked.kind}"))),
        tag("p", say("configurations.models", n=count, all=found.complete, cut=f"{asked.incl:.2f}", **told)),
    ]
    for at, model in enumerate(found.models[:_SHOWN], start=1):
        whole = model.fit.iloc[-1]
        entries = [_term(data, model, term) for term in model.terms]
        fit = say(
            "configurations.fit", terms=len(model.terms), incl=f"{whole['inclS']:.2f}", cov=f"{whole['covS']:.2f}"
        )
        head = say("configurations.model", n=str(at), count=count, terms=len(model.terms))
        taken = [" ", say("configurations.assumed", n=len(model.assumed))] if model.assumed else []
        parts += [tag("p", tag("b", head)), items(entries), tag("p", fit, *taken)]
    if count > _SHOWN:
        parts.append(tag("p", say("configurations.more", n=count - _SHOWN)))
    if asked.kind != "conservative" and found.models:
        parts.append(_contradictions(found, asked))
    return joined(parts)


def _term(data: Dataset, model: qca.Model, term: str) -> Markup:
    fit, cases = model.fit.loc[term], model.cases[term]
    numbers = {name: f"{fit[key]:.2f}" for name, key in (("incl", "inclS"), ("pri", "PRI"), ("cov", "covS"))}
    alone = f"{fit['covU']:.2f}"
    return joined(
        say("configurations.says", words=_phrases(term)),
        " ",
        tag("span", say("configurations.term", n=len(cases), alone=alone, **numbers), css="pcc-quiet"),
        details(say("configurations.cases"), tag("p", _called(data, cases)), key=f"term:{term}"),
    )


def _contradictions(found: qca.Solution, asked: Asked) -> Markup:
    """Combinations without a case that are taken for the outcome and for its absence alike."""
    other = qca.minimize(found.table.negated(), asked.kind, _other_way(asked))
    both = qca.contradictory_assumptions(found, other)
    said = tag("p", say("configurations.contradictory", n=len(both)))
    return joined(said, items(_phrases(found.table.term(row)) for row in both)) if both else said


def _other_way(asked: Asked) -> dict[str, bool] | None:
    """What is expected of the outcome's absence: the absence of each condition."""
    return dict.fromkeys(asked.conditions, False) if asked.kind == "intermediate" else None


def _rests(data: Dataset, sets: qca.Sets, table: qca.TruthTable | None, asked: Asked) -> Markup:
    """What the result rests on: how many cases, who is missing, how they were chosen."""
    gone, blind = sets.left_out, sets.without_outcome
    codes = [str(case) for case in gone.index if case not in blind]
    parts = [
        say("configurations.rests", n=len(sets.memberships), total=len(data)),
        say("configurations.no-rating", n=len(blind)),
        say("configurations.no-code", n=len(codes)),
        say("configurations.chosen"),
    ]
    named = [("blind", blind), ("codes", codes)]
    if table is not None:
        alone, half = int((table.table["n"] == 1).sum()), list(table.undecided)
        spread = {"possible": 2 ** len(asked.conditions), "rows": len(table.table), "alone": alone}
        parts.insert(1, say("configurations.spread", n=len(sets.memberships), **spread))
        parts.append(say("configurations.contradict", n=int(table.table["contradictory"].sum())))
        parts.append(say("configurations.half", n=len(half)))
        named.append(("half", half))
    lists = [
        details(say(f"configurations.named-{key}", n=len(cases)), tag("p", _called(data, cases)), key=f"named:{key}")
        for key, cases in named
        if cases
    ]
    return joined(tag("h3", say("configurations.rests-on")), items(parts), *lists)


def _without_each(data: Dataset, sets: qca.Sets, found: qca.Solution, asked: Asked) -> Markup:
    """Which cases change the sentences when they are taken out."""
    tried = qca.without_each(
        sets.memberships, sets.outcome, incl_cut=asked.incl, n_cut=asked.few, kind=asked.kind, expect=_expected(asked)
    )
    turning = tried.index[~tried["same"]]
    said = tag("p", say("configurations.less", n=len(turning), total=len(tried), models=len(found.models)))
    rows = [(str(data.cases.at[case, "name"]), _models(tried.at[case, "models"])) for case in turning]
    head = tag("h3", say("configurations.less-one"))
    if not rows:
        return joined(head, said)
    heads = [say("configurations.without"), say("configurations.then")]
    return joined(head, said, details(say("configurations.show-less"), html_table(heads, rows), key="less"))


def _models(texts: Iterable[str]) -> Markup:
    """Models in words, one a line; that there is none, where there is none."""
    lines = [say("configurations.or").join(_phrases(term) for term in text.split(" + ")) for text in texts]
    if not lines:
        return joined(say("configurations.none-left"))
    more = [say("configurations.more", n=len(lines) - 2)] if len(lines) > 2 else []
    return joined(tag("div", line) for line in [*lines[:2], *more])


def _other_cuts(sets: qca.Sets, asked: Asked) -> Markup:
    """The sentences at other cut-offs."""
    found = qca.by_cut_off(
        sets.memberships, sets.outcome, None, CUTS, sorted({1, asked.few}), asked.kind, expect=_expected(asked)
    )
    rows = []
    for (incl, few), part in found.groupby(["incl_cut", "n_cut"], sort=True):
        first = part.iloc[0]
        texts = [] if pd.isna(first["model"]) else list(part["model"])
        rows.append((f"{incl:.2f}", str(few), say("of", n=int(first["rows"]), total=int(first["of"])), _models(texts)))
    heads = [say(f"configurations.{key}") for key in ("incl", "few", "rows", "then")]
    return details(say("configurations.other-cuts"), html_table(heads, rows), key="cuts")


def _necessary(sets: qca.Sets, asked: Asked) -> Markup:
    """Inclusion, relevance and coverage of each condition as a necessary one."""
    found = qca.necessity(sets.memberships, sets.outcome)
    rows = []
    for name, fit in found.iterrows():
        called = say(f"configurations.set-{str(name).removeprefix('~')}")
        label = say("configurations.absent", name=called) if str(name).startswith("~") else called
        rows.append((label, *("–" if pd.isna(value) else f"{value:.2f}" for value in fit)))
    heads = [say(f"configurations.{key}") for key in ("set", "incl-n", "ron", "cov-n")]
    told = tag("p", say("configurations.necessary", outcome=load_codebook().label(f"outcomes.{asked.outcome}")))
    return details(say("configurations.necessity"), joined(told, html_table(heads, rows)), key="necessity")
