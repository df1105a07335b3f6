"""What every chart keeps: three faces, an accessible name, no state left behind."""

from __future__ import annotations

import re
import subprocess
import sys
from xml.etree import ElementTree

import pytest

import pcc_data as pcc
from pcc_data import charts
from pcc_data.charts._kit.of_data import no_case
from pcc_data.colours import ink_on
from pcc_data.dataset.unreliable import unreliable
from pcc_data.drawing.chart import table_html
from pcc_data.drawing.svg import svg

CASE = "cadiz-energy-boards"
FIRST = {
    "map": lambda data: charts.map_of_cases(data),
    "roles": lambda data: charts.roles_strip(data, CASE),
    "timeline": lambda data: charts.timeline(data, CASE),
    "figures": lambda data: charts.key_figures(data, CASE),
}


@pytest.fixture(params=FIRST, ids=str)
def chart(request, data):
    return FIRST[request.param](data)


def test_the_picture_is_wellformed_and_has_the_text_twin_as_its_name(chart):
    tree = ElementTree.fromstring(chart.svg)
    assert tree.get("aria-label") == chart.text
    assert tree.get("role") in ("img", "group")


def test_three_faces(chart):
    page = chart._repr_html_()
    assert "<svg" in page and "<figcaption>" in page and "<table" in page
    assert len(chart.table) > 0 and chart.title


def test_title_stands_in_the_picture(chart):
    drawn = "".join(ElementTree.fromstring(chart.svg).itertext())
    assert all(word in drawn for word in chart.title.split())


@pytest.mark.parametrize("name", ["screen", "projector", "print", "phone"])
def test_every_style_draws(data, name):
    pcc.use_style(name)
    for draw in FIRST.values():
        assert "<svg" in draw(data).svg


def test_pictures_with_choices_name_every_choice(data):
    chart = charts.map_of_cases(data)
    found = set(re.findall(r'data-pick="([^"]+)"', chart.svg))
    assert found == set(data.cases.index)
    assert 'role="group"' in chart.svg and chart.svg.count('role="button"') == len(data)


def test_names_are_escaped(data):
    chart = charts.map_of_cases(data)
    name = 'a "b" <c> & d'
    assert ElementTree.fromstring(svg(chart.figure, name)).get("aria-label") == name


def test_numbers_in_texts_are_not_shortened():
    from matplotlib.figure import Figure

    figure = Figure()
    figure.text(0, 0, "0.66712")
    from pcc_data.drawing.style import drawing

    with drawing():
        assert "0.66712" in svg(figure, "x")


def test_drawing_registers_nothing_with_pyplot():
    code = (
        "import pcc_data as pcc; d = pcc.load(); pcc.charts.map_of_cases(d).svg; import matplotlib;before ="
        " dict(matplotlib.rcParams); pcc.charts.map_of_cases(d).svg;assert before == dict(matplotlib.rcParams);import"
        " sys; assert 'matplotlib.pyplot' not in sys.modules or not"
        " __import__('matplotlib.pyplot').pyplot.get_fignums()"
    )
    subprocess.run([sys.executable, "-c", code], check=True)


def test_save_in_three_formats(data, tmp_path):
    chart = charts.roles_strip(data, CASE)
    heads = {".svg": b"<svg", ".pdf": b"%PDF", ".png": b"\x89PNG"}
    for ending, head in heads.items():
        assert chart.save(tmp_path / f"picture{ending}").read_bytes().startswith(head)


def test_missing_values_in_tables_are_a_dash(data):
    assert "–" in table_html(data.cases.loc[[CASE], ["end_year"]]) and "NaN" not in table_html(data.cases[["end_year"]])


@pytest.mark.parametrize(("colour", "ink"), [("#FFFFFF", "#1A1A1A"), ("#000000", "#FFFFFF"), ("#E69F00", "#1A1A1A")])
def test_ink_reads_on_its_ground(colour, ink):
    assert ink_on(colour) == ink


def test_a_field_that_coders_disagree_on_is_marked():
    book = pcc.codebook
    weak = [field for field, entry in book.fields.items() if not entry.reliable]
    strong = [field for field, entry in book.fields.items() if entry.agreement and entry.reliable]
    assert strong and unreliable(*strong) == ""
    for field in weak:
        assert book.label(field) in unreliable(field)


def test_an_unknown_chart_names_the_nearest():
    with pytest.raises(AttributeError, match="map_of_cases"):
        charts.map_of_case


def test_on_a_projector_texts_grow_and_code_above_pictures_is_hidden(data):
    chart = charts.map_of_cases(data)
    assert "jp-Cell-inputWrapper" not in chart._repr_html_()
    pcc.use_style("projector")
    shown = charts.map_of_cases(data)._repr_html_()
    assert "jp-Cell-inputWrapper { display: none" in shown
    assert ".jp-RenderedMarkdown { font-size: max(1.05rem" in shown


@pytest.mark.parametrize("look", ["screen", "projector", "print", "phone"])
def test_no_title_is_wider_than_its_picture(data, look):
    from matplotlib.backends.backend_agg import FigureCanvasAgg

    pcc.use_style(look)
    for chart in (charts.roles_strip(data, case) for case in data.cases.index[:12]):
        canvas = FigureCanvasAgg(chart.figure)
        wide = [text.get_window_extent(canvas.get_renderer()).x1 for text in chart.figure.texts]
        assert max(wide) <= chart.figure.bbox.width


def test_a_picture_can_wait_behind_a_guess(data):
    chart = charts.roles_strip(data, CASE)
    shown = chart.after_guess()._repr_html_()
    assert "<details" in shown
    assert " open" not in shown.split("<summary")[0].split("<details")[1]
    assert chart.svg in shown
    assert repr(chart.after_guess()) == repr(chart)


def test_a_picture_brings_no_style_sheet_that_would_hold_for_the_whole_page(chart):
    assert "<style" not in chart.svg
    assert "stroke-linejoin: round" in chart.svg.partition(">")[0]


def test_nothing_to_draw_says_why():
    chart = no_case(["a", "b"], "No promise here", "None was found.")
    assert chart.text == "No promise here." and list(chart.table) == ["a", "b"]
    assert "None was found." in chart.svg and no_case([]).title == "No case matches"
