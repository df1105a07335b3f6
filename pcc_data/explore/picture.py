"""The widget that shows a piece of HTML and tells which dot in it was chosen."""

from __future__ import annotations

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
    picked = traitlets.Unicode("").tag(sync=True)
    picks = traitlets.Int(0).tag(sync=True)
    chosen = traitlets.Unicode("").tag(sync=True)
    busy = traitlets.Bool(False).tag(sync=True)
    said = traitlets.Unicode("").tag(sync=True)
