"""Public instruments and contributions of the community, counted in cases."""

from __future__ import annotations

import pytest

import pcc_data as pcc
from pcc_data.charts._kit import counted

FIELDS = ["ownership_model", "sector", "status", "world_region", "collection", "decision_right", None]
CHARTS = [("instruments", "public_instruments"), ("contributions", "community_contributions")]


def plain_counts(data, table, column, by):
    """Cases with each code by group, by plain set arithmetic."""
    pairs = set(zip(data.tables[table]["case"], data.tables[table][column].astype(str), strict=True))
    group = data.state(by).astype(str).to_dict() if by else dict.fromkeys(data.cases.index, "all")
    counts, totals = {}, {}
    for case in data.cases.index:
        totals[group[case]] = totals.get(group[case], 0) + 1
    for case, code in pairs:
        counts[code, group[case]] = counts.get((code, group[case]), 0) + 1
    return counts, totals


@pytest.mark.parametrize("by", FIELDS)
@pytest.mark.parametrize(("name", "field"), CHARTS)
def test_cells_equal_plain_counts(data, name, field, by):
    chart = getattr(pcc.charts, name)(data, by)
    counts, totals = plain_counts(data, name, "code", by)
    assert list(chart.table.index) == [pcc.codebook.label(field, code) for code in pcc.codebook.codes(field)]
    for group, total in totals.items():
        head = "All cases" if by is None else pcc.codebook.short(by, group)
        for code in pcc.codebook.codes(field):
            cell = chart.table.at[pcc.codebook.label(field, code), head]
            assert cell.startswith(f"{counts.get((code, group), 0)} of {total}")
            assert ("fewer than three" in cell) == (total < 3)
            assert f"{counts.get((code, group), 0)} of {total}" in chart.svg


@pytest.mark.parametrize(("name", "field"), CHARTS)
def test_title_names_the_most_common(data, name, field):
    chart = getattr(pcc.charts, name)(data)
    counts = data.tables[name].drop_duplicates(["case", "code"])["code"].value_counts()
    top = counts[counts == counts.max()].index
    assert any(pcc.codebook.label(field, code).lower() in chart.title for code in top)
    assert f"{counts.max()} of {len(data)}" in chart.title
    for code, count in counts.items():
        assert f"{pcc.codebook.label(field, code).lower()} ({count})" in chart.text


def test_small_groups_are_marked(data):
    few = data.only(
        [
            data.cases.index[data.cases["status"] == "contested"][0],
            data.cases.index[data.cases["status"] == "active"][0],
        ]
    )
    chart = pcc.charts.instruments(few, "status")
    assert "fewer than three" in chart.svg and "*" in chart.svg


def test_field_without_codes_is_refused(data):
    with pytest.raises(ValueError, match="sector"):
        pcc.charts.instruments(data, "sectr")


def test_no_cases(data):
    assert pcc.charts.instruments(data.only([])).title == "No case matches"


@pytest.mark.parametrize("style", ["screen", "projector", "print", "phone"])
def test_columns_fit_the_picture(data, style):
    pcc.use_style(style)
    chart = pcc.charts.instruments(data)
    low, high = chart.figure.axes[0].get_xlim()
    assert counted._left() + 9 * counted._wide(9) <= high + 1e-6
