"""How people take part against what they have a right to decide."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pcc_data.charts._kit.chart import Chart, of_data
from pcc_data.charts._kit.dot_chart import dot_chart
from pcc_data.charts._kit.ladders import HABIT, RIGHT
from pcc_data.say import cases_in_words, number, of

if TYPE_CHECKING:
    from pcc_data.dataset.dataset import Dataset


_BINDING = ("minority_vote", "co_decides", "decides")


@of_data
def participation_and_right(data: Dataset) -> Chart:
    """The habit (participation level) against the right (decision right): one mark a case, what was not found apart."""
    return dot_chart(data, HABIT, RIGHT, _habit_and_right(data), ("What people may do: the right →", "The habit ↓"))


def _habit_and_right(data: Dataset) -> tuple[str, str]:
    habit, right = data.state(HABIT).astype(str), data.state(RIGHT).astype(str)
    both = (habit != "not_found") & (right != "not_found")
    if not len(data):
        return "No case matches", "No case matches."
    together = habit.isin(["collaborate", "empower"]) & both
    binding = int((together & right.isin(_BINDING)).sum())
    secure = int((together & right.isin(["co_decides", "decides"])).sum())
    weaker = int((together & ~right.isin(["co_decides", "decides"])).sum())
    title = f"Where people usually decide or help to decide, their right is secure in {of(secure, int(together.sum()))}"
    if not together.any():
        title = "In no case here do people usually decide or help to decide while their right is known"
    text = f"Both habit and right are known for {cases_in_words(int(both.sum()), small=True)} of {len(data)}."
    more = (
        f" In {int(together.sum())} the habit is to collaborate or to empower: in {binding} of these the community has"
        f" a vote, in {secure} one that cannot be outvoted; {number(weaker)} could lose by a vote, or by a change of"
        " mind."
    )
    return title, text + more if together.any() else f"{text} {title}."
