"""Who tells a lesson is read off its sources."""

from __future__ import annotations

import pytest

from pcc_data.dataset.told_by import TELLERS, is_own_reading, told_by
from pcc_data.pages.card import Card


@pytest.mark.parametrize(
    ("case", "publisher", "who"),
    [
        ("plymouth-energy-community", "Plymouth Energy Community", ("group",)),
        ("plymouth-energy-community", "Plymouth Energy Community and Plymouth City Council", ("group", "public")),
        ("wolfhagen-energy-cooperative", "Stadtwerke Wolfhagen (copy on vdocuments.net)", ("public",)),
        ("uruguay-fucvam-mutual-aid-cooperatives", "FUCVAM / SELVIP", ("group",)),
        ("toronto-food-policy-council", "People's Food Institute", ("partner",)),
    ],
)
def test_a_site_of_a_partner_is_that_sides_when_it_bears_its_name(data, case, publisher, who):
    rows = data.one("sources", case)
    [row] = rows[(rows["publisher"] == publisher) & (rows["kind"] == "own_site")].head(1).itertuples()
    assert told_by(data, case, row.source) == who


def test_the_other_kinds_speak_for_themselves(data):
    wanted = {"official": "public", "academic": "researchers", "press": "press", "ngo": "others", "other": "others"}
    for kind, who in wanted.items():
        row = data.sources[data.sources["kind"] == kind].iloc[0]
        assert told_by(data, row["case"], row["source"]) == (who,)


def test_tellers_stand_in_one_order_each_once(data):
    for row in data.lessons.iloc[::7].itertuples():
        who = told_by(data, row.case, row.sources)
        assert who and list(who) == [teller for teller in TELLERS if teller in who]
    assert told_by(data, "cadiz-energy-boards", "") == ()


def test_lessons_on_a_card_say_who_tells_them_and_boards_do_not(data):
    card = Card(data, "cadiz-energy-boards")
    count = len(data.one("lessons", card.case)) + len(data.one("challenges", card.case))
    assert card.html().count("Told by ") == card.part("learned").count("Told by ") == count


def test_an_unknown_case_is_refused(data):
    with pytest.raises(ValueError, match="cadiz"):
        told_by(data, "cadis-energy-boards", "s1")


def test_a_lesson_that_is_the_records_own_reading_is_told_as_that(data):
    own = data.lessons[data.lessons["text"].str.contains("own reading|record's reading")]
    assert 5 < len(own) < len(data.lessons) / 10
    for row in data.lessons.itertuples():
        words = Card(data, row.case).told_by(row.sources, row.text)
        assert words.startswith("The record's own reading;") == (row.Index in own.index)
        assert is_own_reading(row.text) == (row.Index in own.index)
