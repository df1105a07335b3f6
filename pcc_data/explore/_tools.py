"""Eight tools of one page: what to say first, what to fill in, what cases tell, and the page to print."""

from typing import Any

from markupsafe import Markup

from pcc_data.controls.live import Printed
from pcc_data.controls.makers import dropdown
from pcc_data.dataset.dataset import Dataset
from pcc_data.dataset.grounds import grounds
from pcc_data.errors import pick
from pcc_data.explore._kit.explorer import Explorer
from pcc_data.markup import joined, say_html, table_box, tag
from pcc_data.pages import sheets
from pcc_data.pages.grounded import grounded
from pcc_data.pages.tool_sheet import all_tools, form_rows, tool_sheet
from pcc_data.say import say


def tools(data: Dataset, key: str | None = None) -> Explorer:
    """Choose a tool: its first sentence, what is filled in, and the lines from cases, each with its "says who?" and
    the page to print. `key` opens on a tool (its id in `datasets/teaching/tools.yaml`), else on the first.

    Raises ValueError for an unknown key.
    """
    known = all_tools()
    first = pick(key, known, "tool") if key is not None else next(iter(known))
    names = [(say("tools.name", at=at, title=tool["title"]), name) for at, (name, tool) in enumerate(known.items(), 1)]
    chosen = dropdown(say("tools.tool"), names, first, width="32rem")
    return Explorer(
        say("tools.look"),
        {"tool": chosen},
        lambda tool: _shown(data, known[tool]),
        printed=Printed(key=lambda: _everything(data)),
    )


def _everything(data: Dataset) -> Markup:
    """All tools without their forms, and the command that prints them, for a key."""
    told = [
        tag("section", tag("h3", say("tools.name", at=at, title=tool["title"])), _head(tool), _lines(data, tool))
        for at, tool in enumerate(all_tools().values(), 1)
    ]
    return joined(tag("p", say("paged-key.tools")), told)


def _lines(data: Dataset, tool: dict[str, Any]) -> list[Markup]:
    """What cases tell, each line with who says so."""
    return [
        grounded(data, line["text"], grounds(data, line), f"{tool['id']}:{at}", box="•")
        for at, line in enumerate(tool["lines"])
    ]


def _head(tool: dict[str, Any]) -> Markup:
    """For whom, when, how long, the sentence to say, and whether a lawyer is asked."""
    head = say_html("tool-sheet.head", who=tool["for"], when=tool["when"], n=tool["minutes"])
    return joined(
        tag("p", head, css="pcc-quiet"),
        tag("p", say_html("tool-sheet.aloud", words=tool["aloud"]), css="pcc-aloud"),
        tag("p", tag("b", say("tool-sheet.lawyer"))) if tool.get("lawyer") else "",
    )


def _shown(data: Dataset, tool: dict[str, Any]) -> Markup:
    one = sheets.print_link(tool_sheet(data, tool["id"]), f"tool_{tool['id']}.html", say("tools.print"))
    every = sheets.download_link(tool_sheet(data), "tools.html", say("tools.print-all", n=len(all_tools())))
    return joined(
        tag("h3", tool["title"]),
        _head(tool),
        tag("h4", say("tools.fill-in")),
        map(_form, tool["form"]),
        tag("h4", say("tool-sheet.cases")),
        _lines(data, tool),
        tag("p", one),
        tag("p", every),
    )


def _form(block: dict[str, Any]) -> Markup:
    """A block of the form as it stands on the page, without the room to write."""
    if "ask" in block:
        return tag("p", "☐ ", block["ask"])
    heads = [tag("th", head, scope="col") for head in block["heads"]]
    rest = [tag("td")] * (len(heads) - 1)
    rows = [tag("tr", tag("td", name), rest) for name in form_rows(block) if name]
    table = tag("table", tag("thead", tag("tr", heads)), tag("tbody", rows))
    return tag("div", table_box(table), css="pcc-whole")
