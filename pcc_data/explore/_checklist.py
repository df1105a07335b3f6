"""A checklist for a council and one for a community group: every line leads to the cases it comes from."""

from __future__ import annotations

from typing import Any

from markupsafe import Markup

from pcc_data.analysis.told_on import told_on
from pcc_data.dataset.citing import places
from pcc_data.dataset.dataset import Dataset
from pcc_data.dataset.grounds import grounds
from pcc_data.errors import pick
from pcc_data.explore._kit.controls import toggles
from pcc_data.explore._kit.explorer import Explorer
from pcc_data.explore._kit.grounded import grounded
from pcc_data.explore._kit.live import Printed
from pcc_data.markup import items, joined, tag
from pcc_data.pages import sheets
from pcc_data.pages.card import Card
from pcc_data.pages.footnotes import Footnotes
from pcc_data.say import say
from pcc_data.teaching import teaching


def checklist(data: Dataset, who: str = "council") -> Explorer:
    """A checklist of short lines; each opens on the lessons and challenges it rests on, and the whole can be printed.

    `who` opens on council or community. Raises ValueError for another list.
    """
    lists = teaching("checklists")
    pick(who, lists, "checklist")
    readers = [(say(f"checklist.for-{one}"), one) for one in ("council", "community")]
    chosen = toggles(say("checklist.for"), readers, who)
    return Explorer(
        say("checklist.look"),
        {"who": chosen},
        lambda who: _shown(data, lists[who], who),
        printed=Printed(lambda: _shown(data, lists[who], who), lambda: _in_short(data, lists[who])),
    )


def _in_short(data: Dataset, content: dict[str, Any]) -> Markup:
    """The lines of a list with the places they come from and who tells them, for a key."""
    parts = [tag("h3", content["title"])]
    for group in content["groups"]:
        lines = [_line_in_short(data, line) for line in group["lines"]]
        parts += [tag("h4", group["name"]), items(lines)]
    return joined(parts)


def _line_in_short(data: Dataset, line: dict[str, Any]) -> Markup:
    behind = grounds(data, line)
    tellers = dict.fromkeys(Card(data, one.case).teller(one.sources, one.text) for one in behind)
    near = tag("span", places(data, (one.case for one in behind)), ". ", css="pcc-quiet")
    return joined(line["text"], " ", near, *((teller, " ") for teller in tellers))


def _shown(data: Dataset, content: dict[str, Any], who: str) -> Markup:
    parts, count, cases = [tag("h3", content["title"]), tag("p", content["for"])], 0, set()
    for group in content["groups"]:
        parts.append(tag("h4", group["name"]))
        for line in group["lines"]:
            count += 1
            behind = grounds(data, line)
            cases |= {ground.case for ground in behind}
            parts.append(grounded(data, line["text"], behind, f"{who}:{count}", _counted(data, line)))
    print_it = sheets.print_link(checklist_page(data, who), f"checklist_{who}.html", say("checklist.print"))
    rests = say("checklist.rests", n=count, cases=len(cases), total=len(data))
    return joined(parts, tag("p", rests, css="pcc-quiet"), tag("p", print_it))


def _counted(data: Dataset, line: dict[str, Any]) -> str:
    """Of how many records anything is told on a line's subject, where the line says that it is to be counted."""
    asked = line.get("counted")
    return say("checklist.counted", what=asked, n=told_on(data)[asked], total=len(data)) if asked else ""


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
            near = tag(
                "span", places(data, (ground.case for ground in behind)), ". ", _counted(data, line), css="quiet"
            )
            first = tag("p", line["text"], marks, tag("br"), near)
            parts.append(tag("section", first, boxes, tag("div", css="write"), style="margin-bottom:5mm"))
    parts.append(tag("p", say("checklist.caution"), css="quiet"))
    return sheets.page(content["title"], joined(parts, notes.html()), data=data)
