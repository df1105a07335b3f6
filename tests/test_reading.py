"""Plain English in everything that people read: short sentences, counted. (What is quoted from a title or a link is
counted too.)"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from statistics import mean
from typing import Any

import nbformat
import pytest
import yaml
from fluent.syntax import ast, parse

from pcc_data.paths import datasets_dir
from tests.test_notebooks import NOTEBOOKS, ROOT, markdown

MEAN, MOST = 14, 25  # words a sentence
TEACHING = [file for file in sorted((datasets_dir() / "teaching").glob("*.yaml")) if file.stem != "references"]
ADDRESSES = {"id", "ids", "case", "cases", "sources", "url", "says", "rests_on", "answer", "from", "key"}
"""Keys of teaching files whose values are addresses, not texts."""


def sentences(text: str) -> list[str]:
    """The sentences of a text: lines of a list, cells of a table and headings stand alone."""
    text = re.sub(r"!?\[([^\]]*)\]\([^)]*\)", r"\1", re.sub(r"<[^>]+>|[*_`]", "", text))
    found = []
    for block in re.split(r"\n\s*\n|\n(?=\s*(?:[-|#]|\d+\.)\s)|\|", text):
        line = re.sub(r"\s+", " ", re.sub(r"^\s*(?:#+|-|\d+\.)\s+", "", block)).strip()
        found += re.split(r"(?<=[.?!…])[”)]?\s+(?=[A-Z“(0-9])", line)
    return [one for one in found if re.search(r"\w", one)]


def words(sentence: str) -> int:
    return len(re.findall(r"[\w’'-]+", sentence))


def texts_in(part: Any) -> Iterator[str]:
    """The texts of a teaching file."""
    if isinstance(part, str):
        yield part
    elif isinstance(part, list):
        for one in part:
            yield from texts_in(one)
    elif isinstance(part, dict):
        for key, one in part.items():
            if key not in ADDRESSES:
                yield from texts_in(one)


def said(pattern: ast.Pattern) -> str:
    """A message as it may be read: of alternatives the longest, and a word for what is put in."""
    text = ""
    for element in pattern.elements:
        if isinstance(element, ast.TextElement):
            text += element.value
        elif isinstance(element.expression, ast.SelectExpression):
            text += max((said(variant.value) for variant in element.expression.variants), key=len)
        else:
            literal = isinstance(element.expression, ast.StringLiteral)
            text += element.expression.value if literal else "it"
    return text


def catalogue() -> dict[str, str]:
    body = parse((ROOT / "pcc_data" / "words" / "en.ftl").read_text(encoding="utf-8")).body
    found = {}
    for message in body:
        if isinstance(message, ast.Message):
            parts = [(message.id.name, message.value)]
            parts += [(f"{message.id.name}.{part.id.name}", part.value) for part in message.attributes]
            found |= {name: said(value) for name, value in parts if value is not None}
    return found


def codebook() -> Iterator[str]:
    def walk(part: Any) -> Iterator[str]:
        if isinstance(part, dict):
            for key, one in part.items():
                if key in ("label", "definition", "phrase"):
                    yield from one.values()
                else:
                    yield from walk(one)

    return walk(yaml.safe_load((datasets_dir() / "codebook.yaml").read_text(encoding="utf-8")))


def too_long(texts: list[str]) -> list[str]:
    return [one for text in texts for one in sentences(text) if words(one) > MOST]


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_sentences_of_notebooks_are_short(path: Path):
    text = markdown(nbformat.read(path, as_version=4))
    assert too_long([text]) == []
    assert mean(map(words, sentences(text))) <= MEAN


@pytest.mark.parametrize("file", TEACHING, ids=lambda file: file.stem)
def test_sentences_of_teaching_files_are_short(file: Path):
    texts = list(texts_in(yaml.safe_load(file.read_text(encoding="utf-8"))))
    assert too_long(texts) == []
    assert mean(words(one) for text in texts for one in sentences(text)) <= MEAN


def test_sentences_of_the_catalogue_and_the_codebook_are_short():
    read = {name: text for name, text in catalogue().items() if not name.startswith("paper-words.")}  # lists of words
    long = {name: found for name, text in read.items() if (found := too_long([text]))}
    assert long == {}
    assert too_long(list(codebook())) == []


def test_the_count_finds_a_long_sentence():
    assert words("Who pays, and who decides?") == 5
    assert sentences("**One.** Two words\n\n- a line\n- another (De 99, undated). “Three.” Four?") == [
        "One.",
        "Two words",
        "a line",
        "another (De 99, undated).",
        "“Three.",
        "Four?",
    ]
    assert too_long([" ".join(["word"] * 26) + "."]) and not too_long([" ".join(["word"] * 25) + "."])
