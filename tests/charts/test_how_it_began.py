"""What stood there before, and what set it going."""

from __future__ import annotations

import pcc_data as pcc


def test_counts_are_of_cases_in_which_both_were_found(data):
    chart = pcc.charts.how_it_began(data)
    triggers, before = data.triggers, data.cases["before"]
    known = [case for case in data.cases.index if case in set(triggers["case"]) and before.notna()[case]]
    assert f"Left out: {len(data) - len(known)} of {len(data)} cases" in chart.text
    some = triggers[triggers["case"].isin(known)].drop_duplicates(["case", "code"])
    for group in before[known].unique():
        total = sum(before[case] == group for case in known)
        for code, rows in some.groupby("code", observed=True):
            count = sum(before[case] == group for case in rows["case"])
            cell = chart.table.at[pcc.codebook.label("triggers.code", code), pcc.codebook.short("before", group)]
            assert cell.startswith(f"{count} of {total}")


def test_the_title_names_the_two_largest_groups_with_what_came_most_often(data):
    nobody, public = (
        pcc.charts.how_it_began(data.filter(before=code)).title.removeprefix("What set it going most often: ")
        for code in ("nobody", "public")
    )
    assert pcc.charts.how_it_began(data).title == f"What set it going most often: {nobody}; {public}"
    assert "where nobody provided it before" in nobody


def test_a_selection_in_which_nothing_is_known_says_so(data):
    unknown = data.only(list(data.cases.index[data.cases["before"].isna()]))
    assert "case" in pcc.charts.how_it_began(unknown).title
