"""How wide is the window? Asked once, before a live page starts its kernel, so that pictures are drawn for a phone."""

from __future__ import annotations

import os
from http.cookies import CookieError, SimpleCookie
from typing import Any

from jupyter_server.base.handlers import JupyterHandler
from jupyter_server.utils import url_path_join
from tornado.httputil import HTTPServerRequest
from tornado.routing import Matcher, Rule
from tornado.web import authenticated

from pcc_data.markup import joined, tag
from pcc_data.paths import asset
from pcc_data.room.live_pages import RENDER
from pcc_data.say import say
from pcc_data.settings import STYLE_VARIABLE, STYLES

COOKIE = "pcc-window"
"""Says `wide` once a page of this browser was opened in a wide window; nothing else is kept."""


class Unasked(Matcher):
    """Matches a live page below `start` whose address names no style, from a browser whose window is not known to be
    wide. A style that the whole server begins with is a choice, too."""

    def __init__(self, start: str) -> None:
        self.start = start

    def match(self, request: HTTPServerRequest) -> dict[str, Any] | None:
        """No arguments where it matches, None where another handler is meant."""
        page = request.method == "GET" and request.path.startswith(self.start) and request.path.endswith(".ipynb")
        chosen = "style" in request.query_arguments or os.environ.get(STYLE_VARIABLE) in STYLES
        return {} if page and not chosen and not _wide(request.headers.get("Cookie", "")) else None


class AskWindow(JupyterHandler):
    """A page of a moment: it looks how wide it is and opens the same address again, on a phone with `style=phone`."""

    @authenticated
    def get(self) -> None:
        """Write it."""
        wide = tag("noscript", tag("p", tag("a", say("live.window"), href="?style=screen")))
        size = tag("meta", name_="viewport", content="width=device-width")
        head = joined(tag("meta", charset="utf-8"), size, tag("title", say("live.starting")))
        self.set_header("Cache-Control", "no-store")
        self.finish(f"<!DOCTYPE html>{head}<script>{asset('window.js')}</script>{wide}")


def ask_windows(web_app: Any) -> None:
    """Put the question before the live pages of this server."""
    start = url_path_join(web_app.settings["base_url"], RENDER, "/")
    web_app.add_handlers(".*$", [Rule(Unasked(start), AskWindow)])


def _wide(cookies: str) -> bool:
    try:
        found = SimpleCookie(cookies).get(COOKIE)
    except CookieError:
        return False
    return found is not None and found.value == "wide"
