"""The studio: ten blocks by widget, what stands beside them, saving and opening, and whatever people type."""

from __future__ import annotations

import base64
import re

import pytest
from markupsafe import escape

import pcc_data as pcc
from pcc_data.designs import Design, examples_dir
from pcc_data.designs.blocks import BLOCKS
from pcc_data.explore._studio.beside import beside
from pcc_data.explore._studio.canvas import design_of, values_of
from pcc_data.explore._studio.choices import codes_of
from pcc_data.pages.design_sheet import design_sheet


@pytest.fixture
def studio(data, tmp_path):
    return pcc.explore.studio(data, tmp_path / "ours")


def said(studio) -> str:
    return studio.keeping.said.html


def fill(studio) -> None:
    studio.set(
        **{
            "place.city": "Muddleton",
            "name": "Roofs",
            "sector": "energy",
            "roles.ownership": "community",
            "roles.delivery": "community",
        }
    )
    studio.set(
        public_instruments=("loan_or_guarantee",),
        boards=(("Town", "public", 2, "against"), ("Us", "community", 3, "for")),
    )


def test_there_are_ten_blocks_and_each_can_be_reached(data, studio):
    assert len(BLOCKS) == 10 and len({key for block in BLOCKS for key in block.keys}) == sum(
        len(block.keys) for block in BLOCKS
    )
    for at, block in enumerate(BLOCKS):
        studio._steps[at].click()
        assert block.ask in studio._said.value.replace("&#x27;", "'") and [
            child.layout.display for child in studio._block.children
        ] == ["none"] * at + [""]
        assert (
            studio._examples.html.count("<b>") >= 2
            and "Says who?" in studio._examples.html
            and "pcc-error" not in studio._examples.html
        )
    studio._next.click()
    assert studio.step == 9
    studio._back.click()
    assert studio.step == 8


def test_every_choice_changes_the_design_and_never_fails(studio):
    for key, control in studio.controls.items():
        for code in [value for _, value in getattr(control, "options", ()) if value]:
            control.value = code
            assert "pcc-error" not in studio.picture.html
    for key in (
        "public_instruments",
        "community_contributions",
        "community_partners.legal_form",
        "public_partners.level",
    ):
        for code, button in studio.controls[key].buttons.items():
            button.value = True
        assert list(studio.controls[key].value) == codes_of(key)
    assert studio.design["public_instruments"] == codes_of("public_instruments")


def test_beside_is_what_the_functions_say(data, studio):
    fill(studio)
    assert studio.picture.html == beside(data, studio.design, studio.weights())
    assert (
        "Community-owned, publicly backed" in studio.picture.html
        and "it passes: 3 for and 2 against" in studio.picture.html
    )


def test_marks_show_which_blocks_are_filled(studio):
    assert not any("✓" in button.description for button in studio._steps)
    fill(studio)
    marked = [block.name for block, button in zip(BLOCKS, studio._steps, strict=True) if "✓" in button.description]
    assert marked == ["Need", "Public part", "Owner", "Running", "Vote"]


def test_controls_and_design_are_the_same_thing_twice(data):
    for case in data.cases.index:
        design = Design.from_case(data, case)
        again = design_of(values_of(design) | {"by": ""}, design)
        assert again.features() == design.features() and again["community_partners"] == design["community_partners"]
        assert again["boards"] == design["boards"] and again["name"] == design["name"]


def test_rows_of_the_board_by_widget(studio):
    board = studio.controls["boards"]
    board.rows[0]["seats"].value, board.rows[1]["seats"].value = 4, 3
    board.rows[1]["vote"].value = "for"
    assert [bloc["seats"] for bloc in studio.design["boards"][0]["blocs"]] == [4, 3]
    board.rows[1]["name"].value = board.rows[0]["name"].value
    assert "is there twice" in studio.picture.html
    board.rows[1]["name"].value = "Us"
    board.rows[0]["seats"].value = board.rows[1]["seats"].value = 0
    assert studio.design["boards"] == [] and "pcc-error" not in studio.picture.html


