"""Rows of a picture page by page, and the picture of no case."""

from collections.abc import Callable, Iterable, Sequence
from itertools import accumulate
from typing import Any, TypeVar

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from pcc_data.arguments import whole
from pcc_data.drawing.canvas import canvas
from pcc_data.drawing.style import style
from pcc_data.say import say

Way = TypeVar("Way")


def row_canvas(
    title: str, note: str, heights: Sequence[float], *, up: float = 0.0, below: float = 0.1
) -> tuple[Figure, Axes, list[float]]:
    """A canvas with rows of these heights below zero, `up` inches over them for heads; and where each row begins."""
    figure, ax = canvas(title, note, up, sum(heights), below=below)
    return figure, ax, [-start for start in accumulate(heights, initial=0.0)][:-1]


def rows_a_page(limit: int) -> int:
    """How many rows stand on a page that has `limit` of them on a screen: on a projector fewer, in larger type."""
    return max(1, int(limit * style().rows))


def paged(rows: pd.DataFrame, most: int, limit: int | None, page: int) -> tuple[pd.DataFrame, dict[str, Any]]:
    """The rows of one page, and what a message needs to tell which they are (`page`, `span`, `n`).

    `most` rows stand on a page on a screen, if `limit` does not say how many. Raises ValueError as `page_of`.
    """
    limit = rows_a_page(most) if limit is None else limit
    shown, first = page_of(rows, limit, page), (page - 1) * limit
    span = say("chart.span", first=first + 1, last=first + len(shown))
    return shown, {"page": "all" if len(shown) == len(rows) else "part", "span": span, "n": len(rows)}


def first_that_fits(ways: Iterable[Way], high: Callable[[Way], float], room: float) -> Way:
    """The first way to write something that takes no more than so many inches; the last one where none does."""
    for way in ways:
        if high(way) <= room:
            break
    return way


def page_of(rows: pd.DataFrame, limit: int, page: int) -> pd.DataFrame:
    """Rows of one page. Raises ValueError when there is no such page, and for a limit or a page that is no whole
    number."""
    limit, page = whole(limit, "The number of rows a page (limit)", 1), whole(page, "The page", -(2**31))
    pages = max(1, -(-len(rows) // limit))
    if not 1 <= page <= pages:
        raise ValueError(
            f"There is no page {page} with {limit} rows a page: {len(rows)} rows fill {pages} of them, counted from 1."
        )
    return rows.iloc[(page - 1) * limit : page * limit]
