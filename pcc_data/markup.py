"""HTML as values: pieces that cards, charts and explorers are made of. Only here is anything escaped.

What a notebook shows stands in an element of the class `mathjax_ignore`: it would set what lies between two dollar
signs as a formula.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from typing import TypeAlias

from markupsafe import Markup, escape

from pcc_data.paths import asset
from pcc_data.say import say
from pcc_data.settings import settings

Inside: TypeAlias = "str | Iterable[Inside]"
"""A text, a piece of HTML, or a list of such."""
_VOID = ("br", "col", "hr", "img", "input")

_BIG = "max(1.05rem, 1.3vw)"

# On a projector the texts of the notebook grow with the pictures, and the code above a picture is hidden: nobody in the
# room needs it.
_MORE = {
    "screen": "",
    "phone": "<style>.pcc-chart, .pcc-svg { max-width: 34rem; }</style>",
    "print": "<style>.pcc, .pcc-chart { --pcc-size: 1em; }</style>",
    "projector": (
        f"<style>.pcc, .pcc-chart {{ --pcc-size: {_BIG}; }} .jp-Notebook .jp-RenderedMarkdown {{ font-size: {_BIG}; }}"
        " .pcc-chart, .pcc-svg { max-width: none; } .pcc .pcc-quiet, .pcc table, .pcc-chart table { font-size: 1em;"
        " } .jp-CodeCell:has(.pcc, .pcc-chart) .jp-Cell-inputWrapper { display: none; }</style>"
    ),
}


@cache
def _style(style: str) -> Markup:
    return Markup(f"<style>{asset('pcc.css')}</style>{_MORE[style]}")


def page_style() -> Markup:
    """The style sheet as a `<style>` element, for pieces that stand alone in a notebook's output."""
    return _style(settings.style)


def tag(name: str, *inside: Inside, css: str = "", **attributes: object) -> Markup:
    """An element of a page. Texts that go in are escaped, pieces of HTML (`Markup`) stay as they are; of a list each
    entry goes in.

    `css` is its class. An attribute may end in an underscore (`for_`) and has hyphens for the others (`aria_label`);
    True stands alone, None and False are left out.
    """
    given = {"class": css or None, **attributes}
    written = [_attribute(key, value) for key, value in given.items() if value is not None and value is not False]
    head = Markup("<{}>").format(Markup(" ").join([Markup(name), *written]))
    return head if name in _VOID else head + joined(*inside) + Markup(f"</{name}>")


def joined(*inside: Inside) -> Markup:
    """Pieces of a page one after the other."""
    parts = [piece if isinstance(piece, str) else joined(*piece) for piece in inside]
    return Markup("").join(parts)


def say_html(key: str, /, **values: object) -> Markup:
    """`say` for a message that holds HTML itself (`<b>`): the message goes in as it is written, values are escaped."""
    return Markup(say(key, **{name: _safe(value) for name, value in values.items()}))


def own(text: object) -> Markup:
    """A text of a record or of a user, with a direction of its own: Arabic or Hebrew leaves our words beside it in
    place."""
    return tag("bdi", str(text))


def details(summary: str, body: Inside, *, key: str = "", opened: bool = False, label: str = "") -> Markup:
    """A part that opens and closes by click or keyboard. `key` keeps it open when the page is drawn anew."""
    head = tag("summary", summary, aria_label=label or None)
    return tag("details", head, body, css="pcc-more", data_key=key or None, open=opened)


def link(url: str, text: str) -> Markup:
    """A link that opens in a new tab and tells the other site nothing."""
    return tag("a", own(text), href=url, target="_blank", rel="noopener noreferrer")


def items(entries: Iterable[str], kind: str = "ul", css: str = "") -> Markup:
    """A list, an entry each."""
    return tag(kind, [tag("li", entry) for entry in entries], css=css)


def terms(pairs: Iterable[tuple[Inside, Inside]]) -> Markup:
    """Terms, each with what is told of it."""
    return tag("dl", [(tag("dt", term), tag("dd", told)) for term, told in pairs], css="pcc-facts")


def table_box(table: Inside) -> Markup:
    """A table that scrolls in a box of its own where it is too wide or too long, also by keyboard."""
    return tag("div", table, css="pcc-table", tabindex="0", role="group", aria_label=say("live.table"))


def _attribute(key: str, value: object) -> Markup:
    name = key.rstrip("_").replace("_", "-")
    return Markup(name) if value is True else Markup('{}="{}"').format(Markup(name), str(value))


def _safe(value: object) -> object:
    """A value of a message as HTML: texts escaped, also those of a list."""
    if isinstance(value, str):
        return str(escape(value))
    return [_safe(one) for one in value] if isinstance(value, list | tuple) else value
