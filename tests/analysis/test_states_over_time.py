"""States over years, changes, and what is on record before them, held to records and to counts made another way."""

from __future__ import annotations

import pandas as pd
import pytest

from pcc_data.analysis.states_over_time import (
    UNKNOWN,
    ages_last_seen,
    before_changes,
    before_other_years,
    changes,
    fields_with_spells,
    states_over_time,
)

SAN_JUAN = "san-juan-cano-martin-pena-clt"
BOGOTA = "bogota-peasant-markets"


def spans(frame: pd.DataFrame) -> list[tuple]:
    return list(frame[["code", "from", "to", "told"]].itertuples(index=False, name=None))


def test_states_of_a_case_with_a_gap_and_an_open_end(data):
    seen = data.cases.at[SAN_JUAN, "status_as_of"]
    assert spans(states_over_time(data.only([SAN_JUAN]))) == [
        ("active", 2002, 2009, True),
        ("contested", 2009, 2013, True),
        ("active", 2013, seen, False),
    ]
    start = data.cases.at[BOGOTA, "start_year"]
    assert spans(states_over_time(data.only([BOGOTA]), "roles.governance"))[:2] == [
        (UNKNOWN, start, 2007, True),
        ("shared", 2007, 2016, True),
    ]


def test_years_after_the_last_spell_are_not_found_but_not_those_after_an_end(data):
    pier = "hastings-peoples-pier"
    found = states_over_time(data.only([pier]), "roles.governance")
    assert spans(found)[-1] == ("third_party", 2017, 2018, True)
    assert data.cases.at[pier, "end_year"] == 2018 < data.cases.at[pier, "status_as_of"]
    goes_on = data.only([pier])
    later = goes_on.cases.assign(end_year=pd.array([pd.NA], dtype="Int64"))
    object.__setattr__(goes_on, "cases", later)
    assert spans(states_over_time(goes_on, "roles.governance"))[-1] == (
        UNKNOWN,
        2018,
        later["status_as_of"].iloc[0],
        True,
    )


def test_every_spell_of_the_table_is_a_state(data):
    for field in fields_with_spells(data):
        states = states_over_time(data, field)
        known = states[states["code"] != UNKNOWN]
        spells = data.spells[data.spells["field"] == field]
        assert set(zip(known["case"], known["code"], known["from"], strict=True)) == set(
            zip(spells["case"], spells["code"], spells["from"], strict=True)
        )
        assert (states["to"] >= states["from"]).all()
        assert len(changes(data, field)) == len(spells) - spells["case"].nunique()


def test_events_before_a_change_are_those_of_the_record(data):
    found = changes(data.only([SAN_JUAN]))
    assert list(found[["year", "before", "after"]].itertuples(index=False, name=None)) == [
        (2009, "active", "contested"),
        (2013, "contested", "active"),
    ]
    near = before_changes(data.only([SAN_JUAN]), years=5)
    events = data.events[data.events["case"] == SAN_JUAN]
    for change, year in ((0, 2009), (1, 2013)):
        told = events[events["year"].between(year - 5, year)]
        part = near[near["change"] == change]
        assert sorted(part["label"]) == sorted(told["label"]) and len(told)
        assert list(part["gap"]) == list(year - part["year"])


@pytest.mark.parametrize("years", [1, 3])
def test_other_years_are_counted_as_by_hand(data, years):
    table = before_other_years(data, years=years)
    found = changes(data)
    told = {(case, year) for case, year in zip(found["case"], found["year"], strict=True)}
    events = data.events[data.events["type"] == "conflict"].dropna(subset="year")
    held = {(row.case, int(row.year)) for row in events.itertuples()}

    def earlier(case: str, year: int) -> bool:
        return any((case, year - gap) in held for gap in range(1, years + 1))

    cases = data.cases.loc[sorted(set(found["case"]))]
    others = [
        (case, year)
        for case, row in cases.iterrows()
        for year in range(row["start_year"] + 1, row["status_as_of"] + 1)
        if (case, year) not in told
    ]
    row = table.loc["conflict"]
    assert row["before"] == sum(earlier(*one) for one in told) and row["changes"] == len(told)
    assert row["other_before"] == sum(earlier(*one) for one in others) and row["others"] == len(others)


def test_ages_at_the_end_and_when_last_seen(data):
    found, cases = ages_last_seen(data), data.cases
    assert set(found.index[found["ended"]]) == set(cases.index[cases["status"] == "ended"])
    assert found.at["toronto-windshare-turbine", "age"] == 2022 - 1999
    assert found.at[SAN_JUAN, "age"] == cases.at[SAN_JUAN, "status_as_of"] - 2002
    lost = data.only(["toronto-windshare-turbine"])
    object.__setattr__(lost, "cases", lost.cases.assign(end_year=pd.array([pd.NA], dtype="Int64")))
    assert pd.isna(ages_last_seen(lost)["age"].iloc[0])  # an end without a year is no age when last seen


def test_no_case_and_no_such_field(data):
    none = data.only([])
    assert not len(states_over_time(none)) and not len(changes(none)) and not len(before_changes(none))
    assert before_other_years(none)[["before", "others"]].to_numpy().sum() == 0
    with pytest.raises(ValueError, match="sector"):
        states_over_time(data, "sector")
    with pytest.raises(ValueError, match="from 1 to 50"):
        before_changes(data, years=0)
