"""What the collection holds and where it is empty."""

from __future__ import annotations

from dataclasses import replace

from pcc_data.analysis.coverage import begun_by_span, by_status_and_end, only_in, sources_counted


def test_sources_are_counted_by_language_and_kind(data):
    found, sources = sources_counted(data), data.sources
    for of in ("language", "kind"):
        part = found[found["of"] == of]
        assert part["sources"].sum() == len(sources)
        for row in part.itertuples():
            there = sources[sources[of] == row.code]
            assert (row.sources, row.cases) == (len(there), there["case"].nunique())
    assert found.loc[found["of"] == "language", "sources"].is_monotonic_decreasing


def test_a_case_is_read_in_one_language_only_where_all_its_sources_are(data):
    part = data.only(data.cases.index[:3])
    first, second, third = part.cases.index
    at = {first: "en", second: "nl", third: "en"}
    sources = part.sources.assign(language=part.sources["case"].map(at))
    assert list(only_in(replace(part, sources=sources), "en")) == [True, False, True]
    mixed = sources[sources["case"] != third].copy()
    mixed.loc[mixed.index[0], "language"] = "nl"
    assert not only_in(replace(part, sources=mixed), "en").any()


def test_cases_are_told_by_status_and_ended_ones_by_their_reason(data):
    found = by_status_and_end(data)
    assert sum(map(len, found["status"].values())) == len(data)
    assert sum(map(len, found["end_reason"].values())) == len(found["status"]["ended"])
    for code, cases in found["end_reason"].items():
        reasons = data.cases.loc[cases, "end_reason"]
        assert reasons.isna().all() if code == "not_found" else set(reasons) <= {code}
    assert "not_found" not in by_status_and_end(data.filter(status="active"))["end_reason"]


def test_spans_of_years_run_on_to_the_newest_year_with_their_gaps(data):
    part = data.only(data.cases.index[:4])
    cases = part.cases.assign(start_year=[1993, 1994, 2004, None], status_as_of=2011)
    cases["start_year"] = cases["start_year"].astype("Int64")
    found = begun_by_span(replace(part, cases=cases), 5)
    assert {year: len(ids) for year, ids in found.items()} == {1990: 2, 1995: 0, 2000: 1, 2005: 0, 2010: 0}
    assert list(found[2000]) == [cases.index[2]]
    assert begun_by_span(part.only([]), 5) == {}
