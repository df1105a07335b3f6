"""Comparing ownership models in JupyterLab and Chromium: what the controls are for, by mouse and by keyboard."""

from __future__ import annotations

import json

import pytest

from tests.browser.conftest import real_errors
from tests.browser.driving import answered, blank
from tests.browser.server import TOKEN

pytestmark = pytest.mark.browser
NOTEBOOK = "2_practice/2_3_compare_ownership_models.ipynb"
ALL_QUESTIONS = {
    "cells": [
        {
            "cell_type": "code",
            "id": f"cell{at}",
            "execution_count": None,
            "metadata": {},
            "outputs": [],
            "source": source,
        }
        for at, source in enumerate(
            (
                "import pcc_data as pcc\n\ndata = pcc.load()\npcc.use_style('projector')",
                "pcc.explore.predict(data)",
                "pcc.explore.hands_up(data, 'binding-vote')",
                "pcc.explore.hands_up(options=['Yes', 'No', 'It depends'], ask='Shall we try this?')",
            )
        )
    ],
    "metadata": {"kernelspec": {"display_name": "Python 3 (ipykernel)", "language": "python", "name": "python3"}},
    "nbformat": 4,
    "nbformat_minor": 5,
}


@pytest.fixture
def models(notebook, request):
    opened = notebook(NOTEBOOK, only=[request.param])
    assert opened.cell_errors() == []
    yield opened
    assert real_errors(opened.errors) == []


def explorer_with(page, words):
    """The explorer in which a button has this name."""
    return page.locator(".pcc-explorer", has=page.get_by_role("button", name=words))


def settle(explorer) -> None:
    """Wait for the kernel, then look for errors and for an empty picture."""
    answered(explorer.page)
    assert explorer.locator(".pcc-error").count() == 0
    box = explorer.locator(".pcc-picture").first
    assert box.locator("svg, table, .pcc-empty").count() and box.inner_text().strip()


def not_blank(explorer, tmp_path) -> None:
    picture = tmp_path / "picture.png"
    explorer.locator(".pcc-picture").first.screenshot(path=picture)
    assert not blank(picture)


def set_slider(explorer, number: int, value: float) -> None:
    readout = explorer.locator(".widget-readout").nth(number)
    readout.click()
    explorer.page.keyboard.press("Control+a")
    explorer.page.keyboard.type(str(value))
    explorer.page.keyboard.press("Enter")
    settle(explorer)


def heads(pair) -> list[str]:
    """The names over the two columns, which are those in the two lists."""
    names = pair.locator("tr.pcc-names").first.locator("th").all_inner_texts()[1:]
    lists = pair.locator("select").evaluate_all(
        "all => all.slice(0, 2).map(s => s.selectedOptions[0].label.replaceAll('\u00a0', ' '))"
    )
    assert [f"{label.split(': ', 1)[1]} ({label.split(': ', 1)[0]})" for label in lists] == names
    return names


@pytest.mark.parametrize("models", ["side_by_side"], indirect=True)
def test_two_cases_side_by_side(models):
    page, pair = models.page, explorer_with(models.page, "Most alike")
    pair.scroll_into_view_if_needed()
    first, said = heads(pair), pair.locator(".pcc-verdict").inner_text()
    assert len(first) == 2 and "alike in" in said
    for view in ("Money", "What happened", "What is reported", "All", "Roles and rights"):
        pair.get_by_role("button", name=view, exact=True).focus()
        page.keyboard.press("Enter")
        settle(pair)
        for row in pair.locator("tr:has(td)").all():
            left, right = (cell.bounding_box() for cell in row.locator("td").all())
            assert left["y"] == right["y"] and left["height"] == right["height"] and left["x"] < right["x"]
    pair.get_by_role("button", name="Swap").click()
    settle(pair)
    assert heads(pair) == first[::-1]
    for name in ("Most alike", "Most different"):
        pair.get_by_role("button", name=name).click()
        settle(pair)
        assert heads(pair)[0] == first[1]
    assert heads(pair)[1] != first[0]
    other = pair.locator("select:visible").nth(1).evaluate("s => s.selectedIndex")
    pair.locator("select:visible").nth(0).select_option(index=other)
    settle(pair)
    assert len(set(heads(pair))) == 2, "the same case does not stand on both sides"
    pair.get_by_role("button", name="Start again").click()
    settle(pair)
    assert heads(pair) == first
    who = pair.locator("summary", has_text="Says who?").first
    who.focus()
    page.keyboard.press("Enter")
    assert pair.locator("details[open] a").first.get_attribute("href").startswith("http")
    assert pair.locator("details[open]").count() == 1


def test_two_columns_stack_on_a_narrow_page(notebook):
    opened = notebook(NOTEBOOK, width=620, height=900, only=["side_by_side"])
    pair = explorer_with(opened.page, "Most alike")
    pair.scroll_into_view_if_needed()
    row = pair.locator("tr:has(td)").first
    left, right = (cell.bounding_box() for cell in row.locator("td").all())
    assert right["y"] >= left["y"] + left["height"] and left["x"] == right["x"]
    table, box = pair.locator(".pcc-pair table").first.bounding_box(), pair.bounding_box()
    assert table["x"] + table["width"] <= box["x"] + box["width"] + 1


