"""On what the records are silent: paid staff, its terms, unions, unpaid work, surplus."""

import pandas as pd

from pcc_data.analysis.told_on import SUBJECTS, told_on
from pcc_data.charts._kit.of_data import no_case, of_data
from pcc_data.charts._kit.told import column_names, named_table
from pcc_data.colours import GREY
from pcc_data.dataset.dataset import Dataset
from pcc_data.drawing.bars import THICK, bar_rows
from pcc_data.drawing.chart import Chart
from pcc_data.drawing.style import style
from pcc_data.drawing.texts import text_width
from pcc_data.say import say

_TOLD = "#5B7C99"


@of_data
def silences(data: Dataset) -> Chart:
    """Of how many cases anything was found on each subject: a filled bar for what is told, a hollow one for what was
    not found."""
    told, total = told_on(data), len(data)
    if not total:
        return no_case(column_names("silences", ("told", "missing")))
    names = {subject: say(f"silences.{subject}") for subject in SUBJECTS}
    title = say("silences.title", n=total - told["staff"], total=total)
    counts = {subject: say("silences.count", n=told[subject], total=total) for subject in SUBJECTS}
    right = max(text_width(count, style().text, "bold") for count in counts.values()) + 0.3
    figure, ax, middles = bar_rows(list(names.values()), title, say("silences.note", n=total), right)
    ax.set_xlim(0, total)
    for middle, subject in zip(middles, SUBJECTS, strict=True):
        ax.barh(middle, total, height=THICK, color="none", edgecolor=GREY, linewidth=0.9, linestyle="--")
        ax.barh(middle, told[subject], height=THICK, color=_TOLD)
        ax.annotate(counts[subject], (total, middle), (6, 0), textcoords="offset points", va="center", weight="bold")
    rest = [say("with-share", name=names[subject], share=counts[subject]) for subject in SUBJECTS]
    subjects = pd.Index(list(names.values()), name=say("silences.column-subject"))
    found = {"told": list(told.values()), "missing": [total - count for count in told.values()]}
    given = set(data.contributions.loc[data.contributions["code"] == "volunteer_labour", "case"])
    both = given & set(data.work.loc[data.work["kind"] == "unpaid", "case"])
    text = say("silences.text", title=title, counts=rest, volunteers=len(given), total=total, told=len(both))
    return Chart(figure, title, text, named_table("silences", found, subjects))
