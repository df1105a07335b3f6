"""What happened next, and the courses of all cases."""

from __future__ import annotations

from html import unescape

import pytest
from markupsafe import escape

import pcc_data as pcc
from pcc_data.explore import _what_next
from pcc_data.explore._kit import paged
from pcc_data.say import say


def shown(explorer) -> str:
    html = explorer.picture.html
    assert html and "pcc-error" not in html
    return html


def test_opening_shows_nothing_of_what_came_later(data):
    explorer = pcc.explore.what_next(data)
    for group in ("mix", "all"):
        explorer.controls["group"].value = group
        for _, case in explorer.controls["case"].options:
            explorer.controls["case"].value = case
            html, until = shown(explorer), explorer.controls["until"].value
            events = data.one("events", case)
            for event in events.itertuples():
                told = escape(event.label) in html
                assert told == (
                    event.year <= until or (events.loc[events["year"] <= until, "label"] == event.label).any()
                )
            assert "Recorded, as of" not in html
            basis = data.why(case, "status").basis
            assert basis not in unescape(html) and escape(data.cases.at[case, "summary"]) not in html


def test_answer_stands_beside_the_guess(data):
    explorer = pcc.explore.what_next(data, "madrid-campo-de-cebada")
    explorer.controls["guess"].value = "active"
    assert "The guess: <b>Active</b>" in shown(explorer)
    explorer.controls["reveal"].value = True
    html = shown(explorer)
    assert "<dt>The guess</dt><dd><b>Active</b>" in html and "The record says otherwise" in html
    assert f"as of {data.cases.at['madrid-campo-de-cebada', 'status_as_of']}</dt><dd><b>Ended</b>" in html
    assert data.why("madrid-campo-de-cebada", "status").basis in unescape(html)
    for event in data.one("events", "madrid-campo-de-cebada").itertuples():
        assert escape(event.label) in html
    explorer.controls["guess"].value = "ended"
    assert "The guess agrees with the record" in shown(explorer)


@pytest.mark.parametrize("status", ["active", "weakened", "contested", "stalled", "ended"])
def test_every_case_can_be_revealed(data, status):
    explorer = pcc.explore.what_next(data)
    explorer.controls["group"].value = "all"
    label = pcc.codebook.label("status", status)
    for case in data.filter(status=status).cases.index:
        explorer.controls["case"].value = case
        assert explorer.controls["reveal"].value is False and explorer.controls["guess"].value == ""
        explorer.controls["reveal"].value = True
        assert f"<dd><b>{label}</b></dd>" in shown(explorer)


def test_story_can_be_told_further(data):
    explorer = pcc.explore.what_next(data, "hastings-peoples-pier")
    for _, year in explorer.controls["until"].options:
        explorer.controls["until"].value = year
        assert f"up to {year}" in shown(explorer)


def test_opening_ends_before_the_end(data):
    for case in data.filter(status="ended").cases.index:
        assert _what_next.opening_year(data, case) < data.cases.at[case, "end_year"]


def test_mixed_dozen_has_all_states_and_opens_on_none_that_goes_on(data):
    chosen = _what_next.mixed(data)
    states = data.cases.loc[chosen, "status"].astype(str)
    assert len(chosen) == len(set(chosen)) == 12 and set(states) == set(pcc.codebook.codes("status"))
    assert states.iloc[0] in ("ended", "weakened", "contested")
    assert (states == "ended").sum() > (states == "active").sum()


def test_a_name_does_not_give_the_end_away(data):
    explorer = pcc.explore.what_next(data, "portneuf-saint-basile-health-cooperative")
    assert "dissolved" in data.cases.at["portneuf-saint-basile-health-cooperative", "name"]
    assert "dissolved" not in shown(explorer) + str(explorer.controls["case"].options)


def test_works_for_one_case_only(data):
    explorer = pcc.explore.what_next(data.only(["eeklo-cooperative-wind"]))
    explorer.controls["reveal"].value = True
    assert "Recorded, as of" in shown(explorer)


