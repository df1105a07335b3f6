"""Counts of frames of every kind are those of pandas, and a frame's faults are told in words."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
import pandas as pd
import pytest

import pcc_data as pcc
from pcc_data.analysis.counts import counts
from pcc_data.tables.spec import DOMAINS

ROWS = 3000


@pytest.fixture(scope="module")
def frame() -> pd.DataFrame:
    """Made-up rows: two coded fields, an outcome and its rating; a part of everything but the outcome is missing."""
    chance = np.random.default_rng(20261126)

    def drawn(values: list[Any], missing: float = 0.1) -> np.ndarray:
        found = np.array(values, dtype=object)[chance.integers(len(values), size=ROWS)]
        return np.where(chance.random(ROWS) < missing, None, found)

    codes = {field: drawn(list(pcc.codebook.codes(field))) for field in ("sector", "status")}
    rating = pd.array(drawn([0, 1, 2, 3], 0.4), dtype="Int64")
    return pd.DataFrame(codes | {"domain": drawn(list(DOMAINS), 0), "rating": rating})


def _arrow(frame: pd.DataFrame) -> Any:
    return pytest.importorskip("pyarrow").Table.from_pandas(frame)


ENGINES: dict[str, Callable[[pd.DataFrame], Any]] = {
    "pandas": lambda frame: frame,
    "pandas in any order": lambda frame: frame.sample(frac=1, random_state=1),
    "pyarrow": _arrow,
    "polars": lambda frame: pytest.importorskip("polars").from_arrow(_arrow(frame)),
    "polars, lazy": lambda frame: pytest.importorskip("polars").from_arrow(_arrow(frame)).lazy(),
    "duckdb": lambda frame: pytest.importorskip("duckdb").from_arrow(_arrow(frame)),
    "dask": lambda frame: pytest.importorskip("dask.dataframe").from_pandas(frame, npartitions=3),
}


@pytest.mark.filterwarnings("ignore:Dask support:FutureWarning")
@pytest.mark.parametrize("engine", ENGINES)
def test_every_engine_counts_what_pandas_counts(frame, engine):
    given = ENGINES[engine](frame)
    table = pcc.compare(given, "sector", "status")
    states = [frame[field].fillna("not_found") for field in ("sector", "status")]
    wanted = pd.crosstab(*states, margins=True, margins_name="all")
    pd.testing.assert_frame_equal(table.loc[wanted.index, wanted.columns], wanted, check_names=False)
    assert table.to_numpy().sum() == wanted.to_numpy().sum() == 4 * ROWS
    profile = pcc.outcome_profile(given, "sector")
    groups = frame.assign(sector=states[0]).groupby(["sector", "domain"])["rating"]
    assert profile["cases"].to_dict() == groups.size().to_dict()
    assert profile["median"].to_dict() == groups.median().to_dict()
    assert profile["n3"].to_dict() == groups.apply(lambda part: int((part == 3).sum())).to_dict()


def test_a_frame_of_the_cases_gives_the_table_of_the_data_set(data):
    plain = pd.DataFrame({field: data.state(field).astype("str") for field in ("sector", "decision_right")})
    pd.testing.assert_frame_equal(
        pcc.compare(plain, "sector", "decision_right"), pcc.compare(data, "sector", "decision_right")
    )


def test_faults_of_a_frame_are_told_in_words(frame):
    with pytest.raises(ValueError, match="'sectr' is no column. Did you mean 'sector'"):
        counts(frame, ["sectr"])
    with pytest.raises(ValueError, match="'watr' is no code of sector. Did you mean 'water'"):
        pcc.compare(pd.DataFrame({"sector": ["watr"], "status": ["active"]}), "sector", "status")
    with pytest.raises(ValueError, match="'rating' is no coded field"):
        pcc.compare(frame, "rating", "status")
    with pytest.raises(ValueError, match="7 is no rating"):
        pcc.outcome_profile(frame.assign(rating=7), "sector")
    with pytest.raises(TypeError):
        pcc.compare([1, 2], "sector", "status")
