"""The request to the council that all tables sign."""

from __future__ import annotations

import pytest

from pcc_data.designs import Design
from pcc_data.pages.request import LEAST_TABLES, PARTS, request

SAID = {"ask": "We ask <for> a list", "whom": "The council", "when": "30 March", "offer": "Work & money"}


def test_what_was_said_and_a_row_for_each_table():
    page = request(SAID, {"A": Design(name="Roofs <3", by="Table & 1"), "B": Design()})
    assert "We ask &lt;for&gt; a list" in page and "Work &amp; money" in page and "30 March" in page
    assert "A: <bdi>Roofs &lt;3</bdi>" in page and "Table &amp; 1" in page and "A design without a name" in page
    assert page.count("<tr>") == 1 + LEAST_TABLES and "size: A4" in page and "<script" not in page


def test_what_was_not_said_is_room_to_write():
    assert request({}, {}).count('class="write"') == 7
    assert request(SAID, {}).count('class="write"') == 1
    assert request({"ask": "  "}, {}).count('class="write"') == 7


def test_more_tables_than_rows_all_sign():
    designs = {letter: Design(name=letter) for letter in "ABCDEFGHIJ"}
    assert request(SAID, designs).count("<tr>") == 1 + 10 + 2


def test_another_part_is_refused():
    with pytest.raises(ValueError, match="'who' is no part"):
        request({"who": "x"}, {})
    assert PARTS == ("ask", "whom", "when", "offer")
