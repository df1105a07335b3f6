"""Widgets that have a view for where no kernel runs, and one for a worksheet and its key."""

from collections.abc import Callable
from typing import Any, ClassVar, NamedTuple

import ipywidgets as widgets
from markupsafe import Markup

from pcc_data.markup import joined, tag


class Printed(NamedTuple):
    """What of a widget stands on a worksheet, and what in its key; made only when it is asked for."""

    sheet: Callable[[], Markup] = Markup
    key: Callable[[], Markup] = Markup


class Live(widgets.VBox):
    """Parts below one another. Where no kernel runs, `static` stands in their place; what is `printed`, where that is
    something else, stands on a worksheet and in its key."""

    for_paper: ClassVar[bool] = False
    """Whether this session makes worksheets (`pcc handout`): then every widget shows both parts, marked as such."""
    printed: Printed | None = None

    def static(self) -> Markup:
        """The opening view as HTML, for export, print and preview."""
        raise NotImplementedError

    def on_paper(self) -> Markup:
        """What stands on a worksheet and in its key, in two parts that the worksheet tells apart."""
        made = self.printed or Printed(self.static)
        return joined(tag("div", made.sheet(), data_paper="sheet"), tag("div", made.key(), data_paper="key"))

    def _repr_mimebundle_(self, **kwargs: Any) -> Any:
        bundle = super()._repr_mimebundle_(**kwargs)
        data = bundle[0] if isinstance(bundle, tuple) else bundle
        if data:
            data["text/html"] = str(self.on_paper() if Live.for_paper else self.static())
        return bundle
