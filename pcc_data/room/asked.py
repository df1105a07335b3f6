"""Which notebooks a room shows: what they ask, which pictures they hold, what they are called."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import nbformat

from pcc_data.paths import number_of
from pcc_data.quiz.guesses import guesses
from pcc_data.room.section_minutes import sections

_PICTURE = re.compile(r"""(?:\]\(|src=["'])([\w ./-]+\.(?:png|svg))""")
_ASKING = ("predict", "hands_up")


def asked_by_section(notebook: Path) -> dict[str, list[str]]:
    """Ids of what a notebook asks by the heading it stands under, both in their order: the guesses of a section first,
    then its questions."""
    known, found = guesses(), {}
    for section, kind, text in sections(nbformat.read(notebook, as_version=4).cells):
        here = (number_of(notebook.stem), section)
        ids = found.setdefault(
            section, [one for one, guess in known.items() if (guess.notebook, guess.section) == here]
        )
        ids += _ids(text) if kind == "code" else []
    return {section: list(dict.fromkeys(ids)) for section, ids in found.items() if ids}


def pictures_of(notebook: Path) -> list[Path]:
    """Files of the pictures that the texts of a notebook show; none outside its folder."""
    folder = notebook.parent.resolve()
    named = [folder / name for text in _sources(notebook, "markdown") for name in _PICTURE.findall(text)]
    return [file.resolve() for file in named if file.is_file() and file.resolve().is_relative_to(folder)]


def shows_gallery(notebook: Path) -> bool:
    """Whether a notebook shows the designs of a folder."""
    return any(".gallery(" in text for text in _sources(notebook, "code"))


def _sources(notebook: Path, kind: str) -> list[str]:
    return [cell.source for cell in nbformat.read(notebook, as_version=4).cells if cell.cell_type == kind]


def _ids(source: str) -> Iterator[str]:
    try:
        tree = ast.parse(source)
    except SyntaxError:
        return
    for call in ast.walk(tree):
        if isinstance(call, ast.Call) and getattr(call.func, "attr", "") in _ASKING:
            given = [*call.args, *(word.value for word in call.keywords if word.arg == "key")]
            texts = [node for part in given for node in ast.walk(part) if isinstance(node, ast.Constant)]
            yield from (node.value for node in texts if isinstance(node.value, str))
