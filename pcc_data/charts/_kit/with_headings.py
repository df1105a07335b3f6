"""Rows of a picture under the headings of their groups."""

import pandas as pd

from pcc_data.codes import load_codebook
from pcc_data.say import say


def with_headings(shown: pd.DataFrame, rows: pd.DataFrame, by: str) -> list[tuple[str, str | None]]:
    """Lines of the page: a heading and its group where a group begins, and the id of each case."""
    totals, book, places, before = rows["group"].value_counts(), load_codebook(), [], None
    for case, group in shown["group"].items():
        if group != before:
            again = before is None and rows.index[rows["group"] == group][0] != case
            counts = {"n": totals[group], "total": len(rows)}
            places.append((say("chart.heading", group=book.label(by, group), **counts, again=bool(again)), group))
            before = group
        places.append((case, None))
    return places
