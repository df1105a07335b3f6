"""`pcc present`: one step a screen, turned by keys or a clicker, and no key that destroys."""

from __future__ import annotations

import json
import random
import re

import pytest

from pcc_data.say import say
from pcc_data.teaching import teaching
from tests.browser.conftest import PRESENTED, real_errors
from tests.browser.desk import READY
from tests.browser.server import ROOT, started
from tests.browser.test_live_pages import CODE, errors, notebooks

__all__ = ["errors"]
pytestmark = pytest.mark.browser
NOW = ".pcc-step-page.pcc-now"
WHERE = "#pcc-where"
KEYS = ["d", "d", "x", "Escape", "Enter", "Control+s", "a", "b", "b", "o", "n", "c", "y", "m", "0", "0", "Delete"]
KEYS += ["Tab", "PageDown", "PageUp", "ArrowRight", "ArrowLeft", "Home", "F2"]
KEYS += [" ", "Backspace", "Shift+Enter", "Control+z"]


@pytest.fixture
def presented(stage):
    """Address of a presented notebook."""
    return stage(PRESENTED)


DATA = """() => {
    const place = document.querySelector('.pcc-now .pcc-cell').appendChild(document.createElement('div'));
    place.innerHTML = `<div class='jp-RenderedHTMLCommon jp-RenderedHTML jp-OutputArea-output'>
        <table class='dataframe'><td>a</td></table><pre>b</pre></div>`;
    const sizes = [...place.querySelectorAll('td, pre')].map(one => parseFloat(getComputedStyle(one).fontSize));
    place.remove();
    return Math.min(...sizes);
}"""
"""Pixels of a table of data and of what is printed, as pandas and JupyterLab write them."""


def shown(page) -> str:
    return page.locator(WHERE).inner_text()


def test_keys_turn_the_steps_and_no_picture_leaves_its_screen(stand):
    page = stand(PRESENTED).page
    assert page.locator(f"{NOW}:visible").count() == 1 and not page.locator(CODE).count()
    first = shown(page)
    assert first.startswith("1 of ") and "Compare ownership models" in first
    size = page.locator(f"{NOW} p").first.evaluate("one => parseFloat(getComputedStyle(one).fontSize)")
    assert size * 1080 / 720 >= 24, "in type for the last row"
    assert page.evaluate(DATA) * 1080 / 720 >= 24, "tables of data, too"
    for key in ("PageDown", "ArrowRight", " "):
        page.keyboard.press(key)
    assert shown(page) != first
    page.keyboard.press("Home")
    assert shown(page) == first
    steps = int(first.split()[2].rstrip(":"))
    met, last = set(), ""
    while shown(page) != last or page.locator("#pcc-next").is_enabled():
        last = shown(page)
        for svg in page.locator(f"{NOW} .pcc-svg:visible").all():
            assert svg.bounding_box()["height"] <= 720 - 60, shown(page)
            met.add(last)
        assert page.locator(NOW).evaluate("step => step.scrollWidth <= step.clientWidth"), (
            f"{shown(page)}: nothing is cut"
        )
        page.keyboard.press("PageDown")
    assert last.startswith(f"{steps} of {steps}")
    assert {step.split(": ")[1] for step in met} == {"Guess first", "What each side gives"}, "all else waits"


def test_who_pressed_an_answer_or_the_window_of_notes_turns_the_page_with_the_same_keys(page, presented):
    page.goto(presented)
    page.wait_for_function(READY)
    page.keyboard.press("End")
    answers = page.locator(f"{NOW} :is(.widget-toggle-buttons, .pcc-many) button:visible")
    while not answers.count():
        page.locator("#pcc-back").click()
    here, chosen = shown(page), page.locator(f"{NOW} button.mod-active")
    answers.first.click()
    chosen.wait_for()
    told = chosen.all_inner_texts()
    page.keyboard.press("ArrowLeft")
    assert shown(page) != here
    page.keyboard.press("PageDown")
    assert shown(page) == here and chosen.all_inner_texts() == told, "no key chose another answer"
    page.keyboard.press("n")
    with page.expect_popup() as notes:
        page.locator("#pcc-note button").click()
    notes.value.keyboard.press("PageUp")
    page.wait_for_function(f"before => document.querySelector('{WHERE}').textContent !== before", arg=here)