def test_no_case_is_refused(data):
    with pytest.raises(ValueError, match="no case"):
        pcc.explore.what_next(data.only([]))


def test_start_again_hides_the_answer(data):
    explorer = pcc.explore.what_next(data)
    before = explorer.picture.html
    explorer.controls["group"].value = "all"
    explorer.controls["reveal"].value = True
    explorer.start_again()
    assert explorer.picture.html == before


def test_courses_through_all_controls(data):
    explorer = pcc.explore.courses(data)
    for view in ("lives", "promises", "figures"):
        explorer.controls["view"].value = view
        for name in ("sector", "status", "by", "figure", "page"):
            for value in [value for _, value in explorer.controls[name].options][:7]:
                explorer.controls[name].value = value
                assert shown(explorer)
            explorer.set(sector="", status="", page=1)


def test_pages_follow_the_selection(data):
    explorer = pcc.explore.courses(data)
    assert len(explorer.controls["page"].options) == -(-len(data) // 24)
    explorer.controls["page"].value = 3
    explorer.controls["status"].value = "ended"
    assert explorer.controls["page"].value == 1 and len(explorer.controls["page"].options) == 1
    assert f"{len(data.filter(status='ended'))} ended" in explorer.picture.html


def test_empty_selection_says_what_to_widen(data):
    pairs = set(zip(data.cases["sector"], data.cases["status"], strict=True))
    sector, status = next(
        (a, b) for a in pcc.codebook.codes("sector") for b in pcc.codebook.codes("status") if (a, b) not in pairs
    )
    explorer = pcc.explore.courses(data)
    explorer.set(sector=sector, status=status)
    assert "pcc-empty" in explorer.picture.html and "all sectors" in explorer.picture.html


def test_a_click_opens_the_story(data):
    explorer = pcc.explore.courses(data)
    explorer.picture.picked = "eeklo-cooperative-wind"
    explorer.picture.picks += 1
    assert explorer.controls["case"].value == "eeklo-cooperative-wind"
    assert escape(data.cases.at["eeklo-cooperative-wind", "summary"]) in explorer.picture.html


@pytest.mark.parametrize(
    ("total", "limit", "last"), [(0, 5, "0 to 0 of 0"), (5, 5, "1 to 5 of 5"), (6, 5, "6 to 6 of 6")]
)
def test_page_options(total, limit, last):
    assert paged.page_options(total, limit)[-1][0] == last


def test_unknown_view_is_refused(data):
    with pytest.raises(ValueError, match="lives"):
        pcc.explore.courses(data, "life")


@pytest.mark.parametrize(
    ("view", "table", "words"), [("promises", "promises", "what"), ("figures", "indicators", "label")]
)
def test_every_row_of_a_view_says_who(data, view, table, words):
    explorer = pcc.explore.courses(data, view)
    html = shown(explorer)
    assert explorer.look_at == say(f"courses.look-{view}") and "Says who?" in html
    if view == "promises":
        from pcc_data.analysis.promise_rows import promise_rows
        from pcc_data.charts._promises import LIMIT

        rows = promise_rows(data).head(LIMIT)
    else:
        code, unit = explorer.controls["figure"].value.split("|")
        rows = data.indicators[(data.indicators["code"] == code) & (data.indicators["unit"] == unit)]
    for case, said, ids in zip(rows["case"], rows[words], rows["sources"], strict=True):
        assert escape(said) in html
        urls = data.one("sources", case).set_index("source").loc[ids.split(";"), "url"]
        assert all(escape(url) in html for url in urls)


def test_no_name_in_a_guess_tells_the_year_of_its_end(data):
    from pcc_data.explore._what_next import what_next

    named = data.cases.loc["portugal-saal-resident-led-housing"]
    assert "1974 to 1976" in named["name"]
    options = what_next(data).controls["case"].options
    assert sum("SAAL" in name for name, _ in options) == 1
    for name, case in options:
        heading = shown(what_next(data, case)).partition("<h3>")[2].partition("</h3>")[0]
        for told in (heading, name):
            assert "1974" not in told and str(data.cases.at[case, "end_year"]) not in told
