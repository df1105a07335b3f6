"""How a design and the values of a canvas become one another: one value a key of its blocks."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from pcc_data.designs import Design
from pcc_data.designs.blocks import BLOCKS, FATE, FORMS, LEVELS, MAJORITY, SEATS, TEXTS, Block, value_of
from pcc_data.designs.design import decided

SEVERAL = ("public_instruments", "community_contributions", FORMS, LEVELS)
_KEYS = tuple(key for block in BLOCKS for key in block.keys)
SINGLE = tuple(key for key in _KEYS if key not in (*TEXTS, *SEVERAL, SEATS, FATE))
_AS_IT_WAS = ("participation_level", "ownership_model")
"""Codes of a design for which the canvas has no control: they stay as they were."""


def design_of(values: Mapping[str, Any], base: Design) -> Design:
    """The design that the controls describe. What they cannot show (names of partners, further boards) stays as in
    `base`.

    Raises DesignError for texts that a design cannot hold.
    """
    made: dict[str, Any] = {key: base[key] for key in _AS_IT_WAS}
    made["place"] = dict(base["place"])
    for key in (*SINGLE, *TEXTS):
        value = values[key].strip() or None
        group, _, part = key.rpartition(".")
        if group and key != MAJORITY:
            made.setdefault(group, {})[part] = value
        elif key != MAJORITY:
            made[key] = value
    made |= {key: list(values[key]) for key in SEVERAL if "." not in key}
    for key in (FORMS, LEVELS):
        group, _, kind = key.partition(".")
        kept = [partner for partner in base[group] if partner[kind] in values[key] or not decided(key, partner[kind])]
        known = {partner[kind] for partner in kept}
        made[group] = kept + [{kind: code} for code in values[key] if code not in known]
    blocs = [dict(zip(("name", "side", "seats", "vote"), bloc, strict=True)) for bloc in values[SEATS]]
    name = base["boards"][0]["name"] if base["boards"] else None
    made["boards"] = (
        [{"name": name, "majority": values[MAJORITY] or None, "blocs": blocs}, *base["boards"][1:]] if blocs else []
    )
    made[FATE] = {key: text or None for key, text in zip(("case", "card", "answer"), values[FATE], strict=False)}
    return Design(**made)


def values_of(design: Design) -> dict[str, Any]:
    """What the controls have to stand at to show a design."""
    found = {key: value_of(design, key) or "" for key in (*TEXTS, *SINGLE)}
    found |= {key: tuple(value_of(design, key) or ()) for key in SEVERAL}
    fate = value_of(design, FATE)
    found[FATE] = tuple(fate[key] or "" for key in ("case", "card", "answer")) if fate else ()
    blocs = value_of(design, SEATS)
    return {**found, SEATS: tuple((bloc["name"], bloc["side"], bloc["seats"], bloc["vote"]) for bloc in blocs)}


def filled(block: Block, values: Mapping[str, Any]) -> bool:
    """Whether anything in a block has been decided."""
    return any(values[key] for key in block.keys)
