"""Counts of ten million rows on four engines, beside the same query written by hand for each.

    python tests/benchmarks/bench_frames.py [ROWS]

Needs polars, duckdb and dask[dataframe,distributed] beside the project. The rows are made up and lie in Parquet files
in a temporary folder; DuckDB works with 500 MB, Dask on a cluster of two processes with 600 MB each. Printed are the
median seconds of five runs, the ratio to the query by hand in the same run, and whether the table is that of pandas.
"""

from __future__ import annotations

import statistics
import sys
import tempfile
import time
import warnings
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))
import pcc_data as pcc  # noqa: E402

PART = 1_000_000
BY = ["sector", "status"]
RUNS = 5


def write_rows(folder: Path, rows: int) -> str:
    """Parquet files of made-up codes; the pattern that names them."""
    chance = np.random.default_rng(20261126)
    codes = {field: np.array([*pcc.codebook.codes(field), None], dtype=object) for field in BY}
    for part in range(max(rows // PART, 1)):
        size = min(rows, PART)
        drawn = {field: values[chance.integers(len(values), size=size)] for field, values in codes.items()}
        pd.DataFrame(drawn).to_parquet(folder / f"part-{part:03}.parquet")
    return str(folder / "part-*.parquet")


def median(run: Callable[[], Any]) -> tuple[float, Any]:
    """Median seconds of several runs, and what the last one gave."""
    taken = []
    for _ in range(RUNS):
        start = time.perf_counter()
        found = run()
        taken.append(time.perf_counter() - start)
    return statistics.median(taken), found


def engines(files: str) -> dict[str, tuple[Any, Callable[[], Any]]]:
    """Each engine's frame, and its own query."""
    import dask.dataframe as dd
    import duckdb
    import polars as pl

    duckdb.execute("SET memory_limit = '500MB'")
    whole = pd.concat(pd.read_parquet(file) for file in sorted(Path(files).parent.glob("*.parquet")))
    relation, lazy, dask = duckdb.read_parquet(files), pl.scan_parquet(files), dd.read_parquet(files)
    return {
        "pandas": (whole, lambda: whole.groupby(BY, dropna=False).size()),
        "polars": (lazy, lambda: lazy.group_by(BY).agg(pl.len()).collect()),
        "duckdb": (relation, lambda: relation.aggregate("sector, status, count(*)").df()),
        "dask": (dask, lambda: dask.groupby(BY, dropna=False).size().compute()),
    }


def main(rows: int) -> None:
    from dask.distributed import Client, LocalCluster

    warnings.filterwarnings("ignore", "Dask support", FutureWarning)
    with tempfile.TemporaryDirectory() as folder:
        files = write_rows(Path(folder), rows)
        cluster = LocalCluster(n_workers=2, threads_per_worker=1, memory_limit="600MB", dashboard_address=None)
        with cluster, Client(cluster):
            wanted = None
            for name, (frame, by_hand) in engines(files).items():
                plain, _ = median(by_hand)
                ours, table = median(lambda frame=frame: pcc.compare(frame, *BY))
                wanted = table if wanted is None else wanted
                print(f"{name:8} {ours:7.2f} s, {ours / plain:5.2f} x by hand, same table: {table.equals(wanted)}")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 10 * PART)
