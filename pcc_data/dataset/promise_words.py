"""A promise in words: how much was promised and delivered, when, and what became of it."""

from __future__ import annotations

import re
from typing import Any

import pandas as pd

from pcc_data.codes import load_codebook
from pcc_data.dataset.fact_kinds import dated
from pcc_data.say import figure_text, listed, say

_TIME = re.compile(r"(year of|date|days?|weeks?|months?)\b|year$")


def amounts(row: Any) -> str:
    """'28 of 30 dwellings (93 %)' in words that say what was not found."""
    made, came = (_amount(value, row.unit) for value in (row.promised, row.delivered))
    if is_time(row.unit):
        known = [
            say(f"promises.{word}", when=f"{value:.0f}")
            for word, value in (("promised", row.promised), ("came", row.delivered))
            if pd.notna(value)
        ]
        return say("promises.time", unit=row.unit, known=listed(known or [say("chart.not-found")], "unit"))
    if pd.isna(row.promised) and pd.isna(row.delivered):
        return say("promises.no-amounts")
    if pd.isna(row.delivered):
        return say("promises.not-delivered", promised=made)
    if pd.isna(row.promised):
        return say("promises.not-promised", delivered=came)
    known = pd.notna(row.share) and row.unit != "%"
    share = f"{row.share:.0%}" if known else "none"
    return say("promises.both", delivered=figure_text(row.delivered), promised=made, share=share)


def _amount(value: float, unit: Any) -> str:
    """A figure with its unit; 'not found' where there is none."""
    return _figure(value) if pd.isna(unit) or pd.isna(value) else say("promises.amount", n=_figure(value), unit=unit)


def is_time(unit: Any) -> bool:
    """Whether an amount in this unit is a date or a time limit, of which no share can be delivered."""
    return pd.notna(unit) and bool(_TIME.match(unit))


def years_told(row: Any) -> str:
    """When it was promised and for which year delivery is known."""
    made = [] if pd.isna(row.promised_in) else [say("promises.promised", when=str(row.promised_in))]
    known = [] if pd.isna(row.as_of) else [say("promises.as-of", year=str(row.as_of))]
    due = [say("promise-told.due", when=dated(row.due, row.due_month))] if row.due else []
    return listed([*made, *due, *known], "unit") if made or due or known else ""


def state_told(row: Any) -> str:
    """What became of a promise; a pending one that should have been kept by then is overdue."""
    state = load_codebook().label("promises.state", row.state)
    return say("promise-told.overdue", state=state) if row.late else state


def _figure(value: float) -> str:
    return say("chart.not-found") if pd.isna(value) else figure_text(value)


def dated_figure(row: Any, value: float) -> str:
    """An amount; a year is written without a comma."""
    return f"{value:.0f}" if is_time(row.unit) and pd.notna(value) else _figure(value)
