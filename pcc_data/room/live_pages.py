"""What a live page is made with: Voilà, our own template, and what the page has to know of its notebook."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from logging import Filter, LogRecord
from pathlib import Path
from typing import Any
from urllib.parse import quote

import nbformat
import zmq

from pcc_data.paths import START, assets_dir, catalogues, number_of
from pcc_data.room.step_notes import step_notes
from pcc_data.say import language_name, say
from pcc_data.settings import STYLES, settings
from pcc_data.teaching import core_sections, teaching

RENDER = "voila/render"
LEFT_FOR = 600
"""Seconds after which a kernel that no page is connected to any more ends."""
PATIENCE = 600
"""Seconds that a page waits for a cell of its notebook."""
WORDS = (
    *("skip", "pages", "all", "code", "starting", "making", "connecting", "lost", "anew", "step", "steps", "back"),
    *(
        "next",
        "fold",
        "unfold",
        "overview",
        "notes",
        "group",
        "progress",
        "minutes",
        "used",
        "picture",
        "nonote",
        "after",
    ),
    *("after", "core", "day", "asked"),
    *("last", "second", "black", "sure", "yes", "no", "table", "counted", "beside", "then"),
)
FILLED = {name: f"{{{name}}}" for name in ("cell", "cells", "at", "of", "title", "used", "planned", "day", "text")}
"""What the script of a page fills in: each stands there as its name in braces."""
_TORNADO = "tornado.general"  # the name of its log
_TROUBLES = ("400", "404", "other", "key", "key-typed", "key-go", "key-wrong")
FILES = r".*\.(png|svg|jpg)"
"""What a page may show beside its notebook."""


def options(
    root: Path, *, stage: bool = False, code: bool = False, home: str | None = None, beside: Sequence[str] = ()
) -> dict[str, dict[str, Any]]:
    """Settings of Voilà by class: our template alone, nothing that an address could change, and nothing remembered.

    `root` is the folder that the pages' addresses begin at. With `stage` a page opens as steps for a projector, with
    `code` it leads to its notebook in JupyterLab; `home` is where it leads back to, in place of the start page.
    `beside` are the paths of the notebooks that are shown on one day, in their order: steps lead from one to the next.
    """
    return {
        "Application": {
            "logging_config": {"filters": {"pings": {"()": _Pings}}, "loggers": {_TORNADO: {"filters": ["pings"]}}}
        },
        "VoilaConfiguration": {
            "template": "pcc",
            "theme": "light",
            "allow_template_override": "NO",
            "allow_theme_override": "NO",
            "strip_sources": True,
            "show_tracebacks": False,
            "file_allowlist": [FILES],
            "page_config_hook": _Hook(root, stage=stage, code=code, home=home, beside=beside),
            "multi_kernel_manager_class": "pcc_data.room.kept_kernels.KeptKernels",
        },
        "ServerApp": {
            "extra_template_paths": [str(jupyter_folder() / "voila" / "templates" / "pcc")],  # also for Jupyter's pages
            "jinja_template_vars": {"pcc_trouble": _trouble(root)},
        },
        # on a slow machine an answer may come long after the kernel says that it is done; after its 4 seconds Voilà
        # would go on without the picture
        "VoilaExecutor": {
            "iopub_timeout": PATIENCE,
            "timeout": PATIENCE,
            "cell_error_instruction": say("live.stopped"),
            "cell_timeout_instruction": say("live.too-long"),
        },
        # what passes between server and kernel is encrypted where both can, so that no kernel warns of it
        "KernelManager": {"transport_encryption": "auto" if zmq.has("curve") else "disabled"},
        "MappingKernelManager": {"cull_idle_timeout": LEFT_FOR, "cull_interval": 60, "cull_connected": False},
    }


def jupyter_folder() -> Path:
    """The folder with our template, for the variable `JUPYTER_PATH`."""
    return assets_dir() / "jupyter"


def _trouble(root: Path) -> dict[str, str]:
    """What the page of an error says, by the number of the error, and the words and the link around it."""
    said = {name: say(f"live.trouble-{name}") for name in _TROUBLES}
    frame = {"head": say("live.trouble"), "language": settings.language, "all": say("live.all")}
    return said | frame | {"start": f"{RENDER}/{start}" if (start := _start_page(root)) else ""}


def _start_page(root: Path) -> str | None:
    """The start page, by its path below the folder that the pages' addresses begin at."""
    return next((part + START for part in ("notebooks/", "") if (root / part / START).is_file()), None)


