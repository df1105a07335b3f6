"""From one project to a city: stages, sequences, what was taken back, the road map, and what the collection lacks."""

from __future__ import annotations

import base64
import re
from html import unescape

import nbformat
import pytest
from markupsafe import escape

import pcc_data as pcc
from pcc_data.analysis.sequences import places
from pcc_data.analysis.sequences import stages as all_stages
from pcc_data.analysis.taken_back import names, taken_back
from pcc_data.pages.road_map import Plan, road_map
from pcc_data.paths import datasets_dir
from pcc_data.quiz.questions import questions
from pcc_data.teaching import teaching

NOTEBOOK = datasets_dir().parent / "notebooks" / "3_imagination" / "3_3_towards_structural.ipynb"
PROSE = "\n\n".join(cell.source for cell in nbformat.read(NOTEBOOK, as_version=4).cells if cell.cell_type == "markdown")


def shown(explorer) -> str:
    html = explorer.picture.html
    assert html and "pcc-error" not in html
    return html


def test_stages_open_without_an_answer_and_lead_to_the_next_stage(data):
    explorer = pcc.explore.stages(data)
    order = [stage for stage in all_stages().values() if stage.means]
    assert all(escape(stage.means) in shown(explorer) for stage in order)
    assert not any(escape(step["text"]) in shown(explorer) for place in places().values() for step in place["steps"])
    for stage, following in zip(order, list(all_stages().values())[1:], strict=True):
        explorer.set(stage=stage.id)
        html = shown(explorer)
        for place in places().values():
            for kind in (stage.id, following.id):
                first = next((step for step in place["steps"] if step["stage"] == kind), None)
                assert first is None or escape(first["text"]) in html
        assert html.count("Says who?") >= 4
    explorer.start_again()
    assert explorer.controls["stage"].value == ""


@pytest.mark.parametrize("place", places())
def test_a_place_is_read_step_by_step_with_sources(data, place):
    explorer = pcc.explore.sequences(data)
    explorer.picture.picked = place
    explorer.picture.picks += 1
    html = shown(explorer)
    for other, told in places().items():
        for step in told["steps"]:
            here = html.split("<h3>")[1]
            assert (escape(step["text"]) in here) == (other == place)
    sources = data.one("sources", places()[place]["steps"][0]["case"]).set_index("source")
    assert escape(sources.at[places()[place]["steps"][0]["sources"][0], "title"]) in html
    assert escape(places()[place]["reading"]) in html and "Our reading:" in html
    assert ("</b> nothing, in what was read." in html) == ("taken_back" not in places()[place])


def test_sequences_say_why_they_cannot_open(data):
    with pytest.raises(ValueError, match="five places"):
        pcc.explore.sequences(data.only(["cadiz-energy-boards"]))


@pytest.mark.parametrize("who", names("who"))
def test_what_was_taken_back_is_read_by_who_took_it(data, who):
    explorer = pcc.explore.setbacks(data)
    explorer.set(who=who)
    html = shown(explorer)
    rows = taken_back(data)
    for case, row in rows.iterrows():
        assert (escape(row["text"]) in html) == (row["who"] == who), case
        assert not isinstance(row["later_text"], str) or (escape(row["later_text"]) in html) == (row["who"] == who)
    assert f"{(rows['who'] == who).sum()} of {len(rows)} cases" in html


def test_a_case_tells_what_was_taken_or_that_nothing_was_found(data):
    explorer = pcc.explore.setbacks(data)
    explorer.set(case="wolfhagen-energy-cooperative")
    assert "founds a company of its own for water and grid" in unescape(shown(explorer))
    explorer.set(case="trondheim-svartlamon-housing-foundation")
    assert "That is not the same as nothing taken" in shown(explorer)


def test_ended_cases_with_their_reasons(data):
    explorer = pcc.explore.setbacks(data, "ends")
    ended = data.cases.index[data.cases["status"] == "ended"]
    for case in ended:
        assert data.why(case, "end_reason").basis in unescape(shown(explorer))
    assert f"{len(ended)} of {len(data)} cases have ended. Ended is not failed." in explorer.picture.html
    explorer.set(sector="water")
    assert "Choose all sectors" in shown(explorer)


