"""The rule behind "Build one": it follows the definitions, names no case, and agrees with the coding often enough."""

from __future__ import annotations

import inspect

import pytest

from pcc_data.analysis import model_rule
from pcc_data.analysis.model_rule import (
    CONTRIBUTIONS,
    FORMS,
    INSTRUMENTS,
    STEPS,
    USED,
    design_of,
    model_of,
    rule_against_coding,
)
from pcc_data.codes import load_codebook
from pcc_data.tables.spec import ROLES

HALL = {
    **{f"roles.{role}": "public" for role in ROLES},
    "roles.delivery": "community",
    "sector": "urban_development",
    "decision_right": "decides",
    INSTRUMENTS: ["lease_or_use_right"],
    CONTRIBUTIONS: [],
    FORMS: ["association"],
}


def test_at_least_four_of_five_cases_agree(data):
    table = rule_against_coding(data)
    assert len(table) == len(data)
    assert table["agree"].mean() >= 0.8


def test_the_rule_knows_no_case_and_does_not_look_at_the_model(data):
    source = inspect.getsource(model_rule)
    assert not any(case in source or data.cases.at[case, "name"] in source for case in data.cases.index)
    design = design_of(data, data.cases.index[0])
    assert "ownership_model" not in design and {*USED, INSTRUMENTS, CONTRIBUTIONS, FORMS} <= set(design)


def test_agreement_is_no_luck_of_one_model(data):
    table = rule_against_coding(data)
    most = table["coded"].value_counts().iloc[0] / len(table)
    assert table["agree"].mean() > 2 * most
    assert set(table["by_rule"]) == set(load_codebook().codes("ownership_model"))


def test_exceptions_carry_the_reason_of_the_coding(data):
    table = rule_against_coding(data)
    assert table.loc[~table["agree"], "coded_because"].str.len().min() > 20


def test_every_step_gives_a_model_of_the_codebook():
    allowed = {*load_codebook().codes("ownership_model"), None}
    assert {step.model for step in STEPS} == allowed
    assert all(step.because.endswith(".") for step in STEPS)


@pytest.mark.parametrize(
    ("change", "model"),
    [
        ({}, "civic_use_of_public_asset"),
        ({"roles.ownership": "community"}, "community_owned_public_backed"),
        ({"roles.ownership": "community", "sector": "housing"}, "civic_use_of_public_asset"),
        ({"roles.ownership": "community", FORMS: ["foundation_or_trust"]}, "community_land_trust"),
        (
            {"roles.ownership": "community", FORMS: ["foundation_or_trust"], CONTRIBUTIONS: ["member_shares"]},
            "community_owned_public_backed",
        ),
        ({"roles.ownership": "shared"}, "parallel_provision"),
        ({"roles.ownership": "shared", INSTRUMENTS: ["equity_stake"]}, "joint_enterprise"),
        (
            {"roles.ownership": "shared", INSTRUMENTS: ["equity_stake"], FORMS: ["cooperative", "association"]},
            "multi_stakeholder_cooperative",
        ),
        ({"sector": "water"}, "delegated_service"),
        ({INSTRUMENTS: ["procurement_or_contract"]}, "delegated_service"),
        ({INSTRUMENTS: []}, "public_with_civic_governance"),
        ({INSTRUMENTS: ["planning_power"]}, "shared_planning_power"),
        ({"roles.ownership": "third_party"}, None),
        ({"roles.delivery": "public", "decision_right": "none"}, None),
        ({**{f"roles.{role}": "community" for role in ROLES}, INSTRUMENTS: []}, None),
    ],
)
def test_one_change_at_a_time(change, model):
    assert model_of({**HALL, **change}).model == model


def test_votes_alone_do_not_change_who_owns():
    assert model_of({**HALL, "roles.governance": "community"}).model == model_of(HALL).model
