"""Two coded fields as a table in which every dot is a case, coloured by a third field or by the rating of an
outcome."""

import pandas as pd

from pcc_data.analysis.compare import compare
from pcc_data.analysis.standout import standout
from pcc_data.analysis.states import no_step, states
from pcc_data.charts._kit.basics import Chart, Dataset, load_codebook, no_case, of_data, say
from pcc_data.charts._kit.counted import ENOUGH
from pcc_data.charts._kit.dot_chart import code_in_words, dot_chart
from pcc_data.errors import pick
from pcc_data.say import of


@of_data
def cross_table(data: Dataset, rows: str, columns: str, *, colour: str = "sector", chosen: str | None = None) -> Chart:
    """Cases by two coded fields, one mark a case; a cell can be chosen as well (its key is `row|column`).

    The marks show `colour`: a coded field with colours in the codebook, or an outcome such as `outcomes.durability`,
    whose missing ratings are hollow. The case `chosen` is ringed. The title names the cell that holds most cases beyond
    what an even spread of the columns over the rows would put there, among rows of at least five cases and without
    those not found. Raises ValueError for a field without codes or without colours, when rows and columns are the same,
    and for an unknown case.
    """
    if isinstance(rows, str) and isinstance(columns, str) and rows == columns:
        raise ValueError(f"Rows and columns are both {rows!r}: choose two different fields.")
    if chosen is not None:
        pick(chosen, data.cases.index, "case of this selection")
    counts = compare(data, rows, columns)
    states(data, colour)  # refuses a field that it cannot show before anything is drawn
    book = load_codebook()
    if not len(data):
        return no_case([book.label(rows)])
    said = _said(data, counts, rows, columns, colour)
    axes = (f"{book.label(columns)} →", f"{book.label(rows)} ↓")
    return dot_chart(data, rows, columns, said, axes, colour=colour, chosen=chosen, counts=counts)


def cross_table_title(data: Dataset, rows: str, columns: str) -> str:
    """The title that a cross table of these two fields has: what it finds."""
    return _said(data, compare(data, rows, columns), rows, columns, rows)[0]


def _said(data: Dataset, counts: pd.DataFrame, rows: str, columns: str, colour: str) -> tuple[str, str]:
    """Title and text twin."""
    book = load_codebook()
    known = counts.drop(index=[*no_step(rows), "all"], columns=[*no_step(columns), "all"], errors="ignore")
    total, fields = int(known.to_numpy().sum()), {"rows": book.phrase(rows), "columns": book.phrase(columns)}
    found = standout(known)
    title = _no_standout(known, rows, columns, len(data), fields) if found is None else ""
    finding = [say("chart.sentence", title=title)]
    if found is not None:
        row, column = found
        here, size, whole = int(known.at[row, column]), int(known.loc[row].sum()), int(known[column].sum())
        title = say(
            "cross-table.title",
            row=code_in_words(rows, row),
            column=code_in_words(columns, column),
            here=of(here, size),
            elsewhere=of(whole - here, total - size),
        )
        finding = [say("chart.sentence", title=title), say("cross-table.even", even=round(whole * size / total, 1))]
    text = [say("cross-table.text", n=len(data), **fields), *finding]
    if total < len(data):
        text.append(say("cross-table.known", n=total, total=len(data)))
    empty = int((known.loc[known.sum(axis=1) > 0, known.sum() > 0] == 0).to_numpy().sum())
    if empty:
        text.append(say("cross-table.empty", n=empty))
    if colour not in (rows, columns):
        counts = states(data, colour).value_counts(sort=False)
        shares = [say("chart.counted", name=book.label(colour, code), n=n) for code, n in counts.items() if n]
        text.append(say("cross-table.colour", field=book.label(colour), shares=shares))
    return title, " ".join(text)


def _no_standout(known: pd.DataFrame, rows: str, columns: str, cases: int, fields: dict[str, str]) -> str:
    """What to say where no cell stands out: that nothing is known, all differ, or what comes up most often together."""
    total = int(known.to_numpy().sum())
    if not total:
        return say("cross-table.title-unknown", n=cases, **fields)
    (row, column), top = known.stack().idxmax(), int(known.to_numpy().max())
    values = {
        "row": code_in_words(rows, row),
        "column": code_in_words(columns, column),
        "n": top,
        "total": total,
        "ties": int((known.to_numpy() == top).sum()) - 1,
    }
    if top == 1 and total > 1:
        return say("cross-table.title-apart", **values, **fields)
    kind = "one" if total == 1 else "few" if total < 2 * ENOUGH else "many"
    return say("cross-table.title-most", kind=kind, **values)
