"""The Imagination notebooks in JupyterLab and Chromium: a group fills the canvas, saves, reloads, opens, prints; the
gallery."""

from __future__ import annotations

import shutil

import pytest

from pcc_data.designs import Design, examples_dir
from tests.browser.conftest import real_errors
from tests.browser.driving import blank

pytestmark = pytest.mark.browser
CHOICES = {
    1: ["Energy", "Organisation"],
    2: ["Wide membership", "Cooperative"],
    3: ["Municipal", "Third party"],
    4: ["Lease or right of use", "Loan or guarantee"],
    5: ["Member shares", "Volunteer labour"],
    6: ["Community"],
    7: ["Reinvested"],
    8: ["Collaborate"],
    9: ["Co-decides"],
}


def test_a_group_fills_saves_reloads_opens_and_prints(notebook, tmp_path):
    opened = notebook("3_imagination/3_1_our_town.ipynb")
    page, folder = opened.page, tmp_path / "ours"
    studio = page.locator(".pcc-explorer", has=page.get_by_text("What your design makes"))
    assert opened.cell_errors() == []
    studio.get_by_label("Town").fill("Muddleton")
    studio.get_by_label("Its name").fill("Roofs & <3 sun")
    page.keyboard.press("Tab")
    for at, words in CHOICES.items():
        studio.get_by_text(f"{at} of 10.").wait_for()
        for word in words:
            button = studio.locator(".pcc-step").get_by_role("button", name=word, exact=True).first
            button.focus()
            page.keyboard.press("Enter")
        studio.get_by_role("button", name="Next").focus()
        page.keyboard.press("Enter")
    studio.get_by_text("10 of 10.").wait_for()
    for bloc, (seats, vote) in {1: ("2", "Against"), 2: ("3", "For")}.items():
        studio.get_by_label(f"Seats of bloc {bloc}").fill(seats)
        page.keyboard.press("Tab")
        studio.get_by_label(f"Vote of bloc {bloc}").select_option(label=vote)
    studio.get_by_text("First vote: it passes: 3 for and 2 against, of 5 seats.").wait_for()
    studio.get_by_text("Ownership model: Community-owned, publicly backed").wait_for()
    assert studio.locator(".pcc-steps button", has_text="✓").count() == 10
    picture = tmp_path / "studio.png"
    studio.screenshot(path=picture)
    assert not blank(picture)

    studio.get_by_label("Folder").fill(str(folder))
    page.keyboard.press("Tab")
    studio.get_by_role("button", name="Save our design").click()
    studio.get_by_text("Saved as").wait_for()
    (file,) = folder.iterdir()
    assert Design.load(file)["name"] == "Roofs & <3 sun"
    studio.get_by_role("button", name="Save our design").click()
    studio.get_by_role("button", name="Replace it").wait_for()

    page.reload()
    opened.run()
    studio.get_by_label("Folder").fill(str(folder))
    page.keyboard.press("Tab")
    studio.get_by_label("Design", exact=True).select_option(label=file.name)
    studio.get_by_role("button", name="Open").click()
    studio.get_by_text("Opened:").wait_for()
    studio.get_by_text("First vote: it passes: 3 for and 2 against, of 5 seats.").wait_for()
    assert studio.get_by_label("Town").input_value() == "Muddleton"

    studio.get_by_role("button", name="Print our sheet").click()
    with page.expect_download() as download:
        studio.get_by_role("link", name="Open or keep the sheet").click()
    sheet = tmp_path / download.value.suggested_filename
    download.value.save_as(sheet)
    assert "Roofs &amp; &lt;3 sun" in sheet.read_text("utf-8")
    printed = page.context.new_page()
    printed.goto(sheet.as_uri())
    assert printed.locator(".box").count() == 10 and printed.locator("h1").inner_text() == "Roofs & <3 sun"
    assert real_errors(opened.errors) == []


def test_a_hostile_file_leaves_the_page_alive(notebook, tmp_path):
    bad = tmp_path / "bad <img src=x onerror=alert(1)>.yaml"
    bad.write_text("format: 1\nname: <script>document.title='gone'</script>\nsector: energi\n")
    opened = notebook("3_imagination/3_1_our_town.ipynb")
    page = opened.page
    studio = page.locator(".pcc-explorer", has=page.get_by_text("What your design makes"))
    studio.get_by_label("Folder").fill(str(tmp_path))
    page.keyboard.press("Tab")
    studio.get_by_label("Design", exact=True).select_option(label=bad.name)
    studio.get_by_role("button", name="Open").click()
    studio.get_by_text("did you mean energy?").wait_for()
    studio.locator(".pcc-step").get_by_role("button", name="Care").click()
    studio.get_by_text("Most similar real cases:").wait_for()
    assert page.title() != "gone" and real_errors(opened.errors) == []


def test_the_gallery_shows_four_designs_and_counts_hands(notebook, tmp_path):
    for file in examples_dir().iterdir():
        shutil.copy(file, tmp_path)
    opened = notebook("3_imagination/3_2_gallery.ipynb")
    page = opened.page
    gallery = page.locator(".pcc-explorer", has=page.get_by_role("button", name="Look again"))
    assert opened.cell_errors() == []
    gallery.get_by_text("These four are invented examples.").wait_for()
    gallery.get_by_label("Folder").fill(str(tmp_path))
    page.keyboard.press("Tab")
    gallery.get_by_text("These four are invented examples.").wait_for(state="detached")
    assert gallery.locator("[data-pick]").count() == 4
    for view in ("Who plans and delivers", "Roles", "Models"):
        gallery.get_by_role("button", name=view).click()
        gallery.locator("svg").wait_for()
        assert gallery.locator("svg [data-pick]").count() == 4
    gallery.locator('svg [data-pick="B"]').click()
    gallery.get_by_text("You chose B:").wait_for()
    picture = tmp_path / "gallery.png"
    gallery.screenshot(path=picture)
    assert not blank(picture)
    (tmp_path / "bad.yaml").write_text("{")
    gallery.get_by_role("button", name="Look again").click()
    gallery.get_by_text("cannot be read as YAML").wait_for()
    gallery.get_by_role("button", name="Vote").click()
    gallery.locator("svg").first.wait_for()
    gallery.get_by_role("spinbutton").first.fill("5")
    page.keyboard.press("Tab")
    gallery.get_by_text("Most hands (5 of 5)").first.wait_for(state="attached")
    assert real_errors(opened.errors) == []
