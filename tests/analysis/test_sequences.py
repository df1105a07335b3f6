"""How one became many: every step stands in a record, and the years are counted as told."""

from __future__ import annotations

import pytest

from pcc_data.analysis.sequences import RULE, TRIAL, places, stages, steps, to_a_rule
from pcc_data.dataset.grounds import grounds
from pcc_data.teaching import teaching
from tests.teaching_texts import figures_of, numbers, rests_on

STEPS = [(key, step) for key, place in places().items() for step in place["steps"]]
WHO = [part["id"] for part in teaching("stages")["who"]]


@pytest.mark.parametrize(("place", "step"), STEPS, ids=[f"{key}-{step['year']}-{step['stage']}" for key, step in STEPS])
def test_a_step_stands_in_its_record_with_its_sources_and_its_year(records, place, step):
    record = next(one for one in records if one["id"] == step["case"])
    cited = set(step["sources"])
    assert cited and cited <= {source["id"] for source in record["sources"]}
    facts = [*record["events"], *(record["indicators"] or []), *(record["votes"] or [])]
    assert any(fact.get("year") == step["year"] and cited & set(fact["sources"]) for fact in facts)
    assert step["stage"] in stages() and step["who"] in WHO and step["text"].endswith(".")


def test_figures_stand_in_facts_of_the_record_with_the_same_sources(records):
    by_id = {record["id"]: record for record in records}
    for _, step in STEPS:
        rests_on(by_id[step["case"]], step["text"], step["sources"])
    for key, place in places().items():
        told = place["reading_sources"].items()
        known = set().union(*(figures_of(by_id[case], ids) for case, ids in told))
        assert numbers(f"{place['reading']} {place.get('taken_back', '')}") <= known, key


def test_places_are_told_in_order_with_sources_for_what_is_read_into_them(records):
    known = {record["id"]: {source["id"] for source in record["sources"]} for record in records}
    assert len(places()) == 5
    for place in places().values():
        years = [step["year"] for step in place["steps"]]
        assert years == sorted(years) and 5 <= len(years) <= 9
        assert {step["case"] for step in place["steps"]} >= place["reading_sources"].keys()
        assert all(set(ids) <= known[case] for case, ids in place["reading_sources"].items())


def test_years_from_a_trial_to_a_rule_by_hand(data):
    found = to_a_rule(data)["years"].to_dict()
    for key, place in places().items():
        first = next(step for step in place["steps"] if step["stage"] in TRIAL)
        later = [step["year"] for step in place["steps"] if step["stage"] == RULE and step["case"] == first["case"]]
        assert found[key] == min(year for year in later if year >= first["year"]) - first["year"]
    assert found == {"bologna": 2, "barcelona": 8, "naples": 3, "montevideo-uruguay": 2, "kerala": 15}


def test_steps_of_cases_that_are_not_in_the_data_are_left_out(data):
    some = steps(data.only(["naples-abc-acqua-bene-comune"]))
    assert set(some["sequence"]) == {"naples"} and 0 < len(some) < len(places()["naples"]["steps"])
    assert not len(steps(data.only(["cadiz-energy-boards"]))) and not len(to_a_rule(data.only([])))


def test_what_the_summary_says_of_the_five_places(data):
    rows = steps(data)
    first = rows.drop_duplicates("sequence")["stage"].tolist()
    assert first.count("statute_federation") == 1  # "in one the statute came first"
    orders = {tuple(part["stage"]) for _, part in rows.groupby("sequence")}
    assert len(orders) == 5  # "no two of the five places went the same way"


@pytest.mark.parametrize("stage", teaching("stages")["stages"], ids=lambda stage: stage["id"])
def test_a_stage_is_explained_asked_and_seen(data, stage):
    assert stage["means"].endswith(".") and stage["ask"].endswith("?")
    found = grounds(data, stage)
    assert [ground.case for ground in found] == [part["case"] for part in stage["from"]]
    assert all(ground.sources for ground in found)