def test_a_browser_without_the_key_is_told_where_it_stands(page, presented):
    address, key = presented.split("?token=")
    page.goto(address)
    assert page.locator("main p").all_inner_texts() == [say("live.trouble-key")]
    page.get_by_label(say("live.trouble-key-typed")).fill("guessed")
    page.get_by_role("button").click()
    page.get_by_text(say("live.trouble-key-wrong")).wait_for()
    page.get_by_label(say("live.trouble-key-typed")).fill(key)
    page.get_by_role("button").click()
    page.wait_for_url(f"{address}**", wait_until="commit")
    page.goto(f"{address.partition('/voila')[0]}/nothing")  # a page of Jupyter's own
    assert page.locator("main p").first.inner_text() == say("live.trouble-404")


LABELS = """one => [...one.querySelectorAll('text')].filter(text => text.textContent.trim().length > 2)
    .map(text => parseFloat(getComputedStyle(text).fontSize) * text.getScreenCTM().a)"""
"""Pixels of the words of a picture; letters on marks are left out (`tests/charts/test_hall.py`)."""


def test_what_is_uncovered_stands_whole_on_its_screen_in_type_for_the_last_row(page, presented):
    page.set_viewport_size({"width": 1920, "height": 1080})
    page.goto(presented)
    page.wait_for_function(READY)
    page.keyboard.press("End")
    met = 0
    while page.locator("#pcc-back").is_enabled():
        page.locator("#pcc-back").click()
        now = page.locator(NOW)
        assert not now.inner_text().startswith(("Look.", "Explain.")), f"{shown(page)}: without what it speaks of"
        covered, said = now.locator(".pcc-covered > button"), now.locator("[data-after]")
        if not covered.count():
            continue
        assert not any(one.is_visible() for one in said.all()), "what is said of a picture would tell the answer"
        covered.first.click()
        now.locator(".pcc-covered .pcc-explorer").wait_for()
        assert all(one.is_visible() for one in said.all())
        for svg in now.locator(".pcc-svg").all():
            box, met = svg.bounding_box(), met + 1
            assert box["y"] >= 0 and box["y"] + box["height"] <= now.bounding_box()["height"], shown(page)
            assert min(svg.evaluate(LABELS)) >= 24, shown(page)
    assert met >= 4


TYPE = """step => Math.min(...[...step.querySelectorAll('h4, th, td, p, pre, summary')]
    .filter(one => one.checkVisibility() && one.textContent.trim())
    .map(one => parseFloat(getComputedStyle(one).fontSize)))"""
"""Pixels of the smallest type of a step."""


def test_a_table_that_waits_for_the_guess_stands_alone_and_is_read_whole(page, stage):
    page.set_viewport_size({"width": 1920, "height": 1080})
    page.goto(stage("4_research/4_1_first_table.ipynb"))
    page.wait_for_function(READY)
    now, met = page.locator(NOW), 0
    while page.locator("#pcc-next").is_enabled():
        lines = now.locator('details[data-key="guess"]:not([open]) > summary')
        if lines.count():
            assert not {"Look.", "Explain."} & set(now.inner_text().split()), f"{shown(page)}: it tells the answer"
        while lines.count():
            lines.first.click()
            met += 1
        now.locator("details").evaluate_all("all => all.forEach(one => { one.open = true; })")
        assert now.evaluate(TYPE) >= 24, shown(page)
        for table in now.locator('details[data-key="guess"] .pcc-table').all():
            assert table.evaluate("one => one.scrollHeight <= one.clientHeight"), f"{shown(page)}: rows are hidden"
        page.keyboard.press("PageDown")
    assert met == 8


LATE = """() => {
    window.late = new CSSStyleSheet();
    late.replaceSync(".pcc-controls > :not(:first-child) { display: none !important; }");
    document.adoptedStyleSheets.push(late);
}"""
"""A page that is still being laid out: controls are in their place, and most of them have no height yet."""


