"""A checklist as a page to print, and what a line of it was counted on."""

from __future__ import annotations

from typing import Any

from markupsafe import Markup

from pcc_data.analysis.told_on import told_on
from pcc_data.dataset.citing import places
from pcc_data.dataset.dataset import Dataset
from pcc_data.dataset.grounds import grounds
from pcc_data.errors import pick
from pcc_data.markup import joined, tag
from pcc_data.pages import sheets
from pcc_data.pages.footnotes import Footnotes
from pcc_data.say import say
from pcc_data.teaching import teaching


def counted_on(data: Dataset, line: dict[str, Any]) -> str:
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
                "span", places(data, (ground.case for ground in behind)), ". ", counted_on(data, line), css="quiet"
            )
            first = tag("p", line["text"], marks, tag("br"), near)
            parts.append(tag("section", first, boxes, tag("div", css="write"), style="margin-bottom:5mm"))
    parts.append(tag("p", say("checklist.caution"), css="quiet"))
    return sheets.page(content["title"], joined(parts, notes.html()), data=data)
