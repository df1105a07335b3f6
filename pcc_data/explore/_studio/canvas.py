"""The controls of the ten blocks, and how controls and design become one another."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import ipywidgets as widgets

from pcc_data.codes import load_codebook
from pcc_data.designs import Design
from pcc_data.designs.blocks import BLOCKS, FORMS, LEVELS, MAJORITY, SEATS, TEXTS, Block, value_of
from pcc_data.designs.design import decided
from pcc_data.explore._kit.controls import codes_list
from pcc_data.explore._kit.lines import Line
from pcc_data.explore._studio.choices import Blocs, Choices, one_of
from pcc_data.say import say

_HINTED = ("place.city", "name", "summary", "community", "first_motion")
_SEVERAL = ("public_instruments", "community_contributions", FORMS, LEVELS)
_KEYS = tuple(key for block in BLOCKS for key in block.keys)
_SINGLE = tuple(key for key in _KEYS if key not in (*TEXTS, *_SEVERAL, SEATS, "ownership_model"))


def controls() -> dict[str, widgets.Widget]:
    """All controls of the canvas by their key, open to begin with."""
    singles = {key: one_of(key) for key in _SINGLE}
    several = {key: Choices(key) for key in _SEVERAL}
    texts = {}
    for key, label in TEXTS.items():
        hint = say(f"studio.hint-{key.replace('.', '-')}") if key in _HINTED else ""
        texts[key] = Line(label, "14rem" if key == "by" else "100%", hint=hint)
    models = codes_list(load_codebook().label("ownership_model"), "ownership_model", say("studio.made-model"), None)
    return {**texts, **singles, **several, "ownership_model": models, SEATS: Blocs()}


def design_of(values: Mapping[str, Any], base: Design) -> Design:
    """The design that the controls describe. What they cannot show (names of partners, further boards) stays as in
    `base`.

    Raises DesignError for texts that a design cannot hold.
    """
    made: dict[str, Any] = {"roles": {}, "place": {**base["place"], "city": values["place.city"].strip() or None}}
    for key in (*_SINGLE, "ownership_model"):
        if key.startswith("roles."):
            made["roles"][key.partition(".")[2]] = values[key] or None
        elif key != MAJORITY:
            made[key] = values[key] or None
    made |= {key: values[key].strip() or None for key in TEXTS if "." not in key}
    made |= {key: list(values[key]) for key in _SEVERAL if "." not in key}
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
    return Design(**made)


def values_of(design: Design) -> dict[str, Any]:
    """What the controls have to stand at to show a design."""
    found = {key: value_of(design, key) or "" for key in (*TEXTS, *_SINGLE, "ownership_model")}
    found |= {key: tuple(value_of(design, key) or ()) for key in _SEVERAL}
    blocs = value_of(design, SEATS)
    return {**found, SEATS: tuple((bloc["name"], bloc["side"], bloc["seats"], bloc["vote"]) for bloc in blocs)}


def filled(block: Block, values: Mapping[str, Any]) -> bool:
    """Whether anything in a block has been decided."""
    return any(values[key] for key in block.keys)
