"""The gallery: all designs of a folder, the bad files among them."""

from __future__ import annotations

import re

import pytest
from markupsafe import escape

import pcc_data as pcc
from pcc_data import charts
from pcc_data.designs import Design, examples_dir, read_folder
from pcc_data.markup import own

VIEWS = ("all", "grid", "roles", "models", "shared", "cases")


@pytest.fixture
def gallery(data, tmp_path):
    return pcc.explore.gallery(data, tmp_path)


def show(gallery, view: str) -> str:
    gallery.controls["view"].value = view
    assert "pcc-error" not in gallery.picture.html
    return gallery.picture.html


def test_an_empty_folder_shows_the_four_examples_and_says_so(gallery):
    page = show(gallery, "all")
    assert "invented examples" in page and page.count('data-pick="') == 4
    for design in read_folder(examples_dir())[0].values():
        assert escape(design.title) in page and escape(design["first_motion"]) in page


def test_it_says_who_owns_in_how_many_designs(gallery):
    chosen = [design.features().get("roles.ownership") for design in read_folder(examples_dir())[0].values()]
    said = re.search(r"<p><b>Who owns what delivers the service:</b> (.+?)\.</p>", show(gallery, "all"))[1]
    for code in set(chosen):
        assert f"{pcc.codebook.phrase('roles.ownership', code)} in {chosen.count(code)}" in said
    assert sum(map(int, re.findall(r" in (\d+)", said))) == len(chosen)


@pytest.mark.parametrize("view", VIEWS)
def test_every_view(gallery, view):
    assert len(show(gallery, view)) > 80


@pytest.mark.parametrize("view", ["grid", "roles", "models"])
def test_pictures_are_the_charts(data, gallery, view):
    chart = getattr(charts, f"designs_{view}")(data, gallery.shelf.designs)
    assert chart.text in show(gallery, view).replace("&#x27;", "'") and chart.svg in gallery.picture.html


def test_the_nearest_case_of_each(data, gallery):
    page = show(gallery, "cases")
    for design in gallery.shelf.designs.values():
        near = pcc.similar(data, design, n=3)
        assert f"is nearest to <b>{own(data.cases.at[near.index[0], 'name'])}</b>" in page
        assert f"(distance {near['distance'].iloc[0]:.2f})" in page


def test_what_they_share(gallery):
    page = show(gallery, "shared")
    used = {
        code: [key for key, one in gallery.shelf.designs.items() if code in one["public_instruments"]]
        for code in pcc.codebook.codes("public_instruments")
    }
    for code, keys in used.items():
        words = f"<b>{len(keys)} of 4</b>: {escape(pcc.codebook.label('public_instruments', code).lower())} "
        assert (words in page) == bool(keys)


def test_own_designs_take_the_place_of_the_examples(gallery, tmp_path):
    Design(name="Ours <3", sector="food").save(tmp_path)
    (tmp_path / "bad <img src=x>.yaml").write_text("format: 1\nname: <script>x</script>\n")
    again = next(child for child in gallery.row.children if getattr(child, "description", "") == "Look again")
    again.click()
    page = gallery.picture.html
    assert "Ours &lt;3" in page and "invented examples" not in page and page.count('data-pick="') == 1
    assert "holds HTML" in page and "<script" not in page and "<img" not in page
    for view in VIEWS:
        gallery.controls["view"].value = view
        assert "<3" not in re.sub(r"&lt;3", "", gallery.picture.html) and "<script" not in gallery.picture.html


def test_only_bad_files_is_no_empty_page(data, tmp_path):
    (tmp_path / "bad.yaml").write_text("{")
    page = pcc.explore.gallery(data, tmp_path).picture.html
    assert "No design to show" in page and "cannot be read as YAML" in page


def test_a_letter_opens_all_that_was_chosen(gallery):
    show(gallery, "grid")
    gallery.picture.picked, gallery.picture.picks = "B", 1
    design = gallery.shelf.designs["B"]
    assert (
        f"You chose B: {escape(design.title)}" in gallery.picture.html
        and escape(design["community"]) in gallery.picture.html
    )


def test_another_folder_is_read_at_once(gallery, tmp_path):
    Design(name="Elsewhere").save(tmp_path / "other")
    gallery.controls["folder"].value = str(tmp_path / "other")
    assert "Elsewhere" in gallery.picture.html
    gallery.start_again()
    assert "invented examples" in gallery.picture.html
