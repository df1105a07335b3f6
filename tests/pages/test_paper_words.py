"""Sentences about the screen are left out on paper, and only these."""

from __future__ import annotations

import pytest

from pcc_data.pages import paper_words


@pytest.mark.parametrize(
    "text",
    [
        "Click a mark.",
        "Press *Start again*, then look.",
        "Choose *Scale* and compare.",
        "Open *Says who?* at one of them.",
        "Move the slider.",
        "*Other designs* opens what you saved.",
        "Run the notebook with *Run ▸ Run All Cells*.",
    ],
)
def test_of_the_screen(text):
    assert paper_words.of_the_screen(text)


@pytest.mark.parametrize(
    "text",
    [
        "A label tells who tells it: the group, the press.",
        "As neighbours and press tell it, the count helped.",
        "Choose one tool.",
        "Neighbours run it under a lease.",
        "Open is an answer.",
        "Beside *Status* stands *What it set off*.",
        "In Naples the city drafted the seats away.",
    ],
)
def test_of_paper(text):
    assert not paper_words.of_the_screen(text)


def test_what_follows_such_a_sentence_goes_with_it():
    assert paper_words.printed("**Look.** Two are hollow. Press *Next*. What now?") == "**Look.** Two are hollow."
    assert paper_words.printed("**Look.** Press *Next*. What now?") == ""
    assert paper_words.printed("One. Two. Three: click it.") == "One. Two."
    assert paper_words.printed("You saw it. Click it. Then go on.") == ""
    assert paper_words.printed("- stays\n- click this\n- stays, too") == "- stays\n- stays, too"
    assert paper_words.printed("## Click here") == "## Click here"


def test_questions_and_tasks_tell_no_answer():
    assert (
        paper_words.tasks("**Explain.** It is seven. Why? Tell your neighbour.")
        == "**Explain.** Why? Tell your neighbour."
    )
    assert paper_words.tasks("**Explain.** It is seven.") == ""


def test_what_ends_with_a_colon_stays_with_what_it_announces():
    assert paper_words.sentences("Set it: *Ten* comes. Then go.") == ["Set it: *Ten* comes.", "Then go."]
