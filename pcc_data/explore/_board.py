"""The board simulator: can this motion pass? Real boards, replays of recorded votes, and boards of one's own."""

from __future__ import annotations

from contextlib import suppress
from functools import partial
from html import escape
from typing import TYPE_CHECKING, Any

import ipywidgets as widgets
import pandas as pd

from pcc_data.analysis.motions import MAJORITIES, Recorded, Room, recorded_votes, room_from_text, room_of_board
from pcc_data.charts._motion import motion
from pcc_data.codes import load_codebook
from pcc_data.dataset.citing import letter_html
from pcc_data.errors import pick
from pcc_data.explore._kit.controls import button, coded, dropdown
from pcc_data.explore._kit.explorer import Explorer
from pcc_data.explore._kit.lines import Line
from pcc_data.explore._kit.memory import memory, recalled, remember
from pcc_data.explore._kit.panel import problem
from pcc_data.markup import details, items
from pcc_data.pages.card import Card

if TYPE_CHECKING:
    from pcc_data.dataset.dataset import Dataset

OWN = "own"
START_TEXT = "Town 4 (60%), Residents 3 (40%), Staff 2"
_CYCLE = {"for": "against", "against": "abstain"}  # every other vote turns to for
_SHOWN = 8
_BINDS = {
    True: "Its decisions bind.",
    False: "It gives advice: its decisions do not bind.",
    None: "Whether its decisions bind was not found.",
}
_LOOK = "Can this motion pass? Guess, then press the vote of a bloc to change it. Who could turn the result?"


