"""Every public chart in a language that nobody speaks: no word of it is left in English, and no label is cut."""

from __future__ import annotations

from functools import cache
from html import unescape
from xml.etree import ElementTree

import pytest

import pcc_data as pcc
from pcc_data import charts
from tests import pseudo_language
from tests.charts.hostile import calls, under
from tests.charts.test_any_text import assert_in_place

TEXT = "城町"  # no letter of it can be taken for English


@cache
def asked() -> dict:
    """Arguments of every chart, on the cases with their own texts taken away."""
    return calls(under(pcc.load(), [TEXT]), [TEXT] * 4)


@cache
def asked_in_it() -> dict:
    """The same, with questions that are asked in that language."""
    return calls(under(pcc.load(), [TEXT]), [TEXT] * 4)


VIEWS = [(name, at) for name, views in asked().items() for at in range(len(views))]


@pytest.fixture(
    params=[(*view, style) for view in VIEWS for style in ("screen", "phone")],
    ids=lambda view: "-".join(map(str, view)),
)
def chart(request):
    name, at, style = request.param
    pcc.use_style(style)
    with pseudo_language.in_use():
        yield getattr(charts, name)(**asked_in_it()[name][at])


def said(chart: charts.Chart) -> list[str]:
    """All that anybody reads or hears of a chart."""
    tree = ElementTree.fromstring(chart.svg)
    drawn = ["".join(node.itertext()) for node in tree.iter() if node.tag.endswith(("}text", "}title"))]
    names = [node.get("aria-label", "") for node in tree.iter()]
    table = chart.table
    cells = [*table.columns, *table.index, table.columns.name, table.index.name, *table.to_numpy().ravel()]
    texts = [chart.title, chart.text, *drawn, *names, *(cell for cell in cells if isinstance(cell, str))]
    return [unescape(text) for text in texts if isinstance(text, str)]


def test_no_word_is_left_in_english_and_no_label_is_cut(chart):
    left = {word for text in said(chart) for word in pseudo_language.left_out(text)}
    assert not left
    assert_in_place(chart.figure)
