"""A language that nobody speaks, made from English: each text in brackets, half as long again, and no letter of it
ASCII. What still reads as English in it was never said by the catalogue or the codebook."""

from __future__ import annotations

import atexit
import re
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from shutil import rmtree
from tempfile import mkdtemp

import pytest
from fluent.syntax import FluentParser, FluentSerializer
from fluent.syntax.ast import CallArguments, Message, StringLiteral, TextElement
from fluent.syntax.visitor import Transformer

from pcc_data.codes import load_codebook
from pcc_data.paths import datasets_dir, words_dir
from pcc_data.settings import settings

LANGUAGE = "xx"
_LETTERS = str.maketrans(
    "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ", "åƀçđéƒĝĥîĵķļɱñóþǫŕšţûṽŵẋýžÅƁÇĐÉƑĜĤÎĴĶĻṀÑÓÞǪŔŠŢÛṼŴẊÝŽ"
)
_TAG = re.compile(r"(<[^>]*>|&\w+;)")


def foreign(text: str) -> str:
    """A text with other letters; what is a tag stays."""
    return "".join(part if _TAG.fullmatch(part) else part.translate(_LETTERS) for part in _TAG.split(text))


def bracketed(text: str) -> str:
    """A text in brackets, with other letters, half as long again."""
    return f"[{foreign(text)}{longer(text)}]"


def longer(text: str) -> str:
    """What makes a text half as long again, in words of the usual length."""
    return re.sub("(~{6})", r"\1 ", " " + "~" * (len(_TAG.sub("", text)) // 2)).rstrip()


class _Foreign(Transformer):
    """Changes what is text in a message; names of values and settings of functions stay."""

    def visit_TextElement(self, node: TextElement) -> TextElement:
        return TextElement(foreign(node.value))

    def visit_StringLiteral(self, node: StringLiteral) -> StringLiteral:
        return StringLiteral(foreign(node.value))

    def visit_CallArguments(self, node: CallArguments) -> CallArguments:
        return node


def catalogue(source: str) -> str:
    """A catalogue in this language, made from an English one."""
    resource = FluentParser().parse(source)
    for entry in resource.body:
        if isinstance(entry, Message):
            for pattern in (entry.value, *(part.value for part in entry.attributes)):
                if pattern is not None:
                    words = "".join(part.value for part in pattern.elements if isinstance(part, TextElement)).strip()
                    _Foreign().visit(pattern)
                    if words:
                        pattern.elements = [TextElement("["), *pattern.elements, TextElement(f"{longer(words)}]")]
    return FluentSerializer().serialize(resource)


@cache
def _catalogues() -> Path:
    """Folder with the English catalogue and this one, until Python ends."""
    folder = Path(mkdtemp())
    atexit.register(rmtree, folder)
    source = (words_dir() / "en.ftl").read_text(encoding="utf-8")
    (folder / "en.ftl").write_text(source, encoding="utf-8")
    (folder / f"{LANGUAGE}.ftl").write_text(catalogue(source), encoding="utf-8")
    return folder


@contextmanager
def in_use() -> Iterator[None]:
    """While this lasts the package speaks it: catalogue and labels of the codebook."""
    folder, texts = _catalogues(), [text for text in _texts() if "en" in text]
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("pcc_data.say.words_dir", lambda: folder)
        patch.setattr(settings, "language", LANGUAGE)
        for text in texts:
            patch.setitem(text, LANGUAGE, bracketed(text["en"]))
        yield


def _texts() -> list[dict[str, str]]:
    """Every text of the codebook by language."""
    book = load_codebook()
    entries = [*book.fields.values(), *(code for field in book.fields.values() for code in field.codes.values())]
    found = {id(title): title for title in [book.dataset["title"]]}
    for entry in entries:
        for key in ("label", "definition", "short", "phrase"):
            text = getattr(entry, key, None)
            if text:
                found[id(text)] = text
    return list(found.values())


def left_out(text: str) -> list[str]:
    """Words that still are as Python wrote them. The data set's name, a hash and ids of cases are names, lists are
    Babel's, and what teaching files and example designs say is in English only."""
    text = re.sub(r"sha256:\w+|[a-z0-9]+(-[a-z0-9]+)+|\b(and|or)\b", ";", text)
    return [words for words in re.findall(r"[A-Za-z]{2,}(?: [A-Za-z]+)*", text) if words.lower() not in _taught()]


@cache
def _taught() -> str:
    folders = (datasets_dir() / "teaching", datasets_dir() / "designs")
    texts = [file.read_text(encoding="utf-8") for folder in folders for file in sorted(folder.glob("*.yaml"))]
    return re.sub(r"\s+", " ", " ".join(texts)).lower()
