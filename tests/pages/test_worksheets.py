"""Every notebook on paper: guesses with space and number, answers in the key alone, nothing that needs a screen."""

from __future__ import annotations

import re
from types import SimpleNamespace

import pandas as pd
import pytest
from bs4 import BeautifulSoup

from pcc_data.controls.live import Live, Printed
from pcc_data.explore import meanings
from pcc_data.pages.for_paper import for_paper
from pcc_data.pages.handout import documents
from pcc_data.pages.paper_words import sentences
from pcc_data.pages.worksheet import worksheet
from pcc_data.say import say
from tests.test_guesses import GUESS, counts, covered, run, words
from tests.test_notebooks import PARTS

SCREEN = re.compile(
    r"(?i)\b(click\w*|(?<!the )press (the|this|a) \w+|scroll\w*|slider|keyboard|run all cells|arrow keys|drop-down)\b"
)
ODD = re.compile(
    r"[?!]\.(?!\.)|\. ?:|(?<!\.)\.\.(?![./])|,,|;\.|,\.|\s[.,;](?=\s|$)"
    r"|(?<![\w*(])\*+(?=\w)|(?<=\w)\*+(?![\w*~])"
)
"""What no text has: two marks where one ends it, a mark that stands alone, raw marks of Markdown."""
SPACE = re.compile(r'☐|class="write"|pcc-form|pcc-fill')


def as_cells(cells) -> list[dict]:
    """Cells that were run, as nbformat has them."""
    made = []
    for cell in cells:
        if cell.shown is None and not cell.source.startswith("import"):
            made.append({"cell_type": "markdown", "source": cell.source})
        elif cell.shown is not None:
            html = cell.shown.on_paper() if isinstance(cell.shown, Live) else cell.shown._repr_html_()
            made.append({"cell_type": "code", "outputs": [{"data": {"text/html": str(html)}}]})
    return made


@pytest.fixture(scope="module", params=PARTS, ids=lambda path: path.stem)
def paper(request, tmp_path_factory):
    with pytest.MonkeyPatch.context() as monkeypatch:
        cells = run(request.param, tmp_path_factory.mktemp("run"), monkeypatch)
    made = worksheet(as_cells(cells))
    sheet, key = (for_paper("".join(part)) for part in (made.sheet, made.key))
    return SimpleNamespace(cells=cells, made=made, sheet=str(sheet), key=str(key))


def numbered(html: str) -> list[tuple[int, str]]:
    """The pieces of a page behind each number."""
    parts = re.split(r'<span class="number">(\d+)</span>', html)
    return [(int(number), piece) for number, piece in zip(parts[1::2], parts[2::2], strict=True)]


def test_every_guess_has_a_number_its_space_and_its_answer(paper):
    asked = sum(len(GUESS.findall(cell.source)) for cell in paper.cells if cell.shown is None)
    on_sheet, in_key = dict(numbered(paper.sheet)), dict(numbered(paper.key))
    assert list(on_sheet) == list(in_key) == list(range(1, paper.made.numbers + 1))
    assert paper.made.numbers >= asked >= 2
    for number, piece in on_sheet.items():
        if "Guess first." in piece[:200]:
            assert SPACE.search(piece), number
    assert all(len(words(piece)) > 20 for piece in in_key.values())


def test_no_answer_is_in_sight(paper):
    text = words(paper.sheet)
    for cell in paper.cells:
        form = hasattr(cell.shown, "panel") and cell.shown.panel.printed is not None  # it has nothing to hide
        if "after_guess" in cell.source and cell.shown is not None and not form:
            answer = covered(cell)
            assert not [one for one in sentences(answer) if len(one.split()) > 4 and one in text], cell.source
            assert not counts(answer.split(". ")[0]) & counts(text), cell.source


def test_what_asks_itself_keeps_its_answers_for_the_key(paper):
    for cell in paper.cells:
        printed = getattr(cell.shown, "printed", None)
        if not isinstance(printed, Printed):
            continue
        sheet, key = words(printed.sheet()), BeautifulSoup(printed.key(), "html.parser")
        asked = " ".join(part.get_text(" ") for part in BeautifulSoup(printed.sheet(), "html.parser").select("b"))
        for part in key.select("details, svg, style"):
            part.decompose()
        told = {one for part in key.select("p, li, figcaption") for one in sentences(part.get_text(" ", strip=True))}
        given = [one for one in told if len(one.split()) > 6 and one in sheet and not one.endswith("?")]
        given = [one for one in given if one not in asked]
        whole = [one for one in given if not any(one in said for said in _asked_again(sheet, cell.source))]
        assert not whole, (cell.source, whole)


def _asked_again(sheet: str, source: str) -> list[str]:
    """What the key says again, so that its answers are understood: the deeds and claims themselves, names, options."""
    again = (
        "two_hands",
        "dilemmas",
        "play",
        "what_next",
        "self_check",
        "place_it",
        "code_blind",
        "stories",
        "checklist",
        "road_map",
    )
    return [sheet] if any(name in source for name in again) else []


