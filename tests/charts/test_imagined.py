"""Designs among the real cases: tables, titles and marks of the three pictures."""

from __future__ import annotations

from collections import Counter

import pytest

import pcc_data as pcc
from pcc_data import charts
from pcc_data.analysis.co_production import co_production, place_of
from pcc_data.designs import examples_dir, read_folder
from pcc_data.tables.spec import ROLES

DESIGNS = dict(zip("ABCD", read_folder(examples_dir())[0].values(), strict=True))
ALL = ("designs_grid", "designs_roles", "designs_models")


@pytest.mark.parametrize("name", ALL)
@pytest.mark.parametrize("style", ["screen", "projector", "print", "phone"])
def test_every_style_draws_every_letter_once(data, name, style):
    pcc.use_style(style)
    chart = getattr(charts, name)(data, DESIGNS)
    assert set(chart.picks) == set(DESIGNS)
    for key, design in DESIGNS.items():
        assert chart.svg.count(f'data-pick="{key}"') == 1 and f"{key}: {design.title}" in chart.svg


def test_grid_counts_the_real_cases_there(data):
    table, real = charts.designs_grid(data, DESIGNS).table, co_production(data)
    for (key, design), row in zip(DESIGNS.items(), table.itertuples(index=False), strict=True):
        plans, delivers = place_of(design.codes)
        count = ((real["plans"] == plans) & (real["delivers"] == delivers)).sum()
        assert row[0] == f"{key}: {design.title}" and row[3] == f"{count} of {len(data)}"


def test_grid_title_counts_the_fullest_place(data):
    same = {"A": DESIGNS["A"], "B": DESIGNS["A"], "C": DESIGNS["D"]}
    real = co_production(data)
    count = ((real["plans"] == "public") & (real["delivers"] == "public")).sum()
    title = charts.designs_grid(data, same).title
    assert (
        title
        == f"Two of three designs: the public side plans, the public side delivers; so it is in {count} of {len(data)}"
        " real cases"
    )
    assert charts.designs_grid(data, DESIGNS).title == "The four designs lie in four different places"
    pairs = {"A": DESIGNS["A"], "B": DESIGNS["A"], "C": DESIGNS["D"], "E": DESIGNS["D"]}
    assert charts.designs_grid(data, pairs).title == "The four designs lie in two different places"


def test_roles_are_those_of_the_designs(data):
    chart = charts.designs_roles(data, DESIGNS)
    for role in ROLES:
        label = pcc.codebook.label(f"roles.{role}")
        held = [design[f"roles.{role}"] for design in DESIGNS.values()]
        assert list(chart.table[label]) == [pcc.codebook.label(f"roles.{role}", holder) for holder in held]
        code, count = Counter(held).most_common(1)[0]
        assert f"{label.lower()}: {count} of 4" in chart.text
    for holder, count in data.cases["roles.ownership"].value_counts().items():
        assert (f">{pcc.codebook.codes('roles.ownership')[holder].letter} {count}<" in chart.svg) == bool(count)
    twice = charts.designs_roles(data, {"A": DESIGNS["A"], "B": DESIGNS["A"]})
    assert twice.title.startswith("The two designs agree on six of six roles")


def test_models_count_the_real_cases(data):
    chart = charts.designs_models(data, DESIGNS)
    for row in chart.table.itertuples(index=False):
        code = next(
            code
            for code in pcc.codebook.codes("ownership_model")
            if pcc.codebook.label("ownership_model", code) == row[0]
        )
        assert row[1] == ", ".join(key for key, design in DESIGNS.items() if design.model.model == code)
        assert row[2] == f"{(data.cases['ownership_model'] == code).sum()} of {len(data)}"
    top = data.cases["ownership_model"].value_counts().idxmax()
    assert (top in [design.model.model for design in DESIGNS.values()]) == ("not among them" not in chart.title)
    each = data.only(data.cases.groupby("ownership_model", observed=True).head(1).index)
    assert (
        "among them" not in charts.designs_models(each, DESIGNS).title
    )  # where all are equally frequent, none is named


@pytest.mark.parametrize("name", ALL)
def test_extremes(data, name):
    draw = getattr(charts, name)
    assert draw(data, {}).title.startswith("No design")
    open_ = draw(data, {"A": pcc.Design()})
    assert "<svg" in open_.svg and open_.text
    many = {chr(65 + at): pcc.Design.from_case(data, case) for at, case in enumerate(data.cases.index[:26])}
    svg = draw(data, many).svg
    assert all(f'data-pick="{key}"' in svg for key in many)


@pytest.mark.parametrize("name", ALL)
def test_names_are_escaped(data, name):
    chart = getattr(charts, name)(data, {"A": pcc.Design(name="<3 & us", roles={"ownership": "public"})})
    assert "<3" not in chart.html() and "&lt;3 &amp; us" in chart.html()
