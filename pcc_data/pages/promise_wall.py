"""The promise wall, to print: the steps, ten promises, what was delivered, and an empty promise of our town."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from markupsafe import Markup

from pcc_data.codes import load_codebook
from pcc_data.markup import joined, own, say_html, tag
from pcc_data.pages.footnotes import STYLE, Footnotes
from pcc_data.pages.plays import CUT, in_pages, play_content, promise_of, run_sheet
from pcc_data.pages.sheets import page, room_to_write
from pcc_data.say import say

if TYPE_CHECKING:
    from pcc_data.dataset.dataset import Dataset

OURS = ("what", "whom", "sum", "until", "who", "source", "again")
"""What an empty promise asks for."""


def promise_wall(data: Dataset) -> Markup:
    """The play as a complete HTML document (A4). Raises ValueError where no promise's case is in the data."""
    content, notes = play_content(data, "promise_wall"), Footnotes(data)
    entries = content["promises"]
    ours = tag("div", [room_to_write(2, say(f"promise-wall.ours-{part}")) for part in OURS])
    body = joined(
        STYLE,
        CUT,
        run_sheet(content),
        tag("h2", say("promise-wall.prepare")),
        tag("p", say("promise-wall.bring", n=len(entries))),
        in_pages([_promise(data, entry) for entry in entries], 10, high=47),
        in_pages([_delivered(data, entry, notes) for entry in entries], 10, high=47),
        tag("div", tag("h2", say("promise-wall.ours")), ours, css="new-page"),
        notes.html(),
    )
    return page(content["title"], body, data=data.only([entry["case"] for entry in entries]))


def _promise(data: Dataset, entry: dict[str, Any]) -> Markup:
    told = promise_of(data, entry)
    states = [
        f"☐\xa0{load_codebook().label('promises.state', code)}" for code in load_codebook().codes("promises.state")
    ]
    return joined(
        tag("h3", say_html("promise-wall.head", city=own(data.cases.at[entry["case"], "city"]), year=told["year"])),
        tag("p", entry["what"], css="larger"),
        tag("p", tag("b", told["promised"])) if told["promised"] else "",
        tag("p", say("promise-wall.guess"), " ", " ".join(states), css="bottom"),
    )


def _delivered(data: Dataset, entry: dict[str, Any], notes: Footnotes) -> Markup:
    told = promise_of(data, entry)
    mark = notes.mark(entry["case"], ";".join(entry["sources"]), 1)
    return joined(
        tag("h3", say_html("promise-wall.head", city=own(data.cases.at[entry["case"], "city"]), year=told["until"])),
        tag("p", tag("b", told["state"]), ". ", entry["line"], mark),
        tag("p", say("promise-wall.owed", who=entry["owed"]), css="bottom"),
    )
