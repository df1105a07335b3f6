"""The shape of a design: what can be chosen of a record, all of it open to begin with, and a first motion to vote
on."""

from __future__ import annotations

import msgspec

from pcc_data.records.kinds import Text, Whole, code, many
from pcc_data.records.shape import Shape, fields_of

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


class DesignRoles(Shape, kw_only=True):
    """Who would hold each of six roles."""

    initiative: code("roles.initiative", without=("own_income",)) | None = None
    ownership: code("roles.ownership", without=("own_income",)) | None = None
    governance: code("roles.governance", without=("own_income",)) | None = None
    capital: code("roles.capital", without=("own_income",)) | None = None
    running_costs: code("roles.running_costs") | None = None
    delivery: code("roles.delivery", without=("own_income",)) | None = None


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


class DesignShape(Shape, kw_only=True):
    """A design. The keys are those of a record; beside them `by` (who drew it), `community` (who the community is, in
    its own words) and `first_motion`, on which the first board votes."""

    format: Whole = FORMAT
    name: Text | None = None
    by: Text | None = None
    place: DesignPlace = msgspec.field(default_factory=lambda: dict.fromkeys(fields_of(DesignPlace)))
    summary: Text | None = None
    sector: code("sector") | None = None
    scale: code("scale") | None = None
    community: Text | None = None
    community_base: code("community_base") | None = None
    community_partners: many(DesignCommunityPartner) = msgspec.field(default_factory=list)
    public_partners: many(DesignPublicPartner) = msgspec.field(default_factory=list)
    roles: DesignRoles = msgspec.field(default_factory=lambda: dict.fromkeys(fields_of(DesignRoles)))
    ownership_model: code("ownership_model") | None = None
    participation_level: code("participation_level") | None = None
    decision_right: code("decision_right") | None = None
    boards: many(DesignBoard) = msgspec.field(default_factory=list)
    first_motion: Text | None = None
    surplus_use: code("surplus_use") | None = None
    public_instruments: many(code("public_instruments"), unique=True) = msgspec.field(default_factory=list)
    community_contributions: many(code("community_contributions"), unique=True) = msgspec.field(default_factory=list)
