"""The studio: blocks by widget, what stands beside them, saving and opening, and whatever people type."""

from __future__ import annotations

import base64
import re

import pytest
from markupsafe import escape

import pcc_data as pcc
from pcc_data.designs import Design, examples_dir
from pcc_data.designs.blocks import BLOCKS, codes_of
from pcc_data.designs.canvas_values import design_of, values_of
from pcc_data.designs.drafts import Drafts
from pcc_data.designs.fate import card_of
from pcc_data.pages.beside import beside
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


def test_every_block_can_be_reached_and_shows_real_cases(data, studio):
    assert len({key for block in BLOCKS for key in block.keys}) == sum(len(block.keys) for block in BLOCKS)
    for at, block in enumerate(BLOCKS):
        studio._steps[at].click()
        assert block.ask in studio._said.value.replace("&#x27;", "'") and [
            child.layout.display for child in studio._block.children
        ] == ["none"] * at + [""]
        if block.example or block.told:
            assert studio._examples.html.count("<b>") >= 2 and "Says who?" in studio._examples.html
        assert "pcc-error" not in studio._examples.html
    studio._next.click()
    assert studio.step == len(BLOCKS) - 1
    studio._back.click()
    assert studio.step == len(BLOCKS) - 2


def test_own_income_is_offered_for_running_costs_alone(studio):
    offering = [
        key for key, one in studio.controls.items() if "own_income" in dict(getattr(one, "options", ())).values()
    ]
    assert offering == ["roles.running_costs"]
    page = studio.static()
    assert page.count("What it sells to others") == 1
    assert "Who pays year by year?" in page.split("What it sells to others")[0].rsplit("<li>", 1)[1]


def test_the_canvas_asks_in_plain_words(studio):
    shown = [label for one in studio.controls.values() for label, _ in getattr(one, "options", ())]
    shown += [button.description for key in ("public_instruments",) for button in studio.controls[key].buttons.values()]
    for jargon in ("Parallel provision", "Third party", "Programme", "Equity stake", "Co-decides", "Wide membership"):
        assert jargon not in shown
    page = studio.static()
    for word in ("surplus", "staff", "unpaid work", "women", "tenders", "left out", "public duty", "climate"):
        assert word in page.lower()


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
    marked = [block.key for block, button in zip(BLOCKS, studio._steps, strict=True) if "✓" in button.description]
    assert marked == ["need", "duty", "owner", "work", "vote"]
    assert [button.description.split(" ")[0] for button in studio._steps] == [str(at) for at in range(1, 14)]


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
@pytest.mark.parametrize(
    "key", ["name", "summary", "staff", "what_if.breach", "first_step.by_whom", "place.city", "by"]
)
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


def test_only_a_draft_is_on_disk_until_it_is_saved(studio, tmp_path):
    assert list(tmp_path.iterdir()) == []
    fill(studio)
    studio.keeping.printing.click()
    assert [file.name for file in (tmp_path / "ours").iterdir()] == [".drafts.json"]
    studio.keeping.saving.click()
    assert (tmp_path / "ours" / "muddleton-roofs.yaml").is_file() and "Saved" in said(studio)
    assert Drafts(tmp_path / "ours").read() == []


def offered(studio) -> list[str]:
    return [button.description for button in studio.offer._choice.children]


def test_a_draft_is_offered_to_whoever_opens_the_folder_next(data, studio, tmp_path):
    assert studio.offer.layout.display == "none"
    fill(studio)
    studio.controls["by"].value = "Table 1"
    again = pcc.explore.studio(data, tmp_path / "ours")
    first, last = offered(again)
    assert re.fullmatch(r"Go on with the draft of \d\d:\d\d: Roofs \(Table 1\)", first) and last == "Begin again"
    assert again.design == Design() and "has not been saved" in again.offer._said.value
    again.offer._choice.children[0].click()
    assert again.design == studio.design and again.offer.layout.display == "none"


def test_begin_anew_leaves_the_draft_of_the_other_table(data, studio, tmp_path):
    fill(studio)
    other = pcc.explore.studio(data, tmp_path / "ours")
    other.offer._choice.children[-1].click()
    assert other.design == Design() and other.offer.layout.display == "none"
    other.controls["name"].value = "Kitchen"
    assert {draft.design["name"] for draft in Drafts(tmp_path / "ours").read()} == {"Roofs", "Kitchen"}


