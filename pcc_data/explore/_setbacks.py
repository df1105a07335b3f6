"""Under which conditions cases were weakened or ended."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from markupsafe import Markup

from pcc_data import charts
from pcc_data.codes import load_codebook
from pcc_data.explore._kit.case_below import case_below, opened
from pcc_data.explore._kit.controls import codes_list, in_words, toggles
from pcc_data.explore._kit.explorer import Explorer, empty
from pcc_data.explore._kit.filters import filters
from pcc_data.markup import items, joined, say_html, tag
from pcc_data.pages.card import Card
from pcc_data.say import say

if TYPE_CHECKING:
    from pcc_data.dataset.dataset import Dataset


def setbacks(data: Dataset, view: str = "challenges") -> Explorer:
    """Status by theme of challenge, by how far the model is real, and the course of the cases that ended.

    `view` opens on challenges, real or ends.
    """
    draw = {
        "challenges": lambda part: charts.topics(part, "challenges", "status").html(),
        "real": lambda part: charts.real_and_status(part).html(),
        "ends": _ends,
    }
    controls = {
        "view": toggles(say("setbacks.view"), in_words("setbacks.view", draw), view),
        "theme": codes_list(say("setbacks.theme"), "challenges.theme", say("explorer.none-chosen")),
        **filters("sector"),
    }
    return case_below(
        data,
        say("setbacks.look"),
        controls,
        lambda part, view, theme: joined(draw[view](part), _told(part, theme) if theme else ""),
        lambda card, **_: opened(card, ("status", "end_reason", "in_practice")),
        listed="24rem",
    )


def _ends(part: Dataset) -> Markup:
    """The life lines of the cases that ended, and the reason for each end with its sources."""
    over = part.filter(status="ended")
    if not len(over):
        return empty(say("setbacks.none-ended"))
    cards = [Card(over, case) for case in over.cases.index]
    reasons = [joined(tag("b", card.title()), card.facts(("end_reason",))) for card in cards]
    note = tag("p", say("setbacks.ended", n=len(over), total=len(part)))
    return joined(charts.life_lines(over).html(), note, tag("h4", say("setbacks.why")), items(reasons))


def _told(part: Dataset, theme: str) -> Markup:
    """What the records tell under a theme, of the cases that do not simply go on, status by status, with sources."""
    book = load_codebook()
    rows = part.challenges[part.challenges["theme"] == theme]
    status = rows["case"].map(part.cases["status"].astype("str"))
    totals = {code: int((part.cases["status"] == code).sum()) for code in book.codes("status")}
    html = [tag("h3", say("setbacks.on", theme=book.label("challenges.theme", theme)))]
    for code, total in totals.items():
        these = rows[status == code]
        if code == "active" or not len(these):
            continue
        head = say("setbacks.told", status=book.label("status", code), n=these["case"].nunique(), total=total)
        html += [tag("h4", head), items([_challenge(Card(part, row.case), row) for row in these.itertuples()])]
    going = rows.loc[status == "active", "case"].nunique()
    also = say("setbacks.also", n=going, total=totals["active"], status=book.phrase("status", "active"))
    return joined(html, tag("p", also, css="pcc-quiet"))


def _challenge(card: Card, row: Any) -> Markup:
    told = say_html("setbacks.one", name=card.title(), text=row.text)
    return joined(told, card.says_who(row.sources, f"why:{row.Index}"))
