"""A play for a room, step by step: what to say, who moves; what happened stays folded until its step."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import ipywidgets as widgets
from markupsafe import Markup

from pcc_data.codes import load_codebook
from pcc_data.dataset.dataset import Dataset
from pcc_data.explore._kit.controls import button, dropdown
from pcc_data.explore._kit.explorer import Explorer
from pcc_data.explore._kit.live import Printed
from pcc_data.explore._kit.memory import unseen
from pcc_data.explore._kit.table import table
from pcc_data.markup import details, items, joined, own, say_html, tag
from pcc_data.pages import sheets
from pcc_data.pages.card import Card
from pcc_data.pages.hearing import hearing
from pcc_data.pages.nine_chairs import nine_chairs
from pcc_data.pages.plays import minutes, play_content, promise_of, run_sheet, votes_of
from pcc_data.pages.promise_wall import OURS, promise_wall
from pcc_data.say import say

Content = dict[str, Any]
_PAGES = {"nine_chairs": nine_chairs, "hearing": hearing, "promise_wall": promise_wall}


def play(data: Dataset, name: str = "nine_chairs") -> Explorer:
    """A play step by step: nine_chairs, hearing or promise_wall. Minutes, what to say and who moves; what the record
    says comes with its step, folded.

    Raises ValueError for another play, and where the data do not hold its cases.
    """
    content = play_content(data, name)
    total, step = len(content["steps"]), unseen("0")
    back, onward = button(say("play.back"), "arrow-left"), button(say("play.onward"), "arrow-right")
    numbers = [(say("play.card-named", at=at), at) for at in range(1, len(content.get("cards", ())) + 1)]
    card = dropdown(say("play.card"), numbers or [("", 0)])
    card.layout.display = "" if numbers else "none"

    def move(by: int) -> None:
        step.value = str(min(total - 1, max(0, int(step.value) + by)))

    def fit() -> None:
        back.disabled, onward.disabled = step.value == "0", step.value == str(total - 1)

    print_it = sheets.print_link(_PAGES[name](data), f"{name}.html", say("play.print"))
    explorer = Explorer(
        say("play.look"),
        {"back": back, "onward": onward, "card": card, "step": step},
        lambda step, card: _step(data, content, int(step), card),
        first={"step": fit},
        printed=Printed(lambda: _to_play(data, content, name), lambda: _ends(data, content)),
        below=[widgets.HTML(str(tag("div", tag("p", print_it), css="pcc mathjax_ignore")))],
    )
    fit()
    back.on_click(explorer.guarded(lambda _: move(-1)))
    onward.on_click(explorer.guarded(lambda _: move(1)))
    return explorer


def _step(data: Dataset, content: Content, at: int, card: int) -> Markup:
    """A step: the clock, what to say, who moves, what to look at; last, folded, what it reveals."""
    step, before = content["steps"][at], sum(step["minutes"] for step in content["steps"][:at])
    clock = {"first": before, "last": before + step["minutes"], "total": minutes(content)}
    shown = [_SHOWN[part](data, content, card) for part in step["shows"]]
    if step.get("reveals"):
        part = step["reveals"]
        body = _SHOWN[part](data, content, card)
        shown.append(details(say(f"play.reveal-{part.removeprefix('vote-')}"), body, key=f"reveal:{at}:{card}"))
    return tag(
        "section",
        tag("h3", content["title"]),
        "" if at else tag("p", content["for"]),
        tag("h4", say("play.step", at=at + 1, total=len(content["steps"]), title=step["title"])),
        tag("p", say("play.clock", **clock), css="pcc-quiet"),
        tag("div", tag("p", say_html("play.say", text=step["say"])), css="pcc-story"),
        tag("p", say_html("play.moves", text=step["moves"])),
        shown,
        css="pcc-card",
    )


def _to_play(data: Dataset, content: Content, name: str) -> Markup:
    """The whole play: its steps, then what is shown in them, each once; what happened is left to the key."""
    parts = dict.fromkeys(part for step in content["steps"] for part in step["shows"] if part not in (*_LATE, *_DRAWN))
    shown = [_SHOWN[part](data, content, 1) for part in parts]
    cards = tag("p", say("on-paper.play-cards", play=name), css="pcc-quiet")
    return joined(tag("h3", content["title"]), run_sheet(content), shown, cards)


def _ends(data: Dataset, content: Content) -> Markup:
    """What the steps reveal, each under the name of its step."""
    parts = []
    for step in content["steps"]:
        parts += [(part, step["title"]) for part in (*step["shows"], step.get("reveals")) if part in _LATE]
    told = []
    for part, title in dict(parts).items():
        cards = range(1, len(content["cards"]) + 1) if part == "happened" else (1,)
        bodies = [joined(_drawn(content, card, part), _SHOWN[part](data, content, card)) for card in cards]
        told += [tag("h4", title), items(bodies, "ol") if len(bodies) > 1 else bodies]
    return joined(told)


def _drawn(content: Content, card: int, part: str) -> Markup:
    """The card that was drawn, where what happened is the end of one."""
    return tag("p", tag("b", content["cards"][card - 1]["card"])) if part == "happened" else Markup()


def _text(key: str) -> Callable[[Dataset, Content, int], Markup]:
    """A text of the play with its sources."""
    return lambda data, content, card: joined(
        tag("p", content[key]["text"].strip()), _says(data, content["case"], content[key])
    )


def _says(data: Dataset, case: str, part: Content) -> Markup:
    ids = ";".join(part["sources"])
    return Card(data, case).says_who(ids, f"why:{case}:{ids}")


def _motion(month: str) -> Callable[[Dataset, Content, int], Markup]:
    return lambda data, content, card: tag("p", say_html(f"play.motion-{month}", motion=content["motions"][month]))


def _seats(data: Dataset, content: Content, card: int) -> Markup:
    rows = [(role["name"], role["part"]) for role in content["roles"]]
    return table([say("play.seat"), say("play.who")], rows)


def _vote(month: str) -> Callable[[Dataset, Content, int], Markup]:
    """How every chair voted in a month of the record, and the count."""

    def told(data: Dataset, content: Content, card: int) -> Markup:
        votes, chairs = votes_of(data, content, month), [role for role in content["roles"] if "bloc" in role]
        found = [votes.get(role["bloc"], "unknown") for role in chairs]
        words = [load_codebook().label("votes.blocs.vote", code) for code in found]
        counts = {code: found.count(code) for code in ("for", "against", "unknown")}
        rows = [(role["name"], word) for role, word in zip(chairs, words, strict=True)]
        return joined(tag("p", say("play.counted", **counts)), table([say("play.seat"), say("play.vote")], rows))

    return told


def _next(data: Dataset, content: Content, card: int) -> Markup:
    entries = [
        joined(tag("b", str(step["year"])), " ", step["text"].strip(), _says(data, content["case"], step))
        for step in content["next"]
    ]
    return items(entries)


def _list(key: str) -> Callable[[Dataset, Content, int], Markup]:
    return lambda data, content, card: joined(
        tag("h4", say(f"play.{key}")), items(map(joined, content[key]), "ol" if key == "debrief" else "ul")
    )


def _roles(data: Dataset, content: Content, card: int) -> Markup:
    return table([say("play.seat"), say("play.start")], [(role["name"], role["want"]) for role in content["roles"]])


def _questions(data: Dataset, content: Content, card: int) -> Markup:
    return items([joined(tag("b", role["name"]), ": ", role["ask"]) for role in content["roles"][1:]])


def _card(data: Dataset, content: Content, card: int) -> Markup:
    head = tag("h4", say("play.card-named", at=card))
    return tag("div", head, tag("p", content["cards"][card - 1]["card"]), css="pcc-feedback")


def _happened(data: Dataset, content: Content, card: int) -> Markup:
    drawn = content["cards"][card - 1]
    name = tag("b", own(data.cases.at[drawn["case"], "name"]))
    return joined(tag("p", name, ". ", drawn["happened"]), _says(data, drawn["case"], drawn))


def _wall(*columns: str) -> Callable[[Dataset, Content, int], Markup]:
    """The ten promises with some of what is known of them."""

    def told(data: Dataset, content: Content, card: int) -> Markup:
        rows = []
        for entry in sorted(content["promises"], key=lambda entry: promise_of(data, entry)["year"]):
            found = promise_of(data, entry)
            cells = {
                "year": found["year"],
                "what": entry["what"],
                "sum": found["promised"] or "–",
                "became": joined(tag("b", found["state"]), ". ", entry["line"], _says(data, entry["case"], entry)),
                "owes": entry["owed"],
            }
            rows.append((own(data.cases.at[entry["case"], "city"]), *(cells[column] for column in columns)))
        heads = [say("promise-wall.place"), *(say(f"promise-wall.{column}") for column in columns)]
        return table(heads, rows, css="pcc-rows")

    return told


def _states(data: Dataset, content: Content, card: int) -> Markup:
    book = load_codebook()
    states = [f"☐ {book.label('promises.state', code)}" for code in book.codes("promises.state")]
    return tag("p", say("promise-wall.guess"), " ", " \xa0 ".join(states))


def _ours(data: Dataset, content: Content, card: int) -> Markup:
    return items([joined(say(f"promise-wall.ours-{part}")) for part in OURS[:-1]])


_LATE = ("vote-march", "vote-june", "next", "unknown", "happened", "delivered", "owed")
"""What a worksheet leaves to its key: how it went. The cards that are drawn are a sheet of their own."""
_DRAWN = ("card",)
_SHOWN: dict[str, Callable[[Dataset, Content, int], Markup]] = {
    "story": _text("story"),
    "rule": _text("rule"),
    "seats": _seats,
    **{f"motion-{month}": _motion(month) for month in ("march", "june")},
    **{f"vote-{month}": _vote(month) for month in ("march", "june")},
    "next": _next,
    "debrief": _list("debrief"),
    "unknown": _list("unknown"),
    "roles": _roles,
    "questions": _questions,
    "card": _card,
    "write": lambda data, content, card: tag("p", say("hearing.answer")),
    "happened": _happened,
    "promises": _wall("year", "what", "sum"),
    "delivered": _wall("year", "became"),
    "owed": _wall("year", "owes"),
    "states": _states,
    "ours": _ours,
    "again": lambda data, content, card: tag("p", tag("b", say("promise-wall.ours-again"))),
}
"""What a step can show, by the word in the teaching file."""
