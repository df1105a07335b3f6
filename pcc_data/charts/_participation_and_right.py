"""How people take part against what they have a right to decide."""

from pcc_data.charts._kit.basics import Chart, Dataset, of_data, say
from pcc_data.charts._kit.dot_chart import dot_chart
from pcc_data.charts._kit.ladders import HABIT, RIGHT

_BINDING = ("minority_vote", "co_decides", "decides")


@of_data
def participation_and_right(data: Dataset) -> Chart:
    """The habit (participation level) against the right (decision right): one mark a case, what was not found apart."""
    axes = (say("participation-and-right.across"), say("participation-and-right.down"))
    return dot_chart(data, HABIT, RIGHT, _habit_and_right(data), axes)


def _habit_and_right(data: Dataset) -> tuple[str, str]:
    habit, right = data.state(HABIT).astype(str), data.state(RIGHT).astype(str)
    both = (habit != "not_found") & (right != "not_found")
    together = habit.isin(["collaborate", "empower"]) & both
    held = right[together]
    binding, secure = (int(held.isin(codes).sum()) for codes in (_BINDING, _BINDING[1:]))
    cannot = held.index[held.isin(_BINDING[1:])]
    active = int((data.cases.loc[cannot, "status"] == "active").sum())
    title = say("participation-and-right.title", n=secure, total=len(held), active=active)
    if not len(held):
        title = say("participation-and-right.title-none")
    text = say("participation-and-right.known", n=int(both.sum()), total=len(data))
    if not len(held):
        return title, f"{text} {say('chart.sentence', title=title)}"
    counts = {"n": len(held), "binding": binding, "secure": secure, "weaker": len(held) - secure, "active": active}
    return title, f"{text} {say('participation-and-right.more', **counts)}"
