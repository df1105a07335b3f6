"""The blocks of the canvas: what each asks, which keys of a design it holds, and in words what was chosen.

The canvas asks in plain words (`question`, `answer`); the codes that they stand for stay in the design.
"""

from __future__ import annotations

from typing import Any, NamedTuple

from pcc_data.codes import load_codebook
from pcc_data.designs.allowed_in import allowed_in
from pcc_data.designs.design import Design, decided
from pcc_data.say import Words, has, say


class Block(NamedTuple):
    """A block: its key in the catalogue, the keys of a design that it fills in, and what real cases are shown beside
    it: two that show what a choice in the field `example` can be, or two that tell of the theme `told`."""

    key: str
    keys: tuple[str, ...]
    example: str = ""
    told: str = ""

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
FATE = "fate"
WHAT_IF = ("what_if.new_majority", "what_if.breach", "what_if.insolvency", "what_if.quarrel")
FIRST_STEP = ("first_step.what", "first_step.by_whom", "first_step.by_when")
BLOCKS = (
    Block("need", ("place.city", "name", "summary", "sector", "scale"), "scale"),
    Block("left-out", ("left_out",), told="inclusion"),
    Block("climate", ("climate",), told="land_and_assets"),
    Block("people", ("community", "community_base", FORMS, "roles.initiative"), "community_base"),
    Block("duty", ("duty", LEVELS, "public_instruments", "tenders"), "public_instruments"),
    Block("owner", ("roles.ownership", "community_contributions"), "roles.ownership"),
    Block("money", ("roles.capital", "roles.running_costs", "surplus_use"), "roles.capital"),
    Block("work", ("roles.delivery", "staff", "unpaid_work"), "roles.delivery"),
    Block("deciding", ("roles.governance", "decision_right"), "decision_right"),
    Block("vote", ("first_motion", SEATS, MAJORITY), "boards"),
    Block("what-if", WHAT_IF, told="political_change"),
    Block("first-step", FIRST_STEP, told="mobilisation"),
    Block("fate", (FATE,)),
)
_TEXT_KEYS = (
    *("place.city", "name", "summary", "community", "first_motion", "by"),
    *("left_out", "climate", "duty", "tenders", "staff", "unpaid_work", *WHAT_IF, *FIRST_STEP),
)
TEXTS = Words("design-text", _TEXT_KEYS, parts={key: key.rpartition(".")[2] for key in _TEXT_KEYS})
"""Keys that hold a text, with what stands before the line to write on."""


def block_number(key: str) -> int:
    """The number of the block, counted from 1, that holds a key."""
    return next(at for at, block in enumerate(BLOCKS, start=1) if key in block.keys)


def codes_of(field: str) -> list[str]:
    """Codes of a field that one can choose: those that say something."""
    return [code for code, entry in allowed_in(field).items() if entry.nothing != "not_found"]


def question(field: str) -> str:
    """What the canvas asks for a coded field, in plain words; the label of the codebook where it has none."""
    part = f"canvas-question.{field.replace('.', '-')}"
    return say(part) if has(part) else load_codebook().label(field)


def answer(field: str, code: str) -> str:
    """What the canvas calls a code; the label of the codebook where that is plain enough."""
    kind = "holder" if field.startswith("roles.") else field.replace(".", "-")
    part = f"canvas-answer.{kind}-{code}"
    return say(part) if has(part) else load_codebook().label(field, code)


def answers(field: str, value: Any) -> str:
    """What the canvas calls a code, or each code of a list."""
    codes = [value] if isinstance(value, str) else value
    return "; ".join(answer(field, code) for code in codes)


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
    if key == FATE:
        return value if value["case"] else None
    return None if key not in TEXTS and not decided(key, value) else value


def words_of(design: Design, block: Block) -> list[tuple[str, str]]:
    """Label and words of all that was chosen in a block, in plain text."""
    found = []
    for key in block.keys:
        value = value_of(design, key)
        if not value:
            continue
        if key == SEATS:
            found.append((say("design.seats-and-votes"), seats_in_words(value)))
        elif key == FATE:
            found += [(say("design.fate"), value["card"] or ""), (say("design.our-answer"), value["answer"] or "–")]
        else:
            found.append((TEXTS.get(key) or question(key), value if key in TEXTS else answers(key, value)))
    return found


def seats_in_words(blocs: list[dict[str, Any]]) -> str:
    """The blocs of a board with their seats and how they would vote."""
    told = (say("design.bloc", name=bloc["name"], seats=bloc["seats"], vote=_vote(bloc["vote"])) for bloc in blocs)
    return "; ".join(told)


def _vote(vote: str) -> str:
    return say("design.undecided") if vote == "unknown" else load_codebook().phrase("votes.blocs.vote", vote)
