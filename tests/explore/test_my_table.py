"""A table of one's own: codes in words, what it rests on, and a citation of just these cases."""

from __future__ import annotations

import nbformat
import pandas as pd

import pcc_data as pcc
from pcc_data.analysis.older_and_younger import BEGUN_BY
from pcc_data.explore._my_table import in_words
from tests.test_notebooks import ROOT, code

NOTEBOOK = nbformat.read(ROOT / "notebooks" / "4_research" / "4_1_first_table.ipynb", as_version=4)


def medians(rows: pd.DataFrame) -> pd.Series:
    return rows.groupby("ownership_model", observed=True)["durability"].median()


def with_durability(data) -> pd.DataFrame:
    rated = data.outcomes.query("domain == 'durability'").set_index("case")["rating"]
    return data.cases.assign(durability=rated)


def test_codes_and_fields_stand_in_words_and_the_rest_as_it_is(data):
    counts = in_words(pd.crosstab(data.cases["scale"], data.cases["status"], margins=True))
    assert list(counts.columns) == ["Active", "Weakened", "Contested", "Stalled", "Ended", "All"]
    assert counts.columns.name == "Status" and counts.index.name == "Scale"
    assert counts.at["Project", "Ended"] == len(data.filter(scale="project", status="ended"))
    groups = with_durability(data).groupby(["scale", "ownership_model"], observed=True)["durability"].agg(["size"])
    assert ("Project", "Community land trust") in in_words(groups).index
    fields = in_words(pd.DataFrame({"n": {"surplus_use": 1, "reach": 2, "durability": 3, "my own": 4}}))
    assert list(fields.index) == ["Use of surplus", "Reach", "Durability", "my own"]


def test_it_cites_the_cases_it_was_made_from(data):
    water = data.filter(sector="water")
    shown = pcc.explore.my_table(water, water.cases["status"].value_counts(sort=False), "Water & more")
    assert water.cite() in shown.html and "@misc{pcc-cases-" in shown.html and "Water &amp; more" in shown.html
    assert data.cite() not in shown.html and f"{len(water)} cases stand behind this table" in shown.html


def test_without_a_table_it_counts_scale_and_status_with_sums(data):
    part = data.only(data.cases.index[:4])
    text = repr(pcc.explore.my_table(part)).splitlines()
    assert text[0] == "Cases by scale and status"
    assert text[text.index("All", text.index("Programme")) + 1 :][5] == "4"


def test_what_could_not_be_computed_is_a_dash(data):
    table = pd.DataFrame({"median": [1.5, None]}, index=pd.Index(["water", "food"], name="sector"))
    assert "<td>–</td>" in pcc.explore.my_table(data, table).html


def test_the_notebook_is_ten_lines_or_few_more_and_says_what_the_data_say(data):
    source, prose = "\n".join(code(NOTEBOOK)), "\n".join(cell.source for cell in NOTEBOOK.cells)
    assert f'["start_year"] <= {BEGUN_BY}' in source
    made = [line for cell in code(NOTEBOOK) for line in cell.splitlines() if " = " in line and "pcc.load" not in line]
    assert 10 <= len(made) <= 20
    rows = with_durability(data)
    old = rows[rows["start_year"] <= BEGUN_BY]
    both = pd.DataFrame({"all": medians(rows), "old": medians(old)}).astype(float)
    assert "Some medians rise when young cases are left out" in prose and (both["old"] > both["all"]).any()
    assert both["old"].idxmax() == both["all"].idxmax() == "community_land_trust"
    spread = pd.crosstab(old["ownership_model"], old["scale"]) > 0
    assert 0 < spread.all(axis=1).sum() < len(spread), "a model is spread over all scales, and another is not"
    sizes = old.groupby(["scale", "ownership_model"], observed=True).size()
    assert "most groups hold a handful of cases" in prose and (sizes <= 5).mean() > 0.5
    assert "plans that came to nothing leave few traces" in prose
    assert 0 < (data.cases["in_practice"] == "planned").sum() < 5


def test_what_was_not_found_most_often_is_a_field_that_the_notebook_warns_of(data):
    lost = data.missing.query("why == 'not_found' and table == 'cases'")["field"].value_counts()
    assert lost["surplus_use"] / len(data) > 0.5, "the notebook calls its holders silent"