@pytest.mark.parametrize("used", [False, True], ids=["looked at", "used"])
def test_controls_that_are_uncovered_fold_away_and_leave_the_screen_to_their_picture(page, stage, used):
    """Also when they get their height late, and though the first of them has the focus; not under a hand."""
    page.goto(stage("4_research/4_6_method_notes.ipynb"))
    page.wait_for_function(READY)
    now, controls = page.locator(NOW), page.locator(f"{NOW} :is(.pcc-controls, .pcc-group):visible")
    page.keyboard.press("o")
    page.locator("#pcc-overview li button").filter(has_text="What is not here").click()
    page.evaluate(LATE)
    now.locator(".pcc-covered > button").click()
    now.locator(".pcc-covered .pcc-explorer .pcc-svg").wait_for()
    assert controls.count(), "one row may stay"
    now.locator(".pcc-controls :is(button, select, input)").first.focus()
    if used:
        page.keyboard.press("Shift")
    page.evaluate("late.replaceSync('')")
    page.wait_for_timeout(500)
    if used:
        assert controls.count(), "not under the hand of who uses them"
        return
    assert not controls.count() and page.locator("#pcc-fold").inner_text() == say("live.unfold")
    screen, picture = now.bounding_box(), now.locator(".pcc-svg").first.bounding_box()
    assert picture["y"] >= 0 and picture["y"] + picture["height"] <= screen["height"], "with its title"
    page.keyboard.press("c")
    assert controls.count(), "they come back by a key"


def test_a_vote_that_is_uncovered_shows_all_its_blocs(page, stage):
    """Though one of its controls, for another majority, takes a number."""
    page.goto(stage("1_theory/1_2_who_decides.ipynb"))
    page.wait_for_function(READY)
    page.keyboard.press("o")
    page.locator("#pcc-overview li button").filter(has_text="Two votes in Cádiz").first.click()
    covered = page.locator(f"{NOW} .pcc-covered > button")
    while not covered.count():
        page.locator("#pcc-next").click()
    covered.first.click()
    picture, screen = page.locator(f"{NOW} .pcc-covered .pcc-svg").first, page.locator(NOW).bounding_box()
    page.wait_for_function(f"() => document.querySelector('{NOW}').hasAttribute('data-folded')")
    assert picture.bounding_box()["y"] + picture.bounding_box()["height"] <= screen["height"]


def test_pictures_below_one_another_are_opened_by_lines_of_their_own_name(stand):
    page = stand(PRESENTED).page
    lines = [line.strip() for line in page.locator('details[data-key="guess"] > summary').all_text_contents()]
    assert len(lines) == len(set(lines)) == 2 and lines[0].endswith("(1 of 2)")


def test_every_explorer_has_its_step_and_what_asks_keeps_its_controls(page):
    """Kernels that draw side by side answer late, and no picture may be lost by that."""
    names = ["3_imagination/3_1_our_town.ipynb", "2_practice/2_3_compare_ownership_models.ipynb"]
    names += ["1_theory/1_1_what_is_a_collaboration.ipynb", "2_practice/2_4_what_happened_next.ipynb"]
    with started("present", *(f"notebooks/{name}" for name in names), "--no-browser") as address:
        page.goto(address)
        for name in names:
            page.wait_for_function(READY)
            cells = json.loads((ROOT / "notebooks" / name).read_text("utf-8"))["cells"]
            shows = [
                cell for cell in cells if cell["cell_type"] == "code" and "pcc.explore." in "".join(cell["source"])
            ]
            views = page.locator(".pcc-step-page .pcc-cell[data-shows]").filter(has=page.locator(".pcc, .pcc-covered"))
            assert views.count() >= len(shows) > 2, name
            for step in page.locator(".pcc-step-page[data-folded]").all():
                assert not step.locator(".pcc-input, .pcc-line, input[type=number]").count()
            then, rest = page.locator("#pcc-then"), names[names.index(name) + 1 :]
            page.keyboard.press("o")
            assert page.locator(".pcc-beside li").count() == len(names) and page.locator(".pcc-beside a").count() == 3
            page.keyboard.press("Escape")
            assert not then.is_visible()
            page.keyboard.press("End")
            assert then.is_visible() == bool(rest), "the last step leads to the notebook that comes next"
            if rest:
                with page.expect_navigation(url=f"**/{rest[0]}*"):
                    then.click()


def test_what_is_printed_stands_in_its_step_and_on_no_other(stand):
    page = stand("4_research/4_2_extend_the_data.ipynb").page
    assert not page.locator("#rendered_cells > .pcc-cell:visible").count()
    printed = page.locator(".pcc-step-page").filter(has=page.locator("pre", has_text="yaml-language-server"))
    assert printed.count() == 1 and printed.get_attribute("data-title") == "One case as a file"


