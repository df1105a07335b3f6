"""Widgets that have a view for where no kernel runs."""

from __future__ import annotations

from typing import Any

import ipywidgets as widgets
from markupsafe import Markup


class Live(widgets.VBox):
    """Parts below one another. Where no kernel runs, `static` stands in their place."""

    def static(self) -> Markup:
        """The opening view as HTML, for export, print and preview."""
        raise NotImplementedError

    def _repr_mimebundle_(self, **kwargs: Any) -> Any:
        bundle = super()._repr_mimebundle_(**kwargs)
        data = bundle[0] if isinstance(bundle, tuple) else bundle
        if data:
            data["text/html"] = str(self.static())
        return bundle
