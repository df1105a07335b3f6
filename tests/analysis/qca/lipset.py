"""Eighteen countries between the wars, with what the R package QCA 3.25.1 says of them."""

from __future__ import annotations

import json
from pathlib import Path

import pandas as pd

EXAMPLE = json.loads((Path(__file__).parents[2] / "worked_examples" / "lipset.json").read_text(encoding="utf-8"))
EXPECTED = EXAMPLE["expected"]
RAW, CRISP, FUZZY = (pd.DataFrame.from_dict(EXAMPLE[kind], orient="index") for kind in ("raw", "crisp", "fuzzy"))


def sums(solution) -> list[set[frozenset[str]]]:
    """The models of a solution, or of such texts, as sets of sets of conditions."""
    texts = [str(model) for model in getattr(solution, "models", solution)]
    return [{frozenset(term.split("*")) for term in text.split(" + ")} for text in texts]