STORY = """story => (least => ({
    ends: Math.max(...[...story.querySelectorAll('.pcc-add')].map(one => one.getBoundingClientRect().bottom)),
    begins: story.querySelector('h3').getBoundingClientRect().top,
    type: least(story, 'p, button'), aloud: least(story, '.pcc-card > p'),
    map: story.querySelector('.pcc-svg').getBoundingClientRect().top,
}))((within, which) => Math.min(...[...within.querySelectorAll(which)].map(
    one => parseFloat(getComputedStyle(one).fontSize))))"""


@pytest.mark.parametrize(("wide", "high"), [(1280, 720), (1920, 1080)])
def test_a_story_up_to_its_question_stands_on_one_screen_before_its_map(page, stage, wide, high):
    page.set_viewport_size({"width": wide, "height": high})
    page.goto(stage("2_practice/2_1_ten_experiences.ipynb"))
    page.wait_for_function(READY)
    while not page.locator(f"{NOW} .pcc-beside").count():
        page.keyboard.press("PageDown")
    met, screen = set(), page.locator(NOW).bounding_box()
    for _ in teaching("stories"):
        story = page.locator(f"{NOW} .pcc-beside")
        title, told = story.locator("h3").inner_text(), story.evaluate(STORY)
        assert screen["y"] <= told["begins"] < told["ends"] <= screen["y"] + screen["height"], title
        assert told["ends"] < told["map"] and told["type"] * 1080 / high >= 24, title
        assert told["aloud"] * 1080 / high >= 30, f"{title}: what is read aloud"
        met.add(title)
        page.locator(NOW).get_by_role("button", name="Next story").first.click()
        page.wait_for_function("was => document.querySelector('.pcc-now h3').textContent != was", arg=title)
    assert len(met) == len(teaching("stories"))


ALIGNED = """() => [...document.querySelectorAll('main table.dataframe:not(.pcc-chart *)')].flatMap(table =>
    [...table.querySelectorAll('td')].filter(cell => cell.textContent.trim()).map(cell =>
        [cell.textContent.trim(), getComputedStyle(cell).textAlign, cell.classList.contains('pcc-right')]))"""


def test_tables_of_pandas_have_texts_at_the_left_and_numbers_at_the_right(stand):
    cells = []
    for name in ("4_research/4_1_first_table.ipynb", "4_research/4_2_extend_the_data.ipynb"):
        cells += stand(name).page.evaluate(ALIGNED)
    assert all((how == "right") == number for _, how, number in cells)
    words = [how for told, how, _ in cells if re.search("[a-z]{3}", told)]
    assert len(words) > 20 and set(words) <= {"left", "start"}
    assert sum(number for *_, number in cells) > 20


def test_the_core_path_is_marked_in_the_list_and_on_each_of_its_steps(page, presented):
    core = teaching("minutes")
    sections, minutes = core["notebooks"]["2_3"]["core"], core["core_minutes"]["2_3"]
    page.goto(presented)
    page.wait_for_function(READY)
    titles = page.locator(".pcc-step-page").evaluate_all("all => all.map(one => one.dataset.title)")
    wanted = [title in sections for title in titles]
    assert 0 < sum(wanted) < len(wanted)
    page.keyboard.press("o")
    listed = page.locator("#pcc-overview li").evaluate_all("all => all.map(one => !!one.querySelector('.pcc-core'))")
    assert listed == wanted
    page.keyboard.press("Escape")
    for at in (wanted.index(True), wanted.index(False), len(wanted) - 1):
        page.keyboard.press("o")
        page.locator("#pcc-overview li button").nth(at).click()
        assert page.locator("#pcc-core").is_visible() == wanted[at]
        planned = minutes if wanted[at] else core["notebooks"]["2_3"]["room"]
        assert page.locator("#pcc-minutes").inner_text() == f"minute 0 of {planned}"


FOOT = (
    "() => Math.max(...[...document.querySelector('#pcc-foot').children].map(one => one.getBoundingClientRect().right))"
)


