"""Any two coded fields as a table of dots: counts, sentences and marks come from the same numbers."""

from __future__ import annotations

import itertools

import pandas as pd
import pytest

import pcc_data as pcc
from pcc_data.analysis.states import states
from pcc_data.charts._cross_table import cross_table
from pcc_data.drawing.key import key_of, key_places
from pcc_data.drawing.marks import HOLLOW, PICKABLE, marks
from pcc_data.say import say
from pcc_data.tables.spec import DOMAINS

PAIRS = [
    ("sector", "ownership_model"),
    ("ownership_model", "sector"),
    ("participation_level", "decision_right"),
    ("world_region", "roles.governance"),
    ("status", "surplus_use"),
    ("collection", "end_reason"),
    ("roles.running_costs", "in_practice"),
]


def plain(data, field):
    """The state of a field, taken from the tables by hand."""
    column = data.cases[field].astype(object)
    gaps = data.missing[(data.missing["table"] == "cases") & (data.missing["field"] == field)].set_index("case")["why"]
    return column.where(column.notna(), gaps.reindex(column.index).astype(object)).astype(str)


@pytest.fixture(params=PAIRS, ids=" by ".join)
def pair(request):
    return request.param


def test_counts_equal_plain_pandas(data, pair):
    table, (rows, columns) = cross_table(data, *pair).table, pair
    counts = pd.crosstab(plain(data, rows), plain(data, columns))
    for row, column in itertools.product(counts.index, counts.columns):
        assert table.at[pcc.codebook.label(rows, row), pcc.codebook.label(columns, column)] == counts.at[row, column]
    assert table.at["All", "All"] == len(data) == table.drop(index="All", columns="All").to_numpy().sum()


def test_every_case_and_every_full_cell_can_be_chosen(data, pair):
    chart, (rows, columns) = cross_table(data, *pair), pair
    assert all(f'data-pick="{case}"' in chart.svg for case in data.cases.index)
    cells = set(plain(data, rows) + "|" + plain(data, columns))
    assert {key for key in chart.picks if "|" in key} == cells
    for cell in cells:
        assert f'data-pick="{cell}"' in chart.svg
    count = (plain(data, rows) + "|" + plain(data, columns) == max(cells)).sum()
    assert say("n-cases", n=count) in chart.picks[max(cells)]


def test_title_gives_counts_with_denominators_of_known_cases(data):
    chart = cross_table(data, "sector", "ownership_model")
    sector, model = data.cases["sector"].astype(str), data.cases["ownership_model"].astype(str)
    counts = pd.crosstab(sector, model)
    surplus = counts - counts.sum(axis=1).to_numpy()[:, None] * counts.sum().to_numpy() / len(data)
    row, column = surplus.where(counts >= 3).stack().idxmax()
    inside, whole = (sector == row).sum(), (model == column).sum()
    here = counts.at[row, column]
    assert (
        chart.title == f"{pcc.codebook.label('sector', row)}: {here} of {inside} are coded"
        f" “{pcc.codebook.label('ownership_model', column)}”; elsewhere {whole - here} of {len(data) - inside}"
    )
    assert f"An even spread would put {inside * whole / len(data):.1f} of them there" in chart.text


def test_what_is_not_known_leaves_the_denominators(data):
    chart = cross_table(data, "participation_level", "roles.running_costs")
    known = plain(data, "participation_level").ne("not_found") & plain(data, "roles.running_costs").ne("unknown")
    assert f"Both are known for {known.sum()} of {len(data)} cases" in chart.text
    level = plain(data, "participation_level")[known]
    name = chart.title.split(":")[0]
    code = next(
        code
        for code in pcc.codebook.codes("participation_level")
        if pcc.codebook.label("participation_level", code) == name
    )
    assert (
        f" of {(level == code).sum()} are coded" in chart.title
        and f" of {(level != code).sum()}" in chart.title.split(";")[1]
    )


def test_small_selections_say_what_there_is(data):
    ten = cross_table(data.filter(collection="report"), "sector", "ownership_model")
    pairs = data.filter(collection="report").cases.groupby(["sector", "ownership_model"], observed=True).size()
    assert pairs.max() == 1 and ten.title == "No two of these ten cases share both sector and ownership model"
    assert "* fewer than three cases" in ten.svg
    one = cross_table(data.only(["cadiz-energy-boards"]), "sector", "ownership_model")
    assert one.title == "One case, coded “Energy” and “Public, with civic governance”"
    two = cross_table(data.only(["cadiz-energy-boards", "hastings-peoples-pier"]), "sector", "ownership_model")
    assert two.title == "The two cases do not share both sector and ownership model"
    none = cross_table(data.only([]), "sector", "ownership_model")
    assert none.title == "No case matches" and "<svg" in none.svg
    unknown = data.filter(surplus_use="not_found")
    assert "none has both status and use of surplus known" in cross_table(unknown, "status", "surplus_use").title


def test_small_groups_and_nothing_are_marked(data):
    svg = cross_table(data, "community_base", "decision_right").svg
    assert ">n = 2*<" in svg and "* fewer than three cases" in svg and "Dashed" in svg
    assert ">not found<" in svg