class _Pings(Filter):
    """Leaves out what Tornado says of each first connection: Jupyter's own time for pings is not in its unit."""

    def filter(self, record: LogRecord) -> bool:
        return "websocket_ping_timeout" not in record.getMessage()


class _Hook:
    """Gives each page what it has to know, as `pccLive` among the settings of its script."""

    def __init__(self, root: Path, *, stage: bool, code: bool, home: str | None, beside: Sequence[str]) -> None:
        self.root, self.stage, self.code, self.home = root, stage, code, home
        self.beside = {path: about(root / path)["title"] for path in beside}

    def __call__(self, found: dict[str, Any], *, base_url: str, notebook_path: str, **_: Any) -> dict[str, Any]:
        path = Path(notebook_path).as_posix()
        first = _start_page(self.root)
        start = None if first in (None, path) else f"{base_url}{RENDER}/{first}"
        # Voilà's own address of MathJax lies outside, and no page has a formula
        found["fullMathjaxUrl"] = f"{base_url}voila/templates/pcc/static/nothing.js"
        found["mathjaxConfig"] = "none"
        told = about(self.root / path)
        found["pccLive"] = told | {
            "stage": self.stage,
            "start": self.home or start,
            **(self._room(told) if self.home else {}),
            "code": f"{base_url}lab/tree/{quote(path)}" if self.code else None,
            "alive": f"{base_url}pcc/alive",
            "beside": [
                {"title": title, "href": f"{base_url}{RENDER}/{quote(other)}", "now": other == path}
                for other, title in self.beside.items()
            ],
        }
        return found

    def _room(self, told: dict[str, Any]) -> dict[str, Any]:
        """What is different in a room: the way back, and no choice of style, for its kernels have drawn beforehand
        (for phones)."""
        words = told["words"] | {"all": say("room.home"), "lost": say("room.lost")}
        return {"words": words, "choices": [], "room": True}


def about(notebook: Path) -> dict[str, Any]:
    """What a page says of its notebook, and the words of its buttons."""
    try:
        cells = nbformat.read(notebook, as_version=4).cells
    except (OSError, ValueError):  # a folder, or what is no notebook: the page itself will say so
        cells = []
    heads = [cell.source.splitlines()[0].lstrip("# ") for cell in cells if cell.source.startswith("# ")]
    title = heads[0] if heads else notebook.stem
    key = number_of(notebook.stem)
    plan = teaching("minutes")
    planned: Mapping[str, Any] = plan["notebooks"].get(key, {})
    return {
        "title": title,
        "words": {word: say(f"live.{word}", **FILLED) for word in WORDS},
        "choices": [
            {"name": "style", "label": say("live.style"), "values": _styles()},
            {"name": "language", "label": say("live.language"), "values": _languages()},
        ],
        "now": {"style": settings.style, "language": settings.language},
        "minutes": planned.get("room"),
        "core": {"sections": core_sections(key), "minutes": plan["core_minutes"].get(key)},
        "notes": step_notes(cells, notebook.stem, title),
    }


def _languages() -> dict[str, str]:
    """Each language that the package speaks under its own name; a page offers no choice where it is one alone."""
    return {code: language_name(code) for code in catalogues()}


def _styles() -> dict[str, str]:
    return {name: say(f"live.style-{name}") for name in STYLES if name != "print"}
