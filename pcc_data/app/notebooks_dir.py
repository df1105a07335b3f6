"""Where the notebooks lie; known without what it takes to run them."""

from __future__ import annotations

from pathlib import Path

from pcc_data.files.writing import write_whole
from pcc_data.paths import START
from pcc_data.say import say


def notebooks_dir() -> Path:
    """Folder of the notebooks: those of the clone; from an installed wheel a copy in the current folder, made when
    missing."""
    package = Path(__file__).resolve().parents[1]
    if (package.parent / "notebooks" / START).is_file():
        return package.parent / "notebooks"
    here = Path.cwd() / "notebooks"
    if not (here / START).is_file():
        _copy_missing(package / "notebooks", here)
        print(say("pcc.copied", folder=str(here)))
    return here


def _copy_missing(shipped: Path, here: Path) -> None:
    """Copy what is not there yet, the first notebook last: as long as it is missing, a copy that was cut short is
    completed."""
    for file in sorted(
        (file for file in shipped.rglob("*") if file.is_file()), key=lambda file: (file.name == START, file)
    ):
        copy = here / file.relative_to(shipped)
        if not copy.exists():
            copy.parent.mkdir(parents=True, exist_ok=True)
            write_whole(copy, file.read_bytes())
