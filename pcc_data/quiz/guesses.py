"""Guesses of the core paths as questions that phones can answer; what happened is uncovered on the page."""

from __future__ import annotations

from typing import NamedTuple

from pcc_data.quiz.questions import Ballot, options_of
from pcc_data.say import say
from pcc_data.teaching import teaching

ENDS = ("works", "stopped", "smaller", "larger")
"""The ways in which a story can go on."""


class Guess(NamedTuple):
    """Where a guess stands, the number of its notebook and the section, what is asked (nothing in it is right), and the
    case whose end it uncovers, where that is one of the stories."""

    notebook: str
    section: str
    ballot: Ballot
    case: str = ""


def guesses() -> dict[str, Guess]:
    """All guesses by their id, each story's as `story:` and its case. They need no data."""
    told = teaching("guesses")
    where, ends = told["stories"], {end: say(f"stories.guess-{end}") for end in ENDS}
    found = {
        f"story:{story['case']}": Guess(**where, ballot=Ballot(say("stories.asked", at=at, title=story["title"]), ends))
        for at, story in enumerate(teaching("stories"), start=1)
    }
    for one in told["guesses"]:
        ballot = Ballot(one["ask"], dict(options_of(one["options"])))
        found[one["id"]] = Guess(one["notebook"], one["section"], ballot, one.get("case", ""))
    return found
