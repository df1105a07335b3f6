"""A notebook that was run, parted into a worksheet and its key.

What is guessed gets a number and space to write. Its answer, and all that the section tells after it, stands in the key
under the same number; of that the sheet has only what asks. Sentences about the screen are left out of both
(`paper_words`).
"""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass, field
from typing import Any

from markupsafe import Markup

from pcc_data.drawing.chart import GUESS
from pcc_data.markup import joined, tag
from pcc_data.pages.paper_words import is_list, lead_of, paragraphs, printed, sentences, tasks
from pcc_data.pages.sheets import room_to_write
from pcc_data.say import say

_GUESSES, _TOLD = ("worksheet.guess-first", "worksheet.guess-again"), ("worksheet.look", "worksheet.explain")
_SPACE = ("☐", 'class="write"', "pcc-form", "pcc-fill")
"""What a piece has that leaves room for an answer."""
_LINES = 3


@dataclass
class Worksheet:
    """Title, worksheet and key of a notebook, as pieces of HTML; `numbers` counts what is asked."""

    title: str = ""
    sheet: list[str] = field(default_factory=list)
    key: list[str] = field(default_factory=list)
    numbers: int = 0


def worksheet(cells: list[Any], core: Collection[str] = ()) -> Worksheet:
    """Part the cells of a notebook that was run (as nbformat has them); the sections in `core` are marked."""
    parting = _Parting(core)
    for cell in cells:
        if cell["cell_type"] == "markdown":
            for paragraph in paragraphs(cell["source"]):
                parting.text(paragraph)
        elif cell["cell_type"] == "code":
            for output in cell.get("outputs", []):
                parting.shown(_html(output))
    parting.close()
    return parting.made


class _Parting:
    """Goes through a notebook from top to bottom and knows what is being asked."""

    def __init__(self, core: Collection[str]) -> None:
        self.made = Worksheet()
        self.core = core
        self.section = ""
        self.asked = False  # whether a guess is open: what is told now belongs to its answer
        self.by_itself = False  # whether what asks by itself was shown: it, too, is told of in the key
        self.spaced = True  # whether the open guess has its space to write
        self.answered = True  # whether the open guess has its answer
        self.announced = False  # whether the list that follows belongs to a task on the sheet
        self.at_end = False  # whether this is the summary, which tells what was to be found
        self.passed = False  # whether this is what leads to other notebooks

    def text(self, paragraph: str) -> None:
        """A paragraph of a text cell."""
        if paragraph.startswith("#"):
            return self._heading(paragraph)
        if self.passed:
            return None
        lead, left = lead_of(paragraph), printed(paragraph)
        if self.at_end:
            self.made.key.append(_markdown(left))
        elif lead in map(say, _GUESSES):
            self._ask(left)
        elif self.by_itself or (self.asked and (self.answered or lead in map(say, _TOLD))):
            self._told(left)
        elif left:
            self._space()
            self.made.sheet.append(_markdown(left))
        return None

    def _told(self, left: str) -> None:
        """What is told after a guess: all of it in the key, what it asks on the sheet, with its list."""
        self._space()
        self._answer()
        if is_list(left):
            asks = left if self.announced else ""
        else:
            asks = tasks(left)
            self.announced = bool(asks) and asks.endswith(sentences(left)[-1])
        self.made.sheet.append(_markdown(asks))
        self.made.key.append(_markdown(left))

    def _heading(self, paragraph: str) -> None:
        head, _, rest = paragraph.partition("\n")
        name = head.lstrip("#").strip()
        if head.startswith("# "):
            self.made.title = name
        else:
            self.close()
            self.section, self.at_end = name, name == say("worksheet.summary")
            self.passed = name == say("worksheet.next")
            if not self.passed:
                (self.made.key if self.at_end else self.made.sheet).append(tag("h2", name, self._mark()))
        if rest.strip():
            self.text(rest.strip())

    def _ask(self, left: str) -> None:
        """A guess begins: its number on the sheet, and in the key above its answer."""
        self.close()
        self._number()
        words = _markdown(re.sub(r"^\*\*[^*]+\*\*\s*", "", left))
        first = tag("b", say(_GUESSES[0]))
        self.made.sheet.append(tag("div", _numbered(self.made.numbers), first, words, css="asked"))
        self.made.key.append(tag("div", words, css="asked-before"))
        self.asked, self.spaced, self.answered = True, False, False

    def _number(self) -> None:
        self.made.numbers += 1
        self.made.key.append(tag("h2", _numbered(self.made.numbers), " ", self.section, self._mark()))

    def _mark(self) -> Markup:
        """Behind the heading of a section of the core path."""
        return joined(" ", tag("span", say("live.core"), css="core")) if self.section in self.core else Markup()

    def shown(self, html: str) -> None:
        """What a code cell shows."""
        sheet, key = _parted(html)
        if self.at_end:
            sheet, key = "", joined(Markup(sheet), Markup(key))
        if key and not self.asked and not self.at_end:
            self._number()
            self.made.sheet.append(tag("div", _numbered(self.made.numbers), css="number-line"))
            self.by_itself = True
        self.spaced = self.spaced or any(mark in sheet for mark in _SPACE)
        self.answered = self.answered or bool(key)
        if sheet:
            self.made.sheet.append(tag("div", Markup(sheet), css="pcc"))
        if key:
            self.made.key.append(tag("div", Markup(key), css="pcc"))

    def _space(self) -> None:
        """Room to write below a guess whose picture has none."""
        if not self.spaced:
            self.made.sheet.append(room_to_write(_LINES))
            self.spaced = True

    def close(self) -> None:
        """The open guess ends here."""
        self._space()
        self._answer()
        self.asked = self.by_itself = False

    def _answer(self) -> None:
        """What the key says of a guess to which nothing answers."""
        if not self.answered:
            self.made.key.append(tag("p", say("worksheet.no-answer")))
            self.answered = True


