"""What changes in a comparison when the codes are another coder's: each cell against a count of one's own."""

from __future__ import annotations

from xml.etree import ElementTree

import pandas as pd
import pytest

import pcc_data as pcc
from pcc_data.analysis.moves import moves
from pcc_data.charts import coded_twice, cross_table

ROWS, COLUMNS = "ownership_model", "status"


def test_each_cell_holds_what_the_comparison_holds_with_either_codes(data):
    again, table = data.coded_by("second"), coded_twice(data, ROWS, COLUMNS).table
    label, heads = pcc.codebook.label, list(table)
    for after, frame in enumerate((data, again)):
        counted = pcc.compare(frame, ROWS, COLUMNS)
        told = {(row[0], row[1]): row[2 + after] for row in table.itertuples(index=False)}
        for row in counted.index.drop("all"):
            for column in counted.columns.drop("all"):
                found = told.get((label(ROWS, row), label(COLUMNS, column)), 0)
                assert found == counted.at[row, column], (heads[2 + after], row, column)


def test_who_moves_is_told_by_name(data):
    chart, found = coded_twice(data, ROWS, COLUMNS), moves(data, data.coded_by("second"), ROWS, COLUMNS)
    moved = found.index[found["moved"]]
    assert f"{len(moved)} of {len(data)} cases change their place" in chart.title
    both = chart.table.iloc[:, 4].str.cat(sep=" "), chart.table.iloc[:, 5].str.cat(sep=" ")
    for case in moved:
        assert all(data.cases.at[case, "name"] in told for told in both)
        assert data.cases.at[case, "name"] in chart.text or len(moved) > 6
    assert "Leeds" in chart.text and "Weakened → Active" in chart.text
    titles = [cross_table(one, ROWS, COLUMNS).title for one in (data, data.coded_by("second"))]
    assert all(title in chart.text for title in titles) and titles[0] != titles[1]


def test_where_nothing_moves_it_says_so(data):
    case = data.cases.index[0]
    same = pd.DataFrame(
        [{"round": 1, "case": case, "field": "status", "coder": "Ada", "value": data.state_of(case, "status")}]
    )
    chart = coded_twice(data, ROWS, COLUMNS, coder="Ada", codings=same)
    assert "no case changes its place" in chart.title and "stays the same" in chart.text
    drawn = " ".join("".join(ElementTree.fromstring(chart.svg).itertext()).split())
    assert "1 of 105 cases" in drawn


def test_wrong_arguments_are_named(data):
    with pytest.raises(ValueError, match="choose two different fields"):
        coded_twice(data, ROWS, ROWS)
    with pytest.raises(ValueError, match="Did you mean 'second'"):
        coded_twice(data, ROWS, COLUMNS, coder="secnd")
    with pytest.raises(ValueError, match="Did you mean 'status'"):
        coded_twice(data, ROWS, "statis")
