"""Combinations of roles or public instruments, one column each."""

from __future__ import annotations

from collections import Counter

import pandas as pd
import pytest

import pcc_data as pcc
from pcc_data.analysis.city_roles import roles
from pcc_data.charts._instrument_combinations import COLUMNS
from tests.charts.test_city import plain


def combinations(data, level):
    held = plain(data, level)
    return Counter(frozenset(key for key in held if case in held[key]) for case in data.cases.index)


@pytest.mark.parametrize("level", ["roles", "instruments"])
def test_table_equals_plain_sets(data, level):
    chart, counts = pcc.charts.instrument_combinations(data, level), combinations(data, level)
    names = {role.id: role.name for role in roles().values()}
    names |= {code: pcc.codebook.label("public_instruments", code) for code in pcc.codebook.codes("public_instruments")}
    expected = {frozenset(names[key] for key in combination): count for combination, count in counts.items()}
    shown = {frozenset(row.combination.split(" + ")): row.cases for row in chart.table.itertuples()}
    assert shown == expected and list(chart.table["cases"]) == sorted(counts.values(), reverse=True)
    assert chart.table["which"].str.split("; ").map(len).tolist() == chart.table["cases"].tolist()


@pytest.mark.parametrize("level", ["roles", "instruments"])
def test_every_case_is_one_mark_and_the_title_counts_those_alone(data, level):
    chart, counts = pcc.charts.instrument_combinations(data, level), combinations(data, level)
    assert chart.svg.count("data-pick=") == len(data)
    alone = sum(count == 1 for count in counts.values())
    assert (
        f"{len(counts)} combinations" in chart.title
        and f"{alone} of {len(data)} share theirs with no other case" in chart.title
    )


def test_states_of_a_combination_add_up(data):
    table = pcc.charts.instrument_combinations(data).table
    for row in table.itertuples():
        assert sum(int(word) for word in row[3].replace(",", "").split() if word.isdigit()) == row.cases


def test_few_combinations_all_have_a_column(data):
    water = data.filter(sector="water")
    assert len(combinations(water, "instruments")) <= COLUMNS
    assert "other combinations" not in pcc.charts.instrument_combinations(water).svg
    assert "other" in pcc.charts.instrument_combinations(data).svg


def test_one_case_two_cases_and_none(data):
    one = pcc.charts.instrument_combinations(data.only([data.cases.index[0]]))
    assert one.title.startswith("One case, with ")
    two = pcc.charts.instrument_combinations(data.only(list(data.cases.index[:2])))
    assert "fewer than three cases" in two.title
    assert pcc.charts.instrument_combinations(data.only([])).title == "No case matches"


def test_another_level_is_refused(data):
    with pytest.raises(ValueError, match="instruments"):
        pcc.charts.instrument_combinations(data, "cases")


def test_hundreds_of_cases_become_bars(data):
    many = pcc.Dataset(
        **{
            name: pd.concat(
                [
                    (
                        table.rename(index=lambda case, n=n: f"{case}-{n}")
                        if name == "cases"
                        else table.assign(case=table["case"] + f"-{n}")
                    )
                    for n in range(6)
                ]
            )
            for name, table in data.tables.items()
        }
    )
    for chart in (
        pcc.charts.instrument_combinations(many),
        pcc.charts.coverage(many, "years"),
        pcc.charts.coverage(many, "failures"),
    ):
        assert "data-pick" not in chart.svg and "Bars count cases" in chart.svg and "Each mark" not in chart.svg
    assert pcc.charts.instrument_combinations(many).table["cases"].sum() == 6 * len(data)
