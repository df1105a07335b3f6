"""The five tests of a collaboration, put to every case of the collection: what its codes say, and no more."""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING, Any

import pandas as pd

if TYPE_CHECKING:
    from pcc_data.dataset.dataset import Dataset

TESTS = ("public_partner", "organised_community", "joint", "essential", "duty_stays")
"""The tests in the order in which they are taught."""
VERDICTS = ("holds", "in_part", "does_not", "not_found")
_HOLDING = (
    "roles.ownership",
    "roles.governance",
    "roles.capital",
    "roles.running_costs",
    "roles.delivery",
    "public_instruments",
)
"""Roles besides the first step, and the means of the public side."""
FIELDS = {
    "public_partner": _HOLDING,
    "organised_community": ("community_base",),
    "joint": (*_HOLDING, "decision_right", "in_practice"),
    "essential": ("sector",),
    "duty_stays": ("public_duty",),
}
"""Fields of a record on which each test rests; the second also rests on the legal forms of the community's bodies."""

_PARTS = ("ownership", "governance", "capital", "delivery")
"""Roles that are a real part. Running costs are none on the community's side: fees and rents of users count there."""
_ROLES = (*_PARTS, "running_costs")
_TOLD = [*(f"roles.{role}" for role in _ROLES), "sector", "decision_right", "in_practice", "public_duty"]
_BODIES = {"cooperative", "association", "foundation_or_trust", "community_company", "federation", "customary_body"}
_VOTES = {"minority_vote", "co_decides", "decides"}
_ON_PAPER = {"formal_only", "planned"}
_DUTY = {"kept": "holds", "shared": "in_part", "shifted": "does_not"}


def five_tests(data: Dataset) -> pd.DataFrame:
    """What each case's codes say to the five tests. Index: case; a column a test: holds, in_part, does_not, not_found.

    - public_partner: it holds a role besides the first step, alone or shared; in part: it has none, but an instrument,
      such as a loan, a permit or a grant.
    - organised_community: one of its bodies has a form in which members speak for themselves; in part: only informal
      groups, councils that somebody appoints or elects, charities or other forms.
    - joint: both sides hold a part, and the community's is more than running costs or being heard; in part: it must be
      considered, pays running costs, or the part stands on paper only. The public side's part may be an instrument:
      whether it holds a role is the first test.
    - essential: its sector is one of the six. All cases were chosen so.
    - duty_stays: the public duty is kept; in part: shared; does not: shifted.
    """
    instruments = data.instruments.groupby("case")["code"].agg(set).to_dict()
    partners = data.partners.assign(legal_form=data.partners["legal_form"].astype(object))
    community = partners[partners["side"] == "community"]
    forms = community.dropna(subset=["legal_form"]).groupby("case")["legal_form"].agg(set).to_dict()
    named = set(partners.loc[partners["side"] == "public", "case"])
    rows = [
        _verdicts(told, case in named, instruments.get(case, set()), forms.get(case, set()))
        for case, told in data.cases[_TOLD].to_dict("index").items()
    ]
    return pd.DataFrame(rows, index=data.cases.index, columns=list(TESTS)).astype(str)


def passed(table: pd.DataFrame, without: Collection[str] = ()) -> pd.Series:
    """Whether each case holds in all tests of `five_tests` but those `without`."""
    return (table[[test for test in TESTS if test not in without]] == "holds").all(axis=1)


def _verdicts(told: dict[Any, Any], named: bool, instruments: set[str], forms: set[str]) -> tuple[str, ...]:
    """Verdicts on a case by its codes, whether a public body is named, its instruments, and its bodies' legal forms."""
    roles = {role: str(told[f"roles.{role}"]) for role in _ROLES}
    public = any(holder in ("public", "shared") for holder in roles.values())
    return (
        "holds" if named and public else "in_part" if named and instruments else "does_not",
        _organised(forms),
        _joint(told, roles, public or bool(instruments)),
        "holds" if pd.notna(told["sector"]) else "not_found",
        _DUTY.get(str(told["public_duty"]), "not_found"),
    )


def _organised(forms: set[str]) -> str:
    if not forms:
        return "does_not"
    return "holds" if forms & _BODIES else "not_found" if forms == {"unknown"} else "in_part"


def _joint(told: dict[Any, Any], roles: dict[str, str], public: bool) -> str:
    """Whether both sides hold a part; the community's may be a role or a vote."""
    ours = any(roles[role] in ("community", "shared") for role in _PARTS) or told["decision_right"] in _VOTES
    if ours and public:
        return "in_part" if told["in_practice"] in _ON_PAPER else "holds"
    weak = told["decision_right"] == "must_be_considered" or roles["running_costs"] in ("community", "shared")
    return "in_part" if public and weak else "does_not"
