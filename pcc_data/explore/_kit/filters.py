"""Controls that narrow the cases down, and the part of the data that they leave."""

from collections.abc import Iterable, Mapping

import ipywidgets as widgets
from markupsafe import Markup

from pcc_data.codes import load_codebook
from pcc_data.controls.makers import codes_list, toggles
from pcc_data.dataset.dataset import Dataset
from pcc_data.explore._kit.explorer import empty
from pcc_data.say import listed, say

FIELDS = ("collection", "sector", "scale", "ownership_model", "world_region", "status")
"""Fields to narrow down by. What each is called when it is open stands in the catalogue (`explorer.every-…`)."""


def filters(*fields: str, small: bool = False) -> dict[str, widgets.Dropdown]:
    """A list of the codes of each of these fields, by field; all are open (an empty text) at first."""
    book, first = load_codebook(), {field: say(f"explorer.every-{field}") for field in fields}
    if not small:
        first = {field: say("explorer.every-first", every=every) for field, every in first.items()}
    return {field: codes_list(book.label(field), field, every) for field, every in first.items()}


def report_or_all(every: str = "") -> widgets.ToggleButtons:
    """Buttons for `collection`: all cases or the ten of the report."""
    options = [(every or say("explorer.all"), ""), (say("explorer.report"), "report")]
    return toggles(say("explorer.cases"), options)


def filters_set(values: Mapping[str, str]) -> dict[str, str]:
    """The filters that narrow something down, with their codes."""
    return {field: values[field] for field in FIELDS if values.get(field)}


def narrowed(data: Dataset, values: Mapping[str, str]) -> Dataset:
    """The cases that the filters among these values leave."""
    where = filters_set(values)
    return data.filter(where) if where else data


def none_left(fields: Iterable[str]) -> Markup:
    """What stands in place of a picture when no case is left: which of the filters to open."""
    every = [say(f"explorer.every-{field}") for field in fields if field in FIELDS]
    return empty(say("explorer.choose", every=listed(every, "or")))
