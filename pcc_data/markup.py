"""Small pieces of HTML that cards, charts and explorers share. All text that goes in is escaped here or before.

What a notebook shows stands in an element of the class `mathjax_ignore`: it would set what lies between two dollar
signs as a formula.
"""

from __future__ import annotations

from functools import cache
from html import escape

from pcc_data.paths import asset
from pcc_data.settings import settings

_BIG = "max(1.05rem, 1.3vw)"

# On a projector the texts of the notebook grow with the pictures, and the code above a picture is hidden: nobody in the
# room needs it.
_MORE = {
    "screen": "",
    "print": "<style>.pcc, .pcc-chart { --pcc-size: 1em; }</style>",
    "projector": (
        f"<style>.pcc, .pcc-chart {{ --pcc-size: {_BIG}; }} .jp-Notebook .jp-RenderedMarkdown {{ font-size: {_BIG}; }}"
        " .pcc-chart, .pcc-svg { max-width: none; } .pcc .pcc-quiet, .pcc table, .pcc-chart table { font-size: 1em;"
        " } .jp-CodeCell:has(.pcc, .pcc-chart) .jp-Cell-inputWrapper { display: none; }</style>"
    ),
}


@cache
def _style(style: str) -> str:
    return f"<style>{asset('pcc.css')}</style>{_MORE[style]}"


def page_style() -> str:
    """The style sheet as a `<style>` element, for pieces that stand alone in a notebook's output."""
    return _style(settings.style)


def own(text: object) -> str:
    """A text of a record or of a user, escaped, with a direction of its own: Arabic or Hebrew leaves our words beside
    it in place."""
    return f"<bdi>{escape(str(text))}</bdi>"


def as_written(text: str) -> str:
    """The label of a control as HTML (`description_allow_html`), in which a notebook reads no formula between dollar
    signs."""
    return f'<bdi class="mathjax_ignore">{escape(text)}</bdi>'


def details(summary: str, body: str, *, key: str = "", opened: bool = False, label: str = "") -> str:
    """A part that opens and closes by click or keyboard. `key` keeps it open when the page is drawn anew."""
    name = f' aria-label="{escape(label, quote=True)}"' if label else ""
    mark = f' data-key="{escape(key, quote=True)}"' if key else ""
    return (
        "<details"
        f' class="pcc-more"{mark}{" open" if opened else ""}><summary{name}>{escape(summary)}</summary>{body}</details>'
    )


def link(url: str, text: str) -> str:
    """A link that opens in a new tab and tells the other site nothing."""
    return f'<a href="{escape(url, quote=True)}" target="_blank" rel="noopener noreferrer">{own(text)}</a>'


def items(entries: list[str], kind: str = "ul", css: str = "") -> str:
    """A list of pieces of HTML."""
    name = f' class="{css}"' if css else ""
    return f"<{kind}{name}>" + "".join(f"<li>{entry}</li>" for entry in entries) + f"</{kind}>"
