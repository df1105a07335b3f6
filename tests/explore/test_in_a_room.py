"""In a room visitors type into the trainer's laptop: nothing is written or read there but designs in their folder."""

from __future__ import annotations

import pytest

import pcc_data as pcc
from pcc_data.explore import _toolbox
from pcc_data.pages import sheets
from pcc_data.settings import ROOM_VARIABLE


@pytest.fixture(autouse=True)
def here(tmp_path, monkeypatch):
    """The folder of the notebook, in a room."""
    place = tmp_path / "here"
    place.mkdir()
    monkeypatch.chdir(place)
    monkeypatch.setenv(ROOM_VARIABLE, "1")
    return place


def written(folder) -> list[str]:
    return sorted(file.relative_to(folder).as_posix() for file in folder.rglob("*") if file.is_file())


def filled(data):
    studio = pcc.explore.studio(data)
    studio.set(**{"place.city": "Muddleton", "name": "Roofs"})
    return studio


@pytest.mark.parametrize("folder", ["../other", "~", "/tmp", "my_designs/..", "my_designs/../../other"])
def test_a_design_goes_into_its_folder_and_no_other(data, tmp_path, folder):
    studio = filled(data)
    studio.keeping.folder.value = folder
    studio.keeping.saving.click()
    assert "my_designs" in studio.keeping.said.html and "pcc-error" in studio.keeping.said.html
    assert written(tmp_path) == []
    studio.keeping.folder.value = "my_designs"
    studio.keeping.saving.click()
    assert written(tmp_path) == ["here/my_designs/muddleton-roofs.yaml"]


def test_designs_of_another_folder_are_not_read(data, tmp_path):
    (tmp_path / "other").mkdir()
    pcc.Design(name="Not theirs").save(tmp_path / "other")
    gallery = pcc.explore.gallery(data)
    gallery.controls["folder"].value = str(tmp_path / "other")
    assert "Not theirs" not in gallery.picture.html and "my_designs" in gallery.picture.html


def test_what_one_table_types_is_not_kept_or_offered_to_another(data, tmp_path):
    filled(data)
    assert written(tmp_path) == []
    assert pcc.explore.studio(data).offer.layout.display == "none"


def test_no_page_is_written_and_no_browser_started(data, tmp_path, monkeypatch):
    monkeypatch.setattr(sheets, "find_browser", lambda: pytest.fail("a browser was asked for"))
    box = _toolbox.MyToolbox(data)
    box.toggle("lessons:0")
    for name in ("list.html", "list.pdf", str(tmp_path / "list.html"), "~/list.html"):
        box.file.value = name
        box.save()
        assert "own browser" in box._said.html and "pcc-error" in box._said.html
    studio = filled(data)
    studio.keeping.pdf.click()
    assert "own browser" in studio.keeping.said.html
    assert written(tmp_path) == []
