"""The trainer's page of a room: the way in to project, who is there, the hands, and the end."""

from __future__ import annotations

from collections.abc import Mapping
from io import BytesIO
from urllib.parse import quote

from markupsafe import Markup

from pcc_data.markup import items, joined, page_style, tag
from pcc_data.quiz.questions import Ballot
from pcc_data.room.kind_page import framed
from pcc_data.room.live_pages import RENDER
from pcc_data.room.room_state import RoomState
from pcc_data.say import say

_WORDS = (
    *(
        "counts",
        "getting-ready",
        "all-ready",
        "full-soon",
        "designs",
        "no-designs",
        "answered",
        "reveal",
        "new-question",
    ),
    *("open-question", "counted", "option", "sure-close", "closed", "lost", "no-question", "drawing"),
)
FILLED = {name: f"{{{name}}}" for name in ("pages", "visitors", "most", "phones", "ready", "waiting", "n", "names")}


def trainer_page(room: RoomState) -> Markup:
    """The page as a complete document."""
    way = f"{room.address}/{room.words}"
    enter = tag(
        "section",
        tag("h1", say("room.enter")),
        tag(
            "div",
            tag("div", _code(way), css="code"),
            tag("p", f"{room.address}/", tag("span", room.words), css="address"),
            css="way",
        ),
        tag("p", say("room.plain-http")),
        tag("p", id="pcc-counts", role="status"),
        tag("p", id="pcc-ready"),
    )
    pages = [
        tag("a", title, href=f"/{RENDER}/{quote(path)}?stage=1&style=projector", target="pcc-stage")
        for path, title in room.notebooks.items()
    ]
    close = tag("button", say("room.close"), id="pcc-close", type="button", css="danger")
    top = tag("section", tag("h2", say("room.present")), items(pages, css="plain"), close, css="top")
    ask = tag(
        "section",
        tag("h2", say("room.hands")),
        tag("p", tag("label", say("room.which"), " ", _choice(room), for_="pcc-choice")),
        tag("p", tag("button", say("room.open-question"), id="pcc-open", type="button")),
        tag("div", id="pcc-hands"),
    )
    designs = tag("section", tag("h2", say("room.designs-head")), tag("p", id="pcc-designs"))
    answers = tag("section", tag("div", id="pcc-picture", css="pcc", role="status"), css="answers")
    lost = tag("p", id="pcc-lost", role="alert", hidden=True)
    body = joined(page_style(), lost, tag("div", top, enter, tag("div", ask, designs), answers, css="trainer"))
    return framed(
        say("room.trainer"), body, script="trainer.js", data={word: say(f"room.{word}", **FILLED) for word in _WORDS}
    )


def _choice(room: RoomState) -> Markup:
    """All questions: those of each section under its name, in the order of the notebooks, then the others."""
    left, groups = dict(room.ballots), []
    for title, keys in room.asked.items():
        asked = {key: left.pop(key) for key in keys if key in left}
        groups += [tag("optgroup", _options(asked), label=title)] if asked else []
    rest = tag("optgroup", _options(left), label=say("room.other-questions")) if groups and left else _options(left)
    return tag("select", groups, rest, id="pcc-choice")


def _options(ballots: Mapping[str, Ballot]) -> Markup:
    return joined(*(tag("option", ballot.ask, value=key) for key, ballot in ballots.items()))


def _code(address: str) -> Markup:
    """The address as a square that phones read."""
    import segno

    out = BytesIO()
    segno.make(address, error="m").save(
        out, kind="svg", xmldecl=False, svgns=True, omitsize=True, border=3, title=say("room.code", address=address)
    )
    return Markup(out.getvalue().decode())
