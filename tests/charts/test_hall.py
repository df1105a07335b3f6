"""In a hall: every picture stands whole on a projector's screen, in type that is read from the last row."""

from __future__ import annotations

import re
from xml.etree import ElementTree

import pytest

import pcc_data as pcc
from pcc_data import charts
from tests.charts.hostile import plain_calls

VIEWS = [(name, at) for name, views in plain_calls().items() for at in range(len(views))]
WIDE, HIGH = 1826, 936  # pixels that a picture has on a screen of 1,920 by 1,080
LEAST = 24
ON_A_MARK = 15  # in the fullest cell of a table of dots; its rows and columns say the same in words


def sizes(svg: str) -> list[tuple[float, str]]:
    """Pixels of each text of a picture that fills the screen of a hall, and the text."""
    wide, high = map(float, re.search(r'viewBox="\S+ \S+ (\S+) (\S+)"', svg).groups())
    texts = [node for node in ElementTree.fromstring(svg).iter() if node.tag.endswith("}text")]
    points = [float(re.search(r"([\d.]+)px", node.get("style"))[1]) for node in texts]
    return [
        (size * min(WIDE / wide, HIGH / high), "".join(node.itertext()))
        for size, node in zip(points, texts, strict=True)
    ]


@pytest.mark.parametrize("view", VIEWS, ids=lambda view: f"{view[0]}-{view[1]}")
def test_every_word_is_read_from_the_last_row(view):
    pcc.use_style("projector")
    name, at = view
    found = sizes(getattr(charts, name)(**plain_calls()[name][at]).svg)
    assert len(found) > 3
    assert not [(size, text) for size, text in found if size < (LEAST if len(text) > 2 else ON_A_MARK)]


@pytest.mark.parametrize("name", ["sequences", "role_matrix", "designs_grid", "timeline", "five_tests"])
def test_letters_on_marks_that_have_room_are_as_large(name):
    pcc.use_style("projector")
    found = [(size, text) for size, text in sizes(getattr(charts, name)(**plain_calls()[name][0]).svg)]
    assert any(len(text) == 1 for _, text in found) and not [one for one in found if one[0] < LEAST]


@pytest.mark.parametrize("by", ["scale", "sector", "world_region", "status", "ownership_model"])
def test_what_is_free_on_the_screen_makes_the_letters_on_marks_larger(data, by):
    """Tables of dots with few rows; those with many fill the screen, and their letters share it."""
    pcc.use_style("projector")
    found = sizes(charts.ages(data, by=by).svg)
    on_marks = [size for size, text in found if text in "0123"]
    assert min(on_marks) >= ON_A_MARK
    if by in ("scale", "sector"):
        assert min(on_marks) >= LEAST
