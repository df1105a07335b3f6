"""The toolbox: filter, pick, note, print."""

from __future__ import annotations

import base64
import re

import pytest
from markupsafe import escape

import pcc_data as pcc
from pcc_data.explore import _toolbox


@pytest.fixture
def box(data):
    return pcc.explore.toolbox(data)


def press(explorer, key):
    explorer.picture.picked = key
    explorer.picture.picks += 1


def shown(explorer) -> str:
    html = explorer.picture.html
    assert html and "pcc-error" not in html
    return html


def test_every_value_of_every_filter(data, box):
    for name in ("kind", "collection", "theme", "sector", "ownership_model", "instruments"):
        for _, value in box.controls[name].options:
            box.controls[name].value = value
            assert shown(box)
        box.start_again()


def test_filters_count_as_plain_pandas_does(data, box):
    box.set(kind="both", theme="finance", sector="energy", instruments="loan_or_guarantee")
    cases = set(data.cases.index[data.cases["sector"] == "energy"])
    cases &= set(data.instruments.loc[data.instruments["code"] == "loan_or_guarantee", "case"])
    texts = [
        row
        for table in (data.lessons, data.challenges)
        for row in table.itertuples()
        if row.theme == "finance" and row.case in cases
    ]
    assert texts and f"<h3>{len(texts)} lessons and challenges from {len({row.case for row in texts})} case" in shown(
        box
    )
    for row in texts[: _toolbox.STEP]:
        assert escape(row.text) in box.picture.html


def test_the_ten_only(data, box):
    box.set(collection="report")
    ten = set(data.cases.index[data.cases["collection"] == "report"])
    assert f"<h3>{data.lessons['case'].isin(ten).sum()} lessons from {len(ten)} cases" in shown(box)


def test_nothing_matches_says_what_to_widen(data, box):
    for theme in pcc.codebook.codes("lessons.theme"):
        box.set(theme=theme, sector="water", ownership_model="community_land_trust")
        assert "pcc-empty" in shown(box)


def test_show_more_until_all_are_shown(data, box):
    box.set(theme="finance")
    total = (data.lessons["theme"] == "finance").sum()
    assert box.picture.html.count("pcc-pickable") == _toolbox.STEP < total
    while 'data-pick="more"' in box.picture.html:
        press(box, "more")
    assert box.picture.html.count("pcc-pickable") == total
    box.controls["sector"].value = "housing"
    assert box.controls["shown"].value == _toolbox.STEP


def test_pick_and_take_out(data, box):
    press(box, "lessons:3")
    press(box, "challenges:7")
    assert box.mine.value == ("lessons:3", "challenges:7") and len(box.mine._list.children) == 2
    assert "2 picked" in box.mine._head.value and "which holds 2" in box.picture.said
    press(box, "lessons:3")
    assert box.mine.value == ("challenges:7",)


def test_picked_lesson_is_marked_in_the_list(data, box):
    key = re.search(r'data-pick="(lessons:\d+)"', box.picture.html)[1]
    assert 'aria-pressed="true"' not in box.picture.html
    press(box, key)
    assert f'data-pick="{key}" aria-pressed="true"' in box.picture.html


def test_start_again_keeps_the_toolbox_and_empty_clears_it(data, box):
    press(box, "lessons:3")
    box.set(theme="finance")
    box.start_again()
    assert box.controls["theme"].value == "" and box.mine.value == ("lessons:3",)
    press(box, "more")
    box.start_again()
    assert box.picture.html.count("pcc-pickable") == _toolbox.STEP
    box.mine.clearing.click()
    assert box.mine.value == () and "0 picked" in box.mine._head.value


def test_a_note_stays_when_others_come_and_is_escaped(data, box):
    press(box, "lessons:3")
    note = box.mine._notes["lessons:3"]
    note.value = "<script>alert(1)</script> ask the council"
    press(box, "lessons:4")
    assert box.mine.notes["lessons:3"].endswith("ask the council")
    page = box.mine.page()
    assert "&lt;script&gt;" in page and "<script" not in page


def test_page_holds_words_place_years_theme_and_sources(data, box):
    keys = ("lessons:0", "challenges:20")
    for key in keys:
        press(box, key)
    box.mine.sheet.value = 'Our "town"'
    page = box.mine.page()
    assert "<h1>Our &#34;town&#34;</h1>" in page
    addresses = []
    for key in keys:
        table, at = key.split(":")
        row = data.tables[table].loc[int(at)]
        case = data.cases.loc[row["case"]]
        sources = data.one("sources", row["case"]).set_index("source").loc[row["sources"].split(";")]
        addresses += list(sources["url"])
        assert escape(row["text"]) in page and escape(case["name"]) in page and case["country"] in page
        assert str(case["start_year"]) in page and pcc.codebook.label("lessons.theme", row["theme"]).lower() in page
    assert all(escape(address) in page for address in addresses)
    assert page.count("<li>") == len(set(addresses)) and pcc.codebook.version in page and "write" in page


def test_a_source_cited_twice_has_one_number(data):
    case = data.lessons["case"].iloc[0]
    keys = tuple(f"lessons:{at}" for at in data.lessons.index[data.lessons["case"] == case])
    page = _toolbox.toolbox_page(data, keys, {}, "Sheet")
    ids = {
        source
        for at in data.lessons.index[data.lessons["case"] == case]
        for source in data.lessons.at[at, "sources"].split(";")
    }
    urls = data.one("sources", case).set_index("source").loc[sorted(ids), "url"]
    assert page.count("<li>") == urls.nunique()


def test_print_offers_the_page_and_writes_nothing(data, box, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    box.mine.printing.click()
    assert "Nothing to print" in box.mine._said.html
    press(box, "lessons:3")
    box.mine.printing.click()
    packed = re.search(r"base64,([^\"]+)\"", box.mine._said.html)[1]
    assert base64.b64decode(packed).decode() == box.mine.page()
    assert list(tmp_path.iterdir()) == []


def test_saving_does_not_overwrite_unless_told(data, box, tmp_path):
    press(box, "lessons:3")
    box.mine.file.value = str(tmp_path / "mine.html")
    box.mine.saving.click()
    assert "Saved as" in box.mine._said.html
    (tmp_path / "mine.html").write_text("precious")
    box.mine.saving.click()
    assert "left as it is" in box.mine._said.html and (tmp_path / "mine.html").read_text() == "precious"
    box.mine.replace.value = True
    box.mine.saving.click()
    assert (tmp_path / "mine.html").read_text() == box.mine.page()


@pytest.mark.parametrize("name", ["mine.docx", "no/such/folder/mine.html", ""])
def test_a_wrong_file_name_is_a_sentence(data, box, name, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    press(box, "lessons:3")
    box.mine.file.value = name
    box.mine.saving.click()
    assert "pcc-error" in box.mine._said.html and list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("key", ["lessons:99999", "cases:1", "lessons:x", ""])
def test_unknown_key_is_refused(data, key):
    mine = _toolbox.MyToolbox(data)
    with pytest.raises(ValueError, match="no lesson"):
        mine.toggle(key)
