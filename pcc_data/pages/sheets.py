"""Sheets to print: a complete page without scripts or network, a link that saves it, and a PDF of it."""

from __future__ import annotations

import os
import shutil
import subprocess
from base64 import b64encode
from os import PathLike
from pathlib import Path
from typing import TYPE_CHECKING

from markupsafe import Markup

from pcc_data.dataset.citing import data_line
from pcc_data.errors import pick
from pcc_data.files.writing import folder_aside, refuse_taken, write_whole
from pcc_data.markup import say_html, tag
from pcc_data.say import say
from pcc_data.settings import settings, shared

if TYPE_CHECKING:
    from pcc_data.dataset.dataset import Dataset

PAPERS = {"a4": "A4", "a5": "A5", "a3": "A3"}
BROWSERS = (
    "chromium-headless-shell",  # the same without windows: prints in half the time
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "chrome",
    "msedge",
)
_WAIT = 60  # seconds after which a browser that prints nothing is given up
_CSS = """
@page { size: %(paper)s%(turn)s; margin: 14mm 14mm 16mm; }
* { box-sizing: border-box; }
html { -webkit-print-color-adjust: exact; print-color-adjust: exact; }
body { margin: 0 auto; padding: 6mm; max-width: %(width)smm; color: #1a1a1a; background: #fff;
  font: %(size)spt/1.42 system-ui, "Segoe UI", Roboto, "DejaVu Sans", sans-serif; overflow-wrap: break-word; }
h1 { unicode-bidi: plaintext; font-size: 1.75em; line-height: 1.15; margin: 0 0 .35em; } h2 { font-size: 1.25em;
margin: 1.1em 0 .35em; }
h3 { font-size: 1.05em; margin: .8em 0 .2em; } h1, h2, h3, h4 { font-weight: 650; break-after: avoid; }
p { margin: .25em 0 .5em; } ol, ul { margin: .2em 0 .6em; padding-left: 1.4em; } ol { padding-left: 2.3em; } li {
margin: .2em 0; }
sup { line-height: 0; white-space: nowrap; } a { color: #00558c; overflow-wrap: anywhere; }
svg, img { display: block; width: 100%%; height: auto; }
table { border-collapse: collapse; width: 100%%; } th, td { text-align: left; vertical-align: top; padding: .3em .5em
.3em 0;
  border-bottom: 1px solid #bbb; }
section, article, figure, tr, li { break-inside: avoid; }
.quiet { color: #555; font-size: .86em; } .keep { break-inside: avoid; } .new-page { break-before: page; }
.box { border: 1px solid #777; border-radius: 2mm; padding: 3mm; margin: 0 0 4mm; break-inside: avoid; }
.write { border-bottom: 1px solid #999; height: 8.5mm; }
footer { break-before: avoid; margin-top: 1.4em; padding-top: .4em; border-top: 1px solid #bbb; font-size: .82em;
color: #555; }
@media print { body { padding: 0; max-width: none; } }
"""
_PAGE = Markup(
    '<!DOCTYPE html>\n<html lang="{language}">\n<head><meta charset="utf-8">'
    '<meta name="viewport" content="width=device-width, initial-scale=1">'
    "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'; img-src"
    ' data:">'
    "<title>{title}</title><style>{css}</style></head>\n<body>\n<h1>{title}</h1>\n{body}\n"
    "<footer>{foot}</footer>\n</body>\n</html>\n"
)
# Width of the text in millimetres and type size in points, by paper: so that the screen shows what will be printed.
_SIZES = {"a4": (182, 10.5), "a5": (120, 9), "a3": (269, 12)}


def page(
    title: str,
    body_html: str,
    *,
    paper: str = "a4",
    landscape: bool = False,
    data: Dataset | None = None,
    foot: str | None = None,
) -> Markup:
    """A complete HTML document ready to print: no scripts, nothing from the network.

    `title` is plain text and becomes the name of the document and its heading; `body_html` follows it and must be
    escaped already. `paper` is a4, a5 or a3. Classes for the body: quiet, keep (not broken across pages), new-page, box
    and write (an empty line for handwriting, see `room_to_write`). The foot names the data version, the
    user's own records in `data`, and whose judgement the coding is; `foot` says all this where the data are not at
    hand. Raises ValueError for another paper.
    """
    width, size = _SIZES[pick(paper, PAPERS, "paper")]
    turn, width = (" landscape", round(width * 1.42)) if landscape else ("", width)
    css = _CSS % {"paper": PAPERS[paper], "turn": turn, "width": width, "size": size}
    return _PAGE.format(
        language=settings.language,
        title=title,
        css=Markup(css),
        body=Markup(body_html),
        foot=foot or data_line(data, licence=True),
    )