def test_a_draft_taken_up_is_one_draft_and_knows_its_own_file(data, studio, tmp_path):
    fill(studio)
    studio.keeping.saving.click()
    studio.controls["staff"].value = "Two"
    again = pcc.explore.studio(data, tmp_path / "ours")
    again.offer._choice.children[0].click()
    again.controls["duty"].value = "Power for all"
    (draft,) = Drafts(tmp_path / "ours").read()
    assert draft.design["duty"] == "Power for all"
    again.keeping.saving.click()
    assert "Saved" in said(again) and Drafts(tmp_path / "ours").read() == []
    assert Design.load(tmp_path / "ours" / "muddleton-roofs.yaml")["staff"] == "Two"


def test_a_damaged_draft_and_a_closed_folder_are_told_and_stop_nothing(data, tmp_path):
    (tmp_path / "ours").mkdir()
    (tmp_path / "ours" / ".drafts.json").write_text("{")
    damaged = pcc.explore.studio(data, tmp_path / "ours")
    assert "is damaged" in damaged.offer._said.value and offered(damaged) == []
    (tmp_path / "file").write_text("no folder")
    closed = pcc.explore.studio(data, tmp_path / "file")
    fill(closed)
    assert "No draft can be kept here" in closed.offer._said.value and "pcc-error" not in closed.picture.html


def test_its_own_file_is_saved_again_without_a_question(studio, tmp_path):
    fill(studio)
    studio.keeping.saving.click()
    studio.controls["by"].value = "Table 1"
    studio.keeping.saving.click()
    file = tmp_path / "ours" / "muddleton-roofs.yaml"
    assert "Saved" in said(studio) and Design.load(file)["by"] == "Table 1"
    studio.controls["name"].value = "Roofs again"
    studio.keeping.saving.click()
    assert "muddleton-roofs-again.yaml" in said(studio) and "muddleton-roofs.yaml, is still there" in said(studio)
    studio.start_again()
    fill(studio)
    studio.keeping.saving.click()
    assert "left as it is" in said(studio) and Design.load(file)["by"] == "Table 1"


def test_a_fate_card_is_answered_before_it_tells_its_end(data, studio):
    box = studio.controls["fate"]
    fill(studio)
    assert box.story.html == "" and box.answer.layout.display == "none"
    box.drawing.click()
    case, card, _ = box.value
    assert data.cases.at[case, "sector"] == "energy" and card in box.card.html and box.story.html == ""
    assert "not answered" not in said(studio)
    studio.keeping.saving.click()
    assert "not answered a fate card" in said(studio)
    box.answer.value = "Only with our consent"
    assert card_of(case).happened in box.story.html.replace("&#39;", "'") and "Says who?" in box.story.html
    assert studio.design["fate"] == {"case": case, "card": card, "answer": "Only with our consent"}
    studio.keeping.saving.click()
    assert "not answered" not in said(studio)
    box.drawing.click()
    assert box.value[0] != case and box.answer.value == "" and box.story.html == ""
    box.telling.value = True
    assert card_of(box.value[0]).happened in box.story.html.replace("&#39;", "'")
    studio.start_again()
    assert box.value == () and box.card.html == box.story.html == "" and not box.telling.value


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
        and "open the notebook" not in page
    )


def test_every_style(data):
    for style in ("screen", "projector", "print", "phone"):
        pcc.use_style(style)
        assert "What your design makes" in pcc.explore.studio(data).picture.html


def test_another_folder_offers_its_own_designs_first(data, tmp_path):
    studio = pcc.explore.studio(data, str(tmp_path / "nothing_here"))
    assert studio.keeping.files.value in map(str, examples_dir().iterdir())
    own = tmp_path / "ours.yaml"
    own.write_text("format: 1\nname: Ours\n", encoding="utf-8")
    studio.keeping.folder.value = str(tmp_path)
    assert studio.keeping.files.value == str(own)
    example = studio.keeping.files.options[-1][1]
    studio.keeping.files.value = example
    studio.keeping.looking.click()
    assert studio.keeping.files.value == example, "to look again changes no choice"
