"""The role matrix: letters, bars and sentences come from the same table."""

from __future__ import annotations

import pytest

import pcc_data as pcc
from pcc_data.charts import _role_matrix as matrix
from pcc_data.tables.spec import ROLES


def most(data, holder):
    """Role with the largest share of a holder among cases with a known holder, with its counts; by plain counting."""
    best = None
    for role in ROLES:
        column = data.cases[f"roles.{role}"].astype(str)
        count, known = (column == holder).sum(), (column != "unknown").sum()
        if best is None or count / known > best[1] / best[2]:
            best = (role, count, known)
    return best


def test_title_and_text_count_with_plain_pandas(data):
    chart = pcc.charts.role_matrix(data)
    for holder, where in (("public", chart.title), ("community", chart.title), ("shared", chart.text)):
        role, count, known = most(data, holder)
        assert f"{pcc.codebook.label(f'roles.{role}').lower()} ({count} of {known})" in where
    unknown = sum((data.cases[f"roles.{role}"] == "unknown").sum() for role in ROLES)
    assert f"In {unknown} of {len(data) * 6} places the holder was not found" in chart.text


def test_table_holds_every_case_and_role(data):
    table = pcc.charts.role_matrix(data, page=2).table
    assert set(table.index) == set(data.cases.index)
    for role in ROLES:
        field = f"roles.{role}"
        wanted = data.cases[field].map(lambda code, field=field: pcc.codebook.label(field, code)).astype(str)
        assert (table[pcc.codebook.label(field)] == wanted.reindex(table.index)).all()


@pytest.mark.parametrize("by", ["sector", "ownership_model", "status", "decision_right", "collection", "world_region"])
def test_groups_follow_the_codebook(data, by):
    rows = matrix._rows(data, by)
    order = {code: place for place, code in enumerate(data.state(by).cat.categories)}
    places = [order[code] for code in rows["group"]]
    assert places == sorted(places) and len(rows) == len(data)
    first = rows["group"].iloc[0]
    svg = pcc.charts.role_matrix(data, by=by).svg
    assert f"{pcc.codebook.label(by, first)}: {(rows['group'] == first).sum()} of {len(data)}" in svg


def test_alike_cases_stand_together(data):
    rows = matrix._rows(data, "sector")
    governance = rows.loc[rows["group"] == "energy", "roles.governance"].cat.codes.tolist()
    assert governance == sorted(governance)


def test_each_row_shows_its_six_letters(data):
    one = data.only(["wolfhagen-energy-cooperative"])
    svg = pcc.charts.role_matrix(one).svg
    letters = [pcc.codebook.codes(f"roles.{role}")[one.cases[f"roles.{role}"].iloc[0]].letter for role in ROLES]
    for letter in set(letters):
        assert svg.count(f">{letter}<") == letters.count(letter) + 1, "the row and the key"
    assert svg.count('data-pick="wolfhagen-energy-cooperative"') == 2, "the name and the boxes"


def test_bars_count_the_cases_of_a_group(data):
    svg = pcc.charts.role_matrix(data).svg
    water = data.filter(sector="water").cases
    for role in ROLES:
        counts = water[f"roles.{role}"].value_counts()
        assert f">{counts.max()}<" in svg


def test_pages_hold_every_case_once(data):
    pages = -(-len(data) // matrix.LIMIT)
    seen = [case for page in range(1, pages + 1) for case in pcc.charts.role_matrix(data, page=page).picks]
    assert sorted(seen) == sorted(data.cases.index)
    assert (
        f"{matrix.LIMIT + 1} to {min(2 * matrix.LIMIT, len(data))} of {len(data)}"
        in pcc.charts.role_matrix(data, page=2).svg
    )
    assert "(continued)" in pcc.charts.role_matrix(data, page=2).svg
    with pytest.raises(ValueError, match="page"):
        pcc.charts.role_matrix(data, page=pages + 1)


def test_names_tell_the_town(data):
    """The town is in what is drawn of the name, even where the name is cut."""
    for page in range(1, -(-len(data) // matrix.LIMIT) + 1):
        chart = pcc.charts.role_matrix(data, page=page)
        names = {text.get_gid().split(":")[1]: text.get_text() for text in chart.figure.axes[0].texts if text.get_gid()}
        assert set(names) == set(chart.picks)
        for case, name in names.items():
            assert data.cases.at[case, "city"].partition(" (")[0] in name


@pytest.mark.parametrize("count", [0, 1, 2])
@pytest.mark.parametrize("style", ["screen", "projector", "print", "phone"])
def test_few_cases_draw(data, count, style):
    pcc.use_style(style)
    chart = pcc.charts.role_matrix(data.only(list(data.cases.index[:count])))
    assert ("fewer than three cases)" in chart.title) == (count > 0)
    assert "<svg" in chart.svg and (count or chart.title == "No case matches")


def test_a_side_that_holds_nothing_is_named(data):
    public = data.cases[[f"roles.{role}" for role in ROLES]].eq("public").any(axis=1)
    few = data.only(data.cases.index[~public])
    assert len(few) and pcc.charts.role_matrix(few).title.startswith("The public side holds no role")


def test_a_field_without_codes_is_refused(data):
    with pytest.raises(ValueError, match="sector"):
        pcc.charts.role_matrix(data, by="sectr")
