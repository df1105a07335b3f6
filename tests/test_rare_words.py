"""Plain English in everything that people read: a word outside the common ones is explained where it first stands.

`common_words/` holds the common list (SCOWL), the words that need no explanation (`plain.txt`), and for each other word
the place where it first stands with the words that explain it there (`explained.yaml`)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import nbformat
import pytest
import yaml

from tests.test_notebooks import NOTEBOOKS, markdown
from tests.test_reading import TEACHING, catalogue, codebook, texts_in

LISTS = Path(__file__).parent / "common_words"
EXPLAINED = yaml.safe_load((LISTS / "explained.yaml").read_text(encoding="utf-8"))
NEAR = 250
"""In a notebook the explanation begins at most so many characters from the word."""
ENDINGS = {"s": [""], "es": [""], "ies": ["y"], "d": [""], "ed": [""], "ied": ["y"], "ing": ["", "e"], "er": ["", "e"]}
ENDINGS |= {"ers": ["", "e"], "est": ["", "e"], "ier": ["y"], "iest": ["y"], "ly": [""]}
_WORD = re.compile(r"[^\W\d_]+(?:[’'][^\W\d_]+)*")


def listed(name: str) -> set[str]:
    lines = (LISTS / name).read_text(encoding="utf-8").splitlines()
    return {word for line in lines if not line.startswith("#") for word in line.split()}


COMMON = listed("scowl.txt") | listed("plain.txt")


def forms(word: str) -> set[str]:
    """The word itself, and what it may be a form of."""
    word = re.sub(r"'s?$", "", word.lower().replace("’", "'"))
    found = {word}
    for ending, put in ENDINGS.items():
        stem = word.removesuffix(ending)
        if stem != word and len(stem) > 2:
            found |= {stem + letters for letters in put}
            if stem[-1] == stem[-2]:
                found.add(stem[:-1])
    return found


def prose(text: str) -> str:
    """A text without addresses, code, tags, what is put in, and marks (letters that stand for codes are marked inside a
    word)."""
    text = re.sub(r"!?\[([^\]]*)\]\([^)]*\)", r"\1", text)
    return re.sub(r"https?://\S+|`[^`]*`|<[^>]+>|{[a-z_]+}", " ", text.replace("*", ""))


def is_text(found: str) -> bool:
    """False for keys and ids, which have no space and begin small."""
    return " " in found.strip() or not re.match(r"[a-z]", found)


@cache
def places() -> dict[str, str]:
    """What people read, in reading order: the notebooks first, that for trainers as the last of them."""
    found = {
        path.stem: markdown(nbformat.read(path, as_version=4))
        for path in sorted(NOTEBOOKS, key=lambda one: (one.stem == "0_for_trainers", one.stem))
    }
    found["codebook"] = "\n".join(filter(is_text, codebook()))
    found["en.ftl"] = "\n".join(catalogue().values())
    for file in TEACHING:
        found[file.stem] = "\n".join(filter(is_text, texts_in(yaml.safe_load(file.read_text(encoding="utf-8")))))
    return {name: prose(text) for name, text in found.items()}


@cache
def written_small() -> set[str]:
    """Words that stand somewhere without a capital. Others are taken for names."""
    return {word for text in places().values() for word in _WORD.findall(text) if word == word.lower()}


def rare(text: str) -> Iterator[str]:
    """Words outside the common list that are no names, also as parts of a title."""
    for word in _WORD.findall(text):
        is_name = word != word.lower() and word.lower() not in written_small()
        if len(word) > 2 and not is_name and not forms(word) & COMMON:
            yield word.lower()


def foreign() -> set[str]:
    """Words of other languages, each with its language, in the glossary."""
    lines = yaml.safe_load(next(file for file in TEACHING if file.stem == "glossary").read_text(encoding="utf-8"))
    texts = [f"{one['term']} {one['by']}" for one in lines["terms"] if one["language"] != "en"]
    texts += [one["words"] for one in lines["letters"] if one["language"] != "en"]
    return {word.lower() for text in texts for word in _WORD.findall(text)}


@pytest.mark.parametrize("name", places())
def test_words_outside_the_common_list_are_explained(name: str):
    known = set(EXPLAINED) | (foreign() if name == "glossary" else set())
    found = sorted({word for word in rare(places()[name]) if not forms(word) & known})
    assert not found, f"{name}: take a commoner word, or explain it and say in explained.yaml where: {', '.join(found)}"


@pytest.mark.parametrize("word", EXPLAINED)
def test_the_explanation_stands_where_the_word_first_stands(word: str):
    first, by = EXPLAINED[word]
    at = {
        name: [one.start() for one in _WORD.finditer(text) if word in forms(one[0])] for name, text in places().items()
    }
    assert next((name for name, found in at.items() if found), None) == first
    explained = places()[first].find(by)
    assert explained >= 0, f"{first} does not say: {by}"
    if first[0].isdigit():
        assert abs(explained - at[first][0]) <= NEAR


def test_lists_hold_no_word_twice():
    assert not listed("scowl.txt") & listed("plain.txt")
    assert not set(EXPLAINED) & listed("plain.txt")


def test_the_check_finds_a_rare_word():
    assert forms("vetoes") >= {"veto", "vetoe"} and "run" in forms("running") and "city" in forms("cities")
    assert list(rare("The presuppositions of houses, people’s and running water")) == ["presuppositions"]
    assert prose("the **c**ommunity or `roles.x` [here](http://a.b)") == "the community or   here"
