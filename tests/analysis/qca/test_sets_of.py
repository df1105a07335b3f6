from __future__ import annotations

import pandas as pd
import pytest

from pcc_data.analysis import qca
from pcc_data.analysis.qca.ready import CONDITIONS, OPENING, OUTCOMES, ready_sets

LASTS = {"lasts": ("outcomes.durability", 2)}


def test_memberships_are_those_that_the_codes_say(data):
    levels = {"inform": 0, "consult": 0.2, "involve": 0.4, "collaborate": 0.8, "empower": 1}
    chosen = {
        "decides": ("decision_right", ["co_decides", "decides"]),
        "level": ("participation_level", levels),
        "old": qca.crisp(data.cases["start_year"], 2000, below=True),
    }
    found = qca.sets_of(data, chosen, LASTS)
    ratings = data.outcomes[data.outcomes["domain"] == "durability"].set_index("case")["rating"]
    for case, row in found.memberships.iterrows():
        code = data.cases.loc[case]
        assert row["decides"] == float(code["decision_right"] in ("co_decides", "decides"))
        assert row["level"] == levels[code["participation_level"]] and row["old"] == float(code["start_year"] < 2000)
        assert row["lasts"] == float(ratings[case] >= 2)
    assert found.conditions == ("decides", "level", "old") and len(found.left_out) + len(found.memberships) == len(data)
    gone = data.cases["decision_right"].isna() | data.cases["participation_level"].isna() | ratings.isna()
    assert {*found.left_out.index} == {*data.cases.index[gone]}
    assert found.without_outcome == list(ratings.index[ratings.isna()])


def test_a_code_that_says_not_found_is_no_membership(data):
    found = qca.sets_of(data, {"money": ("roles.capital", ["public", "shared"])}, LASTS)
    unknown = data.cases.index[data.cases["roles.capital"] == "unknown"]
    assert len(unknown) and found.left_out.loc[unknown, "money"].all()


@pytest.mark.parametrize("outcome", OUTCOMES)
def test_ready_conditions_rest_on_codes_that_exist(data, outcome):
    for name, (field, codes) in CONDITIONS.items():
        found = ready_sets(data, [name], outcome)
        if codes:
            held = data.cases.loc[found.memberships.index, field].isin(codes)
            assert found.memberships[name].tolist() == held.astype(float).tolist()
    assert set(OPENING) <= set(CONDITIONS)


def test_who_has_had_time_is_fuzzy_and_ten_years_are_one_half(data):
    found = ready_sets(data, ["time"]).memberships["time"]
    years = data.cases["end_year"].fillna(data.cases["status_as_of"]) - data.cases["start_year"]
    assert {*found.index[found == 0.5]} == {*years.index[years == 10]} & {*found.index}
    assert found.rank().tolist() == years[found.index].astype(float).rank().tolist()


@pytest.mark.parametrize(
    ("conditions", "outcome", "word"),
    [
        ({}, {}, "One outcome"),
        ({"lasts": ("scale", ["project"])}, LASTS, "as well"),
        ({"a": ("scales", ["project"])}, LASTS, "scale"),
        ({"a": ("scale", ["projects"])}, LASTS, "project"),
        ({"a": ("name", ["projects"])}, LASTS, "no codes"),
        ({"a": ["project"]}, LASTS, "a field with its codes"),
        ({"a": ("scale", {"project": 2})}, LASTS, "0 to 1"),
        ({"a": pd.Series({"x": 2.0})}, {"y": ("outcomes.durability", 4)}, "4"),
        ({"a": ("scale", ["project"])}, {"y": ("outcomes.duration", 2)}, "durability"),
        ({"a": ("scale", ["project"])}, {"y": ("durability", 2)}, "Allowed: .*outcomes.durability"),
    ],
)
def test_wrong_arguments_are_told(data, conditions, outcome, word):
    with pytest.raises(ValueError, match=word):
        qca.sets_of(data, conditions, outcome)


def test_ready_sets_are_one_to_five(data):
    with pytest.raises(ValueError, match="1 to 5"):
        ready_sets(data, list(CONDITIONS)[:6])
    with pytest.raises(ValueError, match="1 to 5"):
        ready_sets(data, [])
