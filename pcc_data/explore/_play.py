"""A play for a room, step by step: what to say, who moves; what happened stays folded until its step."""

import ipywidgets as widgets
from markupsafe import Markup

from pcc_data.controls.live import Printed
from pcc_data.controls.makers import button, dropdown
from pcc_data.controls.memory import unseen
from pcc_data.dataset.dataset import Dataset
from pcc_data.explore._kit.explorer import Explorer
from pcc_data.markup import details, items, joined, say_html, tag
from pcc_data.pages import sheets
from pcc_data.pages.hearing import hearing
from pcc_data.pages.nine_chairs import nine_chairs
from pcc_data.pages.play_parts import PARTS, Content
from pcc_data.pages.plays import minutes, play_content, run_sheet
from pcc_data.pages.promise_wall import promise_wall
from pcc_data.say import say

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
    shown = [PARTS[part](data, content, card) for part in step["shows"]]
    if step.get("reveals"):
        part = step["reveals"]
        body = PARTS[part](data, content, card)
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
    shown = [PARTS[part](data, content, 1) for part in parts]
    cards = tag("p", say("on-paper.play-cards", play=name), css="pcc-quiet")
    return joined(tag("h3", content["title"]), run_sheet(content), shown, cards)


def _ends(data: Dataset, content: Content) -> Markup:
    """What the steps reveal, each under the name of its step."""
    parts = []
    for step in content["steps"]:
        parts += [(part, step["title"]) for part in (*step["shows"], step.get("reveals")) if part in _LATE]
    told, titled = [], ""
    for part, title in dict(parts).items():
        cards = range(1, len(content["cards"]) + 1) if part == "happened" else (1,)
        bodies = [joined(_drawn(content, card, part), PARTS[part](data, content, card)) for card in cards]
        head = tag("h4", title) if title != titled else ""
        told, titled = [*told, head, items(bodies, "ol") if len(bodies) > 1 else bodies], title
    return joined(told)


def _drawn(content: Content, card: int, part: str) -> Markup:
    """The card that was drawn, where what happened is the end of one."""
    return tag("p", tag("b", content["cards"][card - 1]["card"])) if part == "happened" else Markup()


_LATE = ("vote-march", "motion-june", "vote-june", "next", "unknown", "happened", "delivered", "owed")
"""What a worksheet leaves to its key: how it went, and in what other form the motion came back. The cards that
are drawn are a sheet of their own."""
_DRAWN = ("card",)
