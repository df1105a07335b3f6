"""A matplotlib figure as an SVG that lives in a page: it scales, has a name, and its dots can be chosen."""

from __future__ import annotations

import io
import re
from hashlib import sha1
from html import escape

from matplotlib import rc_context
from matplotlib.figure import Figure

_HEAD = re.compile(r"^.*?<svg [^>]*?viewBox=\"([^\"]*)\"[^>]*>", re.DOTALL)
_METADATA = re.compile(r"\s*<metadata>.*?</metadata>", re.DOTALL)
_PICK = re.compile(r'<g id="pick:([^":]+)(?::[^"]*)?">')
_DIGITS = re.compile(r"(\d\.\d\d)\d+")  # a hundredth of a point is finer than any screen
_TAG = re.compile(r"<[^>]+>")
# A style sheet inside a picture would hold for the whole page, which a browser then styles anew with each picture.
_SHEET = re.compile(r"\s*<defs>\s*<style[^>]*>\s*\*\{([^}]*)\}\s*</style>\s*</defs>")
_FAMILY = re.compile(r"font-family: ([^;\"]+);? ?")
_SPARE = re.compile(
    r' transform="rotate\(-?0 [^"]*"|<g/>|(?<=>)\n\s*(?=<)|(?<=[\dz]) ?\n(?=[\w"])'
)  # turns by nothing, empty groups, line ends
_PLAIN_ID = re.compile(r' id="(?![mp][0-9a-f]{6,}"|h[0-9a-f]{6,}"|C[0-9a-f_]{6,})[^"]*"')


def svg(figure: Figure, name: str, picks: dict[str, str] | None = None) -> str:
    """SVG text of `figure` with the accessible name `name`.

    An artist whose gid is `pick:<id>` (or `pick:<id>:<anything>`) becomes a button named `picks[<id>]` that a page can
    act on: `<g data-pick="<id>" role="button" tabindex="-1">`.
    """
    out = io.StringIO()
    with rc_context({"svg.hashsalt": sha1(name.encode()).hexdigest()[:8]}):
        figure.savefig(out, format="svg", metadata={"Date": None, "Creator": None})
    text = _TAG.sub(lambda tag: _DIGITS.sub(r"\1", tag[0]), _METADATA.sub("", out.getvalue()))
    label = escape(name, quote=True)
    role = "group" if picks else "img"
    family = found[1] if (found := _FAMILY.search(text)) else "sans-serif"  # said once instead of with every word
    strokes = found[1] if (found := _SHEET.search(text)) else ""
    text = _SPARE.sub("", _FAMILY.sub("", _SHEET.sub("", text, count=1)))
    text = _HEAD.sub(
        lambda head: (
            f'<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" class="pcc-svg" '
            f'viewBox="{head[1]}" role="{role}" aria-label="{label}" preserveAspectRatio="xMinYMin meet" style="font-family: {family}; {strokes}">'
        ),
        text,
        count=1,
    )
    text = _PICK.sub(lambda found: _button(found[1], (picks or {}).get(found[1], found[1])), text)
    return _PLAIN_ID.sub("", text).strip()


def _button(pick: str, label: str) -> str:
    return (
        f'<g data-pick="{escape(pick, quote=True)}" role="button" tabindex="-1" aria-label="{escape(label, quote=True)}">'
        f"<title>{escape(label)}</title>"
    )
