"""Who holds the roles of the cases, and in how many."""

from __future__ import annotations

from dataclasses import replace

from pcc_data.analysis.role_shares import HOLDERS, role_shares
from pcc_data.tables.spec import ROLES

LAST = f"roles.{ROLES[-1]}"


def test_shares_count_with_plain_pandas_and_leave_out_what_was_not_found(data):
    found = role_shares(data)
    for role in ROLES:
        column = data.cases[f"roles.{role}"].astype(str)
        for holder in HOLDERS:
            assert found[holder][f"roles.{role}"] == ((column == holder).sum(), (column != "unknown").sum())


def test_a_role_of_which_no_holder_was_found_has_no_share(data):
    kinds = data.cases[LAST].dtype
    cases = data.cases.assign(**{LAST: "unknown"}).astype({LAST: kinds})
    assert LAST not in role_shares(replace(data, cases=cases))["public"]
