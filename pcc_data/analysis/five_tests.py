"""The five tests of a collaboration, put to every case of the collection: what its codes say, and no more."""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING

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
    rows = [_verdicts(data, str(case)) for case in data.cases.index]
    return pd.DataFrame(rows, index=data.cases.index, columns=list(TESTS)).astype(str)


def passed(table: pd.DataFrame, without: Collection[str] = ()) -> pd.Series:
    """Whether each case holds in all tests of `five_tests` but those `without`."""
    return (table[[test for test in TESTS if test not in without]] == "holds").all(axis=1)


def _verdicts(data: Dataset, case: str) -> tuple[str, ...]:
    row = data.cases.loc[case]
    roles = {role: str(row[f"roles.{role}"]) for role in (*_PARTS, "running_costs")}
    instruments = set(data.instruments.loc[data.instruments["case"] == case, "code"])
    partners = data.partners[data.partners["case"] == case]
    forms = set(partners.loc[partners["side"] == "community", "legal_form"].dropna().astype(str))
    public = any(holder in ("public", "shared") for holder in roles.values())
    named = bool((partners["side"] == "public").any())
    return (
        "holds" if named and public else "in_part" if named and instruments else "does_not",
        _organised(forms),
        _joint(row, roles, public or bool(instruments)),
        "holds" if pd.notna(row["sector"]) else "not_found",
        _DUTY.get(str(row["public_duty"]), "not_found"),
    )


def _organised(forms: set[str]) -> str:
    if not forms:
        return "does_not"
    return "holds" if forms & _BODIES else "not_found" if forms == {"unknown"} else "in_part"


def _joint(row: pd.Series, roles: dict[str, str], public: bool) -> str:
    """Whether both sides hold a part; the community's may be a role or a vote."""
    ours = any(roles[role] in ("community", "shared") for role in _PARTS) or row["decision_right"] in _VOTES
    if ours and public:
        return "in_part" if row["in_practice"] in _ON_PAPER else "holds"
    weak = row["decision_right"] == "must_be_considered" or roles["running_costs"] in ("community", "shared")
    return "in_part" if public and weak else "does_not"
