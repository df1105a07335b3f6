"""The Imagination notebooks in JupyterLab and Chromium: a group fills the canvas, saves, reloads, opens, prints; the
gallery."""

from __future__ import annotations

import shutil

import pytest

from pcc_data.designs import Design, examples_dir
from tests.browser.conftest import real_errors
from tests.browser.driving import answered, blank

pytestmark = pytest.mark.browser
CHOICES = {
    1: ["Energy", "One body with several places"],
    4: ["The public at large", "Cooperative", "The community"],
    5: ["Municipal", "Lease or right of use", "Loan or guarantee"],
    6: ["The community", "Volunteer labour"],
    7: ["Back into the same service"],
    8: ["The community"],
    9: ["Nothing is decided without it"],
}
WORDS = {
    2: {"Who goes without today": "Families without a roof of their own"},
    3: {"Heat, water, soil, energy": "Less coal"},
    8: {"Who are the staff?": "Two people", "Who does unpaid work": "Twelve hours, nine by women"},
    11: {"One side breaks the agreement": "A mediator"},
    12: {"What is the first step?": "Ask for the roof plan", "By whom?": "Amina"},
}
LAST = 13
# The page has moved from where it was, and stands still.
SCROLLED = """async (box, before) => {
    for (let still = 0, top = before; still < 3;) {
        await new Promise(requestAnimationFrame);
        const now = box.getBoundingClientRect().top;
        still = now === top && now !== before ? still + 1 : 0;
        top = now;
    }
}"""


def studio_on(page):
    """The studio of the page."""
    return page.locator(".pcc-explorer", has=page.get_by_text("What your design makes"))


def folder_of(studio, folder) -> None:
    """Name another folder, behind the button that shows it."""
    if not studio.get_by_label("Folder").is_visible():
        studio.get_by_role("button", name="Other designs").click()
    studio.get_by_label("Folder").fill(str(folder))
    studio.page.keyboard.press("Tab")


def fill_in(studio) -> None:
    """Go through all blocks by keyboard."""
    page = studio.page
    for at in range(1, LAST + 1):
        studio.get_by_text(f"{at} of {LAST}.").first.wait_for()
        for word in CHOICES.get(at, ()):
            studio.locator(".pcc-step").get_by_role("button", name=word, exact=True).locator(
                "visible=true"
            ).first.focus()
            page.keyboard.press("Enter")
        for label, text in WORDS.get(at, {}).items():
            studio.get_by_label(label).fill(text)
            page.keyboard.press("Tab")
        if at < LAST:
            studio.get_by_role("button", name="Next").focus()
            page.keyboard.press("Enter")


def test_a_group_fills_saves_reloads_goes_on_and_prints(notebook, tmp_path):
    opened = notebook("3_imagination/3_1_our_town.ipynb", only=["studio"])
    page, folder = opened.page, tmp_path / "ours"
    studio = studio_on(page)
    assert opened.cell_errors() == []
    studio.get_by_label("Town").fill("Muddleton")
    studio.get_by_label("Name of the design").fill("Roofs & <3 sun")
    page.keyboard.press("Tab")
    fill_in(studio)
    studio.get_by_role("button", name="10 Vote").click()
    for bloc, (seats, vote) in {1: ("2", "Against"), 2: ("3", "For")}.items():
        studio.get_by_label(f"Seats of bloc {bloc}").fill(seats)
        page.keyboard.press("Tab")
        studio.get_by_label(f"Vote of bloc {bloc}").select_option(label=vote)
    studio.get_by_text("First vote: it passes: 3 for and 2 against, of 5 seats.").first.wait_for()
    studio.get_by_text("Ownership model: Community-owned, publicly backed").first.wait_for()
    studio.get_by_role("button", name="13 Fate card").click()
    studio.get_by_role("button", name="Draw a fate card").click()
    studio.get_by_label("By which clause").fill("Only with our consent")
    page.keyboard.press("Tab")
    studio.get_by_text("Would your clause have helped there?").first.wait_for()
    assert studio.locator(".pcc-steps button", has_text="✓").count() == LAST
    picture = tmp_path / "studio.png"
    studio.screenshot(path=picture)
    assert not blank(picture)

    page.reload()
    opened.run()
    studio.get_by_role("button", name="Roofs & <3 sun").first.click()
    studio.get_by_text("First vote: it passes: 3 for and 2 against, of 5 seats.").first.wait_for()
    assert studio.get_by_label("Town").input_value() == "Muddleton"

    folder_of(studio, folder)
    studio.get_by_role("button", name="Save our design").click()
    studio.get_by_text("Saved as").first.wait_for()
    (file,) = folder.iterdir()
    assert Design.load(file)["unpaid_work"] == "Twelve hours, nine by women"
    studio.get_by_label("Drawn by").fill("Table 1")
    studio.get_by_role("button", name="Save our design").click()
    answered(page)
    assert not studio.get_by_role("button", name="Replace it").is_visible()
    assert Design.load(file)["by"] == "Table 1"

    studio.get_by_role("button", name="Start again").click()
    studio.get_by_label("Design", exact=True).select_option(label=file.name)
    studio.get_by_role("button", name="Open").click()
    studio.get_by_text("Opened:").first.wait_for()
    assert studio.get_by_label("Name of the design").input_value() == "Roofs & <3 sun"

    studio.get_by_role("button", name="Print our sheet").click()
    with page.expect_download() as download:
        studio.get_by_role("link", name="Open or keep the sheet").click()
    sheet = tmp_path / download.value.suggested_filename
    download.value.save_as(sheet)
    assert "Roofs &amp; &lt;3 sun" in sheet.read_text("utf-8")
    printed = page.context.new_page()
    printed.goto(sheet.as_uri())
    assert printed.locator(".box").count() == LAST and printed.locator("h1").inner_text() == "Roofs & <3 sun"
    assert real_errors(opened.errors) == []


