"""Voting power of twenty blocs, against plain Python that goes through coalitions of fewer blocs:
`python tests/benchmarks/bench_power.py`."""

from __future__ import annotations

import sys
from itertools import combinations
from math import factorial
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))
from pcc_data.analysis.voting_power import voting_power  # noqa: E402
from tests.benchmarks.bench_load import in_turn  # noqa: E402

FEW, MANY = 12, 20


def board(count: int) -> dict[str, int]:
    """A board of so many blocs, no two with the same number of seats."""
    return {f"bloc {number}": 2 * number + 3 for number in range(count)}


def plainly(seats: dict[str, int]) -> dict[str, tuple[float, float]]:
    """Banzhaf and Shapley-Shubik by bloc as the definitions say: one coalition after the other."""
    quota, count = sum(seats.values()) // 2 + 1, len(seats)
    swings, orders = dict.fromkeys(seats, 0), dict.fromkeys(seats, 0)
    for bloc, own in seats.items():
        others = [other for other in seats if other != bloc]
        for size in range(count):
            for group in combinations(others, size):
                have = sum(seats[one] for one in group)
                if have < quota <= have + own:
                    swings[bloc] += 1
                    orders[bloc] += factorial(size) * factorial(count - size - 1)
    return {bloc: (swings[bloc] / sum(swings.values()), orders[bloc] / factorial(count)) for bloc in seats}


def main() -> None:
    """Print the ratios and the time, with what they should stay under."""
    table = voting_power(board(FEW))
    for bloc, (banzhaf, shapley) in plainly(board(FEW)).items():
        assert (
            abs(table.at[bloc, "banzhaf"] - banzhaf) < 1e-12 and abs(table.at[bloc, "shapley_shubik"] - shapley) < 1e-12
        )
    many, few, plain = in_turn(
        lambda: voting_power(board(MANY)), lambda: voting_power(board(FEW)), lambda: plainly(board(FEW)), rounds=5
    )
    print(f"voting_power of {MANY} blocs: {many * 1000:.0f} ms (should be under 1000)")
    print(f"{MANY} blocs / plain Python with {FEW}: {many / plain:.1f} ({2 ** (MANY - FEW)} times as many coalitions)")
    print(f"{FEW} blocs / plain Python with {FEW}: {few / plain:.3f} (should be at most 0.2)")


if __name__ == "__main__":
    main()
