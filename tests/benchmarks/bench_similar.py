"""The cases most like a design among synthetic ones, against pandas counting the codes of the same columns:
`python tests/benchmarks/bench_similar.py [CASES …]`; without numbers among 5,000 and 100,000."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterable
from pathlib import Path

import pandas as pd

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))
import pcc_data as pcc  # noqa: E402
from pcc_data.analysis.similar import FEATURES, LIST_TABLES  # noqa: E402
from tests.benchmarks.bench_load import in_turn  # noqa: E402

CASES = (5_000, 100_000)


def many(data: pcc.Dataset, cases: int) -> pcc.Dataset:
    """A data set of so many synthetic cases: those of the project again and again, under new ids."""
    turns = range(-(-cases // len(data)))
    frame = (
        pd.concat([data.cases.rename(index=lambda case, turn=turn: f"{case}-{turn}") for turn in turns])
        .head(cases)
        .rename_axis("case")
    )
    tables = {"cases": frame}
    for name, table in data.tables.items():
        if name != "cases":
            rows = pd.concat([table.assign(case=table["case"] + f"-{turn}") for turn in turns], ignore_index=True)
            tables[name] = rows[rows["case"].isin(frame.index)].astype(table.dtypes.to_dict())
    return pcc.Dataset(**tables)


def counted(data: pcc.Dataset) -> list[pd.Series]:
    """How often each code occurs in each column that is compared."""
    plain = [data.cases[name] for name in FEATURES if name not in LIST_TABLES]
    return [column.value_counts() for column in (*plain, *(data.tables[name]["code"] for name in LIST_TABLES.values()))]


def measure(cases: int) -> None:
    """Print milliseconds and the ratio with what it should stay under."""
    data = many(pcc.load(), cases)
    designs = [pcc.Design.from_case(pcc.load(), case) for case in pcc.load().cases.index[:10]]
    start = time.perf_counter()
    pcc.similar(data, designs[0])
    first = (time.perf_counter() - start) * 1000
    ours, counting = in_turn(
        lambda: [pcc.similar(data, one) for one in designs], lambda: [counted(data) for _ in designs], rounds=5
    )
    ours, counting = ours * 1000 / len(designs), counting * 1000 / len(designs)
    print(f"{cases:,} cases: first call {first:.0f} ms, then {ours:.1f} ms a design")
    print(f"similar / pandas counting the codes of the same columns: {ours / counting:.2f} (should be at most 3)")


def main(sizes: Iterable[int]) -> None:
    """Print two lines a size."""
    for cases in sizes:
        measure(cases)


if __name__ == "__main__":
    main([int(word.replace(",", "")) for word in sys.argv[1:]] or CASES)
