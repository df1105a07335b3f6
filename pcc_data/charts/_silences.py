"""On what the records are silent: paid staff, its terms, unions, unpaid work, surplus."""

import pandas as pd

from pcc_data.analysis.told_on import SUBJECTS, told_on
from pcc_data.charts._kit.basics import Chart, Dataset, no_case, of_data, say
from pcc_data.charts._kit.told import column_names, named_table
from pcc_data.drawing.bars import known_bars


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
    rows = [(names[subject], told[subject], counts[subject]) for subject in SUBJECTS]
    figure = known_bars(title, say("silences.note", n=total), rows, total, "--")
    rest = [say("with-share", name=names[subject], share=counts[subject]) for subject in SUBJECTS]
    subjects = pd.Index(list(names.values()), name=say("silences.column-subject"))
    found = {"told": list(told.values()), "missing": [total - count for count in told.values()]}
    given = set(data.contributions.loc[data.contributions["code"] == "volunteer_labour", "case"])
    both = given & set(data.work.loc[data.work["kind"] == "unpaid", "case"])
    text = say("silences.text", title=title, counts=rest, volunteers=len(given), total=total, told=len(both))
    return Chart(figure, title, text, named_table("silences", found, subjects))
