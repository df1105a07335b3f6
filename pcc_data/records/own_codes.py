"""Codes of one's own: a `codebook.yaml` beside one's records adds codes to three lists. It never redefines one.

sector:
  internet:
    label: Internet access
    definition: Networks that bring people online.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from pcc_data.codes import NOTHING, Code, Codebook
from pcc_data.paths import datasets_dir
from pcc_data.records.faults import Fault, Report, printable, shown
from pcc_data.records.reading import BROKEN, MAX_BYTES, Node, key_path, read
from pcc_data.say import say

NAMES = ("codebook.yaml", "codebook.yml")
LISTS = {"sector": "sector", "themes": "challenges.theme", "public_instruments": "public_instruments"}
"""What codes can be added to, and a field that has these codes."""
_THEMES = {"themes": ("theme", "challenges.theme", "lessons.theme", "challenges", "lessons")}
_NEEDED = ("label", "definition")
_KEYS = (*_NEEDED, "short", "phrase", "colour", "marker")
_NAME = re.compile("[a-z][a-z0-9_]{0,39}")
_COLOUR = re.compile("#[0-9A-F]{6}")


class OwnCodes(NamedTuple):
    """Codes that a folder adds, by list and code, and the faults of its codebook; nothing of both where it has none."""

    folder: Path
    codes: dict[str, dict[str, Code]]
    faults: list[Fault]


def is_own_codebook(file: Path) -> bool:
    """Whether a file is named as a codebook of one's own, so that it is no record."""
    return file.name.lower() in NAMES


def own_codes(folder: Path, book: Codebook) -> OwnCodes:
    """Codes that the codebook in a folder adds to those of `book`, and its faults. Raises nothing."""
    ours = folder.resolve() == (datasets_dir() / "cases").resolve()  # its codes belong into the codebook itself
    files = [] if ours else sorted(file for file in folder.iterdir() if is_own_codebook(file) and file.is_file())
    if not files:
        return OwnCodes(folder, {}, [])
    name = printable(str(files[0]))
    try:
        with files[0].open("rb") as stream:
            root, faults = read(stream.read(MAX_BYTES + 1), name)
    except OSError as error:
        return OwnCodes(folder, {}, [Fault(name, 1, "", say("yaml.no-file", reason=error.strerror))])
    added = _Reading(Report(name, faults), book)
    if files[1:]:
        added.report.add(1, "", say("own-codes.second", file=files[1].name), say("own-codes.one-codebook"))
    if root is not None:
        added.read(root)
    return OwnCodes(folder, added.codes, added.report.faults())


