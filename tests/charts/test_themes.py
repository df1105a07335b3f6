"""Challenges and lessons by theme."""

from __future__ import annotations

import pytest

import pcc_data as pcc


@pytest.mark.parametrize("by", [None, "sector", "status"])
@pytest.mark.parametrize("table", ["challenges", "lessons"])
def test_cells_count_cases_not_texts(data, table, by):
    chart = pcc.charts.topics(data, table, by)
    rows = data.tables[table].assign(group=data.tables[table]["case"].map(data.cases[by].astype(str)) if by else "all")
    sizes = data.cases[by].value_counts() if by else {"all": len(data)}
    for theme in pcc.codebook.codes("lessons.theme"):
        for group, total in dict(sizes).items():
            if not total:
                continue
            expected = rows.loc[(rows["theme"] == theme) & (rows["group"] == group), "case"].nunique()
            head = pcc.codebook.short(by, group) if by else "All cases"
            assert chart.table.at[pcc.codebook.label("lessons.theme", theme), head].startswith(f"{expected} of {total}")
    assert f"{len(rows)} {table} are written down in {rows['case'].nunique()} of {len(data)} cases" in chart.text


def test_a_theme_with_two_texts_in_one_case_counts_once(data):
    twice = data.challenges.groupby(["case", "theme"], observed=True).size()
    case, theme = twice.idxmax()
    assert twice.max() > 1
    chart = pcc.charts.topics(data.only([case]), "challenges")
    assert chart.table.at[pcc.codebook.label("challenges.theme", theme), "All cases"].startswith("1 of 1")


def test_title_says_what_is_counted(data):
    assert pcc.charts.topics(data, "challenges").title.startswith(pcc.codebook.label("challenges"))
    assert pcc.charts.topics(data, "lessons").title.startswith(pcc.codebook.label("lessons"))


def test_other_tables_are_refused(data):
    with pytest.raises(ValueError, match="challenges"):
        pcc.charts.topics(data, "challenge")


def test_no_cases(data):
    assert pcc.charts.topics(data.only([])).title == "No case matches"
