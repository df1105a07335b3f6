"""Lines to write in. What stands in them is the reader's, however slow the machine is."""

from contextlib import suppress
from typing import Any

import anywidget
import ipywidgets as widgets
import traitlets

from pcc_data.paths import asset


class Line(anywidget.AnyWidget):
    """A line to write in, with a visible label.

    Of the `kind` "area" it has room for several lines.

    `text` is what stands in it, key by key; nothing older is written over what is being typed. `value` is what counts:
    with `live` the same, else what stood there when Enter was pressed or the line was left. Presses in the same
    explorer wait until the kernel has heard (`heard`) what was typed before them.
    """

    _esm = asset("line.js")
    description = traitlets.Unicode().tag(sync=True)
    hint = traitlets.Unicode().tag(sync=True)
    kind = traitlets.Unicode("text").tag(sync=True)
    min = traitlets.Int(None, allow_none=True).tag(sync=True)
    max = traitlets.Int(None, allow_none=True).tag(sync=True)
    text = traitlets.Unicode().tag(sync=True)
    heard = traitlets.Unicode().tag(sync=True)
    value: Any = traitlets.Unicode()
    live = traitlets.Bool(False)

    def __init__(self, description: str, width: str = "100%", **more: Any) -> None:
        super().__init__(description=description, layout=widgets.Layout(width=width, max_width="100%"), **more)
        self.on_msg(self._typed)

    @traitlets.observe("value")
    def _written(self, change: dict[str, Any]) -> None:
        self.text = str(change["new"])

    def _typed(self, _: Any, said: dict[str, Any], __: Any) -> None:
        """What the page says was typed; answered in one message, so that the page never sees half of it."""
        with self.hold_sync():
            try:
                self.text = said["typed"]
                if self.live or said["done"]:
                    self._take(said["typed"])
            finally:
                self.heard = said["mark"]

    def _take(self, text: str) -> None:
        self.value = text


class Number(Line):
    """A line for a whole number between `min` and `max`. What is none is put back when the line is left."""

    value = traitlets.Int()

    def __init__(self, description: str, width: str = "max-content", *, min: int = 0, max: int, **more: Any) -> None:
        super().__init__(description, width, kind="number", min=min, max=max, text="0", **more)

    @traitlets.validate("value")
    def _within(self, proposal: dict[str, Any]) -> int:
        return max(self.min, min(self.max, proposal["value"]))

    def _take(self, text: str) -> None:
        with suppress(ValueError, OverflowError):
            self.value = int(float(text))
        self.text = str(self.value)
