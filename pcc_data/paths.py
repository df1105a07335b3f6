"""Where the data lie: beside the package in a clone, inside it in an installed wheel."""

from __future__ import annotations

from functools import cache
from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent
START = "0_start_here.ipynb"
"""The notebook with which all begins."""
KEY = "_key"
"""Ends the name of a key's file, behind that of its notebook."""


def number_of(stem: str) -> str:
    """The number that a notebook's name begins with: `2_1`."""
    return "_".join(stem.split("_")[:2])


def datasets_dir() -> Path:
    """Folder with the records, the codebook, the tables and the outlines of the map.

    Raises FileNotFoundError when neither a clone nor a wheel holds it.
    """
    for folder in (_PACKAGE.parent / "datasets", _PACKAGE / "datasets"):
        if (folder / "codebook.yaml").is_file():
            return folder
    raise FileNotFoundError(
        "The data folder 'datasets' is missing. Reinstall pcc_data, or work in a complete copy of the project."
    )


@cache
def shipped_ids() -> frozenset[str]:
    """Ids of the cases that come with the project."""
    return frozenset(path.stem for path in (datasets_dir() / "cases").glob("*.yaml"))


def is_shipped(file: Path) -> bool:
    """Whether a file is one of the records that come with the project."""
    return file.resolve().parent == (datasets_dir() / "cases").resolve()


def assets_dir() -> Path:
    """Folder with the style sheets, scripts and templates that the package ships."""
    return _PACKAGE / "assets"


def asset(name: str) -> str:
    """Text of a style sheet or script that the package ships."""
    return (assets_dir() / name).read_text(encoding="utf-8")


def words_dir() -> Path:
    """Folder with what the package says, one file a language."""
    return _PACKAGE / "words"


def catalogues() -> list[str]:
    """Codes of the languages that the package speaks."""
    return sorted(file.stem for file in words_dir().glob("*.ftl"))