@pytest.mark.parametrize("words", ["<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "x" * 5000, "a\u202eb"])
@pytest.mark.parametrize("key", ["name", "summary", "community", "first_motion", "place.city", "by"])
def test_what_cannot_be_held_is_a_sentence_and_the_page_stays_alive(studio, key, words):
    fill(studio)
    studio.controls[key].value = words
    assert (
        "pcc-error" in studio.picture.html
        and "<script" not in studio.picture.html
        and "<img" not in studio.picture.html
    )
    for button in (studio.keeping.saving, studio.keeping.printing, studio.keeping.pdf):
        button.click()
        assert "pcc-error" in said(studio) and "<script" not in said(studio) and "<img" not in said(studio)
    studio.controls[key].value = "good"
    assert "pcc-error" not in studio.picture.html


def test_nothing_is_on_disk_until_it_is_saved(studio, tmp_path):
    fill(studio)
    studio.keeping.printing.click()
    assert list(tmp_path.iterdir()) == []
    studio.keeping.saving.click()
    assert [file.name for file in (tmp_path / "ours").iterdir()] == ["muddleton-roofs.yaml"] and "Saved" in said(studio)


def test_saved_opened_and_the_same(data, studio, tmp_path):
    fill(studio)
    studio.keeping.saving.click()
    other = pcc.explore.studio(data, tmp_path / "ours")
    other.keeping.opening.click()
    assert other.design == studio.design and other.controls["sector"].value == "energy"


def test_a_file_in_the_way_stays_until_replace_it_is_pressed(studio, tmp_path):
    fill(studio)
    studio.keeping.saving.click()
    file = tmp_path / "ours" / "muddleton-roofs.yaml"
    file.write_text("precious")
    studio.keeping.saving.click()
    assert (
        "left as it is" in said(studio)
        and file.read_text() == "precious"
        and studio.keeping.replacing.layout.display == ""
    )
    studio.keeping.replacing.click()
    assert Design.load(file) == studio.design and studio.keeping.replacing.layout.display == "none"


def test_a_bad_file_is_told_and_changes_nothing(studio, tmp_path):
    fill(studio)
    before = studio.design
    (tmp_path / "ours").mkdir()
    (tmp_path / "ours" / "<img src=x onerror=alert(1)>.yaml").write_text(
        "format: 1\nname: <script>x</script>\nsector: energi\n"
    )
    studio.keeping.looking.click()
    studio.keeping.files.value = studio.keeping.files.options[0][1]
    studio.keeping.opening.click()
    assert "did you mean energy?" in said(studio) and "<script" not in said(studio) and "<img" not in said(studio)
    assert studio.design == before


def test_start_again_empties_and_can_be_taken_back(studio):
    fill(studio)
    before = studio.design
    studio.start_again()
    assert studio.design == Design() and studio.step == 0 and studio._bring.layout.display == ""
    studio._bring.click()
    assert studio.design == before


def test_examples_can_be_opened_from_any_folder(studio):
    for label, file in studio.keeping.files.options:
        studio.keeping.files.value = file
        studio.keeping.opening.click()
        assert label.startswith("Example: ") and studio.design == Design.load(file)
    assert len(studio.keeping.files.options) == len(list(examples_dir().glob("*.yaml"))) == 4


def test_names_of_partners_and_further_boards_are_kept(data, studio):
    case = data.boards.groupby("case")["board"].nunique().idxmax()
    design = Design.from_case(data, case)
    studio.show(design)
    studio.controls["surplus_use"].value = "none"
    assert studio.design["boards"] == design["boards"] and studio.design["public_partners"] == design["public_partners"]


def test_weights_are_used_and_reset(data, studio):
    fill(studio)
    even = studio.picture.html
    studio.controls["weight:sector"].value = 0
    assert studio.weights()["sector"] == 0 and studio.weights()["roles.delivery"] == 1
    assert studio.picture.html == beside(data, studio.design, studio.weights()) != even
    studio.start_again()
    assert set(studio.weights().values()) == {1}


def test_the_sheet_travels_in_the_link(data, studio):
    fill(studio)
    studio.keeping.printing.click()
    packed = re.search(r"base64,([^\"]+)\"", said(studio))[1]
    assert base64.b64decode(packed).decode() == design_sheet(
        data, studio.design
    ) and 'download="muddleton-roofs.html"' in said(studio)


def test_on_paper_it_is_a_canvas_to_write_on(studio):
    page = studio.static()
    assert (
        all(escape(block.ask) in page for block in BLOCKS)
        and 'class="write"' in page
        and "Lease or right of use" in page
    )


def test_every_style(data):
    for style in ("screen", "projector", "print"):
        pcc.use_style(style)
        assert "What your design makes" in pcc.explore.studio(data).picture.html
