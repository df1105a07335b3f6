"""What has controls: a button that starts again, errors in plain words, a view for where no kernel runs."""

from __future__ import annotations

import logging
from collections.abc import Callable
from html import escape
from typing import Any

import ipywidgets as widgets

from pcc_data.explore._kit.controls import button
from pcc_data.explore._kit.picture import Picture
from pcc_data.markup import page_style
from pcc_data.settings import settings

log = logging.getLogger("pcc_data")


class Panel(widgets.VBox):
    """Parts below one another. `picture` says what there is to say, also errors; `again` is the button that starts
    again. Where no kernel runs, `static` stands in its place.
    """

    def __init__(self, tooltip: str) -> None:
        super().__init__()
        self.picture = Picture()
        self.again = button("Start again", "undo", self.guarded(lambda _: self.start_again()), tooltip=tooltip)
        self.add_class("pcc-explorer")
        if settings.style == "projector":
            self.add_class("pcc-big")

    def start_again(self) -> None:
        """Back to the opening view."""
        raise NotImplementedError

    def static(self) -> str:
        """The opening view as HTML, for export, print and preview."""
        raise NotImplementedError

    def guarded(self, handler: Callable[[Any], None], picture: Picture | None = None) -> Callable[[Any], None]:
        """The handler, with any error shown as a sentence in the picture and its detail in the log."""

        def run(event: Any) -> None:
            try:
                handler(event)
            except Exception as error:  # whatever goes wrong, the page stays alive
                log.exception("A handler of %s failed", type(self).__name__)
                (picture or self.picture).html = problem(error)

        return run

    def _repr_mimebundle_(self, **kwargs: Any) -> Any:
        bundle = super()._repr_mimebundle_(**kwargs)
        data = bundle[0] if isinstance(bundle, tuple) else bundle
        if data:
            data["text/html"] = self.static()
        return bundle


def prompt(look_at: str) -> str:
    """What to look at, in bold, as a piece that stands alone."""
    return f'<div class="pcc mathjax_ignore"><p><b>{escape(look_at)}</b></p></div>'


def on_paper(html: str) -> str:
    """A piece that stands where no kernel runs."""
    return f'{page_style()}<div class="pcc mathjax_ignore">{html}</div>'


def problem(error: Exception) -> str:
    """An error as a sentence in the page."""
    said = str(error) if isinstance(error, ValueError) else f"Something went wrong here ({type(error).__name__})."
    return (
        f'<div class="pcc-error" role="alert"><p>{escape(said)}</p><p>Choose something else, or press Start'
        " again.</p></div>"
    )
