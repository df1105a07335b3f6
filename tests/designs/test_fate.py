"""Fate cards: each rests on a record, and a table gets them in an order of its own."""

from __future__ import annotations

import re

from pcc_data.designs import Design
from pcc_data.designs.fate import card_of, deck, fate_cards, next_card


def test_each_card_rests_on_a_case_and_sources_of_its_record(data):
    assert len(fate_cards()) >= 12 and len({card.case for card in fate_cards()}) == len(fate_cards())
    for card in fate_cards():
        assert card.case in data.cases.index
        known = set(data.sources.loc[data.sources["case"] == card.case, "source"])
        assert set(card.sources.split(";")) <= known, card.case


def test_a_card_names_no_place(data):
    for card in fate_cards():
        city = re.split(r"[ ,(-]", data.cases.at[card.case, "city"])[0]
        assert city not in card.card, card.case


def test_each_sector_has_cards_of_its_own_and_they_come_first(data):
    for sector in data.cases["sector"].unique():
        dealt = [data.cases.at[card.case, "sector"] == sector for card in deck(data, Design(sector=sector))]
        assert any(dealt) and dealt == sorted(dealt, reverse=True)


def test_the_same_design_gets_the_same_card_and_another_design_another_one(data):
    ours = Design(sector="water", name="Ours", place={"city": "Muddleton"})
    assert deck(data, ours) == deck(data, Design(**ours.values))
    first = {next_card(data, Design(sector="water", name=f"Table {at}")).case for at in range(12)}
    assert len(first) > 1


def test_another_card_goes_through_the_deck_and_begins_anew(data):
    ours = Design(sector="food")
    card, seen = None, []
    for _ in range(len(fate_cards()) + 1):
        card = next_card(data, ours, card.case if card else None)
        seen.append(card.case)
    assert set(seen) == {one.case for one in fate_cards()} and seen[0] == seen[-1]


def test_a_card_is_found_by_its_case_and_one_that_is_gone_is_none(data):
    assert card_of(fate_cards()[0].case) == fate_cards()[0] and card_of("nowhere") is None and card_of(None) is None
    assert next_card(data, Design(), "nowhere") == deck(data, Design())[0]
