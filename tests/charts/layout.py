"""Where things lie in a drawn figure."""

from __future__ import annotations

from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure

from pcc_data.charts.style import drawing


def assert_key_above_source(figure: Figure) -> None:
    """No text of the picture touches the line at its foot, and none runs out of the figure."""
    with drawing():
        FigureCanvasAgg(figure).draw()
        renderer = figure.canvas.get_renderer()
        source = figure.texts[-1].get_window_extent(renderer)
        for text in figure.axes[0].texts:
            box = text.get_window_extent(renderer)
            assert not text.get_text() or box.y0 >= source.y1, text.get_text()
            assert box.x1 <= figure.bbox.x1 + 1, text.get_text()
