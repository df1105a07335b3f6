"""What two people coded of a case, side by side: first what they part on with both reasons, then how far they agree."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pandas as pd
from markupsafe import Markup

from pcc_data.analysis.agreement import ALL, agreement
from pcc_data.codes import load_codebook, said
from pcc_data.dataset.dataset import Dataset
from pcc_data.markup import details, items, joined, own, say_html, tag
from pcc_data.pages.card import Card
from pcc_data.pages.csv_link import csv_link
from pcc_data.pages.table import table
from pcc_data.say import say

LEAST = 5
"""With fewer cases no alpha is told."""
FILE = "my_codings.csv"
Told = Mapping[str, list[str]]


def both_coders(
    data: Dataset,
    case: str,
    answers: Mapping[str, Any],
    codings: pd.DataFrame,
    fields: list[str],
    names: Mapping[str, str],
) -> Markup:
    """The comparison of one case, and how far both agree in all cases so far (`codings`)."""
    head = tag("h3", Card(data, case).title())
    mine: list[Told] = [answers.get(case, {}).get(coder, {}) for coder in names]
    done = [[field for field in fields if told.get(field, [""])[0]] for told in mine]
    both = [field for field in fields if all(field in there for there in done)]
    if not both:
        first, second = names.values()
        counts = {"n": len(done[0]), "m": len(done[1]), "total": len(fields)}
        said_so = say("code-blind.nobody", first=first, second=second, **counts)
        return joined(head, tag("p", said_so, role="status"), _kept(codings))
    apart = [field for field in both if mine[0][field][0] != mine[1][field][0]]
    same = [field for field in both if field not in apart]
    parts = [head, tag("h4", say("code-blind.apart", n=len(apart), total=len(both)), role="status")]
    if len(both) < len(fields):
        parts.append(tag("p", say("code-blind.only-both", n=len(both), total=len(fields)), css="pcc-quiet"))
    if apart:
        parts += [tag("p", say("code-blind.settle")), items([_parted(field, mine, names) for field in apart])]
    if same:
        parts += [tag("h4", say("code-blind.same")), items([_shared(field, mine) for field in same])]
    record = Card(data, case).facts(tuple(both))
    parts += [tag("h4", say("code-blind.agreement")), _agreement(codings)]
    return joined(parts, details(say("code-blind.collection"), record, key="collection"), _kept(codings))


def _label(field: str, code: str) -> str:
    book = load_codebook()
    return book.label(field, code) if code in book.codes(field) else say("code-blind.not-found")


def _parted(field: str, mine: list[Told], names: Mapping[str, str]) -> Markup:
    """A field on which both part: its definition, both codes with what they mean, and both reasons."""
    book, rows = load_codebook(), []
    for name, told in zip(names.values(), mine, strict=True):
        code, reason = told[field]
        means = said(book.codes(field)[code].definition) if code in book.codes(field) else ""
        why = own(reason) if reason.strip() else tag("span", say("code-blind.no-reason"), css="pcc-nothing")
        line = tag("b", say("code-blind.says", who=name, code=_label(field, code)))
        rows.append(joined(line, " ", tag("span", means, css="pcc-quiet"), tag("br"), why))
    return joined(tag("b", book.label(field)), ". ", said(book.field(field).definition), items(rows))


def _shared(field: str, mine: list[Told]) -> Markup:
    """A field on which both agree, with the reasons that were written."""
    reasons = [own(told[field][1]) for told in mine if told[field][1].strip()]
    label = load_codebook().label(field)
    return joined(tag("b", label), ": ", _label(field, mine[0][field][0]), items(reasons) if reasons else "")


def _agreement(codings: pd.DataFrame) -> Markup:
    """How often both chose the same code, and from five cases on alpha with its interval, of each field and of all."""
    wide = codings.assign(value=codings["value"].fillna("")).pivot(
        index=["case", "field"], columns="coder", values="value"
    )
    wide = wide.dropna()
    cases, same = wide.index.get_level_values("case").nunique(), int((wide.nunique(axis=1) == 1).sum())
    told = [tag("p", say("code-blind.so-far", n=cases, same=same, total=len(wide)))]
    if cases < LEAST:
        return joined(told, tag("p", say("code-blind.few", least=LEAST)))
    found = agreement(codings, overall=True)
    whole, book = found.loc[ALL], load_codebook()
    ends = {name: f"{whole[name]:.2f}" for name in ("alpha", "low", "high")}
    told.append(tag("p", say("code-blind.undefined" if pd.isna(whole["alpha"]) else "code-blind.alpha", **ends)))
    heads = [say(f"code-blind.{name}") for name in ("field", "cases", "agree", "alpha-short", "interval")]
    rows = [
        (book.label(str(field)), str(row["units"]), _number(row["agree"]), _number(row["alpha"]), _span(row))
        for field, row in found.drop(ALL).iterrows()
    ]
    return joined(told, tag("div", table(heads, rows), css="pcc-table"))


def _number(value: float) -> str:
    return "–" if pd.isna(value) else f"{value:.2f}"


def _span(row: pd.Series) -> str:
    return "–" if pd.isna(row["low"]) else f"{row['low']:.2f} – {row['high']:.2f}"


def _kept(codings: pd.DataFrame) -> Markup:
    """A link that saves the codes; nothing is written here."""
    return tag("p", csv_link(codings, FILE, say("code-blind.keep")), " ", say_html("code-blind.kept"))
