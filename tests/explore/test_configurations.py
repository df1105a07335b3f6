"""The explorer of configurations says what its result rests on, where the result stands."""

from __future__ import annotations

import re
from html import unescape

import pytest

from pcc_data import explore
from pcc_data.analysis import qca
from pcc_data.analysis.qca.ready import CONDITIONS, OPENING, ready_sets


def text(html: str) -> str:
    plain = re.sub(r"(?s)<svg.*?</svg>|<[^>]+>", " ", html)
    return re.sub(r"\s+", " ", unescape(plain))


@pytest.fixture(scope="module")
def opened(data):
    return explore.configurations(data)


def test_the_words_are_those_of_the_models(data, opened):
    opened.start_again()
    sets = ready_sets(data)
    (model,) = qca.minimize(qca.truth_table(sets.memberships, sets.outcome, incl_cut=0.8)).models
    said = text(opened.picture.html)
    assert f"One of these {len(model.terms)}:" in said
    for term in model.terms:
        fit = model.fit.loc[term]
        numbers = [f"{fit[key]:.2f}" for key in ("inclS", "PRI", "covS", "covU")]
        told = "Inclusion {}, PRI {}; covers {} of the outcome, {} of it alone".format(*numbers)
        assert told in said and all(data.cases.at[case, "name"] in said for case in model.cases[term])


def test_what_it_rests_on_stands_beside_it(data, opened):
    opened.set(outcome="social_inclusion")
    sets = ready_sets(data, outcome="social_inclusion")
    said = text(opened.picture.html)
    assert f"{len(sets.memberships)} cases, of {len(data)} in the selection" in said
    assert f"Missing outcomes: {len(sets.without_outcome)} cases have no rating" in said
    assert all(data.cases.at[case, "name"] in said for case in sets.without_outcome)
    for case in qca.half_members(sets.memberships):
        assert data.cases.at[case, "name"] in said.split("membership of exactly 0.5 (")[1]
    tried = qca.without_each(sets.memberships, sets.outcome, incl_cut=0.8)
    assert f"Take out one of the {len(tried)} cases: for {(~tried['same']).sum()} of them" in said
    opened.start_again()


def test_empty_rows_that_were_taken_for_granted_are_counted(data, opened):
    opened.set(kind="parsimonious")
    sets = ready_sets(data)
    table = qca.truth_table(sets.memberships, sets.outcome, incl_cut=0.8)
    found = qca.minimize(table, "parsimonious")
    both = qca.contradictory_assumptions(found, qca.minimize(table.negated(), "parsimonious"))
    said = text(opened.picture.html)
    assert "without enough cases" in said or not found.models[0].assumed
    assert ("taken for the outcome and for its absence alike" in said) and (not both or "Both cannot be true" in said)
    opened.start_again()


def test_without_a_condition_it_asks_for_one(opened):
    opened.set(**{f"condition_{at}": "" for at in range(5)})
    assert "Choose at least one condition." in text(opened.picture.html)
    opened.start_again()


def test_wrong_arguments_are_told(data):
    with pytest.raises(ValueError, match="1 to 5"):
        explore.configurations(data, [*CONDITIONS][:6])
    with pytest.raises(ValueError, match="decides"):
        explore.configurations(data, ["decide"])
    with pytest.raises(ValueError, match="conservative"):
        explore.configurations(data, OPENING, kind="conservativ")
