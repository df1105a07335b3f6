"""Keep a design: save it into a folder, open one from there, print its sheet. Nothing of somebody else is written over
without asking."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

import ipywidgets as widgets

from pcc_data.controls.lines import Line
from pcc_data.controls.makers import button, controls_row, toggle
from pcc_data.controls.panel import log, problem
from pcc_data.controls.picture import Picture
from pcc_data.designs import Design, examples_dir
from pcc_data.designs.folder import allowed_folder, design_files
from pcc_data.markup import Inside, say_html, tag
from pcc_data.pages import sheets
from pcc_data.pages.design_sheet import design_sheet
from pcc_data.say import say

if TYPE_CHECKING:
    from pcc_data.explore._studio import Studio


class Keeping(widgets.VBox):
    """The bar above the canvas, always in sight: drawn by, save, print; behind a button the folder and a list of
    designs to open. `file` is where this design was saved or opened last, `text` what stands there."""

    def __init__(self, studio: Studio, folder: str, by: widgets.Widget) -> None:
        self._studio, self.file, self.text = studio, "", ""
        self._printed: set[Path] = set()
        self.folder = Line(say("keeping.folder"), "16rem", value=folder)
        self.saving = self._button(say("keeping.save"), "save", self.save, lambda: self.save(overwrite=True))
        self.replacing = button(say("keeping.replace"), "check", lambda _: self._tried(self._again or self.look))
        self.files = widgets.Dropdown(
            description=say("keeping.design"),
            style={"description_width": "initial"},
            layout=widgets.Layout(width="max-content", max_width="100%"),
        )
        self.opening = self._button(say("keeping.open"), "folder-open", self.open_design)
        self.looking = self._button(say("gallery.again"), "refresh", self.look)
        self.printing = self._button(say("keeping.print"), "print", self.show_sheet)
        self.pdf = self._button(say("keeping.pdf"), "file", self.save_pdf, lambda: self.save_pdf(overwrite=True))
        self.more = toggle(say("keeping.more"), "folder")
        self.said = Picture()
        mine = controls_row(by, self.saving, self.printing, self.pdf, self.more)
        there = controls_row(self.folder, self.files, self.opening, self.looking)
        super().__init__([mine, there, self.said, self.replacing])
        self.add_class("pcc-mine")
        self.add_class("pcc-bar")
        self.more.observe(lambda _: setattr(there.layout, "display", "" if self.more.value else "none"), "value")
        there.layout.display = "none"
        self.folder.observe(studio.guarded(lambda _: self.look(afresh=True)), "value")
        self._offer(None)
        self.look()

    def _button(
        self, text: str, icon: str, action: Callable[[], Any], again: Callable[[], Any] | None = None
    ) -> widgets.Button:
        return button(text, icon, lambda _: self._tried(action, again))

    def _tried(self, action: Callable[[], Any], again: Callable[[], Any] | None = None) -> None:
        """Do it; whatever goes wrong becomes a sentence. A file that is in the way is replaced (`again`) only when
        asked for."""
        self._offer(None)
        try:
            action()
        except FileExistsError as error:
            self._offer(again)
            self._tell(say_html("keeping.taken", error=str(error)), "pcc-empty")
        except (ValueError, OSError) as error:
            self._tell(tag("br").join(str(error).split("\n")), "pcc-error")
        except Exception as error:  # whatever goes wrong, the page stays alive
            log.exception("A handler of %s failed", type(self).__name__)
            self.said.html = problem(error)

    def _offer(self, again: Callable[[], Any] | None) -> None:
        self._again = again
        self.replacing.layout.display = "none" if again is None else ""

    def _tell(self, said: Inside, css: str = "pcc-feedback") -> None:
        self.said.html = tag("div", tag("p", said), css=css, role="status")

    def look(self, afresh: bool = False) -> None:
        """List the designs of the folder, and the project's invented examples. What was chosen stays chosen, unless it
        is another folder (`afresh`)."""
        kept = None if afresh else self.files.value
        found = [(file.name, str(file)) for file in design_files(self.folder.value)]
        found += [(say("keeping.example", name=file.stem), str(file)) for file in design_files(examples_dir())]
        with self.files.hold_sync():  # the page never sees the new list with an old choice
            self.files.options = found
            self.files.value = kept if kept in dict(found).values() else next((file for _, file in found), None)

    def save(self, overwrite: bool = False) -> None:
        """Write the design into the folder. A file that this table wrote or opened, and that is still as it left it,
        is its own: it is saved again without a question."""
        design, before = self._studio.design, self.file
        file = design.save(allowed_folder(self.folder.value), overwrite=overwrite or self._own(design))
        self.known(file, design)
        self.look()
        self.files.value = str(Path(self.folder.value).expanduser() / file.name)
        other = bool(before) and Path(before) != Path(self.file) and Path(before).is_file()
        told = [say_html("keeping.saved", file=str(file), other=other, before=before)]
        answered = bool(design["fate.answer"])
        self._tell((told, "" if answered else (" ", say("keeping.no-fate"))))
        self._studio.offer.saved()

    def known(self, file: str | Path, design: Design) -> None:
        """From now on this file is the one of the design on the canvas."""
        self.file, self.text = str(Path(file).expanduser().absolute()), design.text()

    def _own(self, design: Design) -> bool:
        target = Path(self.folder.value).expanduser().absolute() / design.file_name()
        if str(target) != self.file:
            return False
        with suppress(OSError, ValueError):
            return target.read_text(encoding="utf-8") == self.text
        return False

    def open_design(self) -> None:
        """Put the chosen design on the canvas."""
        if self.files.value is None:
            raise ValueError(say("keeping.none", folder=repr(self.folder.value)))
        design = Design.load(self.files.value)
        self.file = self.text = ""
        if not design.repairs and Path(self.files.value).parent != examples_dir():
            self.known(self.files.value, design)
        self._studio.offer.anew()
        self._studio.show(design)
        self._tell((say_html("keeping.opened", design=design.title), " ", " ".join(design.repairs)))

    def show_sheet(self) -> None:
        """Offer the sheet behind a link; nothing is written on disk by this."""
        design = self._studio.design
        name = design.file_name().removesuffix(".yaml") + ".html"
        link = sheets.print_link(design_sheet(self._studio.data, design), name, say("keeping.keep"))
        self._tell((tag("b", say("keeping.ready")), " ", link))

    def save_pdf(self, overwrite: bool = False) -> None:
        """Print the sheet into a PDF file in the folder, where a Chromium is found, and give a link to it."""
        design, folder = self._studio.design, Path(self.folder.value).expanduser()
        folder.mkdir(parents=True, exist_ok=True)
        file = folder / design.file_name().replace(".yaml", ".pdf")
        again = overwrite or file.absolute() in self._printed
        said = sheets.pdf(design_sheet(self._studio.data, design), file, overwrite=again)
        if not file.is_file():
            return self._tell(said)
        self._printed.add(file.absolute())
        link = sheets.download_link(file.read_bytes(), file.name, say("keeping.keep-pdf"), kind="application/pdf")
        return self._tell((said, " ", link))
