"""The five tests, read off the codes of every case."""

from __future__ import annotations

import pytest

from pcc_data.analysis.five_tests import FIELDS, TESTS, VERDICTS, five_tests, passed
from pcc_data.codes import load_codebook
from pcc_data.teaching import teaching


def test_the_tests_are_those_of_the_stories_and_rest_on_coded_fields():
    assert list(TESTS) == list(teaching("vignettes")["tests"]) == list(FIELDS)
    assert all(load_codebook().codes(field) for fields in FIELDS.values() for field in fields)


def test_every_case_has_a_verdict_on_every_test(data):
    table = five_tests(data)
    assert list(table.index) == list(data.cases.index) and list(table) == list(TESTS)
    assert set(table.stack()) <= set(VERDICTS)
    assert (table["essential"] == "holds").all(), "cases were chosen so"


def test_the_duty_is_what_is_coded(data):
    verdicts, codes = five_tests(data)["duty_stays"], data.state("public_duty").astype(str)
    for code, verdict in (
        ("kept", "holds"),
        ("shared", "in_part"),
        ("shifted", "does_not"),
        ("not_found", "not_found"),
    ):
        assert ((codes == code) == (verdicts == verdict)).all()


@pytest.mark.parametrize(
    ("case", "test", "verdict"),
    [
        ("cadiz-energy-boards", "joint", "in_part"),  # it pays by bills, has no role and no vote
        ("toronto-food-policy-council", "joint", "does_not"),  # every role public, may inform
        ("haringey-wards-corner-latin-village", "joint", "does_not"),
        ("imbabura-pesillo-public-community-water", "joint", "in_part"),  # shared, but on paper so far
        ("wolfhagen-energy-cooperative", "joint", "holds"),
        ("eeklo-cooperative-wind", "public_partner", "in_part"),  # no role, but land and a tender
        ("kisumu-delegated-water-management", "organised_community", "in_part"),
        ("brussels-community-land-trust", "organised_community", "holds"),
        ("blantyre-water-user-associations", "duty_stays", "does_not"),
    ],
)
def test_verdicts_on_single_cases(data, case, test, verdict):
    assert five_tests(data).at[case, test] == verdict


def test_who_passes_and_who_passes_without_the_duty(data):
    table = five_tests(data)
    strict, kind = passed(table), passed(table, ["duty_stays"])
    assert (kind | ~strict).all() and strict.sum() < kind.sum() < len(table)
    assert strict.sum() == (table == "holds").all(axis=1).sum()


def test_no_case_is_no_row(data):
    assert five_tests(data.only([])).shape == (0, len(TESTS))


def test_an_advisory_place_alone_has_the_name_of_a_model_and_does_not_pass(data):
    """As *Compare ownership models* tells of shared planning power."""
    case = "toronto-food-policy-council"
    assert data.state("ownership_model")[case] == "shared_planning_power"
    assert data.state("decision_right")[case] == "informs" and five_tests(data).at[case, "joint"] == "does_not"
