"""Space to answer on paper: boxes to tick, a line for a number, numbered lines, a tally of hands, tables to fill in."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from markupsafe import Markup

from pcc_data.markup import Inside, items, joined, tag
from pcc_data.pages.table import table
from pcc_data.quiz.questions import Question
from pcc_data.say import say

BOX = "☐"


def space_for(question: Question) -> Markup:
    """Room for the answer to one question, by its kind. The answer is not in it."""
    if question.kind == "choice":
        return boxes(question.labels.values(), one_a_line=True)
    if question.kind == "number":
        return tag("p", say("on-paper.number", unit=question.unit), css="pcc-fill")
    options = tag("p", say("on-paper.order"), " ", ", ".join(question.labels.values()), ".")
    return joined(options, items([tag("span", css="pcc-line")] * len(question.labels), "ol", "pcc-fill"))


def boxes(options: Iterable[str], *, one_a_line: bool = False) -> Markup:
    """A box to tick before each option, in one row or below one another."""
    ticked = [tag("span", f"{BOX} {option}", css="pcc-box") for option in options]
    return items(ticked, css="pcc-boxes") if one_a_line else tag("p", [(one, " ") for one in ticked], css="pcc-boxes")


def tally(options: Iterable[str]) -> Markup:
    """A row for each option, to count hands in."""
    return form([say("on-paper.option"), say("on-paper.hands")], [(option, "") for option in options])


def form(heads: Sequence[str], rows: Iterable[Sequence[Inside]]) -> Markup:
    """A table to fill in; what is empty is as high as a line of handwriting."""
    return table(heads, rows, "pcc-form")


def empty_rows(heads: Sequence[str], names: Iterable[Inside]) -> Markup:
    """A table to fill in of which only the first column is given."""
    return form(heads, [(name, *[""] * (len(heads) - 1)) for name in names])