class _Reading:
    """Reads one codebook. A code with faults is kept under its name, so that records that use it are not told of
    too."""

    def __init__(self, report: Report, book: Codebook) -> None:
        self.report, self.book = report, book
        self.codes: dict[str, dict[str, Code]] = {}

    def read(self, root: Node) -> None:
        """Take over the lists of a codebook."""
        for name, node in self._group(root, "", say("own-codes.lists", lists=", ".join(LISTS))).items():
            if name not in LISTS:
                problem = say("own-codes.no-list", found=shown(name))
                self.report.add(node.line, key_path("", name), problem, LISTS, name, also=_THEMES)
                continue
            self.codes[name] = {}
            for code, entry in self._group(node, name, say("own-codes.codes")).items():
                if self._new(name, code, entry.line):
                    self.codes[name][code] = self._code(name, code, entry)
            self._room(name, node.line)

    def _room(self, name: str, line: int) -> None:
        """Codes that are drawn have a marker each, of which there are only so many."""
        codes = self.book.codes(LISTS[name]).values()
        most = len(self.book.spare["markers"]) - len(codes)
        if all(code.marker for code in codes) and len(self.codes[name]) > most:
            problem = say("own-codes.too-many", n=len(self.codes[name]))
            self.report.add(line, name, problem, say("shape.at-most", most=most))

    def _group(self, node: Node, path: str, allowed: str) -> Mapping[str, Node]:
        if isinstance(node.value, dict):
            return node.value
        if node.value is not BROKEN:
            self.report.add(node.line, path, say("shape.no-group", found=shown(node.value)), allowed)
        return {}

    def _new(self, name: str, code: str, line: int) -> bool:
        path = key_path(name, code)
        if code in self.book.codes(LISTS[name]):
            self.report.add(line, path, say("own-codes.taken", code=repr(code)), say("own-codes.another-name"))
            return False
        if not _NAME.fullmatch(code) or code in NOTHING:
            self.report.add(line, path, say("own-codes.no-name", found=shown(code)), say("own-codes.a-name"))
            return False
        return True

    def _code(self, name: str, code: str, node: Node) -> Code:
        path, before = key_path(name, code), len(self.report.found)
        values = self._group(node, path, say("own-codes.keys", keys=", ".join(_KEYS)))
        for key, entry in values.items():
            if key not in _KEYS:
                problem = say("own-codes.no-key", found=shown(key))
                self.report.add(entry.line, key_path(path, key), problem, _KEYS, key, also={"colour": ("color",)})
        for key in _NEEDED:
            if isinstance(node.value, dict) and key not in values:
                self.report.add(
                    node.line, key_path(path, key), say("shape.missing"), say("own-codes.text-for", key=key)
                )
        texts = {key: self._text(values[key], key_path(path, key)) for key in _KEYS[:4] if key in values}
        signs = {key: self._sign(name, key, values[key], key_path(path, key)) for key in _KEYS[4:] if key in values}
        self._label_of_its_own(name, texts.get("label", {}), values.get("label", node).line, key_path(path, "label"))
        if len(self.report.found) > before:
            return Code(label={"en": code})
        return Code(**texts, **signs)

    def _text(self, node: Node, path: str) -> dict[str, str]:
        """A text, or texts by language of which one is English."""
        texts = node.value if isinstance(node.value, dict) else {"en": node}
        for text in texts.values():
            if text.value is not BROKEN and not (isinstance(text.value, str) and text.value.strip()):
                problem = say("value-wrong.kind", kind="text", found=shown(text.value))
                self.report.add(text.line, path, problem, say("own-codes.a-text"))
                return {}
        if "en" not in texts:
            self.report.add(node.line, path, say("own-codes.no-english"), say("own-codes.texts"))
        return {language: text.value.strip() for language, text in texts.items() if isinstance(text.value, str)}

    def _label_of_its_own(self, name: str, label: Mapping[str, str], line: int, path: str) -> None:
        """Two codes of one label could not be told apart in a picture."""
        others = {**self.book.codes(LISTS[name]), **self.codes[name]}
        for code, entry in others.items():
            if label.get("en", "").casefold() == entry.label.get("en", "").casefold():
                self.report.add(line, path, say("own-codes.label-taken", code=repr(code)), say("own-codes.own-label"))

    def _sign(self, name: str, key: str, node: Node, path: str) -> str | None:
        """A colour or a marker that no other code of the list has."""
        value = node.value.upper() if key == "colour" and isinstance(node.value, str) else node.value
        others = {**self.book.codes(LISTS[name]), **self.codes[name]}
        taken = {getattr(entry, key): code for code, entry in others.items()}
        spare = [sign for sign in self.book.spare[f"{key}s"] if sign not in taken]
        fits = isinstance(value, str) and (
            _COLOUR.fullmatch(value) if key == "colour" else value in self.book.spare["markers"]
        )
        if value in taken and value is not None:
            problem = say("own-codes.sign-taken", key=key, code=repr(taken[value]))
            self.report.add(node.line, path, problem, say("own-codes.another", signs=", ".join(spare[:3])))
        elif not fits or value == "#FFFFFF":
            problem = say("own-codes.no-sign", key=key, found=shown(node.value))
            self.report.add(node.line, path, problem, say("own-codes.a-colour") if key == "colour" else spare)
        else:
            return value
        return None
