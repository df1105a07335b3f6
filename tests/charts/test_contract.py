"""What every public chart keeps, found by the test itself: it opens on all, one and no case, and its three faces
agree."""

from __future__ import annotations

import re
from xml.etree import ElementTree

import pandas as pd
import pytest

from pcc_data import charts
from tests.charts.hostile import plain_calls

NAMES = [name for name in charts.__all__ if name not in ("Chart", "indicator_units")]
PARTS = {"all": slice(None), "one": slice(1), "none": slice(0)}


def words(text: str) -> str:
    return re.sub(r"\s+", "", text)


def test_every_public_chart_is_here():
    assert set(plain_calls()) == set(NAMES)


@pytest.mark.parametrize("cases", PARTS)
@pytest.mark.parametrize("name", NAMES)
def test_picture_sentence_and_table_agree(name, cases, data):
    given = plain_calls()[name][0]
    if "data" in given:
        given = given | {"data": data.only(data.cases.index[PARTS[cases]])}
    try:
        chart = getattr(charts, name)(**given)
    except ValueError as error:
        refused = str(error)
    else:
        refused = ""
    if refused:
        assert cases != "all" and "data" in given and len(refused.split()) > 3
        return
    tree = ElementTree.fromstring(chart.svg)
    drawn = words("".join(tree.itertext()))
    assert tree.get("aria-label") == chart.text and tree.get("role") in ("img", "group")
    assert words(chart.title) in drawn and not chart.title.endswith(".")
    assert chart.text.endswith((".", "?", "!")) and "  " not in chart.text
    assert isinstance(chart.table, pd.DataFrame) and (len(chart.table) or chart.title.startswith("No"))
    told = f"{chart.title} {chart.text} {drawn}"
    assert not re.search(r"\bnan\b|\bNone\b|<NA>|\{\w*\}|dtype", told)
    page = chart._repr_html_()
    assert "<svg" in page and "<figcaption>" in page and "<table" in page
