"""What has controls: a button that starts again, errors in plain words, a view for where no kernel runs."""

import logging
from collections.abc import Callable
from typing import Any

import ipywidgets as widgets
from markupsafe import Markup

from pcc_data.controls.covered import Covered
from pcc_data.controls.live import Live
from pcc_data.controls.makers import button
from pcc_data.controls.picture import Picture
from pcc_data.markup import Inside, joined, page_style, tag
from pcc_data.say import say
from pcc_data.settings import settings

log = logging.getLogger("pcc_data")


class Panel(Live):
    """Parts below one another. `picture` says what there is to say, also errors; `again` is the button that starts
    again. Where no kernel runs, `static` stands in its place. `before` is what a guess needs and what tells no answer:
    it stands there while the panel is covered.
    """

    before: str = ""

    def __init__(self, tooltip: str) -> None:
        super().__init__()
        self.picture = Picture()
        self.again = button(say("explorer.again"), "undo", self.guarded(lambda _: self.start_again()), tooltip=tooltip)
        self.add_class("pcc-explorer")
        if settings.style == "projector":
            self.add_class("pcc-big")

    def start_again(self) -> None:
        """Back to the opening view."""
        raise NotImplementedError

    def after_guess(self) -> Covered:
        """The same, covered until the room has guessed: *Run All Cells* then gives nothing away."""
        return Covered(self)

    def guarded(self, handler: Callable[[Any], None], picture: Picture | None = None) -> Callable[[Any], None]:
        """The handler, with any error shown as a sentence in the picture and its detail in the log."""

        def run(event: Any) -> None:
            try:
                handler(event)
            except Exception as error:  # whatever goes wrong, the page stays alive
                log.exception("A handler of %s failed", type(self).__name__)
                (picture or self.picture).html = str(problem(error))

        return run


def prompt(look_at: str, *before: Inside) -> widgets.HTML:
    """What to look at, in bold."""
    return widgets.HTML(str(joined(*before, tag("div", tag("p", tag("b", look_at)), css="pcc mathjax_ignore"))))


def on_paper(*inside: Inside) -> Markup:
    """A piece that stands where no kernel runs."""
    return joined(page_style(), tag("div", *inside, css="pcc mathjax_ignore"))


def problem(error: Exception) -> Markup:
    """An error as a sentence in the page."""
    said = str(error) if isinstance(error, ValueError) else say("explorer.wrong", error=type(error).__name__)
    return tag("div", tag("p", said), tag("p", say("explorer.go-on")), css="pcc-error", role="alert")
