"""A piece of a page without controls."""

import re
from dataclasses import dataclass

from markupsafe import Markup

from pcc_data.drawing.chart import Guessed
from pcc_data.markup import joined, page_style, tag


@dataclass(frozen=True)
class View:
    """HTML to show in a notebook; as text it is the same without tags."""

    html: Markup

    def _repr_html_(self) -> str:
        return joined(page_style(), tag("div", self.html, css="pcc mathjax_ignore"))

    def after_guess(self) -> Guessed:
        """The same, folded until somebody opens it."""
        return Guessed(self.html, repr(self))

    def __repr__(self) -> str:
        return re.sub(r"\s*\n\s*", "\n", re.sub(r"<[^>]+>", "\n", self.html)).strip()
