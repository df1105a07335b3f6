"""On what the records are silent."""

from __future__ import annotations

import pcc_data as pcc
from pcc_data.analysis.told_on import SUBJECTS, told_on


def test_counts_are_those_of_the_records(data, records):
    plain = {
        "staff": [bool(record.get("staff")) for record in records],
        "terms": [bool((record.get("staff") or {}).get("terms")) for record in records],
        "union": [bool((record.get("staff") or {}).get("union")) for record in records],
        "unpaid": [bool(record.get("unpaid_work")) for record in records],
        "surplus": [record.get("surplus_use") is not None for record in records],
    }
    assert told_on(data) == {subject: sum(plain[subject]) for subject in SUBJECTS}


def test_nothing_is_told_of_no_case(data):
    assert told_on(data.only([])) == dict.fromkeys(SUBJECTS, 0)


def test_the_picture_says_how_many_records_are_silent_on_the_staff(data):
    chart, told = pcc.charts.silences(data), told_on(data)
    assert chart.title == f"In {len(data) - told['staff']} of {len(data)} records nothing was found on the paid staff"
    for subject, (there, missing) in zip(SUBJECTS, chart.table.itertuples(index=False), strict=True):
        assert (there, missing) == (told[subject], len(data) - told[subject])
        assert f"{told[subject]} of {len(data)}" in chart.svg and f"{told[subject]} of {len(data)}" in chart.text


def test_the_picture_tells_volunteer_labour_from_what_is_told_of_unpaid_work(data, records):
    given = [record for record in records if "volunteer_labour" in record["community_contributions"]]
    told = [record for record in given if record.get("unpaid_work")]
    text = pcc.charts.silences(data).text
    assert f"Volunteer labour is coded in {len(given)} of {len(records)}; in {len(told)} of these the record" in text
    assert 0 < len(told) < len(given)


def test_what_members_give_and_what_is_told_of_unpaid_work_have_a_name_each(data):
    from pcc_data.pages.canvas import canvas_blocks
    from tests.test_guesses import words

    book = pcc.codebook
    gift, told = book.label("community_contributions", "volunteer_labour"), book.label("unpaid_work")
    assert (gift, told) == ("Volunteer labour", "Unpaid work")
    canvas = words(canvas_blocks())
    assert f"☐ {gift}" in canvas and f"☐ {told}" not in canvas and "Who does unpaid work" in canvas
    for field, code in (("community_contributions", "volunteer_labour"), ("indicators.code", "volunteer_hours")):
        assert told.lower() not in book.codes(field)[code].definition["en"].lower()
    assert gift in pcc.charts.contributions(data).svg and told not in pcc.charts.contributions(data).svg
    assert told in pcc.charts.silences(data).table.index.tolist() + list(pcc.charts.silences(data).table.iloc[:, 0])


def test_no_field_counts_women():
    """The toolbox notebook says so."""
    assert not [key for key in pcc.codebook.fields if "women" in key or "gender" in key]
    assert not [code for code in pcc.codebook.codes("indicators.code") if "women" in code]
