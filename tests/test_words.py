"""The catalogue of words: all of it can be read, every language has the same places for values, and numbers and lists
read as the language writes them."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest
from fluent.syntax import FluentParser
from fluent.syntax.ast import Junk, Message, Term
from hypothesis import given
from hypothesis import strategies as st

from pcc_data.markup import joined, say_html, tag
from pcc_data.paths import words_dir
from pcc_data.say import Words, figure_text, listed, of, of_cases, say, stopped, tied_shares

PACKAGE = Path(__file__).resolve().parents[1] / "pcc_data"
FILES = sorted(words_dir().glob("*.ftl"))


def entries(file: Path) -> list:
    return FluentParser().parse(file.read_text(encoding="utf-8")).body


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_a_catalogue_can_be_read(file):
    found = entries(file)
    assert not [entry.content for entry in found if isinstance(entry, Junk)]
    names = [entry.id.name for entry in found if isinstance(entry, Message | Term)]
    assert len(names) == len(set(names))


@pytest.mark.parametrize(
    "text, value",
    [("1,234", 1234), ("22.2", 22.2), ("0.35", 0.35), ("1,000,000", 1e6), ("64.9", 64.9), ("-1,234", -1234.4)],
)
def test_a_figure_reads_as_people_write_it(text, value):
    assert figure_text(value) == text


def test_counts_name_groups_that_are_too_small():
    assert of(4, 7) == "4 of 7" and of(1, 2) == "1 of 2 (fewer than three cases)"
    assert of(4, 7, "of the others") == "4 of 7 of the others"
    assert of_cases(1, 1) == "1 of 1 case (fewer than three)" and of_cases(1200, 2400) == "1,200 of 2,400 cases"


def test_lists_and_ties():
    assert [stopped(text) for text in ("A", "A?", "“A?”", "Inc.")] == ["A.", "A?", "“A?”", "Inc."]
    assert [listed(list("abc")[:n]) for n in range(4)] == ["none", "a", "a and b", "a, b and c"]
    assert listed(list("abcde")) == "a, b, c, d and e" and listed(list("abcde"), "or") == "a, b, c, d or e"
    shares = {"delivery": (2, 4), "capital": (2, 4), "ownership": (2, 4)}
    assert tied_shares(shares, ["delivery", "capital"], "n-cases") == "delivery (2 of 4) and capital (2 of 4)"
    assert tied_shares(shares, list(shares), "n-cases") == "three cases (each 2 of 4)"


def test_small_numbers_are_told_in_words():
    assert [say("cases-first", n=n) for n in (0, 1, 2, 12, 13, 1300)] == [
        "No cases", "One case", "Two cases", "Twelve cases", "13 cases", "1,300 cases",
    ]  # fmt: skip


def test_a_value_may_be_of_any_length():
    assert say("with-share", name="a" * 9999, share="b" * 5000) == f"{'a' * 9999} ({'b' * 5000})"


def test_words_of_a_closed_set():
    words = Words("months", ("m1", "first"), parts={"first": "m1"})
    assert dict(words) == {"m1": "January", "first": "January"} and len(words) == 2 and "m2" not in words
    with pytest.raises(KeyError):
        words["m2"]


def test_what_is_missing_is_named():
    with pytest.raises(LookupError, match="'n-case' is no message of the catalogue. Did you mean 'n-cases'"):
        say("n-case", n=1)
    with pytest.raises(LookupError, match="n-cases.*Unknown external: n"):
        say("n-cases")


def test_a_message_that_another_language_lacks_is_said_in_english(tmp_path, monkeypatch):
    (tmp_path / "en.ftl").write_text((words_dir() / "en.ftl").read_text(encoding="utf-8"), encoding="utf-8")
    (tmp_path / "nl.ftl").write_text("none = geen\n", encoding="utf-8")
    monkeypatch.setattr("pcc_data.say.words_dir", lambda: tmp_path)
    monkeypatch.setattr("pcc_data.settings.settings.language", "nl")
    assert say("none") == "geen" and say("cases-first", n=2) == "Two cases"
    assert figure_text(1234.5) == "1.234" and listed(["a", "b", "c"]) == "a, b en c"


@given(st.text(), st.text(alphabet="<>&\"'a "))
def test_nothing_that_goes_into_a_page_is_read_as_html(text, value):
    made = tag("p", text, [tag("b", value)], css=value, data_key=text)
    assert re.sub(r"<(p|b|/p|/b)[^<>]*>", "", str(made)).count("<") == 0
    assert joined("<", tag("br")) == "&lt;<br>"


def test_values_of_a_message_with_html_are_escaped(tmp_path, monkeypatch):
    (tmp_path / "en.ftl").write_text("who = <b>{ $name }</b> and { $others }\n", encoding="utf-8")
    monkeypatch.setattr("pcc_data.say.words_dir", lambda: tmp_path)
    assert say_html("who", name="<i>", others=[tag("i", "x"), "&"]) == "<b>&lt;i&gt;</b> and <i>x</i> and &amp;"


TOLD_TO_WRITERS = {"pick", "one_of", "several", "whole", "not_allowed", "yes_or_no"}
"""What these are given is read by who wrote a wrong argument or a wrong teaching file: it stays in Python."""
NO_WORDS = re.compile(
    r"^(offset points|axes fraction|noopener noreferrer|DejaVu Sans|MODIFIER LETTER|Glyph .* missing from font"
    r"|str \| .*|A handler of %s failed|pcc [a-z-]+: |Who would hold each of six roles\.)$"
    r"|mathjax_ignore|<style|@page|<!DOCTYPE|<svg|<img|<g |pcc-|-family: |-size: |yaml-language-server|^import |^from "
    r"|charset=|<meta |<link |-src '| == |data\.why|direction: |::after|pip install"
)
"""What matplotlib, a browser, an editor, a log or Python itself reads."""
OTHERS = {
    "drawing/fonts.py": "names of fonts",
    "files/slug.py": "letters",
    "records/reading.py": "compares what another library says",
    "errors.py": "makes the sentences for who wrote a wrong argument",
    "arguments.py": "makes the sentences for who wrote a wrong argument",
    "analysis/krippendorff_alpha.py": "a part of such a sentence",
    "analysis/same_figures.py": "a part of such a sentence",
    "analysis/weighting.py": "a part of such a sentence",
    "tables/incoming/amount.py": "compares what people write into a cell",
    "quiz/answers.py": "faults of teaching files, read by who writes them",
    "quiz/questions.py": "faults of teaching files, read by who writes them",
    "files/built.py": "below the catalogue: a file of the package is damaged",
    "files/read_yaml.py": "below the catalogue: a file is no YAML",
    "files/writing.py": "below the catalogue: a file cannot be written",
}
"""Files whose texts stay in Python, and why."""


def literals(file: Path) -> list[str]:
    """Texts of two words or more in a file, without docstrings, patterns and what a wrong argument is told."""
    tree, skipped = ast.parse(file.read_text(encoding="utf-8")), set()
    for node in ast.walk(tree):
        called = node.func if isinstance(node, ast.Call) else None
        docstring = isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
        pattern = isinstance(called, ast.Attribute) and ast.unparse(called.value) == "re"
        if docstring or pattern or isinstance(node, ast.Raise) or getattr(called, "id", "") in TOLD_TO_WRITERS:
            skipped |= {id(inner) for inner in ast.walk(node)}
    texts = [node for node in ast.walk(tree) if isinstance(node, ast.Constant) and isinstance(node.value, str)]
    two_words = re.compile(r"[A-Za-z]{2,}\W* \W*[A-Za-z]{2,}")
    told = [text.value for text in texts if id(text) not in skipped and two_words.search(text.value)]
    return [text for text in told if not NO_WORDS.search(text)]


@pytest.mark.parametrize("file", sorted(PACKAGE.rglob("*.py")), ids=lambda file: file.relative_to(PACKAGE).as_posix())
def test_no_text_for_people_is_left_in_python(file):
    assert not literals(file) or file.relative_to(PACKAGE).as_posix() in OTHERS


def test_the_exceptions_are_still_needed():
    assert [name for name in OTHERS if not literals(PACKAGE / name)] == []


def test_nobody_escapes_but_the_maker_of_pages():
    for file in PACKAGE.rglob("*.py"):
        names = {
            node.id for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))) if isinstance(node, ast.Name)
        }
        assert "escape" not in names or file.name == "markup.py", file


ROOMS_WITH_WORDS = ("dataset", "quiz", "charts", "pages", "explore", "room")
NOT_READ = re.compile(r"(suffix|strip\(\)|\bstr\([^()]*\))$")
"""Beginnings of files and of switches, whose small letters nobody reads."""


@pytest.mark.parametrize("room", ROOMS_WITH_WORDS)
def test_labels_are_put_into_sentences_by_the_codebook(room):
    """`inside` and `phrase` know which names keep their capital and which languages write nouns with one."""
    small = [
        f"{file.relative_to(PACKAGE)}:{node.lineno}"
        for file in sorted((PACKAGE / room).rglob("*.py"))
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and node.func.attr == "lower"
        and not NOT_READ.search(ast.unparse(node.func.value))
    ]
    assert not small
