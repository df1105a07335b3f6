"""`pcc ready`: whether this computer is ready for tomorrow's workshop. Nothing is sent, nothing is changed."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Callable, Iterator
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from time import monotonic
from typing import NamedTuple

from pcc_data.app.lab import port_is_free
from pcc_data.app.notebooks_dir import notebooks_dir
from pcc_data.pages import sheets
from pcc_data.pages.run_lines import lengths, notebooks_of
from pcc_data.pages.run_of_show import run_of_show
from pcc_data.paths import START, datasets_dir
from pcc_data.room.places import VISITORS
from pcc_data.room.stage_pages import KEPT
from pcc_data.say import say

FINE, LOOK, UNKNOWN, LEFT_OUT = "fine", "look", "unknown", "left-out"
MEGABYTE = 1_000_000
_SERVER, _PAGE, _BROWSER = 170, 165, 600
"""Megabytes that the server, each page or phone that is open, and a browser take (`tests/benchmarks/bench_room.py`)."""
_DISK = 200  # megabytes that should be free
_WAIT = 120  # seconds a cell of a notebook may take
_USUAL = 8888  # the port that the server tries first


class Finding(NamedTuple):
    """What was looked at, how it stands (fine, look, unknown, left-out), and what is told of it."""

    what: str
    state: str
    told: str


def run_ready(
    minutes: int = 90,
    *,
    phones: int = 0,
    port: int | None = None,
    quick: bool = False,
    out: Callable[[str], object] = print,
) -> int:
    """The command `pcc ready`: tell line by line how things stand. 0 when there is nothing to look at, 1 otherwise.

    `minutes` is the length of the plan whose notebooks are opened; `quick` leaves that out, and the trial of printing.
    Raises ValueError for another length, for a port that cannot be, and for fewer than no phones.
    """
    notebooks = _files(minutes)
    if phones < 0 or not (port is None or 1 <= port <= 65535):
        raise ValueError(f"--phones is 0 or more, --port a number from 1 to 65535; given: {phones}, {port}")
    out(say("ready.begins", n=minutes, others=[length for length in lengths() if length != minutes]))
    states = [FINE, LOOK, UNKNOWN, LEFT_OUT]
    width = max(len(say(f"ready.state-{state}")) for state in states)
    found = []
    for finding in _findings(notebooks, phones, port, quick, out):
        state = say(f"ready.state-{finding.state}").ljust(width)
        out(f"{state}  {say(f'ready.{finding.what}')}: {finding.told}")
        found.append(finding)
    left = sum(finding.state == LOOK for finding in found)
    out(say("ready.left", n=left) if left else say("ready.none-left", quick=quick))
    return int(left > 0)


def _findings(
    notebooks: list[Path], phones: int, port: int | None, quick: bool, out: Callable[[str], object]
) -> Iterator[Finding]:
    """What is found, one after the other; what takes long comes last."""
    yield versions(notebooks_dir().parent / "requirements.lock")
    yield data()
    yield fonts()
    yield free_port(port)
    yield disk(notebooks_dir())
    yield memory(len(notebooks), phones)
    yield browser()
    if quick:
        yield from (Finding(what, LEFT_OUT, say("ready.quick")) for what in ("pdf", "pages"))
        return
    yield pdf()
    yield pages(notebooks, out)


def _files(minutes: int) -> list[Path]:
    """The start page and the notebooks of a plan."""
    numbers, folder = notebooks_of(minutes), notebooks_dir()
    return [folder / START, *(next(folder.glob(f"*/{number}_*.ipynb")) for number in numbers)]


def versions(lock: Path) -> Finding:
    """Whether the libraries are those of the lock, as far as it names them for this system."""
    if not lock.is_file():
        return Finding("versions", UNKNOWN, say("ready.versions-unknown"))
    wanted = _wanted(lock.read_text(encoding="utf-8"))
    other = sorted(name for name, number in wanted.items() if _installed(name) != number)
    values = {"n": len(other), "total": len(wanted), "names": other[:5]} if other else {"n": len(wanted)}
    return Finding("versions", LOOK if other else FINE, say(f"ready.versions-{LOOK if other else FINE}", **values))


def _wanted(lock: str) -> dict[str, str]:
    """Name and version of what a lock names for this system."""
    from packaging.requirements import Requirement  # matplotlib brings it

    lines = [line.rstrip(" \\") for line in lock.splitlines() if line[:1].isalnum()]
    asked = [Requirement(line) for line in lines]
    here = [one for one in asked if one.marker is None or one.marker.evaluate()]
    return {one.name: next(iter(one.specifier)).version for one in here}


def _installed(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return ""


def data() -> Finding:
    """Whether the records keep all rules and can be loaded."""
    from pcc_data.dataset.load import load
    from pcc_data.records.checking import run_check

    said: list[str] = []
    try:
        faults = run_check([datasets_dir() / "cases"], out=lambda line: said.append(str(line)))
        if not faults:
            return Finding("data", FINE, say("ready.data-fine", n=len(load())))
    except (OSError, ValueError) as error:
        said = [str(error)]
    return Finding("data", LOOK, say("ready.data-look", said=" ".join(said[-3:])))  # with all lines that count


def fonts() -> Finding:
    """Whether the fonts here have every sign of the names of cases and places."""
    from matplotlib.figure import Figure

    from pcc_data.dataset.load import load
    from pcc_data.drawing.fonts import fonts_for

    figure = Figure()
    figure.text(
        0, 0, "".join(sorted(set("".join(load().cases[["name", "city", "country"]].astype(str).to_numpy().ravel()))))
    )
    with fonts_for(figure) as missing:
        if missing:
            return Finding("fonts", LOOK, say("ready.fonts-look", signs=" ".join(missing)))
    return Finding("fonts", FINE, say("ready.fonts-fine"))


def free_port(port: int | None) -> Finding:
    """Whether a port is free; without one any other will do."""
    free = port_is_free(port or _USUAL)
    if free or port is None:
        key = "ready.port-fine" if free else "ready.port-any"
        return Finding("port", FINE, say(key, port=str(port or _USUAL)))
    return Finding("port", LOOK, say("ready.port-look", port=str(port)))


def disk(folder: Path) -> Finding:
    """Whether designs can be saved beside the notebooks."""
    try:
        tempfile.TemporaryFile(dir=folder).close()
    except OSError:
        return Finding("disk", LOOK, say("ready.disk-look", folder=str(folder)))
    free = shutil.disk_usage(folder).free // MEGABYTE
    enough = free >= _DISK
    key = "ready.disk-fine" if enough else "ready.disk-full"
    return Finding("disk", FINE if enough else LOOK, say(key, folder=str(folder), free=free))


def memory(pages: int, phones: int) -> Finding:
    """Whether there is memory for a server, a browser, the pages of the plan and so many phones; with phones, pages
    for the projector wait besides."""
    need = _SERVER + _BROWSER + _PAGE * (pages + phones + KEPT * bool(phones))
    free = free_memory()
    if free is None:
        return Finding("memory", UNKNOWN, say("ready.memory-unknown", need=need))
    state = FINE if free >= need else LOOK
    more = max(0, phones + (free - need) // _PAGE)
    return Finding("memory", state, say(f"ready.memory-{state}", free=free, need=need, more=more, usual=VISITORS))


def free_memory() -> int | None:
    """Megabytes of memory that are free; None where the system does not say."""
    try:
        from psutil import virtual_memory  # the kernel of the notebooks brings it
    except ImportError:
        return None
    return virtual_memory().available // MEGABYTE


def browser() -> Finding:
    """Whether a Chromium or Chrome is here, which prints by command."""
    found = sheets.find_browser()
    state = FINE if found else LOOK
    return Finding("browser", state, say(f"ready.browser-{state}", name=found or "none"))


def pdf() -> Finding:
    """Whether the plan can be printed into a PDF, by a trial in the current folder."""
    if sheets.find_browser() is None:
        return Finding("pdf", UNKNOWN, say("ready.pdf-unknown"))
    try:  # not in the folder of temporary files: some browsers do not see it
        with tempfile.TemporaryDirectory(
            prefix="pcc-ready-", dir=notebooks_dir(), ignore_cleanup_errors=True
        ) as folder:
            made = Path(folder) / "trial.pdf"
            said = sheets.pdf(run_of_show(), made)
            if made.is_file():
                return Finding("pdf", FINE, say("ready.pdf-fine", n=made.stat().st_size // 1000))
    except OSError as error:
        said = str(error)
    return Finding("pdf", LOOK, say("ready.pdf-look", said=said))


def pages(notebooks: list[Path], out: Callable[[str], object]) -> Finding:
    """Whether each notebook runs from its first to its last cell; tells which one is being opened."""
    stopped, slowest = [], 0.0
    for at, notebook in enumerate(notebooks, start=1):
        out(say("ready.opening", name=notebook.stem, at=at, total=len(notebooks)))
        begun = monotonic()
        if not opens(notebook):
            stopped.append(notebook.stem)
        slowest = max(slowest, monotonic() - begun)
    if stopped:
        return Finding("pages", LOOK, say("ready.pages-look", names=stopped))
    return Finding("pages", FINE, say("ready.pages-fine", n=len(notebooks), seconds=round(slowest)))


def opens(notebook: Path) -> bool:
    """Whether a notebook runs without a fault; what it shows is thrown away."""
    import nbformat
    from nbclient import NotebookClient
    from nbclient.exceptions import CellControlSignal

    try:
        found = nbformat.read(notebook, as_version=4)
        NotebookClient(
            found,
            kernel_name="python3",
            timeout=_WAIT,
            store_widget_state=False,
            extra_arguments=["--log-level=ERROR"],
            resources={"metadata": {"path": str(notebook.resolve().parent)}},
        ).execute()
    except (CellControlSignal, OSError, ValueError, RuntimeError):
        return False
    return True
