"""Which requests are asked for their window first, before a kernel starts."""

from __future__ import annotations

import pytest
from tornado.httputil import HTTPHeaders, HTTPServerRequest, RequestStartLine

from pcc_data.paths import asset
from pcc_data.room.window import Unasked
from pcc_data.settings import PAGE_VARIABLE, STYLE_VARIABLE, Settings

PAGE = "/voila/render/notebooks/0_start_here.ipynb"


class _Line:
    """As much of a connection as a request asks for."""

    def set_close_callback(self, callback: object) -> None:
        """Never closed."""


def asked(uri: str, cookie: str = "", method: str = "GET") -> bool:
    """Whether this request is asked for its window."""
    line = RequestStartLine(method, uri, "HTTP/1.1")
    request = HTTPServerRequest(
        start_line=line, headers=HTTPHeaders({"Cookie": cookie, "Host": "127.0.0.1"}), connection=_Line()
    )
    return Unasked("/voila/render/").match(request) is not None


@pytest.fixture(autouse=True)
def no_style(monkeypatch):
    monkeypatch.delenv(STYLE_VARIABLE, raising=False)


def test_a_page_whose_address_names_no_style_is_asked_once():
    assert asked(PAGE) and asked(f"{PAGE}?token=a") and asked(PAGE, "pcc-window=narrow") and asked(PAGE, "a=b; c=d")
    assert not asked(f"{PAGE}?style=phone") and not asked(f"{PAGE}?token=a&style=screen"), "a choice wins"
    assert not asked(PAGE, "x=y; pcc-window=wide")


def test_nothing_but_a_page_is_asked():
    for other in ("/lab", "/voila/static/a.js", "/voila/render/notebooks/", "/voila/files/notebooks/a.ipynb"):
        assert not asked(other)
    assert not asked(PAGE, method="POST")


def test_a_style_that_the_server_begins_with_is_a_choice(monkeypatch):
    monkeypatch.setenv(STYLE_VARIABLE, "projector")
    assert not asked(PAGE)
    monkeypatch.setenv(STYLE_VARIABLE, "nonsense")
    assert asked(PAGE)


def test_the_script_asks_for_the_style_that_a_kernel_reads(monkeypatch):
    assert 'asked.set("style", "phone")' in asset("window.js")
    monkeypatch.setenv(PAGE_VARIABLE, "token=a&style=phone")
    assert Settings().style == "phone"
