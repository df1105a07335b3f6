"""What is told beside a board that votes: who can win together, where the seats come from, how the record went."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

import pandas as pd
from markupsafe import Markup

from pcc_data.analysis.motions import Recorded, Room
from pcc_data.codes import load_codebook, said
from pcc_data.dataset.citing import letter_html
from pcc_data.dataset.why import explain
from pcc_data.markup import details, items, joined, say_html, tag
from pcc_data.pages.card import Card
from pcc_data.pages.table import table
from pcc_data.say import say

_SHOWN = 8  # groups that can win together
_LETTERS = 12  # seats of a bloc that are shown one by one


def seats_told(room: Room) -> Markup:
    """The blocs of a board, each with a letter for every seat that shows its side, and the number of its seats.

    They stand by their names: the order on record may be that of their votes."""
    sides = load_codebook().codes("boards.blocs.side")
    rows = []
    for name, seats in sorted(room.seats.items(), key=lambda bloc: bloc[0].casefold()):
        code = sides.get(room.sides.get(name) or "")
        letters = [letter_html(code), " "] * seats if code and seats <= _LETTERS else []
        rows.append((name, joined(*letters, str(seats)), said(code.label) if code else "–"))
    heads = [say("motion.head-name"), say("motion.head-seats"), say("board.whose")]
    return table(heads, rows)


def follows(room: Room, votes: Mapping[str, str]) -> Markup:
    """What follows from how the blocs vote: who can win together, and what each side has."""
    if room.uncounted:
        return joined(tag("p", tag("b", room.uncounted)), _sides(room, votes))
    groups = room.coalitions()
    left = len(groups) - _SHOWN
    more = tag("p", say("board.more", n=left), css="pcc-quiet") if left > 0 else ""
    shown = items([joined(" + ".join(group)) for group in groups[:_SHOWN]], "ol")
    folded = details(say("board.show-coalitions"), joined(shown, more), key="coalitions")
    return joined(tag("p", say_html("board.coalitions", n=len(groups))), folded, _sides(room, votes))


def board_told(card: Card, row: Any, room: Room) -> Markup:
    """What the record says of a board (one of its rows), and who says so."""
    binds = "unknown" if pd.isna(row["binding"]) else bool(row["binding"])
    dated, ruled = pd.notna(row["as_of"]), isinstance(row["majority"], str)
    told = {"year": str(row["as_of"]), "dated": bool(dated), "binds": binds, "ruled": ruled}
    said = tag("p", say_html("board.seats", power=row["power"], **told))
    return joined(said, card.says_who(row["sources"], "board"), _owners(card, room))


def vote_told(card: Card, one: Recorded, recorded: Iterable[Recorded], room: Room, votes: Mapping[str, str]) -> Markup:
    """How a vote on record went beside the one on the screen, who says so, and what changed from the one before."""
    same = votes == one.votes and room.majority == one.room.majority and not room.veto
    replay = ("agrees" if one.agrees else "differs") if same else "changed"
    result = load_codebook().phrase("votes.result", one.result)
    said = tag("p", say_html("board.record", result=result, replay=replay))
    return joined(said, card.says_who(one.sources, "vote"), _owners(card, room), _changed(one, recorded))


def _owners(card: Card, room: Room) -> Markup:
    """Who owns, in the words of the record, where the board draws no shares."""
    answer = explain(card.told, "roles.ownership")
    if any(pd.notna(share) for share in room.owned.values()) or not answer.ids:
        return Markup()
    said = tag("p", say_html("board.owners", told=answer.basis))
    return joined(said, card.says_who(answer.ids, "owners"))


def _changed(one: Recorded, votes: Iterable[Recorded]) -> Markup:
    """What changed from the vote before in the same body, bloc by bloc."""
    before = [other for other in votes if other.case == one.case and other.body == one.body and other.vote < one.vote]
    if not before or set(before[-1].votes) != set(one.votes):
        return Markup()
    book, last, turned = load_codebook(), before[-1], []
    for name, vote in one.votes.items():
        if last.votes[name] != vote:
            old, new = (book.phrase("votes.blocs.vote", which) for which in (last.votes[name], vote))
            turned.append(joined(f"{name}: {old} → {new}"))
    then, now = (
        say("board.vote", when=vote.when, motion=vote.motion, result=book.phrase("votes.result", vote.result))
        for vote in (last, one)
    )
    body = joined(tag("p", then, tag("br"), now), items(turned))
    return details(say("board.changed", when=last.when), body, key="changed")


def _sides(room: Room, votes: Mapping[str, str]) -> Markup:
    """Share owned and seats added up by side, and what each side could turn if it voted as one; of no side where one of
    them did not."""
    together, book, parts = room.by_side(), load_codebook(), []
    if together is None:
        return Markup()
    split = room.split(votes)
    apart = [book.phrase("boards.blocs.side", side) for side in book.codes("boards.blocs.side") if side in split]
    if apart:
        return tag("p", say("board.split", n=len(apart), sides=apart), css="pcc-quiet")
    power = room.power()
    for side, row in together.power().iterrows():
        owned = power.loc[[name for name in power.index if room.sides[str(name)] == side], "owned"]
        told = {"known": bool(owned.notna().all()), "owned": f"{owned.sum():.0f}", "seats": f"{row['share']:.0%}"}
        told |= {"n": int(row["swings"]), "total": together.ways}
        name = book.label("boards.blocs.side", str(side))
        letter = letter_html(book.codes("boards.blocs.side")[str(side)])
        parts.append(joined(letter, say("board.side", side=name, **told)))
    left_out = tag("p", say("board.left-out"), css="pcc-quiet")
    return joined(tag("h4", say("board.by-side")), items(parts), left_out)
