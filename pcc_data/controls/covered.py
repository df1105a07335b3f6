"""A panel that waits for a guess: covered until somebody says that the room has guessed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import ipywidgets as widgets
from markupsafe import Markup

from pcc_data.controls.live import Live, Printed
from pcc_data.controls.makers import toggle
from pcc_data.drawing.chart import GUESS
from pcc_data.markup import details, joined, page_style, tag
from pcc_data.say import say

if TYPE_CHECKING:
    from pcc_data.controls.panel import Panel


class Covered(Live):
    """The panel behind a button. While it is covered no part of it is on the page but what a guess needs (`before`), so
    that nothing gives the answer away; pressed again, the button covers it for the next group. `panel` is what lies
    behind it. Where no kernel runs, it is folded; of a worksheet it is in the key, unless it has a form of its own
    there."""

    def __init__(self, panel: Panel) -> None:
        super().__init__()
        self.panel = panel
        self.printed = panel.printed or Printed(lambda: Markup(panel.before), panel.static)
        self.shown = toggle(say("covered.show"), "eye")
        self.shown.observe(self._turn, "value")
        self._style, self._inside = widgets.HTML(page_style()), panel
        self._before = (
            [widgets.HTML(tag("div", Markup(panel.before), css="pcc mathjax_ignore"))] if panel.before else []
        )
        self.children = [self._style, *self._before, self.shown]
        self.add_class("pcc-covered")

    def _turn(self, change: dict[str, Any]) -> None:
        shown = bool(change["new"])
        self.shown.description = say("covered.cover" if shown else "covered.show")
        self.shown.icon = "eye-slash" if shown else "eye"
        self.children = [self._style, self.shown, self.panel] if shown else [self._style, *self._before, self.shown]

    def static(self) -> Markup:
        """The panel's opening view, folded."""
        folded = details(say("covered.show"), self.panel.static(), key=GUESS)
        return joined(page_style(), tag("div", Markup(self.panel.before), folded, css="pcc mathjax_ignore"))

    def __repr__(self) -> str:
        return repr(self.panel)
