"""A checklist for a council and one for a community group: every line leads to the cases it comes from."""

from typing import Any

from markupsafe import Markup

from pcc_data.controls.live import Printed
from pcc_data.controls.makers import toggles
from pcc_data.dataset.citing import places
from pcc_data.dataset.dataset import Dataset
from pcc_data.dataset.grounds import grounds
from pcc_data.errors import pick
from pcc_data.explore._kit.explorer import Explorer
from pcc_data.markup import items, joined, tag
from pcc_data.pages import sheets
from pcc_data.pages.card import Card
from pcc_data.pages.checklist_page import checklist_page, counted_on
from pcc_data.pages.grounded import grounded
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
            parts.append(grounded(data, line["text"], behind, f"{who}:{count}", counted_on(data, line)))
    print_it = sheets.print_link(checklist_page(data, who), f"checklist_{who}.html", say("checklist.print"))
    rests = say("checklist.rests", n=count, cases=len(cases), total=len(data))
    return joined(parts, tag("p", rests, css="pcc-quiet"), tag("p", print_it))
