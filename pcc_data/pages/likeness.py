"""A real case that is like a design: in which fields it is alike, in which not, and the case itself, folded."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from typing import Any

from markupsafe import Markup

from pcc_data.codes import load_codebook
from pcc_data.dataset.dataset import Dataset
from pcc_data.markup import details, say_html
from pcc_data.pages.card import Card
from pcc_data.say import listed, say
from pcc_data.settings import settings


def fields_said(fields: Iterable[str]) -> str:
    """Names of fields, as they stand inside a sentence."""
    return listed([load_codebook().phrase(field) for field in fields])


def likeness(data: Dataset, case: str, row: Any) -> Markup:
    """Name and distance of a case, and in what it is alike and different; `row` is of the frame of `similar`."""
    alike, apart = fields_said(row["shared"]), fields_said(row["different"])
    name, distance = Card(data, case).title(), f"{row['distance']:.2f}"
    return say_html("likeness", name=name, distance=distance, alike=alike, apart=apart)


def look_at(data: Dataset, case: str, key: str) -> Markup:
    """The beginning of a case's card, folded."""
    return details(say("likeness.look"), _brief(data, case, settings.language), key=key)


@lru_cache(maxsize=256)
def _brief(data: Dataset, case: str, language: str) -> Markup:
    return Card(data, case).brief(("status", "ownership_model", "decision_right"))
