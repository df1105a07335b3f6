"""All designs of a folder, with what is wrong with those that cannot be used."""

from __future__ import annotations

import os
from pathlib import Path

from pcc_data.designs.checking import DesignError
from pcc_data.designs.design import Design
from pcc_data.paths import datasets_dir
from pcc_data.say import say
from pcc_data.settings import shared

MOST_DESIGNS = 26
"""So many designs of a folder are read: one for each letter."""


def examples_dir() -> Path:
    """Folder with the invented designs that the project ships."""
    return datasets_dir() / "designs"


FOLDER = "my_designs"
"""Where designs are kept, unless another folder is named."""


def allowed_folder(folder: str | os.PathLike[str]) -> Path:
    """The folder, as a path. Raises ValueError for another one than `my_designs`, here, where others use this
    machine."""
    if shared() and os.fspath(folder) != FOLDER and Path(folder) != examples_dir():
        raise ValueError(say("design.only-here", folder=FOLDER))
    return Path(folder).expanduser()


def design_files(folder: str | os.PathLike[str]) -> list[Path]:
    """Files in a folder that may be designs (*.yaml, *.yml), sorted by name; none where there is no such folder.

    Raises ValueError as `allowed_folder` does.
    """
    path = allowed_folder(folder)
    if not path.is_dir():
        return []
    found = [
        file
        for file in path.iterdir()
        if file.suffix.lower() in (".yaml", ".yml") and not file.name.startswith(".") and file.is_file()
    ]
    return sorted(found)


def read_folder(folder: str | os.PathLike[str]) -> tuple[dict[str, Design], list[str]]:
    """Designs by the name of their file, and in sentences what is wrong with the other files, and how many were left
    out."""
    designs, problems, files = {}, [], design_files(folder)
    for file in files[:MOST_DESIGNS]:
        try:
            designs[file.name] = Design.load(file)
            problems += designs[file.name].repairs
        except DesignError as error:
            problems.append(str(error))
    if len(files) > MOST_DESIGNS:
        problems.append(say("design.too-many", most=MOST_DESIGNS, n=len(files)))
    return designs, problems