def test_a_day_leads_from_core_path_to_core_path_and_counts_its_minutes(page):
    names = ["0_start_here", "1_2", "2_4"]  # as they are typed
    with started("present", *names, "--no-browser") as address:
        page.goto(address)
        page.wait_for_function(READY)
        then = page.locator("#pcc-then")
        for number in ("1_2", "2_4"):
            with page.expect_navigation(url=f"**/{number}_*"):
                then.click()  # the start page, without such a path, has it on each step
            page.wait_for_function(READY)
            sections = teaching("minutes")["notebooks"][number]["core"]
            assert sections[0] in shown(page), "at its beginning"
            page.evaluate("() => sessionStorage.setItem('pcc-began', Date.now() - 30.5 * 60000)")
            page.keyboard.press("PageDown")
            assert page.locator("#pcc-minutes").inner_text().endswith(", 30 today")
            titles = page.locator(".pcc-step-page").evaluate_all("all => all.map(one => one.dataset.title)")
            last = max(at for at, title in enumerate(titles) if title in sections)
            page.keyboard.press("o")
            page.locator("#pcc-overview li button").nth(last).click()
            assert then.is_visible() == (number == "1_2")
            page.set_viewport_size({"width": 1024, "height": 768})  # an old projector
            assert page.evaluate(FOOT) <= 1024
            page.set_viewport_size({"width": 1280, "height": 720})
        page.keyboard.press("g")
        with page.expect_navigation():
            page.get_by_role("button", name="Start again", exact=True).last.click()
        page.wait_for_function(READY)
        assert "today" not in page.locator("#pcc-minutes").inner_text(), "the day begins anew"


def test_overview_notes_black_screen_and_a_new_group(page, presented):
    page.goto(presented)
    page.wait_for_function(READY)
    page.keyboard.press("o")
    listed = page.locator("#pcc-overview li button")
    asked = listed.filter(has_text="Guess first").first
    asked.click()
    assert "Guess first" in shown(page) and not page.locator("#pcc-overview").count()
    page.locator(f"{NOW} summary").first.focus()  # what takes arrows and space leaves the letters
    page.keyboard.press("n")
    page.locator("#pcc-note").get_by_text("Next:").first.wait_for()
    whole = page.viewport_size["width"]
    for key in ("PageDown", "PageUp"):  # the notes of another step lie over nothing either, and can still be put apart
        step, notes = page.locator(NOW).bounding_box(), page.locator("#pcc-note").bounding_box()
        assert step["x"] + step["width"] <= notes["x"] + 1 and step["width"] > whole * 0.7
        assert page.locator("#pcc-note").get_by_role("button").is_visible()
        page.keyboard.press(key)
    page.keyboard.press("Escape")
    assert page.locator(NOW).bounding_box()["width"] == whole
    page.keyboard.press("b")
    assert page.locator("#pcc-black").bounding_box() == {"x": 0, "y": 0, "width": 1280, "height": 720}
    page.keyboard.press("PageDown")
    assert not page.locator("#pcc-black").count() and "Guess first" in shown(page), "the key only ends the black screen"
    covered = page.locator(".pcc-covered > button:not(.mod-active)")
    page.keyboard.press("End")
    while not page.locator(f"{NOW} .pcc-covered").count():
        page.locator("#pcc-back").click()
    before, step = covered.count(), shown(page)
    page.locator(f"{NOW} .pcc-covered > button").click()
    page.locator(f"{NOW} .pcc-covered .pcc-explorer").wait_for()
    page.keyboard.press("g")
    page.get_by_role("button", name="Go on as it is").click()
    assert covered.count() == before - 1, "it asked first"
    page.keyboard.press("g")
    with page.expect_navigation():
        page.get_by_role("button", name="Start again", exact=True).last.click()
    page.wait_for_function(READY)
    assert covered.count() == before and shown(page) == step, "the step stays"


@pytest.mark.parametrize(
    ("name", "seed"),
    [
        ("1_theory/1_1_what_is_a_collaboration.ipynb", 1),
        ("2_practice/2_3_compare_ownership_models.ipynb", 20261126),
        ("3_imagination/3_1_our_town.ipynb", 3),
        ("4_research/4_4_configurations.ipynb", 4),
    ],
)
def test_two_hundred_keys_and_presses_leave_page_and_notebooks_alive(page, stage, errors, name, seed):
    before, chance = notebooks(), random.Random(seed)
    page.on("dialog", lambda dialog: dialog.accept())
    page.goto(stage(name))
    page.wait_for_function(READY)
    for _ in range(100):
        page.keyboard.press(chance.choice(KEYS))
        page.mouse.click(chance.randrange(1280), chance.randrange(655))
    page.keyboard.press("Escape")
    page.locator(WHERE).wait_for()
    assert page.locator(f"{NOW}:visible").count() == 1
    assert real_errors(errors) == [] and notebooks() == before
