"""Where things lie in a drawn figure."""

from __future__ import annotations

from io import StringIO

from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from matplotlib.text import Text
from matplotlib.transforms import Bbox

from pcc_data.drawing.style import drawing
from pcc_data.drawing.svg import Renderer


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


def boxes(figure: Figure) -> list[tuple[str, Bbox]]:
    """Every text of a picture with the place that a browser gives it, in points."""
    dpi, figure.dpi = figure.dpi, 72
    try:
        with drawing():
            renderer = Renderer(*(figure.get_size_inches() * 72), StringIO(), image_dpi=72)
            figure.draw(renderer)
            texts = [text for text in figure.findobj(Text) if text.get_visible() and text.get_text().strip()]
            return [(text.get_text(), text.get_window_extent(renderer)) for text in texts]
    finally:
        figure.dpi = dpi
