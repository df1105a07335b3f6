"""What was taken back, by whom: of cases that no longer simply go on, who is named, by how the case stands."""

import pandas as pd

from pcc_data.analysis.compare import FEW
from pcc_data.analysis.taken_back import NOT_ACTIVE, names
from pcc_data.analysis.taken_back import taken_back as lines_of
from pcc_data.charts._kit.basics import Chart, Dataset, load_codebook, no_case, of_data, say, unreliable
from pcc_data.codes import inside
from pcc_data.drawing.dot_table import DotTable, dot_figure
from pcc_data.say import edges, of, tied

_NO_LINE = "no_line"
_UNNAMED = ("not_told", _NO_LINE)


@of_data
def taken_back(data: Dataset) -> Chart:
    """Who took something back, or was to, by the status of the case: one mark a case that is not active.

    Cases whose record tells of no such event stand apart; so do those where nobody is named.
    """
    part, book = data.filter(status=list(NOT_ACTIVE)) if len(data) else data, load_codebook()
    who, statuses = names("who"), {code: book.label("status", code) for code in NOT_ACTIVE}
    if not len(part):
        return no_case(list(statuses.values()))
    found = lines_of(part)["who"].reindex(part.cases.index)
    row, status = found.fillna(_NO_LINE), part.cases["status"].astype("str")
    rows = who | {_NO_LINE: say("taken-back.no-line")}
    counts, sizes = row.value_counts(), status.value_counts()
    title, text = _said({rows[code]: int(counts.get(code, 0)) for code in rows}, found, rows)
    total = len(part)
    labels = {code: f"{name}\n{say('chart.count', n=counts.get(code, 0), total=total)}" for code, name in rows.items()}
    heads = {
        code: f"{name}\n{say('chart.n', n=sizes.get(code, 0), few=0 < sizes.get(code, 0) < FEW)}"
        for code, name in statuses.items()
    }
    places = pd.DataFrame({"row": row, "column": status, "sector": part.cases["sector"]}).sort_values("sector")
    note = say("taken-back.note", n=len(part), total=len(data)) + unreliable("status")
    figure = dot_figure(title, note, DotTable(places, labels, heads, _UNNAMED), 0.62, say("chart-by-status.across"))
    table = {
        statuses[code]: [of(int(((row == one) & (status == code)).sum()), int(sizes.get(code, 0))) for one in rows]
        for code in statuses
        if code in sizes.index
    }
    return Chart(figure, title, text, pd.DataFrame(table, list(rows.values())), dict(part.cases["name"]))


def _said(counts: dict[str, int], found: pd.Series, rows: dict[str, str]) -> tuple[str, str]:
    """Title and text twin: who is named most often, among the cases that tell of it."""
    told, total = int(found.notna().sum()), len(found)
    named = {rows[code]: (counts[rows[code]], told) for code in rows if code not in _UNNAMED}
    most, _ = edges(named) if told else ([], [])
    values = {"told": told, "total": total}
    parts = [say("taken-back.part", name=inside(name), n=n) for name, n in counts.items()]
    text = say("taken-back.text", parts=parts, **values)
    if not most:
        return say("taken-back.alike", **values), text
    said = {"first": len(most), "most": tied(most, "n-named"), "n": named[most[0]][0], "total": told}
    return say("taken-back.title", **said), text
