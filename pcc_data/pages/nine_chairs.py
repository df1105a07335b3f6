"""Nine chairs for Cádiz, to print: the steps, eleven letters, the slips with the votes, what happened next."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from markupsafe import Markup

from pcc_data.codes import load_codebook
from pcc_data.markup import items, joined, say_html, tag
from pcc_data.pages.footnotes import STYLE, Footnotes
from pcc_data.pages.plays import CUT, cut_out, in_pages, play_content, run_sheet, votes_of
from pcc_data.pages.sheets import page, room_to_write
from pcc_data.say import say

if TYPE_CHECKING:
    from pcc_data.dataset.dataset import Dataset


def nine_chairs(data: Dataset) -> Markup:
    """The play as a complete HTML document (A4). Raises ValueError where the case is not in the data."""
    content, notes = play_content(data, "nine_chairs"), Footnotes(data)
    letters = [_letter(content, role, notes) for role in content["roles"]]
    letters.append(joined(tag("h2", say("nine-chairs.table")), _told(content, notes)))
    chairs = [role for role in content["roles"] if "bloc" in role]
    slips = [_slip(data, content, role, month) for month in content["votes"] for role in chairs]
    body = joined(
        STYLE,
        CUT,
        run_sheet(content),
        tag("h2", say("nine-chairs.prepare")),
        tag("p", say("nine-chairs.bring", n=len(chairs), letters=len(content["roles"]))),
        tag("p", content["note"]),
        in_pages(letters, 2, high=126, columns=1),
        tag("div", tag("h2", say("nine-chairs.slips")), cut_out(slips, high=40, columns=3), css="new-page"),
        tag("div", css="new-page"),
        _after(content, notes),
        notes.html(),
    )
    return page(content["title"], body, data=data.only([content["case"]]))


def _told(content: dict[str, Any], notes: Footnotes) -> Markup:
    """The story, the rule and the two motions: for the one who leads the meeting."""
    parts = [tag("p", part["text"], _mark(content, notes, part), css="large") for part in _parts(content)]
    motions = [
        tag("p", say_html(f"play.motion-{month}", motion=motion)) for month, motion in content["motions"].items()
    ]
    return joined(parts, motions)


def _parts(content: dict[str, Any]) -> list[dict[str, Any]]:
    return [content["story"], content["rule"]]


def _mark(content: dict[str, Any], notes: Footnotes, part: dict[str, Any]) -> Markup:
    return notes.mark(content["case"], ";".join(part["sources"]), 2)


def _letter(content: dict[str, Any], role: dict[str, Any], notes: Footnotes) -> Markup:
    return joined(
        tag("h2", role["name"]),
        tag("p", role["part"], css="quiet"),
        tag("p", say_html("play.want", text=role["want"]), css="large"),
        tag("p", say_html("play.know", text=role["know"]), _mark(content, notes, role), css="large"),
        tag("div", room_to_write(4, say("nine-chairs.open", question=role["open"])), css="below"),
    )


def _slip(data: Dataset, content: dict[str, Any], role: dict[str, Any], month: str) -> Markup:
    code = votes_of(data, content, month).get(role["bloc"], "unknown")
    vote = load_codebook().label("votes.blocs.vote", code)
    unsure = tag("p", role["unsure"], css="quiet") if code == "unknown" and "unsure" in role else ""
    head = tag("p", say(f"play.open-{month}"), css="quiet")
    return joined(head, tag("b", role["name"]), tag("p", vote, css="large"), unsure)


def _after(content: dict[str, Any], notes: Footnotes) -> Markup:
    """What happened next, what to ask then, and what is not known."""
    told = [
        tag("p", tag("b", str(step["year"])), " ", step["text"], _mark(content, notes, step))
        for step in content["next"]
    ]
    return joined(
        tag("h2", say("play.next")),
        told,
        tag("h2", say("play.debrief")),
        items(map(joined, content["debrief"]), "ol"),
        tag("h2", say("play.unknown")),
        items(map(joined, content["unknown"])),
    )
