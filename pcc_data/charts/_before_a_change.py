"""What is on record in the years before a code changed, told as a sequence: events beside other years of the
same cases."""

from functools import partial

import pandas as pd

from pcc_data.analysis.states_over_time import YEARS, before_changes, before_other_years, changes
from pcc_data.charts._kit.basics import Chart, Dataset, load_codebook, no_case, of_data, say, style, unreliable
from pcc_data.charts._kit.told import column_names, title_and_text
from pcc_data.drawing.dot_table import DotTable, table_figure
from pcc_data.drawing.rows import paged
from pcc_data.say import of

LIMIT = 12  # rows on a page: about what a screen shows at once
_NAMES = 0.3  # width of the names of rows, as a part of the whole
_TYPE = "events.type"


@of_data
def before_a_change(
    data: Dataset, field: str = "status", years: int = YEARS, *, limit: int | None = None, page: int = 1
) -> Chart:
    """Events in the `years` years before each change of `field`: one row a change, one mark an event, a column a year.

    The year of the change stands apart: which came first in it, a year does not tell. The table compares with the other
    years of the same cases (`pcc_data.analysis.states_over_time`). Title, sentence and table are about all changes of
    `data`, the picture shows `limit` of them. Raises ValueError for a field that has no spells by the codebook, a page
    that is not there, and years that are no whole number from 1 to 50.
    """
    near, found = before_changes(data, field, years), changes(data, field)
    columns = column_names("before-a-change", ("event", "before", "other"), n=years)
    if not len(found):
        none = say("spells.none", n=len(data), field=load_codebook().phrase(field))
        return no_case(columns, none, say("spells.none-note"), cases=bool(len(data)))
    title, text = _said(data, field, years)
    shown, which = paged(found, LIMIT, limit, page)
    note = say("before-a-change.note", **which) + unreliable(field)
    places = pd.DataFrame(
        {"row": near["change"].map(_key), "column": near["gap"].astype("str"), _TYPE: near["type"]}
    ).set_axis(near["case"])
    there = places[places["row"].isin(shown.index.map(_key))].sort_values(_TYPE)
    heads = {str(gap): say("before-a-change.head", n=gap) for gap in range(years, -1, -1)}
    names = style().width * _NAMES
    table = DotTable(there, _rows(data, shown, field), heads, ("0",), colour=_TYPE, names=names)
    high = (0.4 if style().width > 10 else 0.34) * style().text / 11 * len(shown)
    axes = (say("before-a-change.across"), "")
    figure = table_figure(title, note, table, max(high, style().inch * 1.8 * len(shown)), axes)
    return Chart(figure, title, text, _table(data, field, years, columns), dict(data.cases["name"]))


def _key(change: int) -> str:
    """The row of a change, which must not be taken for a column."""
    return f"change-{change}"


def _rows(data: Dataset, shown: pd.DataFrame, field: str) -> dict[str, str]:
    """What each row is called: the place, the year, and the two codes."""
    short, rows = partial(load_codebook().short, field), {}
    for at, row in shown.iterrows():
        codes = {"before": short(row["before"]), "after": short(row["after"])}
        city = data.cases.at[row["case"], "city"]
        rows[_key(at)] = say("before-a-change.row", city=city, year=str(row["year"]), **codes)
    return rows


def _said(data: Dataset, field: str, years: int) -> tuple[str, str]:
    """Title and text twin, about all changes."""
    book, found = load_codebook(), before_other_years(data, field, years)
    near, total = before_changes(data, field, years), int(found["changes"].iloc[0])
    earlier, same = (near.loc[part, "change"].nunique() for part in (near["gap"] > 0, near["gap"] == 0))
    values = {"n": earlier, "total": total, "years": years, "field": book.phrase(field), "same": of(same, total)}
    parts = []
    for kind, row in found[found["before"] > 0].head(3).iterrows():
        shares = {"before": of(row["before"], row["changes"]), "other": of(row["other_before"], row["others"])}
        parts.append(say("before-a-change.part", event=book.phrase(_TYPE, kind), **shares))
    return title_and_text("before-a-change", parts=parts, **values)


def _table(data: Dataset, field: str, years: int, columns: list[str]) -> pd.DataFrame:
    found, book = before_other_years(data, field, years), load_codebook()
    cells = (
        [book.label(_TYPE, kind) for kind in found.index],
        [of(n, total) for n, total in zip(found["before"], found["changes"], strict=True)],
        [of(n, total) for n, total in zip(found["other_before"], found["others"], strict=True)],
    )
    return pd.DataFrame(dict(zip(columns, cells, strict=True)))
