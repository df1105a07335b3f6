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


class DesignWords(Shape, kw_only=True):
    """What a design holds besides codes. The keys are those of a record; beside them `by` (who drew it), `community`
    (who the community is, in its own words) and `first_motion`, on which the first board votes."""

    format: Whole = FORMAT
    name: Text | None = None
    by: Text | None = None
    place: DesignPlace = msgspec.field(default_factory=lambda: dict.fromkeys(fields_of(DesignPlace)))
    summary: Text | None = None
    community: Text | None = None
    community_partners: many(DesignCommunityPartner) = msgspec.field(default_factory=list)
    public_partners: many(DesignPublicPartner) = msgspec.field(default_factory=list)
    roles: DesignRoles = msgspec.field(default_factory=lambda: dict.fromkeys(fields_of(DesignRoles)))
    boards: many(DesignBoard) = msgspec.field(default_factory=list)
    first_motion: Text | None = None


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
