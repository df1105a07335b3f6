"""How presenter and room begin alike: the notebooks that were asked for, and the browser that opens a little later."""

from __future__ import annotations

import webbrowser
from collections.abc import Sequence
from pathlib import Path
from threading import Timer

from pcc_data.app.find_notebook import find_notebook
from pcc_data.app.lab import check_port, needs, top_folder

_BROWSER_AFTER = 1.5  # seconds, until the server listens


def chosen_notebooks(notebooks: Sequence[Path], port: int | None) -> tuple[list[Path], Path]:
    """The files of these notebooks, each once, and the folder that all of them lie below.

    Raises FileNotFoundError for a missing notebook, ValueError for notebooks of two folders or a port that cannot be,
    OSError for a port that is taken, ModuleNotFoundError where Voilà is missing.
    """
    files = list(dict.fromkeys(find_notebook(notebook) for notebook in notebooks))
    root = top_folder(files[0])
    if any(top_folder(file) != root for file in files):
        raise ValueError(f"all notebooks have to lie below one folder; the first lies below {root}")
    check_port(port)
    needs("voila")
    return files, root


def open_browser(address: str) -> None:
    """Open the browser at an address that is served in a moment."""
    opener = Timer(_BROWSER_AFTER, webbrowser.open, [address])
    opener.daemon = True
    opener.start()
