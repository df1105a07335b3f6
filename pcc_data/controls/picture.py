"""The widget that shows a piece of HTML and tells which dot in it was chosen."""

from typing import Any

import anywidget
import traitlets

from pcc_data.paths import asset


class Picture(anywidget.AnyWidget):
    """Shows `html`; elements with `data-pick` can be chosen by mouse or keyboard.

    `picked` is the id chosen last and `picks` counts the choices, so that choosing the same dot twice is noticed.
    `chosen` is marked in the picture without drawing it anew. `said` is spoken by screen readers.
    """

    _esm = asset("picture.js")
    _css = asset("pcc.css")
    html = traitlets.Unicode("").tag(sync=True)
    picked = traitlets.Unicode("")
    picks = traitlets.Int(0)
    chosen = traitlets.Unicode("").tag(sync=True)
    busy = traitlets.Bool(False).tag(sync=True)
    said = traitlets.Unicode("").tag(sync=True)

    def __init__(self) -> None:
        super().__init__()
        self.on_msg(self._pick)

    def _pick(self, _: Any, told: dict[str, Any], __: Any) -> None:
        """Every choice arrives as a message of its own: as a state, the second of three quick ones would be lost."""
        self.picked = told["pick"]
        self.picks += 1
