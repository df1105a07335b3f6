"""Pictures of the data. Each function takes a Dataset and returns a Chart: picture, sentence, table."""

from __future__ import annotations

from pcc_data.charts.chart import Chart
from pcc_data.charts.figures import key_figures
from pcc_data.charts.places import map_of_cases
from pcc_data.charts.roles import roles_strip
from pcc_data.charts.timeline import timeline

__all__ = ["Chart", "key_figures", "map_of_cases", "roles_strip", "timeline"]
