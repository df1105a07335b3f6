"""Where the data lie: beside the package in a clone, inside it in an installed wheel."""

from __future__ import annotations

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent


def datasets_dir() -> Path:
    """Folder with the records, the codebook, the tables and the outlines of the map.

    Raises FileNotFoundError when neither a clone nor a wheel holds it.
    """
    for folder in (_PACKAGE.parent / "datasets", _PACKAGE / "datasets"):
        if (folder / "codebook.yaml").is_file():
            return folder
    raise FileNotFoundError("The data folder 'datasets' is missing. Reinstall pcc_data, or work in a complete copy of the project.")


def asset(name: str) -> str:
    """Text of a style sheet or script that the package ships."""
    return (_PACKAGE / "assets" / name).read_text(encoding="utf-8")
