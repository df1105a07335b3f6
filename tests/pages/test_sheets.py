"""Sheets to print."""

from __future__ import annotations

import base64
import re

import pytest

from pcc_data.pages import sheets

TRICKY = 'A <b>"title"</b> & more'


def test_page_is_complete_and_escapes_its_title():
    html = sheets.page(TRICKY, "<p>körper – ü</p>")
    assert html.startswith("<!DOCTYPE html>") and html.rstrip().endswith("</html>")
    assert "<h1>A &lt;b&gt;&#34;title&#34;&lt;/b&gt; &amp; more</h1>" in html
    assert "<p>körper – ü</p>" in html and "utf-8" in html


def test_page_has_no_script_and_no_network():
    html = sheets.page("Sheet", "<p>text</p>")
    assert "<script" not in html and "http://" not in html and "https://" not in html and "@import" not in html
    assert "default-src 'none'" in html


def test_page_names_the_data_version(data):
    from pcc_data.codes import load_codebook

    assert f"{load_codebook().dataset['name']} {load_codebook().version}" in sheets.page("Sheet", "")


@pytest.mark.parametrize(
    ("paper", "landscape", "rule"),
    [("a4", False, "size: A4;"), ("a5", False, "size: A5;"), ("a3", True, "size: A3 landscape;")],
)
def test_paper(paper, landscape, rule):
    assert rule in sheets.page("Sheet", "", paper=paper, landscape=landscape)


def test_unknown_paper_names_the_nearest():
    with pytest.raises(ValueError, match="a4"):
        sheets.page("Sheet", "", paper="a44")


def test_download_link_carries_the_whole_document():
    html = sheets.page("Sheet", "<p>žluť</p>")
    link = sheets.download_link(html, 'my "toolbox".html', "Save <it>")
    packed = re.search(r"base64,([^\"]+)\"", link)[1]
    assert base64.b64decode(packed).decode("utf-8") == html
    assert 'download="my &#34;toolbox&#34;.html"' in link and "Save &lt;it&gt;" in link


def test_room_to_write_has_as_many_lines_as_asked():
    assert sheets.room_to_write(4, "Our town").count("write") == 4


def test_save_does_not_overwrite(tmp_path):
    file = sheets.save("one", tmp_path / "sheet.html")
    with pytest.raises(FileExistsError, match="sheet.html"):
        sheets.save("two", file)
    assert file.read_text() == "one"
    assert sheets.save("two", file, overwrite=True).read_text() == "two"


@pytest.mark.parametrize("name", ["sheet.txt", "missing/sheet.html"])
def test_save_says_what_is_wrong_with_the_name(tmp_path, name):
    with pytest.raises(ValueError, match=r"\.html|no folder"):
        sheets.save("one", tmp_path / name)


def test_pdf_without_a_browser_says_so_and_writes_nothing(tmp_path, monkeypatch):
    monkeypatch.setattr(sheets, "find_browser", lambda: None)
    said = sheets.pdf("<p>x</p>", tmp_path / "sheet.pdf")
    assert "No Chromium" in said and "print" in said and list(tmp_path.iterdir()) == []


def test_pdf_with_a_browser_that_fails_says_so(tmp_path, monkeypatch):
    monkeypatch.setattr(sheets, "find_browser", lambda: "/bin/false")
    said = sheets.pdf("<p>x</p>", tmp_path / "sheet.pdf")
    assert "made no PDF" in said or "did not print" in said
    assert list(tmp_path.iterdir()) == []
