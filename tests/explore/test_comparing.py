"""explore.compare: every control through all its values, dots and cells opened, numbers saved, nothing left empty."""

from __future__ import annotations

import io
import random
import re
from base64 import b64decode
from html import unescape

import pandas as pd
import pytest
from markupsafe import escape

import pcc_data as pcc
from pcc_data.charts._role_matrix import LIMIT
from pcc_data.explore._kit.filters import FIELDS
from pcc_data.pages.csv_link import csv_link
from pcc_data.say import number

AXES = ("rows", "columns", "colour", "outcome")


@pytest.fixture
def explorer(data):
    return pcc.explore.compare(data)


def shown(explorer) -> str:
    html = explorer.picture.html
    assert "pcc-error" not in html
    assert "<svg" in html or "pcc-empty" in html
    return html


def values_of(explorer, name) -> list:
    return [option[1] for option in explorer.controls[name].options]


def click(explorer, key) -> str:
    explorer.picture.picked = key
    explorer.picture.picks += 1
    return shown(explorer)


def saved(html: str, filename: str) -> pd.DataFrame:
    """The table behind a download link."""
    packed = re.search(rf'download="{filename}" href="data:text/csv;charset=utf-8;base64,([^"]*)"', html)[1]
    return pd.read_csv(io.StringIO(b64decode(packed).decode("utf-8-sig")), index_col=0)


def test_opening_says_something_with_counts(explorer, data):
    html = shown(explorer)
    assert re.search(r"\d+ of \d+ are coded “", html) and "Show the numbers" in html
    assert all(f'data-pick="{case}"' in html for case in data.cases.index)
    assert explorer.picture.html in explorer.static()


@pytest.mark.parametrize("view", ["dots", "roles", "outcomes"])
def test_every_control_through_all_its_values(explorer, data, view):
    explorer.controls["view"].value = view
    for name in explorer.controls:
        if name in ("view", "opened") or explorer.controls[name].disabled:
            continue
        for value in values_of(explorer, name):
            explorer.controls[name].value = value
            assert shown(explorer)
            held = {key: explorer.controls[key].value for key in FIELDS if explorer.controls[key].value}
            assert ("pcc-empty" in explorer.picture.html) == (len(data.filter(held)) == 0)
        explorer.start_again()
        explorer.controls["view"].value = view


def test_a_sample_of_all_combinations(explorer, data):
    choose, empty = random.Random(3), 0
    for _ in range(60):
        values = {name: choose.choice(values_of(explorer, name)) for name in (*AXES, *FIELDS, "view")}
        if choose.random() < 0.6:
            values.update(dict.fromkeys(choose.sample(list(FIELDS), 4), ""))
        explorer.set(**values)
        html = shown(explorer)
        where = {key: values[key] for key in FIELDS if values[key]}
        part = data.filter(where)
        empty += not len(part)
        assert ("pcc-empty" in html) == (not len(part))
        if len(part) and values["view"] != "roles":
            assert len(set(re.findall(r'data-pick="([a-z0-9-]+)"', html))) == len(part), "no case is lost"
    assert 0 < empty < 60


def test_rows_and_columns_change_places_instead_of_being_the_same(explorer):
    explorer.controls["rows"].value = "ownership_model"
    assert explorer.values()["columns"] == "sector"
    explorer.controls["columns"].value = "ownership_model"
    assert explorer.values()["rows"] == "sector"
    explorer.set(rows="status", columns="status")
    assert len({explorer.values()["rows"], explorer.values()["columns"]}) == 2 and shown(explorer)


def test_numbers_and_cases_can_be_saved(explorer, data):
    explorer.set(rows="world_region", columns="decision_right", outcome="durability", status="active")
    numbers, cases = saved(shown(explorer), "numbers.csv"), saved(shown(explorer), "cases.csv")
    active = data.filter(status="active")
    assert numbers.at["All", "All"] == len(active) == len(cases)
    counts = active.cases["decision_right"].value_counts()
    assert numbers.at["All", pcc.codebook.label("decision_right", "decides")] == counts["decides"]
    ratings = active.outcomes[active.outcomes["domain"] == "durability"].set_index("case")["rating"]
    assert (cases["Durability"] == "not found").sum() == ratings.isna().sum()
    assert cases.at["brussels-community-land-trust", "World region"] == "Europe"
    assert (cases["name"] == active.cases["name"].reindex(cases.index)).all()


