"""Taking out one case: the mean of the others."""

from __future__ import annotations

import pytest

from pcc_data.analysis.leave_one_out import moves
from pcc_data.tables.spec import DOMAINS


def plain(data, by, domain):
    """Rating of each rated case by group, by plain dictionaries."""
    group = data.state(by).astype(str).to_dict()
    found = {}
    for row in data.outcomes[(data.outcomes["domain"] == domain) & data.outcomes["rating"].notna()].itertuples():
        found.setdefault(group[row.case], {})[row.case] = int(row.rating)
    return {group: ratings for group, ratings in found.items() if len(ratings) > 1}


@pytest.mark.parametrize("by", ["ownership_model", "sector", "status"])
@pytest.mark.parametrize("domain", DOMAINS)
def test_every_mean_is_that_of_the_others(data, by, domain):
    groups, moved = plain(data, by, domain), moves(data, by, domain)
    assert len(moved) == sum(map(len, groups.values()))
    for row in moved.itertuples():
        ratings = groups[row.group]
        others = [rating for case, rating in ratings.items() if case != row.case]
        assert row.mean == pytest.approx(sum(others) / len(others)) and row.rated == len(ratings)
        assert row.whole == pytest.approx(sum(ratings.values()) / len(ratings))
        assert row.change == pytest.approx(row.mean - row.whole)
    for group in groups:
        part = moved[moved["group"] == group]
        assert part["most"].sum() == 1
        assert abs(part[part["most"]]["change"].iloc[0]) == pytest.approx(part["change"].abs().max())
