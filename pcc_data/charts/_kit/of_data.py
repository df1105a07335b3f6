"""What every drawing function of data does: the style in use, the line at the foot, the user's own records marked; and
the picture of no case."""

from collections.abc import Callable, Sequence
from functools import wraps
from inspect import signature
from typing import ParamSpec

import pandas as pd

from pcc_data.dataset.citing import data_line
from pcc_data.dataset.dataset import Dataset
from pcc_data.drawing.chart import Chart
from pcc_data.drawing.own_marks import own_marks
from pcc_data.drawing.style import FOOT, FOOT_ID, drawing, foot_text, frame
from pcc_data.say import say

P = ParamSpec("P")


def of_data(draw: Callable[P, Chart]) -> Callable[P, Chart]:
    """A drawing function whose first argument is the data: it draws in the style in use, and its foot names the user's
    own records among the cases that are shown (of `case`, where the picture is of one case). Their marks are ringed."""
    names = list(signature(draw).parameters)

    @wraps(draw)
    def drawn(*args: P.args, **kwargs: P.kwargs) -> Chart:
        given = {**dict(zip(names, args, strict=False)), **kwargs}
        data, before = given.get(names[0]), FOOT.get()
        if before is not data_line:  # a picture within a picture has the foot of the outer one
            with drawing():
                return draw(*args, **kwargs)

        def shown() -> Dataset:
            return data.only([given["case"]]) if "case" in given else data

        token = FOOT.set(lambda: data_line(shown(), ringed=True))
        try:
            with drawing():
                return _ringed(draw(*args, **kwargs), shown())
        finally:
            FOOT.reset(token)

    return drawn


def no_case(columns: Sequence[str], title: str = "", note: str = "", *, cases: bool = True) -> Chart:
    """What a chart function returns where there is nothing to draw: a picture that says so, and an empty table.

    Without a title, and where there are no `cases` at all: that no case matches the selection.
    """
    if not (title and cases):
        title, note = say("chart.no-case"), ""
    with drawing():
        figure, ax = frame(title, note or say("chart.empty"), 0.3)
        ax.set_axis_off()
    return Chart(figure, title, say("chart.sentence", title=title), pd.DataFrame(columns=list(columns)))


def _ringed(chart: Chart, shown: Dataset) -> Chart:
    """The chart with the user's own records ringed and told; where all are their own there is nothing to tell apart."""
    own = set(shown.cases.index[shown.cases["own"]]) if 0 < shown.own < len(shown) else set()
    ringed = own_marks(chart.figure, own)
    if ringed:
        chart.text = f"{chart.text} {say('own-marks', n=len(ringed))}"
    elif own:
        for text in chart.figure.texts:
            if text.get_gid() == FOOT_ID:
                text.set_text(foot_text(data_line(shown)))
    return chart