@pytest.mark.parametrize("name", ["setbacks", "coverage"])
def test_every_view_and_sector_with_an_opened_case(data, name):
    explorer = getattr(pcc.explore, name)(data)
    for _, view in explorer.controls["view"].options:
        for _, sector in explorer.controls["sector"].options:
            explorer.set(view=view, sector=sector)
            shown(explorer)
    explorer.picture.picked = "cadiz-energy-boards"
    explorer.picture.picks += 1
    assert data.why("cadiz-energy-boards", "status").basis in unescape(shown(explorer))
    assert explorer.picture.chosen == "cadiz-energy-boards"
    explorer.start_again()
    assert explorer.controls["case"].value == "" and explorer.picture.html == explorer._static


def test_coverage_opens_on_places_and_shows_the_same_where_no_kernel_runs(data):
    assert pcc.charts.coverage(data, "places").title in pcc.explore.coverage(data).static()


def test_the_road_map_holds_what_was_picked_and_its_page(data):
    explorer, steps = pcc.explore.road_map(data), {step["id"]: step for step in teaching("road_map")["steps"]}
    assert f"All {len(steps)} steps" in shown(explorer)
    explorer.set(**{"statute": True, "town": "Žabno", "own-days": "Ask the <gardeners>", "request": "one person"})
    html = shown(explorer)
    assert "Ask the &lt;gardeners&gt;" in html and "Nothing picked for this time." in html
    assert all((escape(step["text"]) in html) == (key == "statute") for key, step in steps.items())
    assert html.count("Says who?") == len(steps["statute"]["from"])
    packed = re.search(r'download="road_map_zabno.html" href="data:text/html;charset=utf-8;base64,([^"]+)"', html)[1]
    plan = Plan(("statute",), {"days": "Ask the <gardeners>"}, "Žabno", "one person")
    assert base64.b64decode(packed).decode() == road_map(data, plan)
    explorer.start_again()
    assert not explorer.controls["statute"].value and not explorer.controls["town"].value


def test_three_scenes_whose_hints_point_into_the_notebook(data):
    headings = set(re.findall(r"(?m)^## (.+)$", PROSE))
    asked = questions("self_check_3_3", data)
    assert len(asked) == 3 and sum(question.kind == "number" for question in asked) <= 1
    for question in asked:
        assert set(re.findall("“([^”]+)”", question.hint)) & headings
        assert len(question.right) == 1 and question.judge(question.right[0])
    told = taken_back(data).loc["ghana-district-mutual-health-insurance"]
    assert asked[1].right == ("ghana-district-mutual-health-insurance",) and told["who"] == "state"


def test_the_words_of_the_report_come_back_and_research_has_left():
    for word in ("climate", "inclusion", "public ownership", "democratic", "local knowledge"):
        assert len(re.findall(rf"(?i)\*{word}\*", PROSE)) >= 2, word
    cells = nbformat.read(NOTEBOOK, as_version=4).cells
    calls = "\n".join(cell.source for cell in cells if cell.cell_type == "code")
    assert not re.search(r"explore\.(city|coverage|checklist)\(", calls) and "De 99" not in PROSE
    assert "(../2_practice/2_5_toolbox.ipynb)" in PROSE and "request to the council" in PROSE


def test_what_the_summary_says_of_who_takes_holds(data):
    who = taken_back(data)["who"]
    assert who.isin(["city", "state", "company"]).sum() > len(who) / 2  # "most often by a public body"


def test_the_prose_counts_the_stages_and_places_that_there_are():
    assert len(teaching("stages")["stages"]) == 5 and "Read the five stages aloud." in PROSE
    assert len(teaching("sequences")["sequences"]) == 5 and "Five places went from one project to many." in PROSE
    assert teaching("road_map")["times"][0]["name"] == "In 100 days" and "the first 100 days" in PROSE
