"""An invented record that uses every field of the format, and leaves out whatever may be left out somewhere."""

from __future__ import annotations

from functools import cache
from typing import Any

import msgspec

import pcc_data as pcc
from pcc_data.dataset.load import from_records
from pcc_data.records.checking import check_text

CASE = "sampletown-river-power"
_BASED = (
    *(
        "ownership_model",
        "status",
        "participation_level",
        "decision_right",
        "in_practice",
        "surplus_use",
        "before",
        "public_duty",
    ),
    *(
        "roles.initiative",
        "roles.ownership",
        "roles.governance",
        "roles.capital",
        "roles.running_costs",
        "roles.delivery",
    ),
    *("scale", "place.reach", "other_partners"),
)
TEXT = """
id: sampletown-river-power
name: River power of Sampletown
local_name: Stromverein Musterstadt
collection: extended
scale: organisation
sector: energy
place: {city: Sampletown, region: null, country: Germany, country_code: DEU, latitude: 51.3, longitude: 9.2,
  reach: region}
summary: An invented case that uses each field of a record at least once.
start_year: 2001
end_year: null
start_precision: about
status: contested
status_as_of: 2024
end_reason: null
in_practice: partial
public_partners: [{name: Town of Sampletown, level: municipal}]
community_partners: [{name: River Society, legal_form: customary_body}, {name: Flood Watch, legal_form: unknown}]
other_partners:
  - {name: Bank of Anywhere, kind: private, part: lends the money}
  - {name: Mill Foundation, kind: donor, part: null}
community_base: [indigenous_people, volunteers]
ownership_model: joint_enterprise
roles: {initiative: community, ownership: private, governance: shared, capital: third_party,
  running_costs: own_income, delivery: private}
participation_level: collaborate
decision_right: co_decides
before: private
triggers:
  - {code: contract_end, basis: The concession of the mill ran out in 2000., sources: [s1]}
  - {code: disaster_or_crisis, basis: A flood broke the weir in 1999., sources: [s2]}
public_duty: shared
boards:
  - name: Board of the river company
    as_of: 2019
    seats_total: 9
    blocs:
      - {name: Town, side: public, seats: 4}
      - {name: River Society, side: community, seats: 3}
      - {name: Anywhere Turbines, side: private, seats: 2}
    binding: true
    majority: two_thirds
    power: Sets prices and repairs.
    sources: [s1]
  - name: Weir council
    as_of: null
    seats_total: 12
    blocs:
      - {name: Town side, side: public, seats: null}
      - {name: Neighbours, side: community, seats: null}
    binding: null
    majority: null
    power: Hears plans for the weir.
    sources: [s2]
votes:
  - year: 2019
    month: 5
    when: null
    body: Town council
    motion: Renew the lease
    result: passed
    counts: {for: 12, against: 5, abstain: 1, unit: seats}
    blocs:
      - {name: Left, side: public, seats: 12, vote: for}
      - {name: Right, side: public, seats: 5, vote: against}
    sources: [s1]
  - year: null
    month: null
    when: some time before the flood
    body: General meeting
    motion: Found the company
    result: passed
    counts: {for: 80, against: 20, abstain: null, unit: percent}
    blocs: [{name: Everybody present, side: null, seats: null, vote: for}]
    sources: [s2]
  - {year: 2020, body: Weir council, motion: Raise the weir, result: rejected, counts: null, blocs: [], sources: [s3]}
promises:
  - what: Homes with river power
    kind: amount
    promised_by: public
    unit: homes
    promised: 400
    delivered: 150
    promised_in: 2010
    due: 2022
    due_month: 6
    as_of: 2023
    state: pending
    sources: [s1]
  - {what: A fish ladder, kind: deed, promised_by: private, due: 2030, state: pending, sources: [s2]}
  - {what: A yearly river day, state: unknown, sources: [s2]}
  - {what: A new gate, kind: deadline, promised_by: third_party, unit: year, promised: 2019, delivered: 2021,
      state: broken, sources: [s2]}
surplus_use: community_fund
public_instruments: []
community_contributions: []
coding_basis:
  BASES
spells:
  - {field: status, code: active, from: 2001, to: 2018, basis: The turbines ran and the lease held., sources: [s1]}
  - {field: status, code: contested, from: 2018, to: null, basis: The town asks for the lease back., sources: [s2]}
  - {field: roles.governance, code: community, from: 2001, to: 2019, basis: The society alone sat on the board.,
      sources: [s1]}
  - {field: roles.governance, code: shared, from: 2019, to: null, basis: The town has four seats., sources: [s1]}
indicators:
  - code: members
    label: Members of the society
    value: 700
    low: 600
    high: 800
    about: about
    unit: members
    year: 2020
    kind: actual
    said_by: community
    sources: [s1]
  - {code: capacity_kw, label: Planned second turbine, value: 120, unit: kW, year: 2035, kind: planned,
      about: at_least, said_by: press, sources: [s2]}
  - {code: other, label: Fish counted, value: 12, unit: fish, year: null, kind: estimate, sources: [s2]}
outcomes:
  access_and_affordability: {rating: null, basis: null, sources: []}
  service_quality: {rating: 2, basis: Two outages in ten years., sources: [s1]}
  ecological_sustainability: {rating: null, basis: null, sources: []}
  democratic_control: {rating: 0, basis: The board overruled the members., sources: [s2]}
  local_economy: {rating: null, basis: null, sources: []}
  social_inclusion: {rating: null, basis: null, sources: []}
  durability: {rating: 3, basis: It outlived four councils., sources: [s1]}
events:
  - {year: null, month: null, when: in the time of the old mill, type: campaign, label: Neighbours meet at the weir,
      sources: [s2]}
  - {year: 2001, month: null, when: null, type: founding, label: The society is founded, sources: [s1]}
  - {year: 2001, month: 9, when: null, type: opening, label: The turbine runs, sources: [s1]}
  - {year: 2018, month: null, when: in spring, type: conflict, label: The town asks for the lease back, sources: [s2]}
challenges:
  - {text: Low water in three summers., theme: knowledge, sources: [s1]}
lessons:
  - {text: A lease needs a date for talks., theme: legal_form, sources: [s2]}
set_off:
  - {kind: copied_elsewhere, text: Two towns downstream took the contract over., year: 2015, sources: [s1]}
  - {kind: precedent, text: The court's ruling on weirs., year: null, sources: [s2]}
staff: {terms: better, union: opposes, basis: Two keepers are paid by the tariff of the town., sources: [s1]}
unpaid_work: {text: Forty neighbours clear the rake; most are women., sources: [s2]}
sources:
  - {id: s1, title: Yearly report, publisher: River Society, year: 2019, url: "https://example.org/report",
      language: de, kind: own_site}
  - id: s2
    title: Talk with the keeper & friends
    publisher: own notes
    year: null
    url: null
    where: Town archive, box 7
    language: pt-BR
    kind: interview
    read: excerpt
    read_on: 2024-05-17
  - {id: s3, title: Weirs of the valley, publisher: Valley Press, year: 1998, url: null, where: "Valley Press, 1998",
      language: fil, kind: book, read: whole}
  - {id: s4, title: Letter on the region, publisher: State office, url: null, where: State archive, language: en,
      kind: archive, read: abstract}
gaps:
  - {text: In which region the weir lies is told in two ways., about: place.region, sources: [s4]}
  - {text: Who sat on the weir council was not found., about: "boards[2].blocs", sources: [s2]}
  - {text: The year of the founding vote is not told., about: "votes[2].year", sources: []}
  - {text: Prices were not found., about: outcomes.access_and_affordability, sources: []}
  - {text: How many fish there were before is open., about: null, sources: []}
"""


