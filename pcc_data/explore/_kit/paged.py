"""Rows that go on to a next page."""

from collections.abc import Callable
from typing import Any

from pcc_data.explore._kit.explorer import Explorer
from pcc_data.say import say


class Paged(Explorer):
    """An explorer with a control `page` whose choices follow the number of rows of the selection."""

    def __init__(self, *args: Any, rows: Callable[..., tuple[int, int]], **more: Any) -> None:
        """`rows(**values)` tells how many rows the selection has, and how many fit on a page."""
        self._rows = rows
        super().__init__(*args, **more)

    def redraw(self) -> None:
        if self._held:
            return
        with self.held():
            control = self.controls["page"]
            total, limit = self._rows(**{name: value for name, value in self.values().items() if name != "page"})
            options = page_options(total, limit)
            if tuple(control.options) != tuple(options):
                control.options = options
                control.value = 1
        super().redraw()


def page_options(total: int, limit: int) -> list[tuple[str, int]]:
    """Choices of a page control: ('1 to 24 of 77', 1), …"""
    firsts = [*range(1, total + 1, limit)] or [0]
    lasts = [min(first + limit - 1, total) for first in firsts]
    return [
        (say("explorer.page", first=first, last=last, total=total), page)
        for page, (first, last) in enumerate(zip(firsts, lasts, strict=True), start=1)
    ]