def room_to_write(lines: int = 3, label: str = "") -> Markup:
    """Empty lines for handwriting, with a small label above them."""
    head = tag("p", label, css="quiet") if label else ""
    return tag("div", head, [tag("div", css="write")] * lines, css="keep")


def download_link(document: str | bytes, filename: str, label: str, kind: str = "text/html;charset=utf-8") -> Markup:
    """A link that saves a document under `filename`. The document travels inside the link: no server, no file.

    It works in a notebook and in every browser; the reader opens the saved file and prints it.
    """
    packed = b64encode(document.encode("utf-8") if isinstance(document, str) else document).decode("ascii")
    address = f"data:{kind};base64,{packed}"
    return tag("a", label, css="pcc-download", download=filename, href=address)


def print_link(html: str, filename: str, label: str) -> Markup:
    """A link that saves the document, and how to print it then."""
    place = "\0"  # the catalogue keeps what it said: a whole document is put in afterwards
    return say_html("sheet.print", link=place).replace(place, download_link(html, filename, label))


def save(html: str, file: str | PathLike[str], *, overwrite: bool = False) -> Path:
    """Write the document into a file and return its path. Folders are not made.

    Raises FileExistsError when there is such a file already (unless `overwrite`), ValueError when the folder is
    missing, the name does not end in .html, or visitors of a room use this machine, and NotWritten (an OSError) when it
    cannot be written.
    """
    _refuse_visitors()
    return write_whole(free_file(file, ".html", overwrite), html, overwrite=overwrite)


def _refuse_visitors() -> None:
    """A visitor of a room can name any file of the trainer's laptop, so none is written."""
    if shared():
        raise ValueError(say("sheet.not-in-room"))


def pdf(html: str, file: str | PathLike[str], *, overwrite: bool = False, wait: int = _WAIT) -> str:
    """Print the document into a PDF file with a Chromium of this computer, and say in a sentence what was done.

    Where no Chromium is found, or it fails, nothing is written and the sentence says how to print by hand. Raises
    FileExistsError and ValueError as `save` does, with the ending .pdf. A browser that prints nothing is given up after
    `wait` seconds.
    """
    _refuse_visitors()
    path = free_file(file, ".pdf", overwrite)
    browser = find_browser()
    if browser is None:
        return say("sheet.no-browser")
    # A Chromium installed as a snap sees neither /tmp nor hidden folders: its files go beside the result, or nowhere.
    with folder_aside(path) as folder:
        source, made = folder / "page.html", folder / "page.pdf"
        write_whole(source, html)
        command = [
            browser,
            "--headless",
            "--disable-gpu",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--disable-extensions",
            f"--user-data-dir={folder}/profile",
            "--no-pdf-header-footer",
            f"--print-to-pdf={made}",
            source.as_uri(),
        ]
        if hasattr(os, "geteuid") and os.geteuid() == 0:
            command.insert(1, "--no-sandbox")  # Chromium refuses to start for root otherwise, as in containers
        try:
            subprocess.run(command, capture_output=True, timeout=wait, check=False)
        except (OSError, subprocess.TimeoutExpired):
            return say("sheet.too-slow", n=wait)
        if not made.is_file() or made.stat().st_size == 0:
            return say("sheet.no-pdf", name=Path(browser).name)
        write_whole(path, made.read_bytes(), overwrite=overwrite)
    return say("sheet.saved", file=str(path))


def find_browser() -> str | None:
    """Path of a Chromium or Chrome on this computer (`PCC_CHROMIUM` names one), or None."""
    named = os.environ.get("PCC_CHROMIUM")
    return named or next((path for name in BROWSERS if (path := shutil.which(name))), None)


def free_file(file: str | PathLike[str], ending: str, overwrite: bool = False) -> Path:
    """The path of a file that can be written, asked before any work is done for it. Raises as `save` does."""
    path = Path(file).expanduser()
    if path.suffix.lower() != ending:
        raise ValueError(say("sheet.wrong-ending", name=repr(path.name), ending=ending))
    if not path.parent.is_dir():
        raise ValueError(say("sheet.no-folder", folder=str(path.parent)))
    if not overwrite:
        refuse_taken(path)
    return path
