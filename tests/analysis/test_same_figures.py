"""Figures that can be compared: the same thing in the same unit, the newest of each case."""

from __future__ import annotations

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pcc_data.analysis.same_figures import newest, same_figures


def test_only_figures_of_this_code_and_unit_are_left_in_the_order_of_sectors_and_size(data):
    facts = same_figures(data, "members", "people")
    every = data.indicators[(data.indicators["code"] == "members") & (data.indicators["unit"] == "people")]
    assert sorted(facts.index) == sorted(every.index)
    cases = facts.drop_duplicates("case")
    for _, part in cases.groupby("sector", observed=True):
        assert part["last"].is_monotonic_decreasing
    assert cases["sector"].cat.codes.is_monotonic_increasing
    assert dict(zip(cases["case"], cases["last"], strict=True)) == dict(newest(every)["value"])


@pytest.mark.parametrize(
    ("code", "unit", "said"), [("member", "people", "members"), ("other", "%", "different things")]
)
def test_what_cannot_be_compared_is_refused(data, code, unit, said):
    with pytest.raises(ValueError, match=said):
        same_figures(data, code, unit)


@settings(max_examples=25)
@given(
    st.lists(
        st.tuples(
            st.sampled_from(["a", "b", "c"]),
            st.floats(1, 1e6),
            st.sampled_from(["actual", "planned", "estimate"]),
            st.one_of(st.none(), st.integers(1950, 2026)),
        ),
        min_size=1,
        max_size=12,
    )
)
def test_newest_prefers_actual_then_later_years(rows):
    facts = pd.DataFrame(rows, columns=["case", "value", "kind", "year"]).astype({"year": "Int64"})
    for case, value in newest(facts)["value"].items():
        part = facts[facts["case"] == case]
        part = part[part["kind"] == "actual"] if (part["kind"] == "actual").any() else part
        best = part[part["year"].fillna(-1) == part["year"].fillna(-1).max()]
        assert value in set(best["value"])
