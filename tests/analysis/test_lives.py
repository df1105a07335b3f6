"""The life of a case in years."""

from __future__ import annotations

from dataclasses import replace

import pandas as pd

from pcc_data.analysis.lives import lives


def test_a_life_begins_with_the_start_or_the_first_event_and_ends_with_the_end_or_the_newest_source(data):
    part = data.only(data.cases.index[:3])
    ids = list(part.cases.index)
    years = pd.DataFrame({"start_year": [1990, None, None], "end_year": [2001, None, None]}, ids).astype("Int64")
    cases = part.cases.assign(**years, status_as_of=pd.array([2020] * 3, "Int64"), status="active")
    cases["status"] = cases["status"].astype(part.cases["status"].dtype)
    events = part.events.iloc[:2].assign(case=ids[1], year=pd.array([2004, 1998], "Int64"))
    found = lives(replace(part, cases=cases, events=events), "status").loc[ids]
    assert list(found["from"]) == [1990, 1998, 2020] and list(found["until"]) == [2001, 2020, 2020]
    assert list(found["events"]) == [0, 2, 0] and found.at[ids[1], "last"] == 2004


def test_lives_stand_by_group_and_then_by_when_they_begin(data):
    found = lives(data, "sector")
    assert list(found["group"].cat.codes) == sorted(found["group"].cat.codes)
    assert all(list(part["from"]) == sorted(part["from"]) for _, part in found.groupby("group", observed=True))
    assert found["events"].sum() == len(data.events)
