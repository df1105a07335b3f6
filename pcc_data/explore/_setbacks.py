"""What was taken back, and by whom; and the cases that ended."""

from typing import Any

import pandas as pd
from markupsafe import Markup

from pcc_data import charts
from pcc_data.analysis.taken_back import NOT_ACTIVE, names, taken_back
from pcc_data.codes import load_codebook
from pcc_data.controls.live import Printed
from pcc_data.controls.makers import dropdown, in_words, toggles
from pcc_data.dataset.dataset import Dataset
from pcc_data.explore._kit.case_below import case_below, opened
from pcc_data.explore._kit.explorer import Explorer, empty
from pcc_data.explore._kit.filters import filters
from pcc_data.markup import items, joined, say_html, tag
from pcc_data.pages.card import Card
from pcc_data.say import say


def setbacks(data: Dataset, view: str = "taken") -> Explorer:
    """Who took something back from cases that no longer simply go on, as their records tell; and the course of those
    that ended.

    `view` opens on taken or ends.
    """
    draw = {"taken": _taken, "ends": lambda part, _: _ends(part)}
    who = [(name, code) for code, name in names("who").items()]
    controls = {
        "view": toggles(say("setbacks.view"), in_words("setbacks.view", draw), view),
        "who": dropdown(say("setbacks.who"), [(say("explorer.none-chosen"), ""), *who]),
        **filters("sector", "scale"),
    }
    return case_below(
        data,
        say("setbacks.look"),
        controls,
        lambda part, view, who: draw[view](part, who),
        lambda card, **_: joined(opened(card, ("status", "end_reason", "in_practice")), _line_of(card)),
        listed="24rem",
        printed=Printed(key=lambda: _everything(data)),
    )


def _everything(data: Dataset) -> Markup:
    """What everybody took back, and why cases ended, for a key."""
    told = [_taken_by(data, one) for one in names("who")]
    over = data.filter(status="ended")
    return joined(charts.taken_back(data).html(), told, _reasons(over) if len(over) else "")


def _taken(part: Dataset, who: str) -> Markup:
    """The picture, and what is told of one of those who took something back."""
    return joined(charts.taken_back(part).html(), _taken_by(part, who) if who else "")


def _taken_by(part: Dataset, who: str) -> Markup:
    rows = taken_back(part.filter(status=list(NOT_ACTIVE)))
    told = [_told(Card(part, row.Index), row) for row in rows[rows["who"] == who].itertuples()]
    head = tag("h3", say("setbacks.by", who=names("who")[who], n=len(told), total=len(rows)))
    return joined(head, items(told) or tag("p", say("none")))


def _told(card: Card, row: Any) -> Markup:
    """What was taken back of a case, how it went on, and who says so."""
    status = load_codebook().phrase("status", card.told.row["status"])
    when = "" if pd.isna(row.year) else str(row.year)
    values = {
        "dated": bool(when),
        "when": when,
        "text": row.text,
        "what": names("what")[row.what],
        "stands": row.stands,
    }
    parts = [say_html("setbacks.one", name=card.title(), status=status, **values)]
    parts.append(card.says_who(row.sources, f"why:{card.case}"))
    if pd.notna(row.later):
        parts += [" ", say_html("setbacks.later", year=str(row.later), text=row.later_text)]
        parts.append(card.says_who(row.later_sources, f"then:{card.case}"))
    return joined(parts)


def _line_of(card: Card) -> Markup:
    """What was taken back of the chosen case, or that no such event was found."""
    rows = taken_back(card.data.only([card.case]))
    if len(rows):
        return joined(tag("h4", say("setbacks.here")), items(_told(card, row) for row in rows.itertuples()))
    going = card.told.row["status"] == "active"
    return Markup() if going else tag("p", say("setbacks.no-line"))


def _ends(part: Dataset) -> Markup:
    """The life lines of the cases that ended, and the reason for each end with its sources."""
    over = part.filter(status="ended")
    if not len(over):
        return empty(say("setbacks.none-ended"))
    note = tag("p", say("setbacks.ended", n=len(over), total=len(part)))
    return joined(charts.life_lines(over).html(), note, _reasons(over))


def _reasons(over: Dataset) -> Markup:
    """Why each of the cases that ended did."""
    cards = [Card(over, case) for case in over.cases.index]
    reasons = [joined(tag("b", card.title()), card.facts(("end_reason",))) for card in cards]
    return joined(tag("h4", say("setbacks.why")), items(reasons))
