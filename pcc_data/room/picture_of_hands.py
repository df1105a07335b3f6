"""The hands of the room, drawn."""

from __future__ import annotations

from collections.abc import Mapping

from markupsafe import Markup

from pcc_data import charts
from pcc_data.quiz.questions import Ballot
from pcc_data.settings import in_style


def picture_of_hands(ballot: Ballot, counts: Mapping[str, int]) -> Markup:
    """The answers by option beside what the data say: picture, sentence and table as a piece of a page,
    for a projector."""
    behind = {ballot.options[value]: count for value, count in ballot.counts.items()}
    with in_style("projector"):
        return charts.hands(ballot.ask, counts, right=ballot.right, counts=behind, explain=ballot.explain).html()
