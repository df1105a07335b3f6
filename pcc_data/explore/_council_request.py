"""One request to the council that all tables of the room sign."""

import os
from collections.abc import Mapping
from typing import Any

from markupsafe import Markup

from pcc_data.analysis.model_rule import INSTRUMENTS
from pcc_data.controls.lines import Line
from pcc_data.controls.live import Printed
from pcc_data.controls.makers import button
from pcc_data.controls.panel import on_paper
from pcc_data.dataset.dataset import Dataset
from pcc_data.designs.advice import used_by
from pcc_data.designs.blocks import answer
from pcc_data.designs.folder import FOLDER
from pcc_data.explore._kit.explorer import Explorer
from pcc_data.explore._kit.shelf import Designs, Shelf
from pcc_data.markup import items, joined, own, say_html, tag
from pcc_data.pages.request import PARTS, request
from pcc_data.pages.sheets import print_link, room_to_write
from pcc_data.say import say

FILE = "our-request-to-the-council.html"
_LONG = ("ask", "offer")


def council_request(data: Dataset, folder: str | os.PathLike[str] | None = None) -> Explorer:
    """Four lines to write, a page to print and sign, and from the designs of a folder (default: `my_designs`, here)
    what they ask of the public side and which first steps they name. Nothing is counted against one another."""
    where, shown = Line(say("gallery.folder"), "20rem", value=os.fspath(folder or FOLDER)), Shelf()
    shown.read(where.value)
    again = button(say("gallery.again"), "refresh")
    lines = {
        part: Line(say(f"request.{part}"), hint=say(f"request.hint-{part}"), kind="area" if part in _LONG else "text")
        for part in PARTS
    }
    explorer = _Request(
        say("request.look"),
        {**lines, "folder": where, "again": again, "files": shown},
        lambda folder, files, **said: _page(said, shown),
        lasting=("files",),
    )

    def look(_: object = None) -> None:
        shown.read(where.value)

    again.on_click(explorer.guarded(look))
    where.observe(explorer.guarded(look), "value")
    return explorer


class _Request(Explorer):
    """On paper it is the request with room to write."""

    def __init__(self, *args: Any, **more: Any) -> None:
        super().__init__(*args, **more, printed=Printed(self._form))

    def _form(self) -> Markup:
        parts = [joined(tag("b", say(f"request.{part}")), room_to_write(2)) for part in PARTS]
        return joined(items(parts, "ol"), room_to_write(4, say("request.sign")))

    def static(self) -> Markup:
        return on_paper(tag("p", tag("b", self.look_at)), self._form())


def _page(said: Mapping[str, str], shelf: Shelf) -> Markup:
    designs = {} if shelf.invented else shelf.designs
    open_ = [say(f"request.open-{part}") for part in PARTS if not said[part].strip()]
    link = print_link(request(said, designs), FILE, say("request.keep"))
    state = tag("p", say_html("request.state", n=len(open_), open=open_), css="pcc-feedback", role="status")
    return joined(_helps(shelf.designs, shelf.invented), state, tag("p", link))


def _helps(designs: Designs, invented: bool) -> Markup:
    """What the designs ask of the public side, and the first steps that they name."""
    if not designs:
        return Markup()
    asked = [
        say_html("request.asked", what=answer(INSTRUMENTS, str(code)), letters=", ".join(keys))
        for code, keys in used_by(designs, INSTRUMENTS).items()
    ]
    steps = [
        joined(f"{letter}: ", own(design["first_step.what"]))
        for letter, design in designs.items()
        if design["first_step.what"]
    ]
    parts = [tag("p", say_html("gallery.invented"))] if invented else []
    for part, entries in (("public", asked), ("steps", steps)):
        if entries:
            parts += [tag("h3", say(f"request.{part}")), items(entries)]
    return joined(parts)
