"""The picture of the five tests counts what the codes say."""

from __future__ import annotations

from pcc_data import charts
from pcc_data.analysis.five_tests import TESTS, VERDICTS, five_tests, passed


def test_counts_are_those_of_the_verdicts(data):
    chart, table = charts.five_tests(data), five_tests(data)
    assert chart.table.to_numpy().tolist() == [
        [int((table[test] == verdict).sum()) for verdict in VERDICTS] for test in TESTS
    ]
    assert (chart.table.sum(axis=1) == len(data)).all()
    strict, kind = int(passed(table).sum()), int(passed(table, ["duty_stays"]).sum())
    assert (
        chart.title == f"All five tests hold in {strict} of {len(data)} cases; in {kind} if the public duty is left out"
    )
    assert "independent coders agreed too little on Public duty" in chart.svg.replace("\n", " ")


def test_rows_can_be_pressed(data):
    chart = charts.five_tests(data)
    assert list(chart.picks) == list(TESTS) and all(f'data-pick="{test}"' in chart.svg for test in TESTS)


def test_where_people_cannot_be_outvoted_it_says_how_many_are_active(data):
    habit, right = (data.state(field).astype(str) for field in ("participation_level", "decision_right"))
    together = habit.isin(["collaborate", "empower"]) & (right != "not_found")
    cannot = together & right.isin(["co_decides", "decides"])
    active = int((data.cases.loc[cannot, "status"] == "active").sum())
    title = charts.participation_and_right(data).title
    told = f"they cannot be outvoted in {int(cannot.sum())} of {int(together.sum())}; {active} of these are active"
    assert title.endswith(told) and 0 < active < cannot.sum() and "secure" not in title