def test_nothing_needs_a_screen(paper):
    for html in (paper.sheet, paper.key):
        soup = BeautifulSoup(html, "html.parser")
        assert not soup.select("button, summary, details, script, .pcc-add, .pcc-live, .pcc-download")
        for part in soup.select("svg, .says-who"):
            part.decompose()
        said = [found[0] for found in SCREEN.finditer(soup.get_text(" "))]
        assert not said, said


def test_no_text_ends_in_two_marks_or_shows_raw_ones(paper):
    for html in (paper.sheet, paper.key):
        soup = BeautifulSoup(html, "html.parser")
        for part in soup.select("svg, style, sup, pre"):
            part.decompose()
        for part in soup.select("code"):
            part.replace_with("code")
        for part in soup.find_all(["p", "li", "td", "th", "dt", "dd", "h2", "h3", "h4", "figcaption"]):
            text = " ".join(part.get_text("", strip=False).split())
            assert not [text[max(0, odd.start() - 40) : odd.end() + 20] for odd in ODD.finditer(text)]


def test_says_who_is_kept_as_numbered_notes(paper):
    for html in (paper.sheet, paper.key):
        soup = BeautifulSoup(html, "html.parser")
        notes = soup.select(".says-who > ol > li")
        texts = [str(note) for note in notes]
        assert all(note.get_text(strip=True) for note in notes) and not soup.select("li > li")
        assert len(set(texts)) >= len(texts) - _twins(notes) and not soup.select(".says-who ul, .says-who p + ul")
        marks = {int(one) for mark in soup.select("sup") for one in mark.get_text().split(", ") if one.isdigit()}
        assert marks >= set(range(1, len(notes) + 1)) and max(marks, default=0) == len(notes)


def _twins(notes) -> int:
    """Notes that say the same and lead to different pages: one paper, two articles of a year."""
    links = [note.a["href"] for note in notes if note.a]
    assert len(links) == len(set(links))  # no source stands twice
    return len(links)


def test_a_number_leads_to_one_source_in_short_and_a_reason_names_its_own():
    def folded(*body: str) -> str:
        return f"<details><summary>Says who?</summary>{''.join(body)}</details>"

    def source(name: str, year: int) -> str:
        where = f'<a href="http://x.org/{name}"><bdi>A title of {name}</bdi></a>. <bdi>{name}</bdi>, {year}.'
        return f'<li>{where} <span class="pcc-quiet">(en, press)</span></li>'

    both, third = source("Alpha", 2001) + source("Beta", 2002), source("Gamma", 2003)
    html = f"<p>One.</p>{folded(f'<ul>{both}{third}</ul>')}<p>Two.</p>{folded('<p>So it is.</p>', f'<ul>{both}</ul>')}"
    soup = BeautifulSoup(for_paper(html), "html.parser")
    assert [part.get_text() for part in soup.select("body > p, p")][:2] == ["One.1, 2", "Two.3"]
    notes = [note.get_text() for note in soup.select("ol.notes > li")]
    assert notes == ["Alpha, 2001 (en, press)", "Beta, 2002 (en, press)", "So it is.1, 2"]
    assert [note["href"] for note in soup.select("ol.notes a")] == ["http://x.org/Alpha", "http://x.org/Beta"]


def test_sources_of_many_cases_leave_no_number():
    nested = "<ul><li>A case<ul><li>Its source</li></ul></li></ul>"
    html = for_paper(f"<p>Text.</p><details><summary>Says who?</summary>{nested}</details>")
    assert html == "<p>Text.</p>"


def test_the_self_check_has_boxes_on_the_sheet_and_reasons_in_the_key(data):
    from pcc_data.explore import self_check

    check = self_check("1_2", data)
    sheet, key = check.printed.sheet(), check.printed.key()
    for one in check.asked:
        assert one.explain not in words(sheet) and one.hint not in words(sheet)
        assert one.ask in words(key) and one.hint in words(key) and one.explain in words(key) + one.answer_said()
    assert sheet.count("☐") == sum(len(one.options) for one in check.asked)


def test_stories_are_told_whole(data):
    from pcc_data.explore import stories
    from pcc_data.teaching import teaching

    printed = stories(data).printed
    sheet, key = words(printed.sheet()), words(printed.key())
    for story in teaching("stories"):
        assert words(story["deal"]["text"]) in sheet and words(story["turn"]["text"]) in key
        assert words(story["turn"]["text"]) not in sheet and words(story["today"]["text"]) not in sheet


def cell(source: str, html: str = "") -> list[dict]:
    text = [{"cell_type": "markdown", "source": source}]
    return [*text, {"cell_type": "code", "outputs": [{"data": {"text/html": html}}]}] if html else text


def test_what_is_told_after_a_guess_goes_to_the_key_but_for_its_questions():
    made = worksheet(
        cell(
            "# T\n\n## One\n\n**Guess first.** How many?",
            '<details data-key="guess"><summary>x</summary>Seven.</details>',
        )
        + cell("**Explain.** It is seven. Why so many?")
        + cell("## Summary\n\n- Seven it is.")
    )
    sheet, key = "".join(made.sheet), "".join(made.key)
    assert "seven" not in sheet.lower() and "Why so many?" in sheet and 'class="write"' in sheet
    assert "Seven." in key and "It is seven. Why so many?" in key and "Seven it is." in key
    assert made.title == "T" and made.numbers == 1


