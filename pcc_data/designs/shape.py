"""The shape of a design: what can be chosen of a record, all of it open to begin with, and a first motion to vote
on."""

from __future__ import annotations

from functools import lru_cache
from typing import Any, get_type_hints

import msgspec

from pcc_data.codes import Codebook
from pcc_data.records.kinds import Text, Whole, code, many
from pcc_data.records.shape import Roles, Shape, fields_of
from pcc_data.tables.spec import CODE_TABLES, case_fields

FORMAT = 1
"""Number of the form in which designs are saved. It goes up when a file of before can no longer be read as it is."""
LONGEST_NAME = 160
LONGEST_TEXT = 1200
"""Letters of a name, and of any other text."""
NAMES = ("name", "by", "city", "country")
ONLY_DESIGNS = (
    "by",
    "community",
    "first_motion",
    "left_out",
    "climate",
    "duty",
    "tenders",
    "staff",
    "unpaid_work",
    "what_if",
    "first_step",
    "fate",
)
"""Keys of a design that no record has."""
MOST = {"boards": 10, "public_partners": 20, "community_partners": 20}


class DesignPlace(Shape, kw_only=True):
    """Where it would be."""

    city: Text | None = None
    country: Text | None = None


class DesignPublicPartner(Shape, kw_only=True):
    """A public body that would take part."""

    name: Text | None = None
    level: code("public_partners.level") | None = None


class DesignCommunityPartner(Shape, kw_only=True):
    """An organisation of the community that would take part."""

    name: Text | None = None
    legal_form: code("community_partners.legal_form") | None = None


DesignRoles = msgspec.defstruct(
    "DesignRoles",
    [(role, kind | None, None) for role, kind in get_type_hints(Roles, include_extras=True).items()],
    bases=(Shape,),
    kw_only=True,
    namespace={"__doc__": "Who would hold each of six roles."},
)


class DesignBloc(Shape, kw_only=True):
    """Seats that one side or group would hold, and how it would vote on the first motion."""

    name: Text
    side: code("boards.blocs.side")
    seats: Whole
    vote: code("votes.blocs.vote") = "unknown"


class DesignBoard(Shape, kw_only=True):
    """A governing body."""

    name: Text | None = None
    blocs: many(DesignBloc, at_least=1)
    majority: code("boards.majority") | None = None


class DesignWhatIf(Shape, kw_only=True):
    """What would happen to it then, in words."""

    new_majority: Text | None = None
    breach: Text | None = None
    insolvency: Text | None = None
    quarrel: Text | None = None


class DesignFirstStep(Shape, kw_only=True):
    """What is done first, by whom, by when."""

    what: Text | None = None
    by_whom: Text | None = None
    by_when: Text | None = None


class DesignFate(Shape, kw_only=True):
    """A fate card that was drawn: the case it comes from, what it says, and by which clause the table answers."""

    case: Text | None = None
    card: Text | None = None
    answer: Text | None = None


def _open(group: type[Shape]) -> Any:
    """A group of keys, all of them open."""
    return msgspec.field(default_factory=lambda: dict.fromkeys(fields_of(group)))


class DesignWords(Shape, kw_only=True):
    """What a design holds besides codes. The keys are those of a record; beside them those of `ONLY_DESIGNS`: who drew
    it, who the community is in its own words, the first motion, and what no code tells."""

    format: Whole = FORMAT
    name: Text | None = None
    by: Text | None = None
    place: DesignPlace = _open(DesignPlace)
    summary: Text | None = None
    community: Text | None = None
    community_partners: many(DesignCommunityPartner) = msgspec.field(default_factory=list)
    public_partners: many(DesignPublicPartner) = msgspec.field(default_factory=list)
    roles: DesignRoles = _open(DesignRoles)
    boards: many(DesignBoard) = msgspec.field(default_factory=list)
    first_motion: Text | None = None
    left_out: Text | None = None
    climate: Text | None = None
    duty: Text | None = None
    tenders: Text | None = None
    staff: Text | None = None
    unpaid_work: Text | None = None
    what_if: DesignWhatIf = _open(DesignWhatIf)
    first_step: DesignFirstStep = _open(DesignFirstStep)
    fate: DesignFate = _open(DesignFate)


@lru_cache(maxsize=8)
def design_shape(book: Codebook) -> type[Shape]:
    """The shape of a design: its words, and every field of which the codebook says that it is part of a design."""
    coded: list[tuple[str, Any, Any]] = []
    for key in book.fields_with(design=True):
        if key in CODE_TABLES and key not in case_fields(book):
            coded.append((key, many(code(key), unique=True), msgspec.field(default_factory=list)))
        elif "." not in key:  # the roles have a group of their own
            coded.append((key, code(key) | None, None))
    return msgspec.defstruct("DesignShape", coded, bases=(DesignWords,), kw_only=True)
