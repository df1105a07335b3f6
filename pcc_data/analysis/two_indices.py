"""Two indices of voting power side by side, for every board on record whose votes can be counted."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

from pcc_data.analysis.motions import room_of_board

if TYPE_CHECKING:
    from pcc_data.dataset.dataset import Dataset

_COLUMNS = ["case", "board", "name", "bloc", "seats", "share", "banzhaf", "shapley_shubik", "apart"]


def two_indices(data: Dataset) -> pd.DataFrame:
    """One row a bloc of each board on record: case, board (its number), name, bloc, seats, share of the seats, banzhaf
    (1965), shapley_shubik (1954), and apart: the largest distance of the two indices on that board.

    Boards whose seats are not all known, and those with too many blocs to count, are left out. Boards whose indices are
    furthest apart come first.
    """
    parts = []
    for (case, board), rows in data.boards.groupby(["case", "board"], sort=False):
        try:
            room = room_of_board(data, str(case), int(board))
        except ValueError:  # seats that are not known
            continue
        power = room.power()[["seats", "share", "banzhaf", "shapley_shubik"]]
        if room.uncounted or power.isna().any(axis=None):
            continue
        apart = (power["banzhaf"] - power["shapley_shubik"]).abs().max()
        told = {"case": case, "board": board, "name": rows["name"].iloc[0], "apart": round(float(apart), 9)}
        parts.append(power.rename_axis("bloc").reset_index().assign(**told))
    table = pd.concat(parts)[_COLUMNS] if parts else pd.DataFrame(columns=_COLUMNS)
    return table.sort_values("apart", ascending=False, kind="stable").reset_index(drop=True)