def _numbered(number: int) -> Markup:
    return tag("span", str(number), css="number")


def _markdown(text: str) -> Markup:
    from nbconvert.filters.markdown_mistune import markdown2html_mistune

    return Markup(markdown2html_mistune(text)) if text else Markup()


def _html(output: Any) -> str:
    """An output as HTML: its richest form; a text stays a text."""
    data = output.get("data", {})
    if "text/html" in data:
        return str(data["text/html"])
    if "image/svg+xml" in data:
        return str(data["image/svg+xml"])
    if "image/png" in data:
        return str(tag("img", src=f"data:image/png;base64,{data['image/png'].strip()}", alt=data.get("text/plain", "")))
    if "text/markdown" in data:
        return str(_markdown(data["text/markdown"]))
    text = data.get("text/plain") or (output.get("text", "") if output.get("name") == "stdout" else "")
    return str(tag("pre", text)) if text.strip() else ""


def _parted(html: str) -> tuple[str, str]:
    """What of an output stands on the sheet, and what in the key: marked so, or folded until a guess was made."""
    from bs4 import BeautifulSoup  # nbconvert brings it

    soup, key = BeautifulSoup(html, "html.parser"), []
    for style in soup.select("style"):
        style.decompose()
    for part in soup.select('div[data-paper="key"]'):
        key.append(part.decode_contents())
        part.decompose()
    for folded in soup.select(f'details[data-key="{GUESS}"]'):
        if folded.summary:
            folded.summary.decompose()
        key.append(folded.decode_contents())
        folded.decompose()
    for part in soup.select('div[data-paper="sheet"]'):
        part.unwrap()
    if not any(text.strip() for text in soup.find_all(string=True) if not text.find_parent("details")):
        for folded in soup.select("details:not(details *)"):  # nothing but what is folded: on paper it stands open
            folded["open"] = True
            if folded.summary:
                folded.summary.name = "h4"
    sheet = str(soup) if soup.get_text(strip=True) or soup.select("svg,img,.write") else ""
    return sheet, "".join(one for one in key if one.strip())
