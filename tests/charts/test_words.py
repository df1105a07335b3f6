"""Words for titles: a superlative is true of one, or the tie is told. Recounted with plain pandas over every filter of
one field."""

from __future__ import annotations

import pandas as pd
import pytest

import pcc_data as pcc
from pcc_data.analysis import outcome_profile
from pcc_data.analysis.code_counts import ENOUGH, code_counts
from pcc_data.charts import _outcome_profile as profiles
from pcc_data.charts import _role_matrix as matrix
from pcc_data.charts._kit import counted
from pcc_data.say import edges, number, of_cases, tied, tied_shares
from pcc_data.tables.spec import DOMAINS, ROLES

BOOK = pcc.codebook
TABLES = [
    ("instruments", "code", "public_instruments"),
    ("contributions", "code", "community_contributions"),
    ("challenges", "theme", "challenges.theme"),
    ("lessons", "theme", "lessons.theme"),
]


@pytest.fixture(scope="module")
def parts(data):
    """The cases of every code of every coded field, and all of them."""
    fields = [name for name in data.cases.columns if isinstance(data.cases[name].dtype, pd.CategoricalDtype)]
    some = {(field, code): data.filter({field: code}) for field in fields for code in BOOK.codes(field)}
    return {("all", ""): data, **{key: part for key, part in some.items() if len(part)}}


def extremes(shares):
    """Names with the largest and with the smallest share, by plain comparison of every pair; counts and totals stay
    whole."""
    first = {name for name, (a, n) in shares.items() if all(a * m >= b * n for b, m in shares.values())}
    last = {name for name, (a, n) in shares.items() if all(a * m <= b * n for b, m in shares.values())}
    return first, last


def told(names, text, noun):
    """Whether a text names one or two, or counts more."""
    return all(name in text for name in names) if len(names) < 3 else f"{number(len(names))} {noun}" in text


def test_edges_and_ties():
    assert edges({"a": (1, 2), "b": (2, 4), "c": (0, 3)}) == (["a", "b"], ["c"])
    assert edges({"a": (1, 2), "b": (2, 4)}) == edges({}) == ([], [])
    assert tied(["a", "b"], "n-roles") == "a and b" and tied(["a", "b", "c"], "n-roles") == "three roles"
    shares = {"a": (1, 2), "b": (2, 4), "c": (3, 6), "d": (3, 6)}
    assert tied_shares(shares, ["a", "b"], "n-roles") == "a (1 of 2, fewer than three cases) and b (2 of 4)"
    assert tied_shares(shares, ["b", "c", "d"], "n-roles") == "three roles (2 of 4 or 3 of 6)"
    assert tied_shares(dict.fromkeys("abc", (3, 6)), ["a", "b", "c"], "n-roles") == "three roles (each 3 of 6)"
    assert (of_cases(1, 1), of_cases(4, 7)) == ("1 of 1 case (fewer than three)", "4 of 7 cases")


@pytest.mark.parametrize(("table", "column", "field"), TABLES, ids=[row[0] for row in TABLES])
@pytest.mark.parametrize("by", [None, "ownership_model", "sector"])
def test_the_most_common_is_one_or_the_tie_is_told(parts, table, column, field, by):
    for where, part in parts.items():
        title, text = counted._said(*code_counts(part, table, column, field, by), "What", field, by, len(part))
        found = part.tables[table].drop_duplicates(["case", column])[column].astype(str).value_counts()
        counts = {BOOK.label(field, code).lower(): (int(found.get(code, 0)), len(part)) for code in BOOK.codes(field)}
        first, last = extremes(counts)
        if first == last:
            assert "most common" not in title, (where, title)
        else:
            said = title.split(" the most common")[0]
            assert said.endswith(" is" if len(first) == 1 else " are") and told(first, said, "of them"), (where, title)
        assert "0 of 0" not in title + text


@pytest.mark.parametrize(("table", "column", "field"), TABLES, ids=[row[0] for row in TABLES])
def test_the_widest_gap_is_one_or_the_tie_is_told(parts, table, column, field):
    by = "sector"
    for where, part in parts.items():
        title, text = counted._said(*code_counts(part, table, column, field, by), "What", field, by, len(part))
        sizes = part.cases[by].astype(str).value_counts()
        pairs = part.tables[table][["case", column]].drop_duplicates().astype(str)
        shares = pd.crosstab(pairs[column], pairs["case"].map(part.cases[by].astype(str)))
        shares = shares.reindex(columns=sizes.index[sizes >= ENOUGH], fill_value=0).reindex(
            list(BOOK.codes(field)), fill_value=0
        )
        gaps = (shares / sizes).reindex(columns=shares.columns).agg(lambda row: row.max() - row.min(), axis=1).round(9)
        widest = {BOOK.label(field, code).lower() for code in gaps.index[gaps == gaps.max()]}
        if shares.shape[1] < 2 or not gaps.max():
            assert "widest" not in title, (where, title)
        else:
            assert told(widest, title.split("widest apart on ")[1], "of them") and all(
                name in text for name in widest
            ), (where, title)


@pytest.mark.parametrize("by", ["ownership_model", "sector"])
def test_outcomes_rated_most_and_least_often_are_one_or_the_tie_is_told(parts, by):
    for where, part in parts.items():
        title, _ = profiles._said_all(outcome_profile.outcome_profile(part, by), by)
        ratings = part.outcomes.assign(rating=part.outcomes["rating"].astype("Int64")).dropna(subset="rating")
        known = {domain: ratings.loc[ratings["domain"] == domain, "rating"] for domain in DOMAINS}
        shares = {
            BOOK.label(f"outcomes.{domain}").lower(): (int((found > 1).sum()), len(found))
            for domain, found in known.items()
            if len(found) >= 3 and BOOK.field(f"outcomes.{domain}").reliable
        }
        first, last = extremes(shares)
        if first == last:
            assert "most often" not in title and "least often" not in title, (where, title)
        else:
            most, least = title.split("least often: ")
            assert told(first, most, "outcomes") and told(last, least, "outcomes"), (where, title)


def test_roles_held_most_often_are_one_or_the_tie_is_told(parts):
    for where, part in parts.items():
        title, text = matrix._said(part)
        assert "0 of 0" not in title + text
        for holder in ("public", "community", "shared"):
            columns = {role: part.cases[f"roles.{role}"].astype(str) for role in ROLES}
            shares = {
                BOOK.label(f"roles.{role}").lower(): (int((found == holder).sum()), int((found != "unknown").sum()))
                for role, found in columns.items()
                if (found != "unknown").any()
            }
            first, last = extremes(shares)
            said = matrix._holds(holder, shares)
            assert said in text or said[0].upper() + said[1:] in text, (where, text)
            if first == last:
                assert "most often" not in said, (where, said)
            else:
                assert told(first, said, "roles"), (where, said)
