"""Every public chart of cases whose texts are hard: drawn as written, without a warning, inside the picture, over
nothing else."""

from __future__ import annotations

import re
import warnings
from functools import cache
from itertools import combinations
from xml.etree import ElementTree

import pytest

import pcc_data as pcc
from pcc_data import charts
from tests.charts.hostile import TEXTS, calls, plain_calls, under
from tests.charts.layout import boxes

ISOLATES = dict.fromkeys(map(ord, "\u2066\u2067\u2068\u2069"))
ONE = ("roles_strip", "timeline", "key_figures")  # charts of one case, whose name is drawn in full


@cache
def hard_cases(text: str) -> pcc.Dataset:
    """All cases with all hard texts in turn, or (with the key of one) with that text alone."""
    return under(pcc.load(), [TEXTS[text]] if text else list(TEXTS.values()))


@cache
def hard_calls() -> dict:
    """Arguments of every chart, found by the test itself."""
    return calls(hard_cases(""), list(TEXTS.values()))


VIEWS = [(name, at) for name, views in hard_calls().items() for at in range(len(views))]


def squeezed(text: str) -> str:
    """A text without its spaces, line ends and marks of direction."""
    return re.sub(r"\s", "", text.translate(ISOLATES))


def seen(svg: str) -> str:
    """What is drawn, without what only a mouse or a screen reader meets."""
    tree = ElementTree.fromstring(svg)
    return squeezed("".join("".join(node.itertext()) for node in tree.iter() if node.tag.endswith("}text")))


@pytest.fixture(params=VIEWS, ids=lambda view: f"{view[0]}-{view[1]}")
def drawn(request) -> charts.Chart:
    """A chart of the hard cases; any warning is an error."""
    name, at = request.param
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        chart = getattr(charts, name)(**hard_calls()[name][at])
        assert chart.svg
    return chart


def test_every_public_chart_is_here():
    assert set(hard_calls()) == set(charts.__all__) - {"Chart", "indicator_units"}


def test_texts_are_texts_in_their_place(drawn):
    assert "<!--" not in drawn.svg, "matplotlib leaves a comment where it set a formula"
    assert squeezed(drawn.title) in seen(drawn.svg)
    assert_in_place(drawn.figure)


@pytest.mark.parametrize("style", ["projector", "print", "phone"])
@pytest.mark.parametrize("view", VIEWS, ids=lambda view: f"{view[0]}-{view[1]}")
def test_the_texts_of_the_collection_are_in_their_place_in_every_style(view, style):
    pcc.use_style(style)
    name, at = view
    assert_in_place(getattr(charts, name)(**plain_calls()[name][at]).figure)


def assert_in_place(figure):
    """No text runs out of the picture, and none covers another."""
    found = boxes(figure)
    width, height = figure.get_size_inches() * 72
    outside = [text for text, box in found if box.x0 < -1 or box.x1 > width + 1 or box.y0 < -1 or box.y1 > height + 1]
    assert not outside
    long = [(text, box) for text, box in found if len(text) > 3]
    over = [
        (one[0], two[0])
        for one, two in combinations(long, 2)
        if min(one[1].x1, two[1].x1) - max(one[1].x0, two[1].x0) > 2
        and min(one[1].y1, two[1].y1) - max(one[1].y0, two[1].y0) > 4
    ]
    assert not over


@pytest.mark.parametrize("style", ["projector", "print", "phone"])
@pytest.mark.parametrize("name", ["timeline", "hands", "role_matrix", "promises", "motion", "key_figures"])
def test_other_styles_hold_them_too(name, style):
    pcc.use_style(style)
    chart = getattr(charts, name)(**hard_calls()[name][0])
    assert all(box.x1 <= chart.figure.get_size_inches()[0] * 72 + 1 for _, box in boxes(chart.figure))


@pytest.mark.parametrize("text", TEXTS)
@pytest.mark.parametrize("name", ONE)
def test_a_name_is_drawn_as_written(text, name):
    data = hard_cases(text)
    chart = getattr(charts, name)(data, "wolfhagen-energy-cooperative")
    assert squeezed(TEXTS[text]) in seen(chart.svg)
    assert squeezed(TEXTS[text]) in squeezed(chart.text)


@pytest.mark.parametrize("text", TEXTS)
def test_a_name_in_a_list_is_drawn_as_far_as_there_is_room(text):
    for chart in (
        charts.life_lines(hard_cases(text)),
        charts.map_of_cases(hard_cases(text).only(["wolfhagen-energy-cooperative"])),
    ):
        assert squeezed(TEXTS[text])[:8] in seen(chart.svg)


@pytest.mark.parametrize("text", ["arabic", "hebrew"])
def test_our_words_stay_in_place_beside_a_text_that_runs_to_the_left(text):
    chart = charts.roles_strip(hard_cases(text), "wolfhagen-energy-cooperative")
    assert f"\u2067{TEXTS[text]}\u2069: " in chart.text
    assert f"\u2067{TEXTS[text]}\u2069. Who holds each role." in chart.svg
    listed = charts.life_lines(hard_cases(text)).svg
    assert f">\u2067{TEXTS[text]}\u2069<" in listed and "direction: ltr" in listed.partition(">")[0]


def test_a_notebook_reads_no_formula_and_a_twin_has_the_same_text():
    page = charts.timeline(hard_cases("dollars"), "wolfhagen-energy-cooperative")._repr_html_()
    assert 'class="pcc-chart mathjax_ignore"' in page and page.count(TEXTS["dollars"]) > 3


@pytest.mark.parametrize("ending", ["png", "pdf"])
def test_signs_without_a_font_are_told_in_one_sentence(tmp_path, ending):
    chart = charts.hands(
        "Which?", {"Yes": 1, "𓀀𓀁 \U000f0000\ue000": 2}
    )  # the last sign belongs to no font but a private one
    with warnings.catch_warnings(record=True) as told:
        warnings.simplefilter("always")
        chart.save(tmp_path / f"picture.{ending}")
    assert len(told) <= 1 and all("Save the picture as SVG" in str(one.message) for one in told)


def test_saving_changes_no_font_of_the_picture(tmp_path):
    chart = charts.roles_strip(hard_cases("chinese"), "wolfhagen-energy-cooperative")
    before = chart.svg
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        chart.save(tmp_path / "picture.png")
    again = charts.Chart(chart.figure, chart.title, chart.text, chart.table, chart.picks)
    assert again.svg == before
