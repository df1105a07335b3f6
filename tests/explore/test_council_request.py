"""One request to the council: what the designs ask for, what is still open, and the page to sign."""

from __future__ import annotations

import base64
import re

import pytest

import pcc_data as pcc
from pcc_data.designs import Design
from pcc_data.pages.request import request

SAID = {"ask": "We ask for a list", "whom": "The council", "when": "30 March", "offer": "Work"}


@pytest.fixture
def asked(data, tmp_path):
    return pcc.explore.council_request(data, tmp_path)


def page_of(html: str) -> str:
    return base64.b64decode(re.search(r"base64,([^\"]+)\"", html)[1]).decode()


def test_what_is_open_is_named_until_it_is_written(asked):
    assert "Still open:</b> the sentence, to whom, by when and what we offer" in asked.picture.html
    asked.set(ask="We ask for a list", when="30 March")
    assert "Still open:</b> to whom and what we offer" in asked.picture.html
    asked.set(**SAID)
    assert "All four parts are written" in asked.picture.html and page_of(asked.picture.html) == request(SAID, {})


def test_the_designs_of_the_room_are_on_the_page_and_examples_are_not(asked, tmp_path):
    assert "invented examples" in asked.picture.html and "invented" not in page_of(asked.picture.html)
    ours = Design(name="Roofs", by="Table 1", public_instruments=["equity_stake"], first_step={"what": "Ask <3"})
    ours.save(tmp_path)
    Design(name="Wind", public_instruments=["equity_stake"]).save(tmp_path)
    next(child for child in asked.row.children if getattr(child, "description", "") == "Look again").click()
    html = asked.picture.html
    assert "invented examples" not in html and "Shares in a common company" in html and "(A, B)" in html
    assert "Ask &lt;3" in html and "Table 1" in page_of(html) and "Wind" in page_of(html)


def test_on_paper_it_is_a_request_to_write(asked):
    assert asked.static().count('class="write"') == 12 and "pcc-download" not in asked.static()
