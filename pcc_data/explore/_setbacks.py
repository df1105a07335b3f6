"""Under which conditions cases were weakened or ended."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from pcc_data import charts
from pcc_data.codes import load_codebook
from pcc_data.explore._kit.case_below import case_below, opened
from pcc_data.explore._kit.controls import codes_list, toggles
from pcc_data.explore._kit.explorer import Explorer, empty
from pcc_data.explore._kit.filters import filters
from pcc_data.markup import items
from pcc_data.pages.card import Card

if TYPE_CHECKING:
    from pcc_data.dataset.dataset import Dataset


SETBACKS = (
    "Which difficulties are told of cases that no longer simply go on? Choose a theme to read them, or click a mark to"
    " open its case."
)


def setbacks(data: Dataset, view: str = "challenges") -> Explorer:
    """Status by theme of challenge, by how far the model is real, and the course of the cases that ended.

    `view` opens on challenges, real or ends.
    """
    controls = {
        "view": toggles(
            "Look at", [("Challenges", "challenges"), ("In practice", "real"), ("Those that ended", "ends")], view
        ),
        "theme": codes_list("Read the challenges on", "challenges.theme", "none chosen"),
        **filters("sector"),
    }
    draw = {
        "challenges": lambda part: charts.topics(part, "challenges", "status").html(),
        "real": lambda part: charts.real_and_status(part).html(),
        "ends": _ends,
    }

    def drawn(part: Dataset, view: str, theme: str) -> str:
        return draw[view](part) + (_told(part, theme) if theme else "")

    return case_below(
        data,
        SETBACKS,
        controls,
        drawn,
        lambda card, **_: opened(card, ("status", "end_reason", "in_practice")),
        widen="Choose all sectors.",
        listed="24rem",
    )


def _ends(part: Dataset) -> str:
    """The life lines of the cases that ended, and the reason for each end with its sources."""
    over = part.filter(status="ended")
    if not len(over):
        return empty("No case of this sector has ended. Choose all sectors.")
    reasons = [
        f"<b>{Card(over, case).title()}</b>{Card(over, case).facts(('end_reason',))}" for case in over.cases.index
    ]
    note = f"<p>{len(over)} of {len(part)} cases have ended. Ends that nobody wrote about cannot be here.</p>"
    return f"{charts.life_lines(over).html()}{note}<h4>Why they ended</h4>{items(reasons)}"


def _told(part: Dataset, theme: str) -> str:
    """What the records tell under a theme, of the cases that do not simply go on, status by status, with sources."""
    book = load_codebook()
    rows = part.challenges[part.challenges["theme"] == theme]
    status = rows["case"].map(part.cases["status"].astype("str"))
    html = f"<h3>Challenges: {escape(book.label('challenges.theme', theme))}</h3>"
    for code in book.codes("status"):
        these, total = rows[status == code], int((part.cases["status"] == code).sum())
        if code == "active" or not len(these):
            continue
        entries = [
            f"{Card(part, row.case).title()}:"
            f" {escape(row.text)}{Card(part, row.case).says_who(row.sources, f'why:{row.Index}')}"
            for row in these.itertuples()
        ]
        html += (
            f"<h4>{escape(book.label('status', code))}: {these['case'].nunique()} of {total} cases</h4>{items(entries)}"
        )
    going = int(rows.loc[status == "active", "case"].nunique())
    active = int((part.cases["status"] == "active").sum())
    label = escape(book.label("status", "active").lower())
    return (
        f'{html}<p class="pcc-quiet">The same theme is told of {going} of {active} {label} cases; their words are in'
        " the toolbox.</p>"
    )
