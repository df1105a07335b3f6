"""The controls of the blocks of the canvas."""

from collections.abc import Callable

import ipywidgets as widgets

from pcc_data.controls.lines import Line
from pcc_data.dataset.dataset import Dataset
from pcc_data.designs import Design
from pcc_data.designs.blocks import FATE, SEATS, TEXTS
from pcc_data.designs.canvas_values import SEVERAL, SINGLE
from pcc_data.explore._studio.choices import Blocs, Choices, one_of
from pcc_data.explore._studio.fate_box import FateBox
from pcc_data.say import has, say

_IN_ONE_LINE = ("place.city", "name", "by", "first_step.by_whom", "first_step.by_when")


def controls(data: Dataset, drawn: Callable[[], Design]) -> dict[str, widgets.Widget]:
    """All controls of the canvas by their key, open to begin with. `drawn` returns the design as it stands."""
    singles = {key: one_of(key) for key in SINGLE}
    several = {key: Choices(key) for key in SEVERAL}
    texts = {key: _line(key, label) for key, label in TEXTS.items()}
    return {**texts, **singles, **several, SEATS: Blocs(), FATE: FateBox(data, drawn)}


def _line(key: str, label: str) -> Line:
    hint = f"studio.hint-{key.replace('.', '-')}"
    kind = "text" if key in _IN_ONE_LINE else "area"
    return Line(label, "14rem" if key == "by" else "100%", hint=say(hint) if has(hint) else "", kind=kind)
