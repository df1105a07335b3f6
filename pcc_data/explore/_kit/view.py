"""A piece of a page without controls."""

from __future__ import annotations

import re
from dataclasses import dataclass

from pcc_data.markup import page_style


@dataclass(frozen=True)
class View:
    """HTML to show in a notebook; as text it is the same without tags."""

    html: str

    def _repr_html_(self) -> str:
        return f'{page_style()}<div class="pcc mathjax_ignore">{self.html}</div>'

    def __repr__(self) -> str:
        return re.sub(r"\s*\n\s*", "\n", re.sub(r"<[^>]+>", "\n", self.html)).strip()
