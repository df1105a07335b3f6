"""Keep a design: save it into a folder, open one from there, print its sheet. Nothing is written over without
asking."""

from __future__ import annotations

from collections.abc import Callable
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING, Any

import ipywidgets as widgets

from pcc_data.designs import Design, examples_dir
from pcc_data.designs.folder import design_files
from pcc_data.explore._kit.lines import Line
from pcc_data.explore._kit.panel import log, problem
from pcc_data.explore._kit.picture import Picture
from pcc_data.pages import sheets
from pcc_data.pages.design_sheet import design_sheet

if TYPE_CHECKING:
    from pcc_data.explore._studio import Studio


class Keeping(widgets.VBox):
    """The row below the canvas: drawn by, folder, save; a list of designs to open; print."""

    def __init__(self, studio: Studio, folder: str, by: widgets.Widget) -> None:
        self._studio = studio
        self.folder = Line("Folder", "16rem", value=folder)
        self.saving = self._button("Save our design", "save", self.save, lambda: self.save(overwrite=True))
        self.replacing = widgets.Button(
            description="Replace it", icon="check", layout=widgets.Layout(width="max-content")
        )
        self.replacing.on_click(lambda _: self._tried(self._again or self.look))
        self.files = widgets.Dropdown(
            description="Design",
            style={"description_width": "initial"},
            layout=widgets.Layout(width="24rem", max_width="100%"),
        )
        self.opening, self.looking = (
            self._button("Open", "folder-open", self.open_design),
            self._button("Look again", "refresh", self.look),
        )
        self.printing = self._button("Print our sheet", "print", self.show_sheet)
        self.pdf = self._button("Save as PDF", "file", self.save_pdf, lambda: self.save_pdf(overwrite=True))
        self.said = Picture()
        rows = ([by, self.folder, self.saving, self.printing, self.pdf], [self.files, self.opening, self.looking])
        super().__init__([*map(self._row, rows), self.said, self.replacing])
        self.add_class("pcc-mine")
        self.folder.observe(studio.guarded(lambda _: self.look()), "value")
        self._offer(None)
        self.look()

    @staticmethod
    def _row(children: list[widgets.Widget]) -> widgets.Box:
        row = widgets.Box(children)
        row.add_class("pcc-controls")
        return row

    def _button(
        self, text: str, icon: str, action: Callable[[], Any], again: Callable[[], Any] | None = None
    ) -> widgets.Button:
        button = widgets.Button(description=text, icon=icon, layout=widgets.Layout(width="max-content"))
        button.on_click(lambda _: self._tried(action, again))
        return button

    def _tried(self, action: Callable[[], Any], again: Callable[[], Any] | None = None) -> None:
        """Do it; whatever goes wrong becomes a sentence. A file that is in the way is replaced (`again`) only when
        asked for."""
        self._offer(None)
        try:
            action()
        except FileExistsError as error:
            self._offer(again)
            self._tell(
                f"{escape(str(error))} Press <i>Replace it</i> to write over it, or change the name or the folder.",
                "pcc-empty",
            )
        except (ValueError, OSError) as error:
            self._tell(escape(str(error)).replace("\n", "<br>"), "pcc-error")
        except Exception as error:  # whatever goes wrong, the page stays alive
            log.exception("What keeps a design failed")
            self.said.html = problem(error)

    def _offer(self, again: Callable[[], Any] | None) -> None:
        self._again = again
        self.replacing.layout.display = "none" if again is None else ""

    def _tell(self, html: str, css: str = "pcc-feedback") -> None:
        self.said.html = f'<div class="{css}" role="status"><p>{html}</p></div>'

    def look(self) -> None:
        """List the designs of the folder, and the project's invented examples."""
        kept = self.files.value
        found = [(file.name, str(file)) for file in design_files(self.folder.value)]
        found += [(f"Example: {file.stem}", str(file)) for file in design_files(examples_dir())]
        self.files.options = found
        self.files.value = kept if kept in dict(found).values() else next((file for _, file in found), None)

    def save(self, overwrite: bool = False) -> None:
        """Write the design into the folder."""
        design = self._studio.design
        file = design.save(self.folder.value, overwrite=overwrite)
        self.look()
        self.files.value = str(Path(self.folder.value).expanduser() / file.name)
        self._tell(f"<b>Saved</b> as {escape(str(file))}.")

    def open_design(self) -> None:
        """Put the chosen design on the canvas."""
        if self.files.value is None:
            raise ValueError(
                f"There is no design in {self.folder.value!r} yet. Save one first, or name another folder."
            )
        design = Design.load(self.files.value)
        self._studio.show(design)
        self._tell(f"<b>Opened:</b> {escape(design.title)}. " + escape(" ".join(design.repairs)))

    def show_sheet(self) -> None:
        """Offer the sheet behind a link; nothing is written on disk by this."""
        design = self._studio.design
        link = sheets.download_link(
            design_sheet(self._studio.data, design),
            design.file_name().removesuffix(".yaml") + ".html",
            "Open or keep the sheet",
        )
        self._tell(f"<b>Ready to print.</b> {link}, then print it from your browser (Ctrl+P, on a Mac ⌘P).")

    def save_pdf(self, overwrite: bool = False) -> None:
        """Print the sheet into a PDF file in the folder, where a Chromium is found."""
        design, folder = self._studio.design, Path(self.folder.value).expanduser()
        folder.mkdir(parents=True, exist_ok=True)
        done = sheets.pdf(
            design_sheet(self._studio.data, design),
            folder / design.file_name().replace(".yaml", ".pdf"),
            overwrite=overwrite,
        )
        self._tell(escape(done))
