"""Sheets to print: a design on A4, a case as a card on A5."""

from __future__ import annotations

import re

import pytest
from markupsafe import escape

import pcc_data as pcc
from pcc_data.designs import examples_dir, read_folder
from pcc_data.designs.blocks import BLOCKS, TEXTS
from pcc_data.pages import sheets
from pcc_data.pages.case_sheet import case_sheet
from pcc_data.pages.design_sheet import design_sheet

EXAMPLES = list(read_folder(examples_dir())[0].values())


def footnotes(page: str) -> tuple[set[int], int]:
    """Numbers that stand in the text, and how many sources are listed."""
    marks = {int(number) for marks in re.findall(r"<sup>([\d, ]+)</sup>", page) for number in marks.split(", ")}
    notes = re.search(r'<ol class="notes">(.*?)</ol>', page, re.S)
    return marks, notes[1].count("<li>") if notes else 0


@pytest.mark.parametrize("at", range(len(EXAMPLES)))
def test_a_design_on_a4(data, at):
    design = EXAMPLES[at]
    page = design_sheet(data, design)
    assert "size: A4" in page and "<script" not in page and "<details" not in page and 'class="write"' in page
    assert escape(design.title) in page and escape(design["summary"]) in page and escape(design["by"]) in page
    assert all(escape(block.ask) in page for block in BLOCKS)
    near = pcc.similar(data, design, n=3)
    assert all(escape(data.cases.at[case, "name"]) in page for case in near.index)
    marks, listed = footnotes(page)
    assert marks == set(range(1, listed + 1)) and listed > 3


def test_an_empty_design_is_one_page_to_write_on(data):
    page = design_sheet(data, pcc.Design())
    texts = [key for block in BLOCKS for key in block.keys if key in TEXTS and key not in ("place.city", "name")]
    assert page.count('class="write"') == len(texts) + 3  # seats, the card and the clause
    assert footnotes(page) == (set(), 0) and 'class="new-page"' not in page


def test_what_no_code_holds_is_on_the_first_page(data):
    words = {
        "left_out": "Who cannot pay",
        "staff": "Two people",
        "unpaid_work": "Nine women",
        "tenders": "Ask by March",
    }
    design = pcc.Design(
        **words,
        sector="care",
        roles={"ownership": "community", "running_costs": "own_income"},
        what_if={"breach": "A mediator"},
        first_step={"what": "Ask", "by_whom": "Amina", "by_when": "Friday"},
        fate={"case": "x", "card": "A club wants the land", "answer": "Only with our consent"},
    )
    first, annex = design_sheet(data, design).split('class="new-page"')
    said = [*words.values(), "A mediator", "Amina", "Friday", "A club wants the land", "Only with our consent"]
    assert all(escape(text) in first and escape(text) not in annex for text in said)
    assert "What it sells to others" in first and "Sources" in annex
    assert not re.search("click|press|button|notebook", first + annex, re.IGNORECASE)


def test_texts_of_a_design_are_escaped(data):
    page = design_sheet(
        data, pcc.Design(name="<3 & us", community="2 < 3", first_motion="1 < 2", sector="food", by="<4")
    )
    assert "&lt;3 &amp; us" in page and "2 &lt; 3" in page and "1 &lt; 2" in page and not re.search(r"<[\d]", page)


def test_every_case_as_a_card(data):
    for case in data.cases.index:
        page = data.case(case).sheet()
        row = data.cases.loc[case]
        assert "size: A5" in page and "<script" not in page and 'class="write"' in page
        assert escape(row["name"]) in page and escape(row["summary"]) in page
        assert escape(pcc.codebook.label("status", row["status"])) in page
        marks, listed = footnotes(page)
        assert marks == set(range(1, listed + 1)) and listed >= 1


def test_the_card_says_which_ratings_were_not_found(data):
    case = data.outcomes.loc[data.outcomes["rating"].isna(), "case"].iloc[0]
    missing = int((data.one("outcomes", case)["rating"].isna()).sum())
    table = re.search(r"What is reported of its effects</h2><table>(.*?)</table>", case_sheet(data, case), re.S)[1]
    assert table.count("<tr>") == 7 and table.count("not found") == missing


def test_a_card_in_a_notebook_offers_its_sheet(data):
    assert 'download="cadiz-energy-boards.html"' in data.case("cadiz-energy-boards")._repr_html_()


def test_an_unknown_case_names_the_nearest(data):
    with pytest.raises(ValueError, match="cadiz-energy-boards"):
        case_sheet(data, "cadiz-energy")


@pytest.mark.browser
def test_a_card_is_two_sides_also_beside_a_relative_path(data, tmp_path, monkeypatch):
    if sheets.find_browser() is None:
        pytest.skip("No Chromium found.")
    monkeypatch.chdir(tmp_path)
    longest = str(data.cases["summary"].str.len().idxmax())
    assert "Saved as card.pdf" in sheets.pdf(case_sheet(data, longest), "card.pdf")
    assert len(re.findall(rb"/Type\s*/Page\b", (tmp_path / "card.pdf").read_bytes())) == 2