def test_whatever_follows_an_answer_tells_on_the_sheet_only_what_it_asks():
    answer = '<details data-key="guess"><summary>x</summary>Seven.</details>'
    begin = cell("## One\n\n**Guess first.** How many?", answer)
    made = worksheet(
        begin
        + cell("**And then?** In 2018 it failed.\n\nSo it was. Why so?\n\nThree reasons are known:\n\n- money")
        + cell("**Look.** Change the blocs.\n\n- Town 4\n- Town 5")
        + cell("## Two\n\nA new part begins.")
    )
    sheet, key = "".join(made.sheet), "".join(made.key)
    told = ("In 2018 it failed", "So it was", "Three reasons", "money")
    assert not [one for one in told if one in sheet] and all(one in key for one in told)
    assert "Why so?" in sheet and sheet.count("<li>") == 2 and "A new part begins." in sheet


def test_what_asks_itself_is_answered_in_the_key_and_what_is_told_after_it_too():
    asks = '<div data-paper="sheet"><p>Which? ☐ A</p></div><div data-paper="key"><p>A it is.</p></div>'
    made = worksheet(cell("## One\n\nText before.", asks) + cell("It was A. Who said so?"))
    sheet, key = "".join(made.sheet), "".join(made.key)
    assert "Text before." in sheet and "Who said so?" in sheet and "It was A" not in sheet and "It was A" in key


def test_numbers_of_a_table_of_pandas_stand_at_the_right_and_texts_at_the_left():
    frame = pd.DataFrame({"town": ["A", "B"], "homes": ["1,204", "NaN"], "found": ["12", "???"]})
    soup = BeautifulSoup(for_paper(frame.to_html()), "html.parser")
    assert [cell.get_text() for cell in soup.select(".pcc-right")] == ["homes", "1,204", "NaN"]


def test_sections_of_the_core_path_are_marked_on_sheet_and_key():
    guesses = [cell(f"## {name}\n\n**Guess first.** How?") for name in ("Two votes in Cádiz", "A board of your own")]
    for page in documents([one for cells in guesses for one in cells], "1_2_who_decides", "foot")[:2]:
        marked = BeautifulSoup(page, "html.parser").select("h2 .core")
        assert "Two votes in Cádiz" in marked[0].parent.get_text()
        assert len(marked) == 1 and say("worksheet.core") in page


def test_rules_for_who_codes_stay_off_the_sheet():
    cells = [{"cell_type": "code", "outputs": [{"data": {"text/html": meanings("ownership_model")._repr_html_()}}]}]
    sheet = for_paper("".join(worksheet(cells).sheet))
    assert "has a standing advisory place" in sheet and "are no common asset" not in sheet


def test_the_play_keeps_for_the_key_in_what_form_the_motion_came_back(data):
    from pcc_data.explore import play
    from pcc_data.teaching import teaching

    printed, motions = play(data, "nine_chairs").printed, teaching("cadiz_play")["motions"]
    sheet, key = words(printed.sheet()), words(printed.key())
    assert motions["march"] in sheet and motions["june"] not in sheet and motions["june"] in key
    assert key.count("The second vote") == 1


def test_a_guess_without_an_answer_says_so():
    key = "".join(worksheet(cell("## One\n\n**Guess first.** Who?") + cell("## Two\n\nText.")).key)
    assert "There is no answer on record" in key


def test_a_notebook_without_a_question_is_a_plain_page():
    made = documents(cell("# Title\n\nText.") + cell("", "<p>shown</p>"), "name", "foot")
    assert made.numbers == 0 and "<h1>Title</h1>" in made.worksheet and "shown" in made.worksheet


def test_outputs_of_other_kinds_are_shown():
    def only(data: dict, **more) -> str:
        return "".join(worksheet([{"cell_type": "code", "outputs": [{"data": data, **more}]}]).sheet)

    assert "<pre>a &lt; b</pre>" in only({"text/plain": "a < b"})
    assert 'src="data:image/png;base64,AAAA"' in only({"image/png": "AAAA\n", "text/plain": "figure"})
    assert "<svg" in only({"image/svg+xml": "<svg></svg>"}) and "<em>so</em>" in only({"text/markdown": "*so*"})
    assert "<pre>said</pre>" in only({}, name="stdout", text="said") and not only({}, name="stderr", text="warned")


def test_what_is_only_folded_stands_open():
    made = worksheet(cell("Text.", "<div><details><summary>Words</summary><p>what they mean</p></details></div>"))
    html = for_paper("".join(made.sheet))
    assert "<h4>Words</h4>" in html and "what they mean" in html


def test_the_self_check_does_not_tell_how_a_story_ends_that_is_guessed(data):
    from pcc_data.analysis.story_openings import mixed
    from pcc_data.teaching import teaching

    asked = [one["answer"]["value"]["case"] for one in teaching("self_check_2_4") if "value" in one["answer"]]
    assert asked and set(asked) <= set(data.cases.index) - set(mixed(data))
