"""Pages of a room: their frame, and the one that says in plain words why something cannot be opened."""

from __future__ import annotations

import json
from typing import Any

from markupsafe import Markup

from pcc_data.markup import Inside, joined, tag
from pcc_data.say import has, say
from pcc_data.settings import settings

_AGAIN = {503: 10, 429: 30}
"""Seconds after which a page tries again by itself, by the number of its error. Its script does it and no line in its
head, which browsers let nobody stop."""
_OWN = "room/static/"


def kind_page(status: int, *, inside: bool, why: str = "") -> Markup:
    """What somebody reads who cannot open something; those who are in the room get a way back. `why` names the reason
    where the number of the error says too little."""
    reason = why or str(status)
    key, head = (
        name if has(name) else other
        for name, other in ((f"room.error-{reason}", "room.error-other"), (f"room.head-{reason}", "room.sorry"))
    )
    again = _AGAIN.get(status)
    back = tag("p", tag("a", say("room.back"), href="/room", css="big")) if inside else ""
    body = joined(tag("h1", say(head)), tag("p", say(key), role="status"), back)
    return framed(say("room.title"), body, script="again.js" if again else "", data=again)


def framed(title: str, body: Inside, *, script: str = "", data: Any = None) -> Markup:
    """A complete page of a room. `script` is the name of its script, `data` what that is told."""
    told = json.dumps(data).replace("<", "\\u003c")  # a text may not end the element it stands in
    head = tag(
        "head",
        Markup('<meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">'),
        tag("title", title),
        Markup('<link rel="icon" href="data:,"><link rel="stylesheet" href="/{}room.css">').format(Markup(_OWN)),
    )
    scripts = joined(
        tag("script", Markup(told), id="pcc-told", type="application/json"),
        tag("script", src=f"/{_OWN}{script}", defer=True),
    )
    inside = tag("body", tag("main", body), scripts * bool(script))
    return Markup("<!DOCTYPE html>\n") + tag("html", head, inside, lang=settings.language)
