"""Every explorer with data that hold no case: it opens, or says in words why it cannot."""

from __future__ import annotations

from inspect import signature

import pytest

import pcc_data as pcc

TAKE_DATA = [
    name for name in pcc.explore.__all__ if name != "Explorer" and next(iter(signature(getattr(pcc.explore, name)).parameters)) == "data"
]


@pytest.mark.parametrize("name", TAKE_DATA)
def test_it_opens_or_says_why_not(data, name):
    try:
        opened = getattr(pcc.explore, name)(data.only([]))
    except ValueError as error:
        said = str(error)
    else:
        said = opened.static() if hasattr(opened, "static") else opened.html
    assert len(said.split()) > 4 and 'class="pcc-error"' not in said
