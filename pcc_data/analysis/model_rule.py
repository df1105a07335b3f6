"""Which ownership model a design makes: the codebook's definitions as a rule, and how far it agrees with the coding.

A *design* is a mapping with the keys of a record: `sector`, `roles.ownership` … `roles.delivery`, `decision_right`, and
the lists `public_instruments`, `community_contributions` and `community_partners.legal_form`. A case is turned into a
design by `design_of`; a user can set one up freely. No case is named here, and the code of the model itself is never
looked at.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any, NamedTuple

import pandas as pd

from pcc_data.arguments import is_missing, listed, one_of, several
from pcc_data.codes import load_codebook
from pcc_data.say import say
from pcc_data.tables.frames import MISSING_WORDS
from pcc_data.tables.spec import ROLES

if TYPE_CHECKING:
    from pcc_data.dataset.dataset import Dataset

Design = Mapping[str, Any]
INSTRUMENTS = "public_instruments"
CONTRIBUTIONS = "community_contributions"
FORMS = "community_partners.legal_form"
LISTS = {INSTRUMENTS: "instruments", CONTRIBUTIONS: "contributions"}
"""Lists of a design and the tables of the data set they come from."""
USED = ("sector", "roles.ownership", "roles.delivery", "roles.running_costs", "decision_right")
"""Single values that tell models apart; the other roles only matter where one side holds all six."""
_PROPERTY = {
    "lease_or_use_right",
    "asset_transfer",
    "expropriation_or_purchase",
    "procurement_or_contract",
    "equity_stake",
}
_NETWORKS = {"water", "energy"}
_OPEN = ("", *MISSING_WORDS)


class Step(NamedTuple):
    """One question of the rule, asked in order: the first that is answered with yes gives the model (None: no
    collaboration).
    """

    model: str | None
    name: str
    test: Callable[[Design], bool]

    @property
    def because(self) -> str:
        """The reason in one sentence."""
        return say(f"model-rule.{self.name}")


class Verdict(NamedTuple):
    """The model that a design makes and the reason in one sentence; None when it is no collaboration at all."""

    model: str | None
    because: str


def _has(design: Design, key: str, *codes: str) -> bool:
    return bool(set(codes) & set(design.get(key) or ()))


def _owner(design: Design, holder: str) -> bool:
    return design.get("roles.ownership") == holder


def _community_owns(design: Design) -> bool:
    return _owner(design, "community")


def _all_with(design: Design, *holders: str) -> bool:
    return all(design.get(f"roles.{role}") in holders for role in ROLES)


def _several_kinds(design: Design) -> bool:
    forms = set(design.get(FORMS) or ())
    return "cooperative" in forms and len(forms) > 1


STEPS: tuple[Step, ...] = (
    Step(None, "public-service", lambda d: _all_with(d, "public") and d.get("decision_right") in (None, "none")),
    Step(None, "self-help", lambda d: _all_with(d, "community", "own_income") and not d.get(INSTRUMENTS)),
    Step(None, "third-party", lambda d: _owner(d, "third_party")),
    Step(
        "shared_planning_power",
        "shared-planning",
        lambda d: (
            not _community_owns(d)
            and not _owner(d, "shared")
            and _has(d, INSTRUMENTS, "planning_power")
            and not _has(d, INSTRUMENTS, *_PROPERTY)
        ),
    ),
    Step(
        "parallel_provision", "each-a-part", lambda d: _owner(d, "shared") and not _has(d, INSTRUMENTS, "equity_stake")
    ),
    Step(
        "multi_stakeholder_cooperative", "cooperative-with-others", lambda d: _owner(d, "shared") and _several_kinds(d)
    ),
    Step("joint_enterprise", "one-company", lambda d: _owner(d, "shared")),
    Step(
        "community_land_trust",
        "held-in-trust",
        lambda d: (
            _community_owns(d)
            and _has(d, FORMS, "foundation_or_trust")
            and not _has(d, CONTRIBUTIONS, "member_shares")
            and d.get("decision_right") in ("co_decides", "decides")
        ),
    ),
    Step(
        "civic_use_of_public_asset",
        "homes-on-public-land",
        lambda d: _community_owns(d) and d.get("sector") == "housing" and _has(d, INSTRUMENTS, "lease_or_use_right"),
    ),
    Step(
        "delegated_service",
        "public-duty",
        lambda d: (
            _community_owns(d)
            and d.get("roles.running_costs") == "public"
            and _has(d, INSTRUMENTS, "procurement_or_contract")
            and not _has(d, INSTRUMENTS, "grant_or_subsidy", "asset_transfer", "loan_or_guarantee")
        ),
    ),
    Step("community_owned_public_backed", "community-owns", _community_owns),
    Step(
        "delegated_service",
        "network",
        lambda d: d.get("roles.delivery") in ("community", "third_party") and d.get("sector") in _NETWORKS,
    ),
    Step(
        "delegated_service",
        "under-contract",
        lambda d: d.get("roles.delivery") == "community" and _has(d, INSTRUMENTS, "procurement_or_contract"),
    ),
    Step(
        "civic_use_of_public_asset",
        "right-of-use",
        lambda d: d.get("roles.delivery") in ("community", "shared") and _has(d, INSTRUMENTS, "lease_or_use_right"),
    ),
    Step("public_with_civic_governance", "a-say", lambda d: True),
)
"""The rule. It is written from the codebook's definition of each model; the order settles what fits several of them."""


