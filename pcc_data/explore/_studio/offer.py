"""The draft on the canvas: kept while people draw, offered when the notebook is opened again."""

import os
from collections.abc import Callable
from datetime import datetime
from secrets import token_hex

import ipywidgets as widgets

from pcc_data.controls.makers import button, controls_row
from pcc_data.designs import Design
from pcc_data.designs.drafts import Draft, Drafts
from pcc_data.markup import tag
from pcc_data.say import say


class Offer(widgets.VBox):
    """Asks whether to go on with a draft of this folder, and keeps the draft of this canvas. `take` gets the draft that
    was chosen. Nobody's draft is thrown away by a press: another table on this machine may be working on it."""

    def __init__(self, folder: str | os.PathLike[str], take: Callable[[Draft], None]) -> None:
        self._drafts, self._take, self._key, self._before = Drafts(folder), take, token_hex(4), ""
        self._said = widgets.HTML()
        self._choice = controls_row()
        super().__init__([self._said, self._choice])
        self.ask()

    def ask(self) -> None:
        """Offer the drafts of the folder; where there is none, nothing is said."""
        found = self._drafts.read()
        buttons = [button(_told(draft), "history", lambda _, one=draft: self.go_on(one)) for draft in found]
        anew = button(say("draft.anew"), "file-o", lambda _: self._close())
        self._choice.children = (*buttons, anew) if found else ()
        told = [say("draft.ask")] if found else []
        self._tell([*told, *([say("draft.damaged")] if self._drafts.damaged else [])])

    def go_on(self, draft: Draft) -> None:
        """Take a draft up. What this canvas keeps next takes its place; a table that still works on it keeps its own
        again with its next choice."""
        self._before = draft.key
        self._close()
        self._take(draft)

    def keep(self, design: Design, file: str = "", text: str = "") -> None:
        """Keep what stands on the canvas; a folder that cannot be written is told in a sentence."""
        self._drafts.keep(self._key, design, file, text, instead=self._before)
        if self._drafts.problem:
            self._tell([say("draft.not-kept", reason=self._drafts.problem)])

    def saved(self) -> None:
        """The design lies in a file of its own now."""
        self._drafts.forget(self._key, self._before)

    def anew(self) -> None:
        """Another design begins on this canvas: the draft of the one before stays as it is."""
        self._key, self._before = token_hex(4), ""

    def _close(self) -> None:
        self._choice.children = ()
        self._tell([])

    def _tell(self, sentences: list[str]) -> None:
        inside = [tag("p", sentence) for sentence in sentences]
        self._said.value = str(tag("div", inside, css="pcc mathjax_ignore", role="status")) if inside else ""
        self.layout.display = "" if inside or self._choice.children else "none"


def _told(draft: Draft) -> str:
    """When a draft was drawn, what it is called and who drew it."""
    today = draft.at.date() == datetime.now().astimezone().date()
    by = draft.design["by"] or ""
    return say("draft.go-on", time=f"{draft.at:%H:%M}", today=today, design=draft.design.title, signed=bool(by), by=by)
