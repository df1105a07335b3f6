"""Tables read from CSV: the same with pyarrow and without it, and never fewer rows than were written."""

from __future__ import annotations

import pandas as pd
import pytest

from pcc_data.codes import load_codebook
from pcc_data.paths import datasets_dir
from pcc_data.tables import frames
from pcc_data.tables.spec import TABLES


def read(content: bytes, table: str) -> pd.DataFrame:
    return frames.frame_from_csv(content, datasets_dir() / f"{table}.csv", table, load_codebook())


@pytest.mark.parametrize("table", TABLES)
def test_without_pyarrow_a_table_is_the_same(table, monkeypatch):
    content = (datasets_dir() / "tables" / f"{table}.csv").read_bytes()
    fast = read(content, table)
    monkeypatch.setattr(frames, "_with_pyarrow", frames._without_pyarrow)
    pd.testing.assert_frame_equal(read(content, table), fast)
    assert len(fast) > 20


@pytest.mark.parametrize("pyarrow", [True, False])
@pytest.mark.parametrize(
    "spoil",
    [
        lambda text: text[:-1],
        lambda text: text + b"one,cell,less\n",
        lambda text: text + b'"an open quote,2,3,4,5\n',
        lambda text: text.replace(b"not_found", b"not_fuond", 1),
        lambda text: text.replace(b"case,table", b"table,case", 1),
        lambda text: text.replace(b",1,", b",one,", 1),
        lambda text: b"",
        lambda text: text[:40] + b"\xff" + text[40:],
    ],
)
def test_what_is_no_such_table_is_refused_by_name(spoil, pyarrow, monkeypatch):
    if not pyarrow:
        monkeypatch.setattr(frames, "_with_pyarrow", frames._without_pyarrow)
    content = (datasets_dir() / "tables" / "missing.csv").read_bytes()
    with pytest.raises(ValueError, match=r"missing\.csv"):
        read(spoil(content), "missing")
