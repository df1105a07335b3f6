"""Who holds which of the six roles in one case: a strip of six boxes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.patches import Rectangle

from pcc_data.charts._kit.chart import Chart, of_data
from pcc_data.charts._kit.style import drawing, frame, style, unreliable
from pcc_data.charts._kit.texts import fold, isolated
from pcc_data.codes import load_codebook
from pcc_data.colours import GREY, INK, ink_on
from pcc_data.say import listed, number
from pcc_data.tables.spec import ROLES

if TYPE_CHECKING:
    from pcc_data.dataset.dataset import Dataset


@of_data
def roles_strip(data: Dataset, case: str) -> Chart:
    """Six boxes, one a role, with the colour, letter and name of who holds it; "not found" is hollow.

    Raises ValueError for an unknown case.
    """
    book, row = load_codebook(), data.one("cases", case).iloc[0]
    fields = [f"roles.{role}" for role in ROLES]
    holders = [row[field] for field in fields]
    title, now = _title(fields, holders), style()
    wide = (now.width - 0.2) / 6
    with drawing():
        figure, ax = frame(
            title,
            f"{isolated(row['name'])}. Who holds each role.{unreliable(*fields)}",
            now.inch * 6.2,
            left=0.1,
            right=0.1,
        )
        ax.set(xlim=(0, now.width - 0.2), ylim=(0, now.inch * 6.2), xticks=[], yticks=[])
        ax.spines[:].set_visible(False)
        for place, (field, holder) in enumerate(zip(fields, holders, strict=True)):
            _box(ax, field, holder, place * wide, wide)
    table = pd.DataFrame(
        {
            "role": [book.label(field) for field in fields],
            "held by": [book.label(field, holder) for field, holder in zip(fields, holders, strict=True)],
        }
    )
    said = listed([f"{role.lower()}: {who.lower()}" for role, who in table.itertuples(index=False)])
    return Chart(figure, title, f"{isolated(row['name'])}: {said}.", table)


def _box(ax: Axes, field: str, holder: str, left: float, wide: float) -> None:
    """A role: its name, and below it the box with letter and name of who holds it."""
    now, book, code = style(), load_codebook(), load_codebook().codes(field)[holder]
    hollow = code.nothing is not None
    look = {"facecolor": code.colour, "edgecolor": GREY if hollow else INK, "lw": 1, "ls": "--" if hollow else "-"}
    ax.add_patch(Rectangle((left + 0.04, 0.06), wide - 0.08, now.inch * 4.2, **look))
    middle = {"color": GREY if hollow else ink_on(code.colour), "ha": "center", "va": "center"}
    ax.text(left + wide / 2, now.inch * 3.1, code.letter, size=now.title * 1.5, weight="bold", **middle)
    ax.text(left + wide / 2, now.inch * 1.3, fold(book.label(field, holder), now.text, wide * 0.92), **middle)
    ax.text(
        left + 0.06, now.inch * 5.3, fold(book.label(field), now.text, wide - 0.06, "bold"), weight="bold", va="center"
    )


def _title(fields: list[str], holders: list[str]) -> str:
    book = load_codebook()
    shared = [book.label(field) for field, holder in zip(fields, holders, strict=True) if holder == "shared"]
    if shared:
        return (
            f"{number(len(shared)).capitalize()} of six roles {'is' if len(shared) == 1 else 'are'} shared:"
            f" {listed(shared).lower()}"
        )
    names = dict(zip(holders, fields, strict=True))
    often = sorted(dict.fromkeys(holders), key=holders.count, reverse=True)
    held = [f"{book.label(names[holder], holder).lower()} {number(holders.count(holder))}" for holder in often]
    return f"No role is shared ({', '.join(held)})"
