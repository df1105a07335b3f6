"""What is folded or pressed on a screen, made fit for paper: *Says who?* becomes a footnote, buttons go."""

from __future__ import annotations

from typing import Any

from markupsafe import Markup

from pcc_data.markup import items, joined, tag
from pcc_data.pages.paper_words import before_the_screen, of_the_screen, sentences
from pcc_data.say import say

_LIVE = ".pcc-live, .pcc-add, button, p:has(> .pcc-download), .pcc-download, style, summary"
_TEXTS = "p, figcaption"
"""What may speak of the screen; lists and tables hold what is on record."""
_MOST = 4  # sources of a note
_INLINE = {"b", "i", "em", "strong", "span", "a", "br", "sup"}


def for_paper(html: str) -> Markup:
    """A piece of a page without anything to press, open or follow on a screen; its "says who?" as numbered notes at the
    end."""
    from bs4 import BeautifulSoup

    soup = BeautifulSoup(html, "html.parser")
    for part in soup.select("details:not([open])"):
        if not part.decomposed and not _says_who(part):
            part.decompose()
    for part in soup.select(_TEXTS):
        _of_the_screen_out(part)
    _empty_out(soup)
    notes = _notes(soup)
    for part in soup.select("details"):
        part.name = "div"
    for part in soup.select(_LIVE):
        part.decompose()
    for part in soup.select('a[href$=".ipynb"], a[href^="#"]'):
        part.unwrap()
    last = tag("section", tag("h2", say("worksheet.notes")), items(notes, "ol", "notes"), css="says-who")
    return joined(Markup(str(soup)), last if notes else "")


def _notes(soup: Any) -> list[Markup]:
    """The bodies of all "says who?" as notes; in their place their number, the same for the same body."""
    numbers: dict[str, int] = {}
    for part in soup.select("details"):
        if part.decomposed or not _says_who(part):
            continue
        part.summary.decompose()
        for inner in part.select("details"):
            inner.decompose()
        _shortened(part)
        body = part.decode_contents().strip()
        number = numbers.setdefault(body, len(numbers) + 1)
        mark = soup.new_tag("sup")
        mark.string = str(number)
        before = part.previous_sibling
        part.replace_with(mark)
        if getattr(before, "name", None) in ("p", "h4", "div", "ol", "ul"):
            (before.select("p, li") or [before])[-1].append(mark)  # the number belongs to the text before it
    return [Markup(body) for body in numbers]


def _says_who(part: Any) -> bool:
    return part.summary is not None and part.summary.get_text().startswith(say("says-who"))


def _shortened(part: Any) -> None:
    """Leave the first few sources of a long note, and say how many there are besides. What the records of several cases
    say stands in them, not here."""
    sources = [one for one in part.select("li") if not one.select("li")]
    if any(one.select("li") for one in part.select("li")):
        outer = part.find(["ul", "ol"])
        outer.clear()
        outer.extend(sources)
    for one in sources[_MOST:]:
        one.decompose()
    if len(sources) > _MOST:
        part.append(" " + say("worksheet.more-sources", n=len(sources) - _MOST))


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
