"""The picture of a truth table says what the analysis gives."""

from __future__ import annotations

import pytest

import pcc_data as pcc
from pcc_data import charts
from pcc_data.analysis import qca
from pcc_data.analysis.qca.ready import OPENING, ready_sets
from tests.invented_cases import TABLES


def test_its_numbers_are_those_of_the_analysis(data):
    chart = charts.truth_table(data, incl_cut=0.75, n_cut=2)
    table = qca.truth_table(ready_sets(data).memberships, "durability", incl_cut=0.75, n_cut=2).table
    shown = chart.table.iloc[:, len(OPENING) :]
    assert shown.iloc[:, 0].tolist() == table["n"].tolist()
    assert shown.iloc[:, 1].tolist() == table["incl"].round(3).tolist()
    state = {1: "yes", 0: "no"}
    assert shown.iloc[:, 3].tolist() == [state.get(out, "too few cases") for out in table["out"].fillna(-1)]
    for (_, said), cases, against in zip(shown.iterrows(), table["cases"], table["against"], strict=True):
        named = [*filter(None, f"{said.iloc[-2]}; {said.iloc[-1]}".split("; "))]
        assert set(named) == set(data.cases.loc[list(cases), "name"])
        assert said.iloc[-1].split("; ") == list(data.cases.loc[list(against), "name"]) or not against
    assert chart.title.startswith(f"{(table['out'] == 1).sum()} of {len(table)} combinations")


def test_who_is_left_out_and_who_is_exactly_on_the_line_is_counted(data):
    sets = ready_sets(data, outcome="social_inclusion")
    note = charts.truth_table(data, outcome="social_inclusion").figure.texts[1].get_text().replace("\n", " ")
    blind = len(sets.without_outcome)
    assert f"n = {len(sets.memberships)} of {len(data)}. Left out: {blind} without a rating" in note
    assert f"{len(sets.left_out) - blind} without the code of a condition" in note
    half = qca.half_members(sets.memberships)
    assert half and f"{len(half)} of the n have a membership of exactly 0.5" in note


def test_cases_that_lack_a_code_make_no_picture(data):
    gone = ready_sets(data).left_out.index
    chart = charts.truth_table(data.only(gone))
    assert chart.title.startswith("No case") and not len(chart.table)


@pytest.mark.parametrize(
    ("more", "word"),
    [({"conditions": ["decide"]}, "decides"), ({"outcome": "lasting"}, "outcome"), ({"least": 4}, "4")],
)
def test_wrong_arguments_are_told(data, more, word):
    with pytest.raises(ValueError, match=word):
        charts.truth_table(data, **more)


def test_own_records_are_named_as_such_and_come_first():
    both = pcc.load(extra=TABLES)
    own = set(both.cases.index[both.cases["own"]])
    chart = charts.truth_table(both)
    found = qca.truth_table(ready_sets(both).memberships, "durability").table["cases"]
    placed = own & {case for cases in found for case in cases}
    cells = [cell for column in chart.table.columns[-2:] for cell in chart.table[column] if cell]
    marked = [name for cell in cells for name in cell.split("; ") if name.endswith("(your own)")]
    assert placed and sorted(marked) == sorted(f"{both.cases.at[case, 'name']} (your own)" for case in placed)
    for cell in cells:
        marks = [name.endswith("(your own)") for name in cell.split("; ")]
        assert marks == sorted(marks, reverse=True)
    drawn = " ".join(text.get_text().replace("\n", " ") for ax in chart.figure.axes for text in ax.texts)
    assert drawn.count("(your own)") == len(placed)
