"""Names over columns."""

from __future__ import annotations

import pcc_data as pcc
from pcc_data.drawing.heads import Heads
from pcc_data.drawing.style import drawing, style


def test_no_other_style_is_narrow():
    found = {}
    for name in pcc.settings.STYLES:
        pcc.use_style(name)
        found[name] = style().narrow
    assert found.pop("phone") and not any(found.values())


def test_names_turn_only_on_a_phone_and_only_where_a_word_would_be_torn():
    labels = ["Community-owned\nn = 29", "Land trust\nn = 6"]
    pcc.use_style("phone")
    with drawing():
        wide, narrow, one_line = Heads.of(labels, 1.4), Heads.of(labels, 0.33), Heads.of(["Weakened"], 0.15)
    assert not wide.turned and wide.lines[1] == labels[1]
    assert narrow.turned and narrow.lines == tuple(labels) and narrow.high > 1
    assert one_line.turned and one_line.lines == ("Weakened",)
    pcc.use_style("screen")
    assert not Heads.of(labels, 0.33).turned
