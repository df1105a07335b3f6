"""What the collection holds and where it is empty."""

from __future__ import annotations

import pytest

import pcc_data as pcc
from pcc_data.teaching import teaching

VIEWS = ["places", "sources", "failures", "years"]


def test_places_count_empty_cells(data):
    chart, cases = pcc.charts.coverage(data, "places"), data.cases
    empty = 0
    for region in pcc.codebook.codes("world_region"):
        for sector in pcc.codebook.codes("sector"):
            count = int(((cases["world_region"] == region) & (cases["sector"] == sector)).sum())
            empty += not count
            assert (
                chart.table.at[pcc.codebook.label("world_region", region), pcc.codebook.label("sector", sector)]
                == count
            )
    assert chart.title.startswith(f"{empty} of 36 places are empty")
    assert chart.svg.count("data-pick=") == len(data)
    sizes = cases["world_region"].value_counts()
    assert (
        f"{sizes.max()} of {len(data)} cases are in {pcc.codebook.short('world_region', sizes.idxmax())}" in chart.title
    )
    for region in pcc.codebook.codes("world_region"):
        name = pcc.codebook.short("world_region", region)
        assert (name in chart.title.partition("none in")[2]) == (sizes[region] == 0)


def test_regions_that_are_tied_are_all_named(data):
    regions = data.cases["world_region"].astype(str)
    two = data.only([regions.index[regions == region][0] for region in ("africa", "asia")])
    names = " and ".join(pcc.codebook.short("world_region", region) for region in ("africa", "asia"))
    assert f"{names} hold most cases, one each" in pcc.charts.coverage(two, "places").title


def test_sources_by_language_and_kind(data):
    chart, sources = pcc.charts.coverage(data, "sources"), data.sources
    shown = chart.table.set_index("what")
    for language, count in sources["language"].value_counts().items():
        row = shown.loc[teaching("languages")[language]]
        assert row["sources"] == count and row["sources and cases"].startswith(
            f"{count} in {sources[sources['language'] == language]['case'].nunique()} case"
        )
    for kind, count in sources["kind"].value_counts().items():
        assert shown.at[pcc.codebook.label("sources.kind", kind), "sources"] == count
    assert chart.table.loc[chart.table["of"] == "kind", "sources"].sum() == len(sources)
    alone = sum(set(part) == {"en"} for _, part in sources.groupby("case")["language"])
    assert (
        f"{(sources['language'] == 'en').sum()} of {len(sources):,} sources are in English; {alone} of {len(data)}"
        " cases" in chart.title
    )
    for region in ("africa", "europe"):
        these = data.filter(world_region=region)
        only = sum(set(part) == {"en"} for _, part in these.sources.groupby("case")["language"])
        assert f"{pcc.codebook.short('world_region', region)} {only} of {len(these)}" in chart.text


def test_failures_show_zeros(data):
    chart, cases = pcc.charts.coverage(data, "failures"), data.cases
    shown = dict(chart.table.itertuples(index=False))
    ended = cases[cases["status"] == "ended"]
    for code in pcc.codebook.codes("status"):
        assert shown[pcc.codebook.label("status", code)] == f"{(cases['status'] == code).sum()} of {len(cases)}"
    for code in pcc.codebook.codes("end_reason"):
        count, label = (ended["end_reason"] == code).sum(), pcc.codebook.label("end_reason", code)
        assert shown[label] == f"{count} of {len(ended)}"
        assert (label.lower() in chart.title) == (count == 0)
    assert chart.svg.count("data-pick=") == len(cases) + len(ended)


def test_years_add_up(data):
    chart, begun = pcc.charts.coverage(data, "years"), data.cases["start_year"].dropna().astype(int)
    for row in chart.table.itertuples():
        low, high = map(int, row.began.split(" to "))
        assert row.cases == begun.between(low, high).sum()
    assert (
        chart.table["cases"].sum() == len(begun)
        and f"{(begun >= 2020).sum()} of {len(begun)} since 2020" in chart.title
    )
    low, high = map(int, chart.title.split("between ")[1].split(",")[0].split(" and "))
    assert (begun < low).mean() <= 0.25 <= (begun <= low).mean() and (begun < high).mean() <= 0.75 <= (
        begun <= high
    ).mean()


@pytest.mark.parametrize("view", VIEWS)
def test_one_case_and_none(data, view):
    one = pcc.charts.coverage(data.only([data.cases.index[0]]), view)
    assert one.title and one.svg.count("<svg") == 1
    assert pcc.charts.coverage(data.only([]), view).title == "No case matches"


def test_titles_with_one_case(data):
    one = data.only(["cadiz-energy-boards"])
    assert "35 of 36" in pcc.charts.coverage(one, "places").title
    assert pcc.charts.coverage(one, "failures").title.startswith("0 of 1")
    assert pcc.charts.coverage(one, "years").title.startswith("One case, begun in ")


def test_another_view_is_refused(data):
    with pytest.raises(ValueError, match="places"):
        pcc.charts.coverage(data, "place")
