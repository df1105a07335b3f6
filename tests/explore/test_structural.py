"""Conditions under which cases were weakened or ended, and what the collection lacks."""

from __future__ import annotations

import re
from html import unescape

import nbformat
import pytest
from markupsafe import escape

import pcc_data as pcc
from pcc_data.analysis.city_roles import in_use
from pcc_data.paths import datasets_dir
from pcc_data.quiz.questions import questions


def shown(explorer) -> str:
    html = explorer.picture.html
    assert html and "pcc-error" not in html
    return html


@pytest.mark.parametrize("theme", ["political_change", "finance", "replication"])
def test_challenges_of_a_theme_are_told_status_by_status(data, theme):
    explorer = pcc.explore.setbacks(data)
    explorer.set(theme=theme)
    html = shown(explorer).split("<h3>Challenges:")[1]
    rows = data.challenges[data.challenges["theme"] == theme]
    for row in rows.itertuples():
        assert (escape(row.text) in html) == (data.cases.at[row.case, "status"] != "active")
    for code in ("weakened", "contested", "stalled", "ended"):
        of_status = set(data.cases.index[data.cases["status"] == code])
        count = len(of_status & set(rows["case"]))
        assert (f"{pcc.codebook.label('status', code)}: {count} of {len(of_status)} cases" in html) == (count > 0)
    going = set(rows["case"]) & set(data.cases.index[data.cases["status"] == "active"])
    assert f"told of {len(going)} of {(data.cases['status'] == 'active').sum()} active cases" in html


def test_ended_cases_with_their_reasons(data):
    explorer = pcc.explore.setbacks(data, "ends")
    ended = data.cases.index[data.cases["status"] == "ended"]
    for case in ended:
        assert data.why(case, "end_reason").basis in unescape(shown(explorer))
    assert f"{len(ended)} of {len(data)} cases have ended" in explorer.picture.html
    explorer.set(sector="water")
    assert "Choose all sectors" in shown(explorer)


@pytest.mark.parametrize("name", ["setbacks", "coverage"])
def test_every_view_and_sector_with_an_opened_case(data, name):
    explorer = getattr(pcc.explore, name)(data)
    for _, view in explorer.controls["view"].options:
        for _, sector in explorer.controls["sector"].options:
            explorer.set(view=view, sector=sector)
            shown(explorer)
    explorer.picture.picked = "cadiz-energy-boards"
    explorer.picture.picks += 1
    assert data.why("cadiz-energy-boards", "status").basis in unescape(shown(explorer))
    assert explorer.picture.chosen == "cadiz-energy-boards"
    explorer.start_again()
    assert explorer.controls["case"].value == "" and explorer.picture.html == explorer._static


def test_coverage_opens_on_places_and_shows_the_same_where_no_kernel_runs(data):
    assert pcc.charts.coverage(data, "places").title in pcc.explore.coverage(data).static()


def test_three_questions_whose_hints_point_into_the_notebook(data):
    path = datasets_dir().parent / "notebooks" / "3_imagination" / "3_3_towards_structural.ipynb"
    cells = nbformat.read(path, as_version=4).cells
    headings = set(
        re.findall(r"(?m)^## (.+)$", "\n\n".join(cell.source for cell in cells if cell.cell_type == "markdown"))
    )
    asked = questions("self_check_3_3", data)
    assert len(asked) == 3
    for question in asked:
        assert set(re.findall("“([^”]+)”", question.hint)) & headings
        assert question.judge(question.answer.value if question.kind == "number" else question.right[0])
    weakened = set(data.cases.index[data.cases["status"] == "weakened"])
    told = {theme: len(weakened & set(part["case"])) for theme, part in data.challenges.groupby("theme", observed=True)}
    assert (
        asked[1].right == (max(told, key=told.get),) and f"{max(told.values())} of {len(weakened)}" in asked[1].explain
    )


def test_what_the_notebook_says_without_figures_holds(data):
    held = in_use(data, "roles").sum(axis=1)
    assert (held >= 2).sum() > len(data) / 2  # "most cases show several of them at once"
    combinations = in_use(data, "instruments").value_counts()
    alone = (combinations == 1).sum() / len(data)
    assert 0.4 < alone < 0.6  # "about half of the cases have a combination that no other case has"
    assert (data.cases["status"] == "ended").sum() < len(data) / 10  # "few of the cases ended"
