"""The cases most like a design among 5,000 synthetic ones, against pandas counting codes of the same table:
`python tests/benchmarks/bench_similar.py`."""

from __future__ import annotations

import sys
import time
from pathlib import Path

import pandas as pd

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))
import pcc_data as pcc  # noqa: E402
from pcc_data.analysis.similar import FEATURES, LIST_TABLES, features  # noqa: E402
from tests.benchmarks.bench_load import in_turn  # noqa: E402

CASES = 5000


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


def main() -> None:
    """Print milliseconds and the ratio with what they should stay under."""
    data = many(pcc.load(), CASES)
    designs = [pcc.Design.from_case(pcc.load(), case) for case in pcc.load().cases.index[:10]]
    start = time.perf_counter()
    pcc.similar(data, designs[0])
    first = (time.perf_counter() - start) * 1000
    frame = features(data)
    plain = [name for name in FEATURES if name not in LIST_TABLES]
    ours, counting = in_turn(
        lambda: [pcc.similar(data, one) for one in designs], lambda: [frame[plain].nunique() for _ in designs]
    )
    ours, counting = ours * 1000 / len(designs), counting * 1000 / len(designs)
    print(f"{CASES:,} cases: first call {first:.0f} ms, then {ours:.1f} ms a design (should be under 100)")
    print(f"similar / pandas counting the codes of the same columns: {ours / counting:.2f}")


if __name__ == "__main__":
    main()
