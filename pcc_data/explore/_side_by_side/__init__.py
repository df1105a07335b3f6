"""Two cases side by side."""

from pcc_data.explore._side_by_side.side_by_side import side_by_side as side_by_side