def model_of(design: Design) -> Verdict:
    """The ownership model that a design makes, and why. What it leaves out is open.

    Raises ValueError for a key that is no field of a record, and for an unknown code.
    """
    known = checked_design(design)
    step = next(step for step in STEPS if step.test(known))
    return Verdict(step.model, step.because)


def checked_design(design: Design) -> dict[str, Any]:
    """A design whose keys and codes are all in the codebook; a code alone where a list is meant is a list of one.

    What is open (None, an empty text, not_found, does_not_apply) is None, and lists are lists. Raises ValueError.
    """
    if not isinstance(design, Mapping):
        raise ValueError(f"A design is a dict such as {{'roles.ownership': 'community'}}; found {design!r}.")
    book, known = load_codebook(), {}
    for key, value in design.items():
        codes = book.codes(one_of(key, book.fields, "field of a design"))
        if is_missing(value) or (isinstance(value, str) and value in _OPEN):
            known[key] = None
        elif key in (*LISTS, FORMS):
            known[key] = several([one for one in listed(value) if not is_missing(one)], codes, f"code of {key}")
        else:
            known[key] = one_of(value, codes, f"code of {key}") if codes else value
    return known


def design_of(data: Dataset, case: str) -> dict[str, Any]:
    """What the rule may look at of one case. Raises ValueError for an unknown case."""
    row = data.one("cases", case).iloc[0]
    single = ("sector", *(f"roles.{role}" for role in ROLES), "decision_right")
    design: dict[str, Any] = {field: None if pd.isna(row[field]) else str(row[field]) for field in single}
    for field, table in LISTS.items():
        design[field] = [str(code) for code in data.one(table, case)["code"]]
    partners = data.one("partners", case)
    design[FORMS] = [str(form) for form in partners.loc[partners["side"] == "community", "legal_form"]]
    return design


def rule_against_coding(data: Dataset) -> pd.DataFrame:
    """What the rule says beside what was coded. One row a case (index), columns coded, by_rule, agree, because,
    coded_because.

    The rule was written with these cases at hand, so that the share of agreement is on the kind side.
    """
    basis = data.codings[data.codings["field"] == "ownership_model"].set_index("case")["basis"]
    rows = []
    for case, coded in data.cases["ownership_model"].astype(str).items():
        verdict = model_of(design_of(data, case))
        rows.append((case, coded, verdict.model, verdict.model == coded, verdict.because, basis.get(case)))
    return pd.DataFrame(rows, columns=["case", "coded", "by_rule", "agree", "because", "coded_because"]).set_index(
        "case"
    )
