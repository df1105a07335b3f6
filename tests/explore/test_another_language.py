"""Every public explorer in a language that nobody speaks: no word of it is left in English but what the teaching
files and the example designs say."""

from __future__ import annotations

import re
from functools import cache
from html import unescape

import ipywidgets as widgets
import pytest

import pcc_data as pcc
from tests import pseudo_language
from tests.charts.hostile import under
from tests.explore.test_contract import NAMES, opened, within

TEXT = "城町"  # no letter of it can be taken for English
SHOWN = ("aria-label", "title", "alt", "placeholder", "data-label")
READ = ("description", "tooltip", "placeholder", "html")


@cache
def cases() -> pcc.Dataset:
    return under(pcc.load(), [TEXT])


def read(html: str) -> list[str]:
    """What is read or heard of a piece of a page; an entry for a program and a command are not."""
    html = re.sub(
        r"<style.*?</style>|<script.*?</script>|<(pre|code)\b.*?</\1>|base64,[\w+/=]+", " ", html, flags=re.DOTALL
    )
    names = re.findall(rf'(?:{"|".join(SHOWN)})="([^"]*)"', html)
    return [unescape(text) for text in (*re.split(r"<[^>]*>", html), *names)]


def texts_of(shown) -> list[str]:
    """All that anybody reads of an explorer, its controls included."""
    found = read(shown.static() if hasattr(shown, "static") else shown.html)
    for widget in within(shown) if isinstance(shown, widgets.Widget) else ():
        told = [getattr(widget, key, "") for key in READ]
        told += [widget.value] if isinstance(widget, widgets.HTML | widgets.Label) else []
        told += [*getattr(widget, "_options_labels", ()), *(getattr(widget, "tooltips", None) or ())]
        found += [piece for text in told if isinstance(text, str) for piece in read(text)]
    return found


@pytest.mark.parametrize("name", NAMES)
def test_no_word_is_left_in_english(name):
    with pseudo_language.in_use():
        texts = texts_of(opened(name, cases()))
    assert not {word for text in texts for word in pseudo_language.left_out(text)}
