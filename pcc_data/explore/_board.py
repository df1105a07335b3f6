"""The board simulator: can this motion pass? Real boards, replays of recorded votes, and boards of one's own."""

from __future__ import annotations

from contextlib import suppress
from functools import partial

import ipywidgets as widgets
from markupsafe import Markup

from pcc_data.analysis.motions import MAJORITIES, Recorded, Room, recorded_votes, room_from_text, room_of_board
from pcc_data.charts._motion import motion
from pcc_data.codes import load_codebook
from pcc_data.controls.lines import Line
from pcc_data.controls.makers import button, dropdown
from pcc_data.controls.memory import memory, recalled, remember
from pcc_data.controls.panel import problem
from pcc_data.dataset.dataset import Dataset
from pcc_data.errors import pick
from pcc_data.explore._kit.explorer import Explorer
from pcc_data.markup import joined, say_html, tag
from pcc_data.pages.board_told import board_told, follows, seats_told, vote_told
from pcc_data.pages.card import Card
from pcc_data.say import say

OWN = "own"
_CYCLE = {"for": "against", "against": "abstain"}  # every other vote turns to for

_ICONS = {"all-for": "check", "all-against": "times", "as-recorded": "history"}


def board(data: Dataset, case: str | None = None, *, vote: int | None = None, seats: str | None = None) -> Explorer:
    """A board that votes by click: result, who could turn it, who can block, minimal winning coalitions and power.

    `case` opens on the first board of a case, with `vote` on its recorded vote of that number; `seats` opens on a board
    of one's own, such as "Town 5 (60%), Residents 3". Raises ValueError for a case, board or vote that cannot be shown.
    """
    stage = _Stage(data)
    start = stage.start(case, vote, seats)
    controls = _controls(stage, start, seats or say("board.example"))
    chosen, own, rule, veto, held = controls.values()
    buttons = {name: button(say(f"board.{name}"), icon) for name, icon in _ICONS.items()}
    as_recorded = buttons["as-recorded"]
    as_recorded.disabled = start not in stage.recorded

    def anew() -> None:
        own.layout.display = "" if chosen.value == OWN else "none"
        as_recorded.disabled = chosen.value not in stage.recorded
        with suppress(ValueError):  # blocs that cannot be read: the page says so
            room, votes = stage.opening(chosen.value, own.value)
            veto.options = _vetoes(room)
            veto.value, rule.value, held.value = "", room.majority, memory(**votes).value

    explorer = Explorer(
        say("board.look"),
        {**controls, **buttons},
        stage.page,
        on_pick=lambda bloc: press(bloc),
        first={"start": anew, "own": anew},
        before=stage.seats(start, own.value),
    )

    def blocs() -> list[str]:
        return list(stage.opening(chosen.value, own.value)[0].seats)

    def press(bloc: str) -> None:
        name = blocs()[int(bloc)]
        remember(held, **{name: _CYCLE.get(recalled(held.value).get(name, "unknown"), "for")})

    def replay(_: object) -> None:
        with explorer.held():
            anew()
        explorer.redraw()

    def all_vote(to: str, _: object) -> None:
        held.value = memory(**dict.fromkeys(blocs(), to)).value

    handlers = (partial(all_vote, "for"), partial(all_vote, "against"), replay)
    for pressed, handler in zip(buttons.values(), handlers, strict=True):
        pressed.on_click(explorer.guarded(handler))
    return explorer


def _controls(stage: _Stage, start: str, text: str) -> dict[str, widgets.Widget]:
    """The controls in their order: board, blocs of one's own, majority, veto, and the votes (unseen)."""
    book, (room, votes) = load_codebook(), stage.opening(start, text)
    majorities = [(book.label("boards.majority", code), code) for code in MAJORITIES]
    own = Line(say("board.blocs"), "34rem", value=text, hint=say("board.example"))
    own.layout.display = "" if start == OWN else "none"
    return {
        "start": dropdown(say("board.board"), stage.options, start, width="44rem"),
        "own": own,
        "rule": dropdown(say("board.majority"), majorities, room.majority),
        "veto": dropdown(say("board.veto"), _vetoes(room)),
        "votes": memory(**votes),
    }


def _vetoes(room: Room) -> list[tuple[str, str]]:
    return [(say("board.nobody"), ""), *((name[:40], name) for name in room.seats)]


class _Stage:
    """What there is to choose, and the page for a choice."""

    def __init__(self, data: Dataset) -> None:
        self.data = data
        self.recorded = {f"vote|{one.case}|{one.vote}": one for one in recorded_votes(data)}
        self.rooms = {
            f"board|{case}|{number}": rows
            for (case, number), rows in data.boards.groupby(["case", "board"], sort=False)
        }
        city = data.cases["city"]
        votes = [
            (say("board.replay-of", city=city[one.case], when=one.when, motion=one.motion[:70]), key)
            for key, one in self.recorded.items()
        ]
        boards = [
            (say("board.board-of", city=city[rows["case"].iloc[0]], name=rows["name"].iloc[0][:80]), key)
            for key, rows in self.rooms.items()
        ]
        self.options = [*sorted(votes), *sorted(boards), (say("board.own"), OWN)]

    def start(self, case: str | None, vote: int | None, seats: str | None) -> str:
        """The option to open on."""
        if seats is not None:
            return OWN
        if case is None:
            lost = {key for key, rows in self.rooms.items() if rows["seats"].isna().any()}
            return next(key for _, key in self.options if key not in lost)
        self.data.one("cases", case)
        wanted = f"board|{case}|1" if vote is None else f"vote|{case}|{vote}"
        return pick(wanted, [key for _, key in self.options], "board or vote on record that can be shown")

    def opening(self, start: str, own: str) -> tuple[Room, dict[str, str]]:
        """Room and votes to begin with: those on record, or the community for and everybody else against."""
        if start in self.recorded:
            return self.recorded[start].room, dict(self.recorded[start].votes)
        if start == OWN:
            room = room_from_text(own)
        else:
            _, case, number = start.split("|")
            room = room_of_board(self.data, case, int(number))
        ours = [name for name in room.seats if room.sides.get(name) == "community"] or list(room.seats)[:1]
        return room, {name: "for" if name in ours else "against" for name in room.seats}

    def seats(self, start: str, own: str) -> Markup:
        """Who sits on a board on record: its blocs and their seats, without a vote or what follows from one."""
        if start == OWN:
            return Markup()  # it stands in the words of whoever made it
        room, one = self.opening(start, own)[0], self.recorded.get(start)
        return joined(tag("h3", one.body) if one else "", seats_told(room))

    def page(self, start: str, own: str, rule: str, veto: str, votes: str) -> Markup:
        """Picture, what follows from it, and where the seats come from."""
        try:
            room, _ = self.opening(start, own)
        except ValueError as error:
            return problem(error)
        room = Room(room.seats, room.sides, room.owned, rule, veto or None)
        cast, one, head = recalled(votes), self.recorded.get(start), ""
        if one:
            head = (tag("h3", f"{one.body}, {one.when}"), tag("p", say_html("board.motion", motion=one.motion)))
        picture = motion(room, cast).html()
        return joined(head, picture, follows(room, cast), self._record(start, one, room, cast))

    def _record(self, start: str, one: Recorded | None, room: Room, votes: dict[str, str]) -> Markup:
        if start == OWN:
            return tag("p", say("board.yours"), css="pcc-quiet")
        card = Card(self.data, start.split("|")[1])
        if one is None:
            return board_told(card, self.rooms[start].iloc[0], room)
        return vote_told(card, one, self.recorded.values(), room, votes)