def test_a_dot_opens_the_card_with_says_who(explorer, data):
    html = click(explorer, "cadiz-energy-boards")
    row, why = data.cases.loc["cadiz-energy-boards"], data.why("cadiz-energy-boards", "ownership_model")
    assert escape(row["summary"]) in html and "All that is recorded of this case" in html
    assert why.basis in unescape(html)
    assert data.why("cadiz-energy-boards", "status").basis in unescape(html), "what colours the mark, too"
    assert explorer.picture.chosen == "cadiz-energy-boards" and row["name"] in explorer.picture.said
    explorer.controls["outcome"].value = "durability"
    assert data.why("cadiz-energy-boards", "outcomes.durability").basis in unescape(shown(explorer))
    explorer.controls["sector"].value = "water"
    assert escape(row["summary"]) not in shown(explorer), "a case that is filtered out is closed"
    explorer.start_again()
    assert explorer.picture.chosen == "" and escape(row["summary"]) not in shown(explorer)


def test_a_cell_lists_its_cases_and_each_opens_its_card(explorer, data):
    html = click(explorer, "energy|joint_enterprise")
    cases = data.cases.index[(data.cases["sector"] == "energy") & (data.cases["ownership_model"] == "joint_enterprise")]
    listed = html[html.index("pcc-names") :]
    assert re.findall(r'data-pick="([^"]+)"', listed) == list(data.cases.loc[cases].sort_values("name").index)
    assert f"{number(len(cases))} cases</h3>" in html
    html = click(explorer, cases[0])
    assert "pcc-names" in html and escape(data.cases.at[cases[0], "summary"]) in html
    assert "pcc-names" not in click(explorer, "brussels-community-land-trust"), "a case of another cell closes the list"
    click(explorer, "energy|joint_enterprise")
    explorer.controls["columns"].value = "status"
    assert "pcc-names" not in shown(explorer), "the cell belongs to other fields"


def test_a_list_keeps_to_the_filters(explorer, data):
    click(explorer, "energy|community_owned_public_backed")
    explorer.controls["status"].value = "active"
    cases = data.filter(sector="energy", ownership_model="community_owned_public_backed", status="active").cases
    listed = shown(explorer).split("pcc-names")[1]
    assert set(re.findall(r'data-pick="([^"]+)"', listed)) == set(cases.index)


def test_roles_view_pages_and_controls_that_do_nothing_are_off(explorer, data):
    control = explorer.controls
    assert control["page"].layout.display == "none"
    explorer.controls["view"].value = "roles"
    assert len(control["page"].options) == -(-len(data) // LIMIT) and control["page"].layout.display is None
    assert control["columns"].disabled and control["colour"].disabled and control["outcome"].disabled
    control["page"].value = 2
    control["sector"].value = "water"
    assert control["page"].value == 1 and f"{LIMIT} of {len(data.filter(sector='water'))}" in shown(explorer)
    html = click(explorer, "terrassa-taigua-water-observatory")
    assert escape(data.why("terrassa-taigua-water-observatory", "roles.governance").basis) in html
    explorer.start_again()
    assert not control["columns"].disabled


def test_empty_selection_names_the_filters_that_are_set(explorer, data):
    pairs = set(zip(data.cases["sector"], data.cases["status"], strict=True))
    sector, status = next(
        (a, b) for a in pcc.codebook.codes("sector") for b in pcc.codebook.codes("status") if (a, b) not in pairs
    )
    explorer.set(sector=sector, status=status)
    assert "Choose all sectors or every status." in shown(explorer)
    pairs = set(zip(data.cases["sector"], data.cases["world_region"], strict=True))
    sector, region = next(
        (a, b) for a in pcc.codebook.codes("sector") for b in pcc.codebook.codes("world_region") if (a, b) not in pairs
    )
    explorer.set(sector=sector, status="", world_region=region)
    assert "Choose all sectors or all regions." in shown(explorer)


def test_a_picture_is_drawn_once_for_all_cards(explorer, monkeypatch):
    from pcc_data import charts

    shown(explorer)
    monkeypatch.setitem(vars(charts), "cross_table", lambda *_, **__: pytest.fail("drawn anew"))
    assert "pcc-card" in click(explorer, "cadiz-energy-boards")


def test_style_and_language_are_part_of_what_is_kept(explorer):
    before = shown(explorer)
    pcc.use_style("projector")
    explorer.redraw()
    assert shown(explorer) != before


def test_no_cases_says_so(data):
    assert "Load data that hold a case" in shown(pcc.explore.compare(data.only([])))


@pytest.mark.parametrize(
    ("rows", "columns"), [("sectr", "status"), ("sector", "sector"), ("sector", "start_precision"), ("name", "sector")]
)
def test_wrong_fields_are_refused(data, rows, columns):
    with pytest.raises(ValueError, match="Allowed"):
        pcc.explore.compare(data, rows, columns)


def test_names_are_escaped_in_csv_links():
    link = csv_link(pd.DataFrame({"a": [1]}, index=["Zürich"]), "x.csv", "<b>")
    assert "&lt;b&gt;" in link and saved(link, "x.csv").index[0] == "Zürich"
