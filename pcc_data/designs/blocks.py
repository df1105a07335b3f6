"""The ten blocks of the canvas: what each asks, which keys of a design it holds, and in words what was chosen."""

from __future__ import annotations

from typing import Any, NamedTuple

from pcc_data.codes import load_codebook
from pcc_data.designs.design import Design, decided, said_of
from pcc_data.say import Words, say


class Block(NamedTuple):
    """A block: its key in the catalogue, the keys of a design that it fills in, and the field that its two examples are
    about."""

    key: str
    keys: tuple[str, ...]
    example: str

    @property
    def name(self) -> str:
        """Its short name."""
        return say(f"canvas.{self.key}")

    @property
    def ask(self) -> str:
        """Its question."""
        return say(f"canvas.{self.key}-ask")


FORMS = "community_partners.legal_form"
LEVELS = "public_partners.level"
SEATS = "boards"
MAJORITY = "boards.majority"
BLOCKS = (
    Block("need", ("place.city", "name", "sector", "scale", "summary"), "scale"),
    Block("people", ("community_base", FORMS, "community"), "community_base"),
    Block("public-side", (LEVELS, "roles.initiative"), "roles.initiative"),
    Block("public-part", ("public_instruments",), "public_instruments"),
    Block("our-part", ("community_contributions",), "community_contributions"),
    Block("owner", ("roles.ownership", "ownership_model"), "roles.ownership"),
    Block("money", ("roles.capital", "roles.running_costs", "surplus_use"), "roles.capital"),
    Block("running", ("roles.delivery", "participation_level"), "roles.delivery"),
    Block("say", ("roles.governance", "decision_right"), "decision_right"),
    Block("vote", ("first_motion", SEATS, MAJORITY), "boards"),
)
TEXTS = Words(
    "design-text", ("place.city", "name", "summary", "community", "first_motion", "by"), parts={"place.city": "city"}
)
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
            votes = [_vote(bloc["vote"]) for bloc in value]
            blocs = (
                say("design.bloc", name=bloc["name"], seats=bloc["seats"], vote=vote)
                for bloc, vote in zip(value, votes, strict=True)
            )
            found.append((say("design.seats-and-votes"), "; ".join(blocs)))
        else:
            found.append((TEXTS.get(key) or book.label(key), value if key in TEXTS else said_of(key, value)))
    return found


def _vote(vote: str) -> str:
    return say("design.undecided") if vote == "unknown" else load_codebook().phrase("votes.blocs.vote", vote)
