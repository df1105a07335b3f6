"""The ten blocks of the canvas: what each asks, its controls, and how controls and design become one another."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

import ipywidgets as widgets

from pcc_data.codes import load_codebook
from pcc_data.designs import Design
from pcc_data.designs.draft import decided
from pcc_data.explore.choosing import Blocs, Choices, line, one_of
from pcc_data.tables.spec import ROLES


class Block(NamedTuple):
    """A block: its short name, its question, the keys of its controls, and the field that its two examples are about."""

    name: str
    ask: str
    keys: tuple[str, ...]
    example: str


BLOCKS = (
    Block("Need", "What does our town need?", ("city", "name", "sector", "scale", "summary"), "scale"),
    Block("Community", "Who is the organised community?", ("community_base", "forms", "community"), "community_base"),
    Block(
        "Public side", "Which public bodies take part, and who takes the first step?", ("levels", "roles.initiative"), "roles.initiative"
    ),
    Block("Public means", "What does the public side put in?", ("public_instruments",), "public_instruments"),
    Block("Our means", "What does the community put in?", ("community_contributions",), "community_contributions"),
    Block("Owner", "Who owns what delivers the service?", ("roles.ownership", "ownership_model"), "roles.ownership"),
    Block("Money", "Who pays, and where does a surplus go?", ("roles.capital", "roles.running_costs", "surplus_use"), "roles.capital"),
    Block(
        "Running",
        "Who runs it day to day, and how do both sides work together?",
        ("roles.delivery", "participation_level"),
        "roles.delivery",
    ),
    Block("Deciding", "Who decides on prices, investment and rules?", ("roles.governance", "decision_right"), "decision_right"),
    Block("First vote", "Who sits on the board, and does the first motion pass?", ("first_motion", "board", "majority"), "boards"),
)
TEXTS = {"name": "name", "summary": "summary", "community": "community", "first_motion": "first_motion", "by": "by"}
_SINGLE = (
    "sector",
    "scale",
    "community_base",
    "participation_level",
    "decision_right",
    "surplus_use",
    *(f"roles.{role}" for role in ROLES),
)
_PARTNERS = {"forms": ("community_partners", "legal_form"), "levels": ("public_partners", "level")}
_LISTS = ("public_instruments", "community_contributions")


def controls() -> dict[str, widgets.Widget]:
    """All controls of the canvas by their key, open to begin with."""
    book = load_codebook()
    singles = {key: one_of(key, book.label(key), () if key == "roles.running_costs" else ("own_income",)) for key in _SINGLE}
    several = {key: Choices(key, book.label(key)) for key in _LISTS}
    partners = {key: Choices(f"{group}.{kind}", book.label(f"{group}.{kind}")) for key, (group, kind) in _PARTNERS.items()}
    models = [
        ("the one that roles and terms make", None),
        *((book.label("ownership_model", code), code) for code in book.codes("ownership_model")),
    ]
    texts = {
        "city": line("Town", "Where?"),
        "name": line("Its name", "What shall it be called?"),
        "summary": line("What it is for", "One sentence: who gets what?"),
        "community": line("In our words", "Who exactly?"),
        "first_motion": line("First motion", "What will the board decide first?"),
        "by": line("Drawn by", "Table or group", "18rem"),
    }
    model = widgets.Dropdown(
        description=book.label("ownership_model"),
        options=models,
        style={"description_width": "initial"},
        layout=widgets.Layout(max_width="100%"),
    )
    return {
        **texts,
        **singles,
        **several,
        **partners,
        "ownership_model": model,
        "board": Blocs(),
        "majority": one_of("boards.majority", "Majority"),
    }


def design_of(values: Mapping[str, Any], base: Design) -> Design:
    """The design that the controls describe. What they cannot show (names of partners, further boards) stays as in `base`.

    Raises DesignError for texts that a design cannot hold.
    """
    made: dict[str, Any] = {key: values[key] for key in (*_SINGLE, "ownership_model") if not key.startswith("roles.")}
    made["roles"] = {role: values[f"roles.{role}"] for role in ROLES}
    made |= {key: values[text].strip() or None for key, text in TEXTS.items()}
    made |= {key: list(values[key]) for key in _LISTS}
    made["place"] = {**base["place"], "city": values["city"].strip() or None}
    for key, (group, kind) in _PARTNERS.items():
        kept = [partner for partner in base[group] if partner[kind] in (*values[key], None)]
        fresh = [{kind: code} for code in values[key] if code not in [partner[kind] for partner in kept]]
        made[group] = kept + fresh
    blocs = [dict(zip(("name", "side", "seats", "vote"), bloc, strict=True)) for bloc in values["board"]]
    first = {"name": (base["boards"] or [{"name": None}])[0]["name"], "majority": values["majority"], "blocs": blocs}
    made["boards"] = [first, *base["boards"][1:]] if blocs else []
    return Design(**made)


def values_of(design: Design) -> dict[str, Any]:
    """What the controls have to stand at to show a design."""
    single = {key: design[key] if decided(key, design[key]) else None for key in _SINGLE}
    texts = {text: design[key] or "" for key, text in TEXTS.items()}
    board = (design["boards"] or [{"blocs": [], "majority": None}])[0]
    blocs = tuple((bloc["name"], bloc["side"], bloc["seats"], bloc["vote"]) for bloc in board["blocs"])
    several = {key: tuple(code for code in design[key]) for key in _LISTS}
    for key, (group, kind) in _PARTNERS.items():
        codes = [partner[kind] for partner in design[group]]
        several[key] = tuple(
            code for code in load_codebook().codes(f"{group}.{kind}") if code in codes and decided(f"{group}.{kind}", code)
        )
    place = {"city": design["place.city"] or "", "ownership_model": design["ownership_model"]}
    return {**single, **texts, **several, **place, "board": blocs, "majority": board["majority"]}


def filled(block: Block, values: Mapping[str, Any]) -> bool:
    """Whether anything in a block has been decided."""
    return any(values[key] for key in block.keys)