def test_the_bar_stays_in_sight_while_lines_are_opened(notebook, tmp_path):
    opened = notebook("3_imagination/3_1_our_town.ipynb", only=["studio"])
    page = opened.page
    studio = studio_on(page)
    studio.locator(".pcc-step").get_by_role("button", name="Care", exact=True).click()
    studio.get_by_text("Most similar real cases:").click()
    for line in ("Warnings:", "Lessons to weigh:"):
        studio.get_by_text(line).click()
    studio.get_by_text("Lessons to weigh:").scroll_into_view_if_needed()
    page.mouse.move(900, 500)
    before = studio.evaluate("box => box.getBoundingClientRect().top")
    page.mouse.wheel(0, 900)
    studio.evaluate(SCROLLED, before)
    box = studio.get_by_role("button", name="Save our design").bounding_box()
    page.screenshot(path=tmp_path / "bar.png")
    assert box is not None and 0 <= box["y"] < page.viewport_size["height"] - 30
    assert studio.get_by_text("What your design makes").bounding_box()["y"] < box["y"]


def test_a_hostile_file_leaves_the_page_alive(notebook, tmp_path):
    bad = tmp_path / "bad <img src=x onerror=alert(1)>.yaml"
    bad.write_text("format: 1\nname: <script>document.title='gone'</script>\nsector: energi\n")
    opened = notebook("3_imagination/3_1_our_town.ipynb", only=["studio"])
    page = opened.page
    studio = studio_on(page)
    folder_of(studio, tmp_path)
    studio.get_by_label("Design", exact=True).select_option(label=bad.name)
    studio.get_by_role("button", name="Open").click()
    studio.get_by_text("did you mean energy?").first.wait_for()
    studio.locator(".pcc-step").get_by_role("button", name="Care").click()
    studio.get_by_text("Most similar real cases:").first.wait_for()
    assert page.title() != "gone" and real_errors(opened.errors) == []


def test_the_gallery_shows_four_designs_and_the_room_writes_one_request(notebook, tmp_path):
    for file in examples_dir().iterdir():
        shutil.copy(file, tmp_path)
    opened = notebook("3_imagination/3_2_gallery.ipynb", only=["gallery", "council_request"])
    page = opened.page
    gallery = page.locator(".pcc-explorer", has=page.get_by_role("button", name="Nearest real cases"))
    assert opened.cell_errors() == []
    gallery.get_by_text("These four are invented examples.").first.wait_for()
    gallery.get_by_label("Folder").fill(str(tmp_path))
    page.keyboard.press("Tab")
    gallery.get_by_text("These four are invented examples.").first.wait_for(state="detached")
    assert gallery.locator("[data-pick]").count() == 4
    for view in ("Who plans and delivers", "Roles", "Models"):
        gallery.get_by_role("button", name=view).click()
        answered(page)  # until then the picture of the view before stands there, and a click in it is lost
        gallery.locator("svg").wait_for()
        assert gallery.locator("svg [data-pick]").count() == 4
    gallery.locator('svg [data-pick="B"]').click()
    gallery.get_by_text("You chose B:").first.wait_for()
    picture = tmp_path / "gallery.png"
    gallery.screenshot(path=picture)
    assert not blank(picture)
    (tmp_path / "bad.yaml").write_text("{")
    gallery.get_by_role("button", name="Look again").click()
    gallery.get_by_text("cannot be read as YAML").first.wait_for()
    request = page.locator(".pcc-explorer", has=page.get_by_text("Still open:"))
    request.get_by_label("Folder").fill(str(tmp_path))
    request.get_by_label("In one sentence").fill("We ask for a list of empty buildings")
    request.get_by_label("To whom?").fill("The council")
    request.get_by_label("By when").fill("30 March")
    request.get_by_label("What do we offer").fill("Our work")
    page.keyboard.press("Tab")
    page.get_by_text("All four parts are written.").first.wait_for()
    with page.expect_download() as download:
        page.get_by_role("link", name="Open or keep the request").click()
    sheet = tmp_path / "request.html"
    download.value.save_as(sheet)
    assert "We ask for a list of empty buildings" in sheet.read_text("utf-8")
    assert real_errors(opened.errors) == []
