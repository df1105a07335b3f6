"""Any comparison again with the second coder's codes: what changes, and where the coders part."""

import pandas as pd
from markupsafe import Markup

from pcc_data import charts
from pcc_data.analysis.disagreements import disagreements
from pcc_data.codes import load_codebook
from pcc_data.controls.makers import dropdown, refill
from pcc_data.dataset.dataset import Dataset
from pcc_data.explore._kit.cases import some_cases
from pcc_data.explore._kit.explorer import Explorer
from pcc_data.markup import Inside, details, joined, tag
from pcc_data.pages.card import Card
from pcc_data.pages.table import table
from pcc_data.paths import datasets_dir
from pcc_data.say import say
from pcc_data.tables.read_two_codings import read_two_codings

CODER = "second"
CURRENT = "2 3"
"""Rounds by today's definitions, which together hold every case."""


def coded_twice(data: Dataset, rows: str = "ownership_model", columns: str = "status") -> Explorer:
    """Two coded fields with the codes of the records and with those of the second coder, round by round.

    Below the picture stand the codings on which the two coders part. Raises ValueError for a field that was not coded
    twice.
    """
    book, told = load_codebook(), read_two_codings(datasets_dir())
    told = told[told["coder"].notna()]
    fields = [name for name in told["field"].unique() if name in data.cases]
    names = [(book.label(field), field) for field in fields]
    counts = told.groupby("round")["case"].nunique()
    rounds = [(say("coded-twice.one-round", round=one, n=int(n)), one) for one, n in counts.items()]
    rounds = [(say("coded-twice.current"), CURRENT), *rounds]

    def draw(rows: str, columns: str, round: str) -> Markup:
        among = told[told["round"].isin(round.split())]
        drawn = charts.coded_twice(some, rows, columns, coder=CODER, round=round.split())
        return joined(drawn.html(), _apart(data, among, [rows, columns]))

    across, some = dropdown(say("coded-twice.columns"), names, columns), some_cases(data)
    down = dropdown(say("coded-twice.rows"), names, rows)

    def others() -> None:
        """No field is compared with itself."""
        refill(across, [one for one in names if one[1] != down.value])

    others()
    controls = {"rows": down, "columns": across, "round": dropdown(say("coded-twice.round"), rounds)}
    return Explorer(say("coded-twice.look"), controls, draw, first={"rows": others})


def _apart(data: Dataset, told: pd.DataFrame, fields: list[str]) -> Markup:
    """Codings of these fields on which the two coders part, each with both codes and with what the record says now."""
    rows = []
    for field in fields:
        here = told[(told["field"] == field) & told["case"].isin(data.cases.index)]
        if here["coder"].nunique() > 1:
            found = disagreements(here, round=list(here["round"].unique()))
            rows += [_row(data, row.case, field, (row.first, row.second)) for row in found.itertuples()]
    heads = [say(f"coded-twice.head-{name}") for name in ("case", "field", "first", "second", "record")]
    body = tag("div", table(heads, rows), css="pcc-table") if rows else ""
    return details(say("coded-twice.apart", n=len(rows)), body, key="apart")


def _row(data: Dataset, case: str, field: str, codes: tuple[object, object]) -> tuple[Inside, ...]:
    """A coding on which both part: both codes, and what the record says today and why."""
    book, today = load_codebook(), data.why(case, field)
    labels = [book.label(field, code) if isinstance(code, str) else say("coded-twice.nothing") for code in codes]
    why = details(say("says-who"), today.body(), key=f"{field}:{case}")
    return Card(data, case).title(), book.label(field), *labels, joined(today.value, why)
