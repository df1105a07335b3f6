"""Who plans and who delivers: the co-production grid."""

from __future__ import annotations

from pcc_data.analysis.co_production import SIDES, by_place, co_production, doing, who
from pcc_data.codes import load_codebook

NEITHER = {"unknown": "not_found", "private": "third_party"}
"""What stands beside the three places of the grid."""


def test_the_grid_follows_its_rule(data):
    table, cases = co_production(data), data.cases
    assert (table["delivers"].astype(str) == cases["roles.delivery"].astype(str).replace(NEITHER)).all()
    plain = ~cases["participation_level"].isin(["collaborate", "empower"]) & (
        data.state("decision_right").astype(str) != "none"
    )
    assert (
        table.loc[plain, "plans"].astype(str) == cases.loc[plain, "roles.governance"].astype(str).replace(NEITHER)
    ).all()
    powerless = (cases["roles.governance"] == "shared") & (data.state("decision_right").astype(str) == "none")
    assert powerless.any() and (table.loc[powerless, "plans"] == "public").all()


def test_sides_are_called_as_in_the_codebook(data):
    book = load_codebook()
    assert [who(side) for side in SIDES] == [book.codes("roles.delivery")[side].phrase["en"] for side in SIDES]
    assert doing("shared", "plan") == f"{who('shared')} plan" and doing("public", "plan") == f"{who('public')} plans"
    assert who("not_found") == book.codes("roles.delivery")["unknown"].phrase["en"]


def test_every_case_lies_in_one_place_and_an_empty_place_counts_none(data):
    table = co_production(data)
    counts = by_place(table)
    assert sum(counts.values()) == len(data) and counts["nobody", "public"] == 0
    both = (table["plans"] == "shared") & (table["delivers"] == "community")
    assert counts["shared", "community"] == both.sum() > 0
