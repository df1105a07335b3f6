"""A notebook as people name it: by its file, its name or its number."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

from pcc_data.app.notebooks_dir import notebooks_dir
from pcc_data.errors import nearest
from pcc_data.paths import START
from pcc_data.say import say


def find_notebook(asked: str | Path, *, also: Sequence[str] = ()) -> Path:
    """The file of a notebook that is asked for by its file, its name or its number (`2_1`).

    Raises FileNotFoundError with the nearest name (`also` names what may be meant besides), ValueError with the way
    back for a file that is no whole notebook.
    """
    if Path(asked).is_file():
        return _whole(Path(asked).resolve())
    there = {path.stem: path for path in [notebooks_dir() / START, *notebooks()]}
    numbers = {stem[:3]: stem for stem in there if stem[:1].isdigit() and stem[:2] != "0_"}
    what = str(asked)
    stem = numbers.get(what, Path(what).stem)
    if stem in there:
        return _whole(there[stem])
    guess = nearest(stem, [*also, *there, *numbers])
    told = say("find-notebook.nearest", guess=guess) if guess else say("find-notebook.known", names=[*also, *numbers])
    raise FileNotFoundError(say("find-notebook.none", what=what, told=told))


def notebooks() -> list[Path]:
    """All notebooks but the first page, in their order."""
    found = (path for path in notebooks_dir().rglob("*.ipynb") if ".ipynb_checkpoints" not in path.parts)
    return sorted((path for path in found if path.name != START), key=lambda path: path.stem)


def _whole(notebook: Path) -> Path:
    """The same file, if it holds the cells of a notebook: one that was cut short opens as a page that tells nothing."""
    try:
        cells = json.loads(notebook.read_text(encoding="utf-8"))["cells"]
    except (ValueError, KeyError, TypeError):
        cells = None
    if not isinstance(cells, list):
        raise ValueError(say("find-notebook.damaged", file=str(notebook)))
    return notebook