@pytest.mark.parametrize(
    "colour", ["sector", "status", "roles.ownership", "decision_right", "ownership_model", "surplus_use", "end_reason"]
)
def test_marks_follow_the_codebook(data, colour):
    known, codes = marks(colour), pcc.codebook.codes(colour)
    for name, code in codes.items():
        assert known[name] == HOLLOW if code.nothing == "not_found" else known[name].colour == code.colour
    signs = [(mark.shape, mark.letter) for name, mark in known.items() if name in codes]
    assert len(set(signs)) == len(signs), "shape or letter tells codes apart without colour"
    assert "<svg" in cross_table(data, "world_region", "in_practice", colour=colour).svg


def test_letters_of_the_colours_are_drawn_once_a_case(data):
    svg = cross_table(data, "sector", "status", colour="roles.ownership").svg
    counts = data.cases["roles.ownership"].value_counts()
    for code in ("public", "shared", "community"):
        letter = pcc.codebook.codes("roles.ownership")[code].letter
        assert svg.count(f">{letter}<") == counts[code] + 1, "the marks and the key"


@pytest.mark.parametrize("domain", DOMAINS)
def test_an_outcome_colours_and_missing_ratings_are_no_zeros(data, domain):
    field = f"outcomes.{domain}"
    rating = data.outcomes[data.outcomes["domain"] == domain].set_index("case")["rating"]
    found = states(data, field).astype(str)
    assert (found[rating.isna()[found.index]] == "not_found").all() and rating.isna().any()
    assert (
        found[rating.notna()[found.index]].astype(int) == rating.dropna().astype(int).reindex(found.index).dropna()
    ).all()
    chart = cross_table(data, "sector", "status", colour=field)
    assert f"{pcc.codebook.label(field)}: " in chart.text and f"not found {rating.isna().sum()}" in chart.text
    assert ("Caution" in chart.svg) == (not pcc.codebook.field(field).reliable)


def test_key_is_left_out_where_rows_tell_the_marks(data):
    shown = cross_table(data, "sector", "status", colour="sector").svg
    assert shown.count(">Water<") == 1 and cross_table(data, "status", "in_practice").svg.count(">Water<") == 1


def test_the_chosen_case_is_ringed(data):
    plainly, ringed = (cross_table(data, "sector", "status", chosen=case).svg for case in (None, "cadiz-energy-boards"))
    assert ringed.count("<use") == plainly.count("<use") + 1
    assert "Coded place" not in ringed


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("sectr", "status"), "sector"),
        (("sector", "name"), "coded field"),
        (("sector", "sector"), "two different fields"),
    ],
)
def test_wrong_fields_are_refused(data, arguments, words):
    with pytest.raises(ValueError, match=words):
        cross_table(data, *arguments)


@pytest.mark.parametrize(
    ("colour", "words"), [("start_precision", "no colours"), ("outcomes.durabilty", "durability"), ("name", "coded")]
)
def test_wrong_colours_are_refused(data, colour, words):
    with pytest.raises(ValueError, match=words):
        cross_table(data, "sector", "status", colour=colour)


@pytest.mark.parametrize("style", ["screen", "projector", "print", "phone"])
@pytest.mark.parametrize(
    ("rows", "columns"), [("ownership_model", "decision_right"), ("community_base", "ownership_model")]
)
def test_names_stay_in_their_columns(data, style, rows, columns):
    """No name is wider than its column or the margin, measured as drawn."""
    pcc.use_style(style)
    chart = cross_table(data, rows, columns, colour="ownership_model")
    from matplotlib.backends.backend_agg import FigureCanvasAgg

    renderer, ax = FigureCanvasAgg(chart.figure).get_renderer(), chart.figure.axes[0]
    area = ax.get_window_extent(renderer)
    heads = [text for text in ax.texts if "n = " in text.get_text() and text.get_ha() == "center"]
    boxes = sorted((text.get_window_extent(renderer) for text in heads), key=lambda box: box.x0)
    assert len(boxes) > 5 and all(left.x1 <= right.x0 + 1 for left, right in itertools.pairwise(boxes))
    names = [
        text.get_window_extent(renderer) for text in ax.texts if "n = " in text.get_text() and text.get_ha() == "right"
    ]
    assert names and all(box.x0 >= 0 and box.x1 <= area.x0 for box in names)
    assert all(above.y0 >= below.y1 - 1 for above, below in itertools.pairwise(sorted(names, key=lambda box: -box.y0)))


def test_a_long_key_breaks_into_lines(data):
    words = [words for _, words in key_of("ownership_model", data.cases["ownership_model"])]
    places = key_places(words, 9.0)
    assert len(places) == 9 and places[-1][1] >= 1 and all(x < 9 for x, _ in places)


def test_thousands_of_cases_draw_few_artists(data):
    from dataclasses import replace

    cases = pd.concat(
        [
            data.cases.set_axis([f"{case}-{copy}" for case in data.cases.index])
            for copy in range(PICKABLE // len(data) + 1)
        ]
    )
    missing = data.missing.iloc[:0]
    large = replace(data, cases=cases.rename_axis("case"), missing=missing)
    chart = cross_table(large, "sector", "ownership_model", colour="status")
    assert len(chart.figure.axes[0].lines) < len(cases) / 2 and 'data-pick="water|' in chart.svg
    assert chart.table.at["All", "All"] == len(cases)
