"""The picture of no case."""

from collections.abc import Sequence

import pandas as pd

from pcc_data.drawing.chart import Chart
from pcc_data.drawing.style import drawing, frame
from pcc_data.say import say


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
