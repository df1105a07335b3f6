"""A tool as a sheet on A4, to print and write on: a sentence to say aloud, a form, and what cases tell."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from markupsafe import Markup

from pcc_data.analysis.city_roles import roles
from pcc_data.dataset.citing import places
from pcc_data.dataset.grounds import Ground, grounds
from pcc_data.errors import pick
from pcc_data.markup import items, joined, say_html, tag
from pcc_data.pages.footnotes import STYLE, Footnotes
from pcc_data.pages.sheets import page, room_to_write
from pcc_data.say import say
from pcc_data.teaching import teaching

if TYPE_CHECKING:
    from pcc_data.dataset.dataset import Dataset

_MOST = 2  # sources shown for each fact that a line rests on: the page has to stay one page
_LOOK = Markup(
    "<style>body { font-size: 9.6pt; line-height: 1.36; } .form { margin: 2mm 0; table-layout: fixed; } .form td, .form"
    " th { border: 1px solid #999; padding: 1mm 1.5mm; } .form tbody th { font-weight: 500; } .form thead th {"
    " background: #f1f1f1; font-size: .9em; font-weight: 600; } .aloud { border-left: 1.2mm solid #444; padding: .5mm 0"
    " .5mm 3mm; margin: 2mm 0; font-size: 1.12em; } .lawyer { border: .6mm solid #1a1a1a; padding: 1mm 3mm; margin: 2mm"
    " 0; font-weight: 650; } .question { margin-top: 3mm; font-weight: 650; } h2 { font-size: 1.1em; margin: 2.5mm 0"
    " 1mm; } ul { margin: 0 0 1mm; } li { margin: .3mm 0; } p { margin: 0 0 1mm; } ol.notes { font-size: .66em;"
    " columns: 3; } footer { margin-top: 2mm; } .write { height: 7.2mm; }</style>"
)


def all_tools() -> dict[str, dict[str, Any]]:
    """The tools of `datasets/teaching/tools.yaml` by their id."""
    return {tool["id"]: tool for tool in teaching("tools")["tools"]}


def tool_sheet(data: Dataset, key: str | None = None) -> Markup:
    """A tool on one page of A4 as a complete HTML document; without a key all of them, behind a page that lists them.

    Lines name only cases that are in the data. Raises ValueError for an unknown key.
    """
    known = all_tools()
    if key is not None:
        tool = known[pick(key, known, "tool")]
        return page(tool["title"], joined(STYLE, _LOOK, _sheet(data, tool)), data=data)
    sheets = [tag("section", tag("h1", tool["title"]), _sheet(data, tool), css="new-page") for tool in known.values()]
    return page(say("tool-sheet.all", n=len(known)), joined(STYLE, _LOOK, _contents(), sheets), data=data)


def _contents() -> Markup:
    """Which tool when, and room for what is done first."""
    heads = [tag("th", say(f"tool-sheet.{head}")) for head in ("tool", "when", "minutes")]
    rows = [
        tag("tr", tag("td", tag("b", tool["title"]), tag("br"), tool["for"]), tag("td", tool["when"]), _minutes(tool))
        for tool in all_tools().values()
    ]
    table = tag("table", tag("thead", tag("tr", heads)), tag("tbody", rows))
    return joined(tag("p", say("tool-sheet.how")), table, room_to_write(10, say("tool-sheet.monday")))


def _minutes(tool: dict[str, Any]) -> Markup:
    return tag("td", str(tool["minutes"]))


def _sheet(data: Dataset, tool: dict[str, Any]) -> Markup:
    notes = Footnotes(data)
    head = say_html("tool-sheet.head", who=tool["for"], when=tool["when"], n=tool["minutes"])
    return joined(
        tag("p", head, tag("br"), say("checklist.place-and-date"), css="quiet"),
        tag("p", say_html("tool-sheet.aloud", words=tool["aloud"]), css="aloud"),
        tag("p", say("tool-sheet.lawyer"), css="lawyer") if tool.get("lawyer") else "",
        map(_block, tool["form"]),
        tag("h2", say("tool-sheet.cases")),
        items([_line(data, notes, line) for line in tool["lines"]]),
        notes.html(),
    )


def _line(data: Dataset, notes: Footnotes, line: dict[str, Any]) -> Markup:
    """What cases tell, with the places, how they stand and the numbers of their sources."""
    behind: list[Ground] = grounds(data, line)
    marks = notes.marks(((ground.case, ground.sources) for ground in behind), _MOST)
    near = tag("span", places(data, (ground.case for ground in behind)), ".", css="quiet")
    return joined(line["text"], marks, " ", near)


def _block(block: dict[str, Any]) -> Markup:
    """A table to fill in, or a question with lines to write on."""
    if "ask" in block:
        return joined(tag("p", block["ask"], css="question"), room_to_write(block["room"]))
    wide = [f"width: {block['wide']}%", *[None] * (len(block["heads"]) - 1)]
    heads = tag("tr", [tag("th", head, style=width) for head, width in zip(block["heads"], wide, strict=True)])
    rest = [tag("td")] * (len(block["heads"]) - 1)
    rows = [tag("tr", tag("th", name), rest, style=f"height: {block['tall']}mm") for name in form_rows(block)]
    return tag("table", tag("thead", heads), tag("tbody", rows), css="form")


def form_rows(block: dict[str, Any]) -> list[Markup]:
    """What stands first in each row of a table to fill in."""
    rows = block["rows"]
    if rows == "city_roles":
        return [joined(role.name, tag("br"), tag("span", role.ask, css="quiet")) for role in roles().values()]
    names = rows if isinstance(rows, list) else [""] * int(rows)
    return [joined(name) for name in names]
