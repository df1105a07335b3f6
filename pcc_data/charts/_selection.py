"""What was written down about how each case was found: known and not, case by case."""

import pandas as pd

from pcc_data.analysis.selection import PARTS
from pcc_data.analysis.selection import selection as selection_of
from pcc_data.charts._kit.basics import Chart, Dataset, no_case, of_data, say
from pcc_data.charts._kit.told import column_names, named_table, title_and_text
from pcc_data.drawing.bars import known_bars
from pcc_data.say import of

_ORDER = ("how_found", "found_on", "language_of_search", "added_with", "added_on")


@of_data
def selection(data: Dataset) -> Chart:
    """Of how many cases it was written down how, when and in which language they were found, and when they were added.

    A filled part of a bar is what is on record, the hollow part what is not. The numbers are those of
    `pcc_data.analysis.selection`.
    """
    if not len(data):
        return no_case(column_names("selection", ("what", "known", "empty")))
    found = selection_of(data)
    total, known = len(found), found.notna().sum()[list(_ORDER)]
    names = [say(f"selection.{column}") for column in _ORDER]
    counts = [of(int(n), total) for n in known]
    title, text = _said(found, known)
    rows = list(zip(names, map(int, known), counts, strict=True))
    figure = known_bars(title, say("selection.note", n=total), rows, total, ":")
    table = {"what": names, "known": counts, "empty": [of(int(total - n), total) for n in known]}
    return Chart(figure, title, text, named_table("selection", table))


def _said(found: pd.DataFrame, known: pd.Series) -> tuple[str, str]:
    """Title and text twin."""
    total = len(found)
    nowhere = [say(f"selection.{column}-phrase") for column in _ORDER if not known[column]]
    parts = found["added_with"].value_counts()
    told = [say(f"selection.{part}", n=int(parts[part])) for part in PARTS if part in parts.index]
    return title_and_text(
        "selection",
        how=of(int(known["how_found"]), total),
        none=len(nowhere),
        nowhere=nowhere,
        parts=told,
        alone=int(total - parts.sum()),
    )
