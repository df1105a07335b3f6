"""Count hands in the room, then see what the data say."""

from collections.abc import Sequence

from markupsafe import Markup

from pcc_data import charts
from pcc_data.controls.lines import Number
from pcc_data.controls.live import Printed
from pcc_data.controls.makers import toggle
from pcc_data.dataset.dataset import Dataset
from pcc_data.explore._kit.asking import QUESTIONS, data_or_all, says_who
from pcc_data.explore._kit.explorer import Explorer
from pcc_data.markup import joined, tag
from pcc_data.pages.space import tally
from pcc_data.quiz.questions import Ballot, Question, ballot_of, questions
from pcc_data.say import say


def hands_up(
    data: Dataset | None = None, key: str | None = None, *, options: Sequence[str] = (), ask: str = ""
) -> Explorer:
    """Count hands in a room: type the number for each option, then show what the data say beside them.

    `key` is the id of a question in `datasets/teaching/questions.yaml` (an order asks for its first place, a number for
    one of five ranges). With `options` and `ask` instead it is a vote without a right answer, and needs no data. Raises
    ValueError for an unknown id, for both or neither of `key` and `options`, and for options that are equal.
    """
    if (key is None) == (not options):
        raise ValueError(
            "Give the id of a question and the data, or options and what is asked: hands_up(data, 'binding-vote') or "
            "hands_up(options=['Yes', 'No'], ask='Shall we?')."
        )
    if len(set(options)) < len(options):
        raise ValueError("Two options read the same.")
    ballot = Ballot(ask, {text: text for text in options}) if key is None else ballot_of(_one(data, key))
    counts = {f"n{at}": Number(label, max=9999) for at, label in enumerate(ballot.options.values())}
    shown = toggle(say("hands-up.show"), "eye", tooltip=say("hands-up.show"))
    if key is None:
        shown.layout.display = "none"
    return Explorer(
        say("hands-up.look", ask=ballot.ask),
        {**counts, "shown": shown},
        lambda shown, **raised: _counted(data, ballot, list(raised.values()), shown),
        printed=Printed(
            lambda: joined(tag("p", tag("b", ballot.ask)), tally(ballot.options.values())),
            lambda: _counted(data, ballot, [0] * len(counts), True) if key else Markup(),
        ),
    )


def _one(data: Dataset | None, key: str) -> Question:
    return questions(QUESTIONS, data_or_all(data), [key])[0]


def _counted(data: Dataset | None, ballot: Ballot, raised: list[int], shown: bool) -> Markup:
    labels = list(ballot.options.values())
    held = dict(zip(labels, raised, strict=True))
    if not shown or ballot.question is None:
        return charts.hands(ballot.ask, held).html()
    counts = {ballot.options[value]: count for value, count in ballot.counts.items()}
    drawn = charts.hands(ballot.ask, held, right=ballot.right, counts=counts, explain=ballot.explain)
    return joined(drawn.html(), says_who(data_or_all(data), ballot.question))
