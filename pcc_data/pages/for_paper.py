"""What is folded or pressed on a screen, made fit for paper: *Says who?* becomes a footnote, buttons go."""

from __future__ import annotations

import re
from typing import Any

from markupsafe import Markup

from pcc_data.markup import joined
from pcc_data.pages.paper_notes import paper_notes, says_who
from pcc_data.pages.paper_words import before_the_screen, of_the_screen, sentences

_LIVE = ".pcc-live, .pcc-add, button, p:has(> .pcc-download), .pcc-download, style, summary"
_TEXTS = "p, figcaption"
"""What may speak of the screen; lists and tables hold what is on record."""
_TALL = 0.72  # height by width
_NUMBER = re.compile(r"[-−+]?[\d.,]+(e[-+]?\d+)?\s?%?")
_NOTHING = re.compile(r"NaN|NaT|None|<NA>|–|-")
_INLINE = {"b", "i", "em", "strong", "span", "a", "br", "sup"}


def for_paper(html: str) -> Markup:
    """A piece of a page without anything to press, open or follow on a screen; its "says who?" as numbered notes at the
    end."""
    from bs4 import BeautifulSoup

    soup = BeautifulSoup(html, "html.parser")
    for part in soup.select("details:not([open])"):
        if not part.decomposed and not says_who(part):
            part.decompose()
    for part in soup.select(_TEXTS):
        _of_the_screen_out(part)
    _empty_out(soup)
    for table in soup.select("table.dataframe"):
        _numbers_right(table)
    for picture in soup.select("svg.pcc-svg[viewbox], svg.pcc-svg[viewBox]"):
        _tall(picture)
    notes = paper_notes(soup)
    for part in soup.select("details"):
        part.name = "div"
    for part in soup.select(_LIVE):
        part.decompose()
    for part in soup.select('a[href$=".ipynb"], a[href^="#"]'):
        part.unwrap()
    return joined(Markup(str(soup)), notes)


def _numbers_right(table: Any) -> None:
    """Mark the columns of a table of pandas that hold numbers from top to bottom, with their heads."""
    rows = [row.select("td") for row in table.select("tr")]
    heads = [row.select("th") for row in table.select("tr") if not row.select("td")]
    wide = max(map(len, rows), default=0)
    for at in range(wide):
        cells = [row[at] for row in rows if at < len(row)]
        told = [text for cell in cells if (text := cell.get_text(strip=True)) and not _NOTHING.fullmatch(text)]
        if told and all(map(_NUMBER.fullmatch, told)):
            for cell in (*cells, *(head[at - wide] for head in heads if len(head) >= wide)):
                cell["class"] = [*cell.get("class", []), "pcc-right"]


def _tall(picture: Any) -> None:
    """Mark a picture that has to fill a page to be read; two of the others fit on one."""
    *_, width, height = map(float, (picture.get("viewbox") or picture["viewBox"]).split())
    if height > _TALL * width:
        picture["class"] = [*picture["class"], "pcc-tall"]


def _of_the_screen_out(part: Any) -> None:
    """Leave out what a text says of the screen; where it is more than plain words, the whole text."""
    if any(inner.name not in _INLINE for inner in part.find_all(True)):
        return
    html = part.decode_contents()
    if not of_the_screen(html):
        return
    kept = before_the_screen(sentences(html))
    part.clear()
    if kept:
        from bs4 import BeautifulSoup

        part.append(BeautifulSoup(" ".join(kept), "html.parser"))  # which closes what was cut open


def _empty_out(soup: Any) -> None:
    for part in soup.select("p,li,figcaption,h2,h3,h4"):
        if not part.get_text(strip=True) and not part.select("svg, img, .write, .pcc-line, sup"):
            part.decompose()
