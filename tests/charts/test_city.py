"""Roles and instruments of the public side by status."""

from __future__ import annotations

import itertools
import re

import pytest

import pcc_data as pcc
from pcc_data.analysis.city_roles import named, roles
from pcc_data.say import number


def plain(data, level):
    """Cases with each role or instrument, by plain sets."""
    groups = {role.id: role.instruments for role in roles().values()}
    groups = groups if level == "roles" else {code: (code,) for code in pcc.codebook.codes("public_instruments")}
    pairs = list(zip(data.instruments["case"], data.instruments["code"].astype(str), strict=True))
    return {key: {case for case, code in pairs if code in codes} for key, codes in groups.items()}


@pytest.mark.parametrize("level", ["roles", "instruments"])
def test_table_and_picture_count_cases_by_status(data, level):
    chart, held, status = pcc.charts.city_roles(data, level), plain(data, level), data.cases["status"].astype(str)
    for key, name in named(level).items():
        assert chart.table.at[name, "All"] == f"{len(held[key])} of {len(data)}"
        for code in pcc.codebook.codes("status"):
            of_status = set(status.index[status == code])
            assert (
                chart.table.at[name, pcc.codebook.label("status", code)]
                == f"{len(held[key] & of_status)} of {len(of_status)}"
            )
    assert chart.svg.count("data-pick=") == sum(map(len, held.values()))


@pytest.mark.parametrize("level", ["roles", "instruments"])
def test_title_names_the_most_common_and_the_rarest(data, level):
    sizes = {name: len(plain(data, level)[key]) for key, name in named(level).items()}
    title = pcc.charts.city_roles(data, level).title
    first, last = title.split(";")
    assert [name for name, size in sizes.items() if name in first] == [
        name for name, size in sizes.items() if size == max(sizes.values())
    ]
    assert f"{max(sizes.values())} of {len(data)}" in first
    for name, size in sizes.items():
        assert (name.lower() in last) == (size == min(sizes.values()))


@pytest.mark.parametrize(
    ("level", "chosen"),
    [("roles", pair) for pair in itertools.combinations(roles(), 2)] + [("instruments", ("equity_stake",))],
)
def test_together_equals_plain_sets(data, level, chosen):
    held, status = plain(data, level), data.cases["status"].astype(str).to_dict()
    every, some = set.intersection(*(held[key] for key in chosen)), set.union(*(held[key] for key in chosen))
    chart = pcc.charts.used_together(data, chosen, level)
    assert list(chart.table["All"]) == [
        f"{len(part)} of {len(data)}"
        for part in (
            [every, some - every, set(data.cases.index) - some]
            if len(chosen) > 1
            else [every, set(data.cases.index) - some]
        )
    ]
    if every:
        for code, label in (
            (code, pcc.codebook.label("status", code).lower()) for code in pcc.codebook.codes("status")
        ):
            count = sum(status[case] == code for case in every)
            assert (f"{count} {label}" in chart.text.split("The other")[0]) == (count > 0)
    assert (
        f"{sum(status[case] == 'active' for case in set(data.cases.index) - every)} of {len(data) - len(every)} of the"
        " others" in chart.title
    )


def test_nothing_chosen_and_unknown_words_are_refused(data):
    with pytest.raises(ValueError, match="at least one role"):
        pcc.charts.used_together(data, [])
    with pytest.raises(ValueError, match="finance"):
        pcc.charts.used_together(data, ["financ"])
    with pytest.raises(ValueError, match="roles"):
        pcc.charts.city_roles(data, "role")


def test_a_combination_that_nobody_has_says_so(data):
    small = data.filter(sector="water")
    assert not plain(small, "roles")["shareholding"]
    chart = pcc.charts.used_together(small, ["shareholding", "land"])
    assert f"in none of {number(len(small))} cases" in chart.title and f"0 of {len(small)}" in chart.svg


def test_small_groups_and_statuses_without_cases_are_marked(data):
    chart = pcc.charts.city_roles(data.filter(sector="water"))
    assert "fewer than three cases" in chart.svg and re.search(r"n = [12]\*", chart.svg)
    assert (chart.table["Ended"] == "no case").all()


def test_no_cases(data):
    assert pcc.charts.city_roles(data.only([])).title == "No case matches"
    assert pcc.charts.used_together(data.only([]), ["land"]).title == "No case matches"


def test_titles_name_all_that_are_tied_and_set_no_tied_state_against_the_rest(data):
    status = data.cases["status"].astype(str)
    two = data.only(list(status.index[status == "active"][:1]) + list(status.index[status == "ended"][:1]))
    for level in ("roles", "instruments"):
        sizes = {name: len(plain(two, level)[key]) for key, name in named(level).items()}
        for size, said in zip(
            (max(sizes.values()), min(sizes.values())), pcc.charts.city_roles(two, level).title.split(";"), strict=True
        ):
            names = [name for name, count in sizes.items() if count == size]
            assert (
                all(name.lower() in said.lower() for name in names) or f"{number(len(names))} {level}" in said.lower()
            )
    used = next(key for key, held in plain(two, "roles").items() if held)
    assert "of them" not in pcc.charts.used_together(two, [used]).title
