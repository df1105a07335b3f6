"""The ten blocks of the canvas: what each asks, which keys of a design it holds, and in words what was chosen."""

from __future__ import annotations

from typing import Any, NamedTuple

from pcc_data.codes import load_codebook
from pcc_data.designs.design import Design, decided, said_of


class Block(NamedTuple):
    """A block: its short name, its question, the keys it fills in, and the field that its two examples are about."""

    name: str
    ask: str
    keys: tuple[str, ...]
    example: str


FORMS = "community_partners.legal_form"
LEVELS = "public_partners.level"
SEATS = "boards"
MAJORITY = "boards.majority"
BLOCKS = (
    Block("Need", "What does our town need?", ("place.city", "name", "sector", "scale", "summary"), "scale"),
    Block("People", "Who is the organised community?", ("community_base", FORMS, "community"), "community_base"),
    Block(
        "Public side", "Which public bodies take part? Who begins?", (LEVELS, "roles.initiative"), "roles.initiative"
    ),
    Block("Public part", "What does the public side put in?", ("public_instruments",), "public_instruments"),
    Block("Our part", "What does the community put in?", ("community_contributions",), "community_contributions"),
    Block("Owner", "Who owns what delivers the service?", ("roles.ownership", "ownership_model"), "roles.ownership"),
    Block(
        "Money",
        "Who pays, and where does a surplus go?",
        ("roles.capital", "roles.running_costs", "surplus_use"),
        "roles.capital",
    ),
    Block(
        "Running",
        "Who runs it, and how do both sides work together?",
        ("roles.delivery", "participation_level"),
        "roles.delivery",
    ),
    Block(
        "Say", "Who decides on prices, investment and rules?", ("roles.governance", "decision_right"), "decision_right"
    ),
    Block("Vote", "Who sits on the board? Does the first motion pass?", ("first_motion", SEATS, MAJORITY), "boards"),
)
TEXTS = {
    "place.city": "Town",
    "name": "Its name",
    "summary": "What it is for",
    "community": "In our words",
    "first_motion": "First motion",
    "by": "Drawn by",
}
"""Keys that hold a text, with what stands before the line to write on."""


def value_of(design: Design, key: str) -> Any:
    """What a design holds under a key of the canvas: a text, a code, a list of codes, or the blocs of the first
    board."""
    board = (design["boards"] or [{"blocs": [], "majority": None}])[0]
    if key in (SEATS, MAJORITY):
        return board["blocs" if key == SEATS else "majority"]
    if key in (FORMS, LEVELS):
        group, _, kind = key.partition(".")
        found = [partner[kind] for partner in design[group]]
        return [code for code in load_codebook().codes(key) if code in found and decided(key, code)]
    value = design[key]
    return None if key not in TEXTS and not decided(key, value) else value


def words_of(design: Design, block: Block) -> list[tuple[str, str]]:
    """Label and words of all that was chosen in a block, in plain text."""
    book, found = load_codebook(), []
    for key in block.keys:
        value = value_of(design, key)
        if not value:
            continue
        if key == SEATS:
            votes = [
                "undecided" if bloc["vote"] == "unknown" else book.label("votes.blocs.vote", bloc["vote"]).lower()
                for bloc in value
            ]
            blocs = (f"{bloc['name']} {bloc['seats']} ({vote})" for bloc, vote in zip(value, votes, strict=True))
            found.append(("Seats and votes", "; ".join(blocs)))
        else:
            found.append((TEXTS.get(key) or book.label(key), value if key in TEXTS else said_of(key, value)))
    return found