def board(data: Dataset, case: str | None = None, *, vote: int | None = None, seats: str | None = None) -> Explorer:
    """A board that votes by click: result, who could turn it, who can block, minimal winning coalitions and power.

    `case` opens on the first board of a case, with `vote` on its recorded vote of that number; `seats` opens on a board
    of one's own, such as "Town 5 (60%), Residents 3". Raises ValueError for a case, board or vote that cannot be shown.
    """
    stage = _Stage(data)
    start = stage.start(case, vote, seats)
    controls = _controls(stage, start, seats or START_TEXT)
    chosen, own, rule, veto, held = controls.values()
    for_all, against, as_recorded = (
        button(*words) for words in (("All for", "check"), ("All against", "times"), ("As recorded", "history"))
    )
    as_recorded.disabled = start not in stage.recorded

    def anew() -> None:
        own.layout.display = "" if chosen.value == OWN else "none"
        as_recorded.disabled = chosen.value not in stage.recorded
        with suppress(ValueError):  # blocs that cannot be read: the page says so
            room, votes = stage.opening(chosen.value, own.value)
            veto.options = _vetoes(room)
            veto.value, rule.value, held.value = "", room.majority, memory(**votes).value

    explorer = Explorer(
        _LOOK,
        {**controls, "for": for_all, "against": against, "recorded": as_recorded},
        stage.page,
        on_pick=lambda bloc: press(bloc),
        first={"start": anew, "own": anew},
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

    for_all.on_click(explorer.guarded(partial(all_vote, "for")))
    against.on_click(explorer.guarded(partial(all_vote, "against")))
    as_recorded.on_click(explorer.guarded(replay))
    return explorer


def _controls(stage: _Stage, start: str, text: str) -> dict[str, widgets.Widget]:
    """The controls in their order: board, blocs of one's own, majority, veto, and the votes (unseen)."""
    room, votes = stage.opening(start, text)
    own = Line("Blocs", "34rem", value=text, hint=START_TEXT)
    own.layout.display = "" if start == OWN else "none"
    return {
        "start": dropdown("Board", stage.options, start, width="44rem"),
        "own": own,
        "rule": dropdown("Majority", [one for one in coded("boards.majority") if one[1] in MAJORITIES], room.majority),
        "veto": dropdown("Veto", _vetoes(room)),
        "votes": memory(**votes),
    }


def _vetoes(room: Room) -> list[tuple[str, str]]:
    return [("nobody", ""), *((name[:40], name) for name in room.seats)]


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
            (f"Replay: {city[one.case]}, {one.when}: {one.motion[:70]} …", key) for key, one in self.recorded.items()
        ]
        boards = [
            (f"Board: {city[rows['case'].iloc[0]]}: {rows['name'].iloc[0][:80]}", key)
            for key, rows in self.rooms.items()
        ]
        self.options = [*sorted(votes), *sorted(boards), ("A board of my own", OWN)]

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

    def page(self, start: str, own: str, rule: str, veto: str, votes: str) -> str:
        """Picture, what follows from it, and where the seats come from."""
        try:
            room, _ = self.opening(start, own)
        except ValueError as error:
            return problem(error)
        room = Room(room.seats, room.sides, room.owned, rule, veto or None)
        cast = recalled(votes)
        one = self.recorded.get(start)
        head = (
            f"<h3>{escape(one.body)}, {escape(one.when)}</h3><p><b>Motion:</b> {escape(one.motion)}</p>" if one else ""
        )
        return head + motion(room, cast).html() + self._follows(room) + self._record(start, one, room, cast)

    def _follows(self, room: Room) -> str:
        if room.uncounted:
            return f"<p><b>{room.uncounted}</b></p>{_sides(room, room.power())}"
        groups = room.coalitions()
        power = room.power()
        shown = [escape(" + ".join(group)) for group in groups[:_SHOWN]]
        more = f"<p class='pcc-quiet'>… and {len(groups) - _SHOWN} more.</p>" if len(groups) > _SHOWN else ""
        folded = details("Show the coalitions", items(shown, "ol") + more, key="coalitions")
        return (
            f"<p><b>Minimal winning coalitions: {len(groups)}.</b> Groups that carry a motion, and would not if one"
            f" bloc left.</p>{folded}{_sides(room, power)}"
        )

    def _record(self, start: str, one: Recorded | None, room: Room, votes: dict[str, str]) -> str:
        if start == OWN:
            return "<p class='pcc-quiet'>This board is yours. Nothing of it is kept when you close the notebook.</p>"
        card = Card(self.data, start.split("|")[1])
        if one is None:
            rows = self.rooms[start].iloc[0]
            when = "in a year that was not found" if pd.isna(rows["as_of"]) else f"in {rows['as_of']}"
            known = (
                ""
                if isinstance(rows["majority"], str)
                else " The majority it needs was not found: the simple one is set here."
            )
            binds = None if pd.isna(rows["binding"]) else bool(rows["binding"])
            kind = _BINDS[binds]
            said = f"<p><b>Seats on record</b> {when}. {kind}{known} {escape(rows['power'])}</p>"
            return said + card.says_who(rows["sources"], "board")
        book = load_codebook()
        result = book.label("votes.result", one.result).lower()
        same = votes == one.votes and room.majority == one.room.majority and not room.veto
        replay = (
            (
                " The replay comes to the same."
                if one.agrees
                else " The replay comes to something else: the rule of this body differs."
            )
            if same
            else " You changed votes or rule; press <i>As recorded</i> to go back."
        )
        return f"<p><b>On record:</b> {result}.{replay}</p>{card.says_who(one.sources, 'vote')}{self._changed(one)}"

    def _changed(self, one: Recorded) -> str:
        """What changed from the vote before in the same body, bloc by bloc."""
        before = [
            other
            for other in self.recorded.values()
            if other.case == one.case and other.body == one.body and other.vote < one.vote
        ]
        if not before or set(before[-1].votes) != set(one.votes):
            return ""
        book, last = load_codebook(), before[-1]
        turned = [
            f"{escape(name)}: {_vote(book, last.votes[name])} → {_vote(book, vote)}"
            for name, vote in one.votes.items()
            if last.votes[name] != vote
        ]
        body = (
            f"<p>{escape(last.when)}: {escape(last.motion)}, "
            f"{book.label('votes.result', last.result).lower()}.<br>{escape(one.when)}: {escape(one.motion)}, "
            f"{book.label('votes.result', one.result).lower()}.</p>{items(turned)}"
        )
        return details(f"What changed since {last.when}?", body, key="changed")


def _vote(book: Any, vote: str) -> str:
    return book.label("votes.blocs.vote", vote).lower()


def _sides(room: Room, power: pd.DataFrame) -> str:
    """Share owned and seats added up by side, and the power that each side would have if it voted as one."""
    together = room.by_side()
    if together is None:
        return ""
    book, joint, parts = load_codebook(), together.power(), []
    for side, row in joint.iterrows():
        own = power.loc[[name for name in power.index if room.sides[str(name)] == side], "owned"]
        owned = f"owns {own.sum():.0f} per cent, " if own.notna().all() else ""
        parts.append(
            f"{letter_html(book.codes('boards.blocs.side')[str(side)])}{book.label('boards.blocs.side', str(side))}:"
            f" {owned}holds {row['share']:.0%} of the seats, and {row['banzhaf']:.0%} of the power if each side votes"
            " as one"
        )
    return f"<h4>By side</h4>{items(parts)}"
