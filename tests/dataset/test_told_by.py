"""Whose account something is, by the kinds of its sources."""

from __future__ import annotations

from types import SimpleNamespace

import pytest

import pcc_data as pcc
from pcc_data.dataset.told_by import tellers, told_by
from pcc_data.pages.card import Card


@pytest.mark.parametrize(
    ("kinds", "said"),
    [
        (["own_site"], "told by those who take part"),
        (["press", "official", "press"], "told by the public side and the press"),
        (["book", "academic"], "told by researchers"),
        (["encyclopedia", "ngo", "interview"], "told by organisations that campaign and other sources"),
        ([], ""),
    ],
)
def test_kinds_of_sources_say_who_tells_it(kinds, said):
    assert told_by([SimpleNamespace(kind=kind) for kind in kinds]) == said


def test_every_kind_of_source_has_a_teller():
    for kind in pcc.codebook.codes("sources.kind"):
        assert len(tellers([SimpleNamespace(kind=kind)])) == 1


def test_every_lesson_and_challenge_of_a_card_says_it(data):
    case = "wolfhagen-energy-cooperative"
    html = Card(data, case).part("learned")
    assert html.count("told by ") == len(data.one("lessons", case)) + len(data.one("challenges", case))


def test_what_a_case_set_off_stands_beside_its_status(data):
    there = Card(data, "recoleta-popular-pharmacy")
    for html in (there.part("stands"), there.facts(("status",))):
        assert html.count("What it set off") == 1
        assert html.index("Status") < html.index("What it set off")
        assert all(text in html for text in data.one("set_off", there.case)["text"])
    assert "What it set off" not in there.facts(("ownership_model",)) + there.part("outcomes")
    without = data.cases.index.difference(data.set_off["case"])[0]
    assert "not found" in Card(data, without).facts(("status",)).split("What it set off")[1]


def test_a_rating_says_of_how_many(data):
    rated = data.outcomes.dropna(subset=["rating"]).iloc[0]
    answer = data.why(rated["case"], f"outcomes.{rated['domain']}")
    assert answer.value.startswith(f"{rated['rating']} of 3: ")


def test_a_code_that_says_little_is_explained_where_it_stands(data):
    html = Card(data, "cadiz-energy-boards").facts(("decision_right",))
    assert "Informs" in html and "nobody has to answer them" in html
    assert "fees and rents of users" in Card(data, "cadiz-energy-boards").facts(("roles.running_costs",))
