"""*Says who?* on paper: one list of small, numbered notes at the end, in which a source stands once."""

from __future__ import annotations

from typing import Any

from markupsafe import Markup

from pcc_data.markup import items, joined, tag
from pcc_data.say import say

_MOST = 2  # sources of a place; they stand in the order of their weight
_TEXTS = ("p", "h4", "div", "ol", "ul")


def paper_notes(soup: Any) -> Markup:
    """Put numbers in the place of every "says who?" of a page, and return the list of what they stand for; empty where
    there is none.

    A number leads to a source in short, who and when, or to a reason that names its own sources by their numbers.
    """
    notes = _Notes(soup)
    for part in soup.select("details"):
        if not part.decomposed and says_who(part):
            notes.take(part)
    return notes.html()


def says_who(part: Any) -> bool:
    """Whether a folded part of a page is a "says who?"."""
    return part.summary is not None and part.summary.get_text().startswith(say("says-who"))


class _Notes:
    """Notes by what they say, in the order in which they are first needed."""

    def __init__(self, soup: Any) -> None:
        self._soup = soup
        self._notes: dict[str, Markup] = {}
        self._numbers: dict[str, int] = {}

    def take(self, part: Any) -> None:
        """Put the numbers of a "says who?" in its place."""
        part.summary.decompose()
        for inner in part.select("details"):
            inner.decompose()
        if any(
            one.find("li") for one in part.find_all("li")
        ):  # what the records of several cases say stands in them, not here
            part.decompose()
            return
        lists = part.find_all(["ul", "ol"])
        sources = [one for each in lists for one in each.find_all("li", recursive=False)]
        for each in lists:
            each.extract()
        told = part.get_text(strip=True)
        before = part.previous_sibling
        mark = self._mark([self._reason(part, sources)] if told else self._cited(sources))
        part.replace_with(mark)
        if getattr(before, "name", None) in _TEXTS:
            (before.select("p, li") or [before])[-1].append(mark)  # the number belongs to the text before it

    def _reason(self, part: Any, sources: list[Any]) -> int:
        """The number of a reason: its words, then the numbers of its sources."""
        words = [tag("span", Markup(one.decode_contents()), dir="auto") for one in part.find_all("p")]
        said = Markup(" ").join(words) if words else Markup(part.decode_contents().strip())
        key = f"{said}{''.join(map(str, sources))}"
        number = self._number(key)
        self._notes[key] = joined(said, Markup(str(self._mark(self._cited(sources)))) if sources else "")
        return number

    def _cited(self, sources: list[Any]) -> list[int]:
        found = []
        for one in sources[:_MOST]:
            key = one.a["href"] if one.a else one.decode_contents()
            self._notes.setdefault(key, _in_short(one))
            found.append(self._number(key))
        return found

    def _number(self, key: str) -> int:
        return self._numbers.setdefault(key, len(self._numbers) + 1)

    def _mark(self, numbers: list[int]) -> Any:
        mark = self._soup.new_tag("sup")
        mark.string = ", ".join(map(str, sorted(set(numbers))))
        return mark

    def html(self) -> Markup:
        """All notes in the order of their numbers."""
        if not self._numbers:
            return Markup()
        head = joined(tag("h2", say("worksheet.notes")), tag("p", say("worksheet.notes-head"), css="quiet"))
        return tag("section", head, items((self._notes[key] for key in self._numbers), "ol", "notes"), css="says-who")


def _in_short(source: Any) -> Markup:
    """A source without its title: who published it, when, in which language, of which kind; its link stays.

    Which part is which, `dataset.citing.source_html` says.
    """
    published = source.find_all("bdi")[1:2]
    if not published:
        return Markup(source.decode_contents().strip())
    rest = "".join(map(str, published[0].next_siblings)).replace(". <span", " <span")
    who = Markup(str(published[0]))
    return joined(tag("a", who, href=source.a["href"]) if source.a else who, Markup(rest))
