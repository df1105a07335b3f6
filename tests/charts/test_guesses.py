"""A guess beside the answer: both are drawn, the words say which is which, and nothing shows before it is revealed."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

import pcc_data as pcc
from pcc_data.charts import _guess
from pcc_data.quiz.questions import questions
from pcc_data.say import figure_text


@pytest.fixture(scope="module")
def asked(data):
    return {one.id: one for one in questions("questions", data)}


def of_kind(asked, kind):
    return [one for one in asked.values() if one.kind == kind]


def words(chart) -> str:
    return " ".join(text.get_text() for ax in chart.figure.axes for text in ax.texts)


def test_a_number_stands_where_it_was_guessed_beside_the_answer(data, asked):
    for one in of_kind(asked, "number"):
        low, high, step = one.range
        for given in (low, high, low + step):
            ax = pcc.charts.guess(data, one.id, given).figure.axes[0]
            at = {line.get_marker(): line.get_xdata()[0] for line in ax.lines if line.get_marker() in ("D", "o")}
            assert at["D"] == given and at["o"] == pytest.approx(one.answer.value)
            assert ax.get_xlim()[0] <= given <= ax.get_xlim()[1]


def test_title_says_what_was_guessed_what_the_data_say_and_whether_it_is_near(data, asked):
    one = asked["binding-vote"]
    right = round(one.answer.value)
    title = pcc.charts.guess(data, one.id, right).title
    assert (
        f"You guessed {right} percent" in title
        and f"{one.answer.numerator} of {one.answer.denominator}" in title
        and "right" in title
    )
    assert pcc.charts.guess(data, one.id, right + 9).title.endswith("near enough")
    far = pcc.charts.guess(data, one.id, right + 30 if right < 60 else right - 30).title
    assert "near" not in far and not far.endswith("right")
    assert pcc.charts.guess(data, one.id).title.startswith("The data say")


def test_a_count_is_told_once(data, asked):
    for one in of_kind(asked, "number"):
        told = pcc.charts.guess(data, one.id).text.removeprefix(one.ask)
        counted = [figure_text(one.answer.value), *([figure_text(one.answer.numerator)] if one.answer.percent else [])]
        for figure in counted:
            assert len(re.findall(rf"(?<![\d.,]){re.escape(figure)}(?![\d,]|\.\d)", told)) == 1, (figure, told)


def test_what_was_not_found_shows_how_far_the_answer_could_move(data, asked):
    one = asked["binding-vote"]
    ax = pcc.charts.guess(data, one.id, 10).figure.axes[0]
    (dashed,) = [line for line in ax.lines if line.get_linestyle() == "--"]
    assert list(dashed.get_xdata()) == pytest.approx(
        [one.answer.value, one.answer.value + 100 * one.answer.not_found / one.answer.denominator]
    )


@pytest.mark.parametrize("kind", ["number", "choice", "order"])
def test_nothing_of_the_answer_shows_before_it_is_revealed(data, asked, kind):
    for one in of_kind(asked, kind):
        given = {"number": one.range[0], "choice": next(iter(one.labels), None), "order": tuple(one.labels)}[kind]
        chart = pcc.charts.guess(data, one.id, given, shown=False)
        drawn = (
            words(chart).replace("● The data", "") if kind == "order" else words(chart)
        )  # the heading of its places, which are open
        assert (
            one.explain not in chart.text
            and "the data" not in (drawn + chart.title + " ".join(chart.table.columns)).lower()
        )
        if kind == "order":
            assert drawn.count("?") >= len(one.labels) and all(
                words(chart).count(label) == 1 for label in one.labels.values()
            )
        assert not chart.figure.axes[0].patches
        blank = pcc.charts.guess(data, one.id, shown=False)
        assert blank.title == "No guess yet" and blank.figure.get_size_inches() == pytest.approx(
            chart.figure.get_size_inches(), rel=0.12
        )


def test_bars_of_a_choice_are_the_counts_and_the_guess_is_marked(data, asked):
    for one in of_kind(asked, "choice"):
        given = list(one.labels)[-1]
        chart = pcc.charts.guess(data, one.id, given)
        bars = [bar.get_width() for bar in chart.figure.axes[0].patches]
        assert bars == [one.answer.counts[value] for value in one.labels if value in one.answer.counts]
        assert list(chart.table["the guess"]).index("your guess") == len(one.labels) - 1
        assert [row == "right" for row in chart.table["the data"]] == [value in one.right for value in one.labels]
        assert words(chart).count("your guess") == 1 and words(chart).count("✔ the data") == len(one.right)


@pytest.mark.parametrize("style", ["screen", "projector", "print", "phone"])
def test_words_behind_a_bar_are_not_cut(data, asked, style):
    pcc.use_style(style)
    for one in of_kind(asked, "choice"):
        chart = pcc.charts.guess(data, one.id, one.right[0])
        figure = chart.figure
        figure.canvas.draw()  # a word is placed behind another one when it is drawn
        assert max(text.get_window_extent().x1 for text in figure.axes[0].texts) <= figure.bbox.x1


def test_an_order_joins_the_two_places_of_each(data, asked):
    (one,) = of_kind(asked, "order")
    given = tuple(reversed(one.right))
    chart = pcc.charts.guess(data, one.id, given)
    lines = [tuple(line.get_ydata()) for line in chart.figure.axes[0].lines]
    assert lines == [(place, len(given) - 1 - place) for place in range(len(given))]
    same = sum(one.answer.ranks[a] == one.answer.ranks[b] for a, b in zip(given, one.right, strict=True))
    assert chart.title.startswith(f"{same} of {len(given)} stand")
    assert pcc.charts.guess(data, one.id, one.right).title.startswith(f"{len(given)} of {len(given)}")


def test_a_guess_that_is_no_answer_is_refused(data):
    with pytest.raises(ValueError, match="no option"):
        pcc.charts.guess(data, "most-endings", "enrgy")
    with pytest.raises(ValueError, match="binding-vote"):
        pcc.charts.guess(data, "binding-vot")


def test_hands_are_counted_beside_the_data():
    raised = {"Water": 3, "Energy": 9, "Food": 0}
    chart = pcc.charts.hands(
        "Which?", raised, right=("Food",), counts={"Water": 1, "Energy": 2, "Food": 4}, explain="Because."
    )
    assert chart.title == "Most hands (9 of 12) went to Energy; the data say Food (0 of 12 hands)"
    assert list(chart.table["hands"]) == [3, 9, 0] and list(chart.table["cases"]) == [1, 2, 4]
    assert list(chart.table["the data"]) == ["", "", "right"] and "Because." in chart.text
    left = [
        bar.get_width()
        for bar in chart.figure.axes[0].patches
        if bar.get_facecolor()[:3] == pytest.approx((213 / 255, 94 / 255, 0), abs=0.01)
    ]
    assert left == pytest.approx([0.75 * count / 9 for count in raised.values()])
    assert "the data" not in pcc.charts.hands("Which?", raised).svg


def test_an_explanation_says_the_answer_once(data, asked):
    begin = [one for one in asked.values() if re.match(re.escape(one.answer_said()) + "[.:]", one.explain)]
    assert len(begin) > 5 and asked["most-endings"] in begin
    for one in begin:
        text, said = pcc.charts.guess(data, one).text, re.escape(one.answer_said())
        assert one.why in text and one.why[1:] in one.explain
        assert not re.search(rf"{said}( \([^)]*\))?\. {said}[.:]", text), text
    goes_on = [replace(one, explain=f"{one.answer_said()} of 600.") for one in asked.values()]
    assert all(one.why == one.explain for one in goes_on)


def test_one_hand_is_one_hand():
    chart = pcc.charts.hands("Which?", {"A": 1, "B": 0}, right=["B"])
    assert chart.title == "Most hands (1 of 1) went to A; the data say B (0 of 1 hand)"
    assert " One hand." in chart.text and "One hand in all" in chart.svg and "1 hands" not in chart.text + chart.svg


def test_level_hands_no_hands_and_wrong_hands():
    assert "level with 2 of 4 hands each" in pcc.charts.hands("?", {"A": 2, "B": 2}).title
    assert pcc.charts.hands("?", {"A": 0, "B": 0}).title == "No hand was raised"
    for wrong in ({}, {"A": -1}):
        with pytest.raises(ValueError, match="Hands"):
            pcc.charts.hands("?", wrong)


def test_colours_of_guess_and_data_differ_in_lightness_too():
    def light(colour):
        red, green, blue = (int(colour[at : at + 2], 16) for at in (1, 3, 5))
        return 0.299 * red + 0.587 * green + 0.114 * blue

    assert abs(light(_guess.DATA) - light(_guess.GUESS)) > 25