def yaml_text() -> str:
    """The record as YAML."""
    bases = "\n  ".join(f"{field}: {{basis: Reason for {field} in one sentence., sources: [s1]}}" for field in _BASED)
    return TEXT.replace("BASES", bases)


@cache
def whole() -> dict[str, Any]:
    """The record, checked, as plain values."""
    record, faults = check_text(yaml_text(), f"{CASE}.yaml")
    assert not faults, "\n".join(map(str, faults))
    return msgspec.to_builtins(record)


@cache
def bare() -> dict[str, Any]:
    """A record of the same kind that leaves out whatever may be left out; it has ended, nobody knows when or why."""
    import copy

    record = copy.deepcopy(whole())
    record |= {
        "id": "bareville-hall",
        "name": "Hall of Bareville",
        "local_name": None,
        "status": "ended",
        "sector": "care",
    }
    record |= dict.fromkeys(
        ("start_year", "start_precision", "participation_level", "decision_right", "before", "public_duty")
    )
    record |= dict.fromkeys(("surplus_use", "staff", "unpaid_work"))
    record |= {
        name: []
        for name in (
            "triggers",
            "boards",
            "votes",
            "promises",
            "other_partners",
            "spells",
            "indicators",
            "set_off",
            "gaps",
        )
    }
    record["place"] |= {"city": "Bareville", "reach": None}
    record["roles"] = dict.fromkeys(record["roles"], "unknown")
    record["events"] = [{**event, "year": None, "month": None, "when": "before the war"} for event in record["events"]]
    record["outcomes"] = {name: {"rating": None, "basis": None, "sources": []} for name in record["outcomes"]}
    keep = ("ownership_model", "status", "in_practice")
    record["coding_basis"] = {field: basis for field, basis in record["coding_basis"].items() if field in keep}
    return record


def dataset() -> pcc.Dataset:
    """Both records."""
    return from_records([bare(), whole()])
