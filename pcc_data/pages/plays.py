"""What the pages of the plays share, and what a play on the screen shows as well: steps, votes, promises, cards."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

import pandas as pd
from markupsafe import Markup

from pcc_data.codes import load_codebook
from pcc_data.errors import pick
from pcc_data.markup import joined, tag
from pcc_data.say import figure_text, say
from pcc_data.teaching import teaching

if TYPE_CHECKING:
    from pcc_data.dataset.dataset import Dataset

PLAYS = {"nine_chairs": "cadiz_play", "hearing": "fate_cards", "promise_wall": "promise_wall"}
"""The teaching file of each play."""

CUT = Markup(
    "<style>.cut { display: grid; grid-template-columns: repeat(var(--n, 2), 1fr); break-inside: avoid; }"
    " .cut > div { border: 1px dashed #777; padding: 4mm; min-height: var(--high, 50mm); break-inside: avoid;"
    " display: flex; flex-direction: column; overflow: hidden; } .cut h2, .cut h3 { margin: 0 0 .3em; }"
    " .cut .below, .bottom, .lowest { margin-top: auto; } .bottom { color: #555; font-size: .86em; }"
    " .steps td:first-child { width: 2.2em; } .steps td:nth-child(2) { width: 5em; }"
    " .large, .lowest { font-size: 1.25em; } .larger { font-size: 1.12em; } .poster { font-size: 1.7em; }</style>"
)
"""Cards to cut out: a grid of `--n` columns whose cells are `--high`."""


def play_content(data: Dataset, name: str) -> dict[str, Any]:
    """The teaching file of a play, without what rests on cases that these data do not hold.

    Raises ValueError for an unknown play, and where no case of it is left.
    """
    content = dict(teaching(PLAYS[pick(name, PLAYS, "play")]))
    there = set(data.cases.index)
    if "promises" in content:
        content["promises"] = [one for one in content["promises"] if len(_promises(data, one))]
    if "cards" in content:
        content["cards"] = [one for one in content["cards"] if one["case"] in there]
    if content.get("case", next(iter(there), "")) not in there or not content.get("cards", content.get("promises", 1)):
        raise ValueError(f"These data do not hold the cases of the play {name!r}. Load all cases, with pcc.load().")
    return content


def minutes(content: dict[str, Any]) -> int:
    """How long a play takes."""
    return sum(step["minutes"] for step in content["steps"])


def votes_of(data: Dataset, content: dict[str, Any], month: str) -> dict[str, str]:
    """How each party or firm voted in a month of the play (march or june), by its name in the record."""
    rows = data.one("votes", content["case"])
    rows = rows[(rows["year"] == content["year"]) & (rows["month"] == content["votes"][month])]
    return dict(zip(rows["bloc"], rows["bloc_vote"].astype(str), strict=True))


def _promises(data: Dataset, entry: dict[str, Any]) -> pd.DataFrame:
    rows = data.promises[data.promises["case"] == entry["case"]]
    return rows[rows["what"].str.contains(entry["says"], regex=False)]


def promise_of(data: Dataset, entry: dict[str, Any]) -> dict[str, Any]:
    """The promise of the record behind an entry of the wall: its year, the sum in words (of a single thing none), what
    became of it, and until when."""
    row = _promises(data, entry).iloc[0]
    promised = row["promised"]
    told = "" if pd.isna(promised) or promised == 1 else f"{figure_text(promised)} {row['unit']}"
    state = load_codebook().label("promises.state", str(row["state"]))
    return {"year": str(row["promised_in"]), "until": str(row["as_of"]), "state": state, "promised": told}


def run_sheet(content: dict[str, Any]) -> Markup:
    """The steps of a play as a table: minutes, what to say, who moves."""
    at, rows = 0, []
    for number, step in enumerate(content["steps"], start=1):
        head = tag("b", step["title"])
        told = joined(head, tag("br"), say("play.say-aloud", text=step["say"]), tag("br"), step["moves"])
        span = say("play.span", first=at, last=at + step["minutes"])
        rows.append(tag("tr", tag("td", str(number)), tag("td", span), tag("td", told)))
        at += step["minutes"]
    first = tag("p", content["for"], " ", say("play.minutes", n=at))
    return joined(first, tag("table", rows, css="steps"))


def cut_out(cards: Iterable[Markup], *, high: int, columns: int = 2) -> Markup:
    """Cards to cut out of a page, `high` millimetres each."""
    return tag("div", [tag("div", card) for card in cards], css="cut", style=f"--n:{columns};--high:{high}mm")


def in_pages(cards: list[Markup], each: int, **look: int) -> Markup:
    """Cards to cut out, `each` on a page."""
    pages = [cut_out(cards[at : at + each], **look) for at in range(0, len(cards), each)]
    return joined([tag("div", page, css="new-page") for page in pages])
