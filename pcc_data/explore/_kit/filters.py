"""Controls that narrow the cases down, and the part of the data that they leave."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

import ipywidgets as widgets

from pcc_data.codes import load_codebook
from pcc_data.explore._kit.controls import codes_list, toggles

if TYPE_CHECKING:
    from pcc_data.dataset.dataset import Dataset

EVERY = {
    "collection": "all cases",
    "sector": "all sectors",
    "ownership_model": "all models",
    "world_region": "all regions",
    "status": "every status",
}
"""Fields to narrow down by, with what they are called when they are open."""


def filters(*fields: str) -> dict[str, widgets.Dropdown]:
    """A list of the codes of each of these fields, by field; all are open (an empty text) at first."""
    book = load_codebook()
    return {field: codes_list(book.label(field), field, EVERY[field].capitalize()) for field in fields}


def report_or_all(every: str = "All") -> widgets.ToggleButtons:
    """Buttons for `collection`: all cases or the ten of the report."""
    return toggles("Cases", [(every, ""), ("The report's ten", "report")])


def filters_set(values: Mapping[str, str]) -> dict[str, str]:
    """The filters that narrow something down, with their codes."""
    return {field: values[field] for field in EVERY if values.get(field)}


def narrowed(data: Dataset, values: Mapping[str, str]) -> Dataset:
    """The cases that the filters among these values leave."""
    where = filters_set(values)
    return data.filter(where) if where else data
