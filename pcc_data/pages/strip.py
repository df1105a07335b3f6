"""A strip of paper to take home from a notebook: our sentence, our doubt, whom we shall ask."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from markupsafe import Markup

from pcc_data.errors import pick
from pcc_data.markup import joined, own, tag
from pcc_data.pages.sheets import page, room_to_write
from pcc_data.say import say
from pcc_data.teaching import teaching

if TYPE_CHECKING:
    from pcc_data.dataset.dataset import Dataset


def strip(data: Dataset, key: str, written: Mapping[str, str] | None = None) -> Markup:
    """The strip of a notebook (`1_1`) on A5 as a complete page, with what was `written` under each of its lines and
    room to write where nothing was. Raises ValueError for another notebook."""
    content = teaching("take_home")
    told = content["notebooks"][pick(key, content["notebooks"], "notebook")]
    body = joined(tag("p", say("take-home.place-and-date")), lines_of(key, written, room=5))
    return page(told["title"], body, paper="a5", data=data)


def lines_of(key: str, written: Mapping[str, str] | None = None, *, room: int = 2) -> Markup:
    """The lines of the strip of a notebook, each with what was written there or `room` to write."""
    content, parts, written = teaching("take_home"), [], written or {}
    first = content["notebooks"][key]["begin"]
    for line, label in content["lines"].items():
        begin = tag("p", first, css="quiet") if line == "sentence" and not written.get(line) else ""
        text = tag("p", own(written[line])) if written.get(line) else joined(begin, room_to_write(room))
        parts.append(tag("section", tag("h3" if room < 5 else "h2", label), text))
    return joined(parts)
