"""Records of one's own may lack what all the project's records have: nothing may fail on that."""

from __future__ import annotations

import copy

import pytest

import pcc_data as pcc
from pcc_data.dataset import from_records
from pcc_data.explore.board_room import board
from pcc_data.power import voting_power
from pcc_data.tables.spec import ROLES


@pytest.fixture(scope="module")
def bare(records) -> pcc.Dataset:
    """Two cases without instruments, contributions, boards, votes and promises, whose roles were not found."""
    made = []
    for at, record in enumerate(copy.deepcopy(records[:2])):
        lists = ("public_instruments", "community_contributions", "boards", "votes", "promises", "indicators")
        record |= {"id": f"my-town-{at}", **{name: [] for name in lists}, "roles": dict.fromkeys(ROLES, "unknown")}
        record["coding_basis"] = {field: basis for field, basis in record["coding_basis"].items() if not field.startswith("roles.")}
        made.append(record)
    return from_records(made)


def test_similarity_and_charts_of_bare_records(bare):
    found = pcc.similar(bare, "my-town-0")
    assert list(found.index) == ["my-town-1"]
    assert "roles.ownership" not in [*found["shared"].iloc[0], *found["different"].iloc[0]]
    assert "two cases" in pcc.charts.city_roles(bare).text.lower() or "2 cases" in pcc.charts.city_roles(bare).text
    for chart in ("instrument_combinations", "role_matrix", "outcome_profile", "life_lines", "map_of_cases", "instruments"):
        assert getattr(pcc.charts, chart)(bare).svg.startswith("<svg"), chart


@pytest.mark.parametrize("name", ["studio", "side_by_side", "build_one", "city", "compare", "outcomes", "cases", "coverage", "setbacks"])
def test_explorers_of_bare_records(bare, name):
    explorer = getattr(pcc.explore, name)(bare)
    if name == "studio":
        for step in range(10):
            explorer.go(step)
            assert "pcc-error" not in explorer.picture.html
    assert "pcc-error" not in explorer.picture.html


def test_a_case_of_ones_own_is_not_cited_as_the_projects(bare, data):
    assert "a record of your own, not part of the data set" in bare.cite("my-town-0")
    assert "coded from" in data.cite("cadiz-energy-boards")


def test_words_that_no_case_has_are_told(data):
    with pytest.warns(UserWarning, match="Did you mean 'Germany'"):
        assert len(data.filter(country="Germny")) == 0


def test_wrong_arguments_are_answered_in_words(data):
    with pytest.raises(AttributeError, match="Did you mean 'events'"):
        data.event
    with pytest.raises(ValueError, match="Seats are given by bloc"):
        voting_power("Town 4, Residents 3")
    with pytest.raises(ValueError, match="the project's own are taken"):
        pcc.agreement(data)
    assert pcc.codebook["sector"] is pcc.codebook.field("sector")
    assert "Open it in a notebook" in repr(board(data))


def test_own_income_is_offered_for_running_costs_only(data):
    controls = pcc.explore.build_one(data).controls
    offered = {role: "own_income" in [code for _, code in controls[f"roles.{role}"].options] for role in ROLES}
    assert offered == {role: role == "running_costs" for role in ROLES}


def test_one_is_one(data):
    one = data.only(["cadiz-energy-boards"])
    assert repr(one).startswith("1 case in 1 sector, ")
    assert "1 country:" in pcc.charts.map_of_cases(one).title