@pytest.mark.parametrize("models", ["outcome_wheel"], indirect=True)
def test_the_wheel_turns_with_its_weights(models):
    page = models.page
    wheel = page.locator(".pcc-explorer", has=page.locator(".widget-hslider")).filter(has_text="Choose a weight")
    wheel.scroll_into_view_if_needed()
    set_slider(wheel, 0, 5)
    assert "×5" in wheel.locator("svg").text_content()
    handle = wheel.locator(".noUi-handle").nth(1)
    handle.focus()
    page.keyboard.press("ArrowLeft")
    settle(wheel)
    assert "×2" in wheel.locator("svg").text_content()
    for number in range(7):
        set_slider(wheel, number, 0)
    wheel.get_by_text("Give at least one outcome a weight.").first.wait_for()
    set_slider(wheel, 0, 5)
    assert "missing" in wheel.locator("figcaption").inner_text()
    wheel.get_by_role("button", name="Start again").click()
    settle(wheel)
    text = wheel.locator("svg").text_content()
    assert text.count("×3") == 10 and text.count("×0") == 4, (
        "two outcomes begin without a weight, in two rows of panels"
    )


@pytest.mark.parametrize("models", ["outcomes"], indirect=True)
def test_a_mark_of_the_outcomes_opens_its_case(models):
    for start in ("Each mark is a case", "Each mark is the mean"):
        choose_marks(models.page, models.page.locator(".pcc-explorer").filter(has_text=start).first)


def choose_marks(page, view) -> None:
    """One by mouse, one by keyboard, and who says so."""
    view.scroll_into_view_if_needed()
    mark = view.locator("svg [data-pick]").nth(5)
    name = mark.get_attribute("aria-label")
    mark.click()
    view.get_by_text(f"You chose: {name}").first.wait_for()
    assert view.locator("[data-chosen]").count() >= 1
    view.locator('[data-pick][tabindex="0"]').focus()
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowRight")
    other = page.evaluate("() => document.activeElement.getAttribute('aria-label')")
    page.keyboard.press("Enter")
    view.get_by_text(f"You chose: {other}").first.wait_for()
    view.locator("summary", has_text="Says who?").first.click()
    assert view.locator("details[open] a").first.get_attribute("href").startswith("http")


@pytest.fixture
def questions(notebook, lab, browser):
    context = browser.new_context()
    body = json.dumps({"type": "notebook", "format": "json", "content": ALL_QUESTIONS})
    answer = context.request.put(f"{lab}/api/contents/notebooks/questions.ipynb?token={TOKEN}", data=body)
    assert answer.ok, answer.text()
    context.close()
    opened = notebook("questions.ipynb")
    assert opened.cell_errors() == []
    yield opened
    assert real_errors(opened.errors) == []


def test_every_question_is_guessed_and_revealed(questions, tmp_path):
    guess = explorer_with(questions.page, "Show the answer")
    reveal = guess.get_by_role("button", name="Show the answer")
    asked = 0
    question = guess.locator("select:visible").first
    for at in range(question.locator("option").count()):
        question.select_option(index=at)
        settle(guess)
        if guess.locator(".pcc-choices").count():
            options = guess.locator(".pcc-choices button")
            options.last.click()
            settle(guess)
        else:
            if guess.locator(".widget-readout").count():
                set_slider(guess, 0, 3)
            else:
                guess.locator("select:visible").nth(1).select_option(index=2)
            guess.get_by_role("button", name="This is my guess").focus()
            guess.page.keyboard.press("Enter")
            settle(guess)
        before = guess.locator("figcaption").inner_text()
        assert "our guess" in before and "data say" not in before
        reveal.click()
        settle(guess)
        not_blank(guess, tmp_path)
        after = guess.locator("figcaption").inner_text()
        assert len(after) > len(before) and ("data say" in after or "the data put" in after)
        asked += 1
    assert asked >= 10
    guess.get_by_role("button", name="Start again").click()
    settle(guess)
    guess.get_by_text("No guess yet").first.wait_for()


def test_hands_are_typed_and_the_data_stand_beside_them(questions, tmp_path):
    hands = explorer_with(questions.page, "Show the data").first
    boxes = hands.locator("input[type=number]")
    for at in range(boxes.count()):
        boxes.nth(at).fill(str(at + 2))
        boxes.nth(at).press("Enter")
        settle(hands)
    total = sum(range(2, boxes.count() + 2))
    assert (
        f"{total} hands" in hands.locator("figcaption").inner_text()
        and "data say" not in hands.locator("figcaption").inner_text()
    )
    hands.get_by_role("button", name="Show the data").click()
    settle(hands)
    assert "data say" in hands.locator("figcaption").inner_text()
    not_blank(hands, tmp_path)
    hands.get_by_role("button", name="Start again").click()
    settle(hands)
    hands.get_by_text("No hand was raised").first.wait_for()
    vote = questions.page.locator(".pcc-explorer").filter(has_text="Shall we try this?")
    vote.locator("input[type=number]").nth(2).fill("4")
    vote.locator("input[type=number]").nth(2).press("Enter")
    settle(vote)
    assert "Most hands (4 of 4) went to It depends" in vote.locator("figcaption").inner_text()
    assert not vote.get_by_role("button", name="Show the data").is_visible()
