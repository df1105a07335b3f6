"""Loading and importing, as ratios of one run: `python tests/benchmarks/bench_load.py`."""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Callable
from statistics import median

import pandas as pd

import pcc_data as pcc
from pcc_data.paths import datasets_dir
from pcc_data.tables.spec import TABLES

ROUNDS = 25


def in_turn(*actions: Callable[[], object], rounds: int = ROUNDS) -> list[float]:
    """Median seconds of each action; they take turns, so that a slow moment of the machine hits all of them."""
    times: list[list[float]] = [[] for _ in actions]
    for action in actions:
        action()
    for _ in range(rounds):
        for action, kept in zip(actions, times, strict=True):
            start = time.perf_counter()
            action()
            kept.append(time.perf_counter() - start)
    return [median(kept) for kept in times]


def read_with_pandas() -> list[pd.DataFrame]:
    """The same tables, read in the plain way."""
    return [read_one(table) for table in TABLES]


def read_one(table: str = "cases") -> pd.DataFrame:
    """One table, read in the plain way."""
    return pd.read_csv(datasets_dir() / "tables" / f"{table}.csv")


def python(code: str) -> Callable[[], object]:
    """An action that runs `code` in a fresh Python."""
    return lambda: subprocess.run([sys.executable, "-c", code], check=True)


def main() -> None:
    """Print the ratios with what they should stay under."""
    ours, plain = in_turn(lambda: pcc.load().cases, read_one)
    print(f"load().cases / pandas reading cases.csv: {ours / plain:.2f} (should be at most 1.5)")
    ours, plain = in_turn(lambda: pcc.load().tables, read_with_pandas)
    print(f"load().tables / pandas reading the same tables: {ours / plain:.2f} (should be at most 1.5)")
    both, alone = in_turn(python("import pandas, pcc_data"), python("import pandas"), rounds=9)
    only, _ = in_turn(python("import pcc_data"), python("pass"), rounds=5)
    print(f"import pandas and pcc_data / import pandas: {both / alone:.2f} (should be at most 1.15)")
    print(f"import pcc_data alone / import pandas: {only / alone:.2f}")


if __name__ == "__main__":
    main()
