"""A checklist for a council and one for a community group: every line leads to the cases it comes from."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from markupsafe import Markup

from pcc_data.codes import load_codebook
from pcc_data.dataset.grounds import Ground, grounds
from pcc_data.errors import pick
from pcc_data.explore._kit.controls import toggles
from pcc_data.explore._kit.explorer import Explorer
from pcc_data.markup import details, items, joined, say_html, tag
from pcc_data.pages import sheets
from pcc_data.pages.card import Card
from pcc_data.pages.footnotes import Footnotes
from pcc_data.say import say
from pcc_data.teaching import teaching

if TYPE_CHECKING:
    from pcc_data.dataset.dataset import Dataset


def checklist(data: Dataset, who: str = "council") -> Explorer:
    """A checklist of short lines; each opens on the lessons and challenges it rests on, and the whole can be printed.

    `who` opens on council or community. Raises ValueError for another list.
    """
    lists = teaching("checklists")
    pick(who, lists, "checklist")
    readers = [(say(f"checklist.for-{one}"), one) for one in ("council", "community")]
    chosen = toggles(say("checklist.for"), readers, who)
    return Explorer(say("checklist.look"), {"who": chosen}, lambda who: _shown(data, lists[who], who))


def _shown(data: Dataset, content: dict[str, Any], who: str) -> Markup:
    parts, count, cases = [tag("h3", content["title"]), tag("p", content["for"])], 0, set()
    for group in content["groups"]:
        parts.append(tag("h4", group["name"]))
        for line in group["lines"]:
            count += 1
            behind = grounds(data, line)
            cases |= {ground.case for ground in behind}
            parts.append(_line(data, line["text"], behind, f"{who}:{count}"))
    print_it = sheets.print_link(checklist_page(data, who), f"checklist_{who}.html", say("checklist.print"))
    rests = say("checklist.rests", n=count, cases=len(cases), total=len(data))
    return joined(parts, tag("p", rests, css="pcc-quiet"), tag("p", print_it))


def _line(data: Dataset, text: str, behind: list[Ground], key: str) -> Markup:
    """A line with its box, the towns it comes from with their status, and the words of the records with their
    sources."""
    entries = []
    for ground in behind:
        card, kind = Card(data, ground.case), say(f"checklist.{ground.kind}")
        told = say_html("checklist.ground", name=card.title(), kind=kind, text=ground.text)
        entries.append(joined(told, " ", card.teller(ground.sources), card.sources_list(ground.sources)))
    label = say("says-who.of", what=text)
    says = details(say("says-who"), items(entries), key=f"why:{key}", label=label) if entries else ""
    places = tag("span", _places(data, behind), ".", css="pcc-quiet")
    return tag("section", tag("p", tag("span", "☐", aria_hidden="true"), f" {text} ", places), says)


def _places(data: Dataset, behind: list[Ground]) -> str:
    """'Cádiz (weakened), Terrassa (active)': where a line comes from, and how these cases stand."""
    book, named = load_codebook(), []
    for case in dict.fromkeys(ground.case for ground in behind):
        row = data.cases.loc[case]
        named.append(f"{row['city']} ({book.phrase('status', row['status'])}, {row['status_as_of']})")
    return say("checklist.from", n=len(named), places=", ".join(named))


def checklist_page(data: Dataset, who: str) -> Markup:
    """The checklist as a complete page to print: boxes, room for handwriting, sources as numbered notes."""
    content = teaching("checklists")[pick(who, teaching("checklists"), "checklist")]
    notes, parts = Footnotes(data), [tag("p", content["for"]), tag("p", say("checklist.place-and-date"))]
    ticks = [f"☐ {say(f'checklist.{box}')} \xa0 " for box in ("in-place", "not-yet", "not-for-us")]
    boxes = tag("p", ticks, tag("span", say("checklist.who-by-when"), css="quiet"))
    for group in content["groups"]:
        parts.append(tag("h2", group["name"]))
        for line in group["lines"]:
            behind = grounds(data, line)
            marks = notes.marks((ground.case, ground.sources) for ground in behind)
            places = tag("span", _places(data, behind), css="quiet")
            first = tag("p", line["text"], marks, tag("br"), places)
            parts.append(tag("section", first, boxes, tag("div", css="write"), style="margin-bottom:5mm"))
    parts.append(tag("p", say("checklist.caution"), css="quiet"))
    return sheets.page(content["title"], joined(parts, notes.html()), data=data)
