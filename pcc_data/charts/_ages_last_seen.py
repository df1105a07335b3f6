"""How old the cases were when they ended, and how old the others were when last seen: two different things."""

import pandas as pd

from pcc_data.analysis.states_over_time import ages_last_seen as ages_of
from pcc_data.charts._kit.basics import Chart, Dataset, load_codebook, no_case, of_data, say, unreliable
from pcc_data.charts._kit.told import column_names, from_to
from pcc_data.drawing.dot_table import DotTable, dot_figure

STEPS = (0, 5, 10, 15, 20, 30, 40)
"""First ages of the columns; the last one is open."""
_UNKNOWN = "not_found"
_COLUMNS = ("cases", "known", "youngest", "middle", "oldest")


@of_data
def ages_last_seen(data: Dataset) -> Chart:
    """One mark a case: how it stands down, and across its age at the end or, where no end is known, when last seen.

    The marks tell the scale, since a project, an organisation and a programme end in different ways. The table gives of
    each status the known ages and their lowest, middle and highest.
    """
    book, columns = load_codebook(), column_names("ages-last-seen", _COLUMNS)
    if not len(data):
        return no_case(columns)
    found = ages_of(data)
    places = pd.DataFrame(
        {
            "row": found["status"].astype("str"),
            "column": found["age"].map(_step).fillna(_UNKNOWN),
            "scale": data.state("scale"),
        }
    )
    there = [code for code in reversed(book.codes("status")) if (places["row"] == code).any()]
    rows = {
        code: say("ages-last-seen.row", status=book.label("status", code), ended=str(code == "ended").lower())
        for code in there
    }
    heads = {str(step): _head(at) for at, step in enumerate(STEPS)}
    if (places["column"] == _UNKNOWN).any():
        heads[_UNKNOWN] = say("ages-last-seen.unknown")
    title, text = _said(found)
    table = DotTable(places.sort_values("scale"), rows, heads, (_UNKNOWN,), colour="scale")
    note = say("ages-last-seen.note", n=len(data)) + unreliable("status", "scale")
    figure = dot_figure(title, note, table, 0.8, say("ages-last-seen.across"))
    return Chart(figure, title, text, _table(found, there, columns), dict(data.cases["name"]))


def _step(age: int) -> str:
    return str(max(step for step in STEPS if step <= max(age, 0)))


def _head(at: int) -> str:
    if at == len(STEPS) - 1:
        return say("ages-last-seen.from", first=STEPS[at])
    return say("ages-last-seen.span", first=STEPS[at], last=STEPS[at + 1] - 1)


def _said(found: pd.DataFrame) -> tuple[str, str]:
    """Title and text twin."""
    ended, goes_on = (found.loc[part, "age"].dropna() for part in (found["ended"], ~found["ended"]))
    values = {"n": int(found["ended"].sum()), "total": len(found), "known": len(ended), "seen": len(goes_on)}
    values |= {"ages": from_to(ended) if len(ended) else "", "others": from_to(goes_on) if len(goes_on) else ""}
    more = int((goes_on > ended.max()).sum()) if len(ended) else 0
    title = say("ages-last-seen.title", **values)
    unknown = int(found["age"].isna().sum())
    return title, f"{title}. " + say("ages-last-seen.text", more=more, unknown=unknown, **values)


def _table(found: pd.DataFrame, there: list[str], columns: list[str]) -> pd.DataFrame:
    ages = found.groupby(found["status"].astype("str"))["age"].agg(["size", "count", "min", "median", "max"])
    return ages.loc[there].set_axis([load_codebook().label("status", code) for code in there]).set_axis(columns, axis=1)
