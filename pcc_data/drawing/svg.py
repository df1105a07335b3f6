"""A matplotlib figure as an SVG that lives in a page: it scales, has a name, and its dots can be chosen."""

import io
import re
from functools import lru_cache
from hashlib import sha1
from typing import Any

from markupsafe import Markup
from matplotlib import rc_context
from matplotlib.backends.backend_svg import RendererSVG
from matplotlib.figure import Figure
from matplotlib.font_manager import FontProperties
from matplotlib.textpath import text_to_path

from pcc_data.drawing.fonts import FOR_BROWSERS
from pcc_data.drawing.texts import ems, isolated, one_way, stand_in

_HEAD = re.compile(r"^.*?<svg [^>]*?viewBox=\"([^\"]*)\"[^>]*>", re.DOTALL)
_OPENING = Markup(
    '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" class="pcc-svg mathjax_ignore"'
    ' viewBox="{}" role="{}" aria-label="{}" preserveAspectRatio="xMinYMin meet"'
    ' style="font-family: {}; direction: ltr; {}">'
)
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
    with rc_context({"svg.hashsalt": sha1(name.encode()).hexdigest()[:8]}):
        drawn = _drawn(figure)
    text = _TAG.sub(lambda tag: _DIGITS.sub(r"\1", tag[0]), _METADATA.sub("", drawn))
    role = "group" if picks else "img"
    strokes = found[1] if (found := _SHEET.search(text)) else ""
    text = _SPARE.sub("", _FAMILY.sub("", _SHEET.sub("", text, count=1)))
    head = _OPENING.format(_HEAD.match(text)[1], role, name, Markup(FOR_BROWSERS), Markup(strokes))
    text = str(head) + _HEAD.sub("", text, count=1)
    text = _PICK.sub(lambda found: _button(found[1], (picks or {}).get(found[1], found[1])), text)
    return _PLAIN_ID.sub("", text).strip()


@lru_cache(maxsize=16384)
def _measured(text: str, font: FontProperties, ismath: Any) -> tuple[float, float, float]:
    """Width, height and descent of a line as matplotlib measures them: once, for all pictures. The font of pictures is
    always the font of measure (`style.rc`), so that nothing else than its properties decides."""
    return text_to_path.get_text_width_height_descent(text, font, ismath)


class Renderer(RendererSVG):
    """Lays texts out as a browser will set them, whatever fonts this computer has, and lets each line run its own
    way."""

    def get_text_width_height_descent(self, s: str, prop: FontProperties, ismath: Any) -> tuple[float, float, float]:
        weight = "bold" if prop.get_weight() in ("bold", 700) else "normal"
        plain = stand_in(s, weight)
        wide, high, descent = _measured(plain, prop.copy(), ismath)
        return wide if plain == s else ems(s, weight) * prop.get_size_in_points(), high, descent

    def draw_text(self, gc: Any, x: float, y: float, s: str, *more: Any, **named: Any) -> None:
        super().draw_text(gc, x, y, one_way(s), *more, **named)


def _drawn(figure: Figure) -> str:
    """What matplotlib writes for a figure, in points."""
    out, dpi = io.StringIO(), figure.dpi
    figure.dpi = 72
    try:
        wide, high = figure.get_size_inches() * 72
        renderer = Renderer(wide, high, out, image_dpi=dpi, metadata={"Date": None, "Creator": None})
        figure.draw(renderer)
        renderer.finalize()
    finally:
        figure.dpi = dpi
    return out.getvalue()


def _button(pick: str, label: str) -> str:
    head = Markup('<g data-pick="{}" role="button" tabindex="-1" aria-label="{}"><title>{}</title>')
    return head.format(pick, isolated(label), isolated(label))
