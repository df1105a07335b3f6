"""Work on many files, spread over all cores. Few are done where one is: further processes take a second to start."""

from __future__ import annotations

import gc
import multiprocessing
import os
import pickle
import signal
import sys
import threading
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import parent_process
from pathlib import Path
from typing import Any

from pcc_data.say import say
from pcc_data.settings import settings

FEW = 400
"""So many files are done in one process."""
PART = 250
"""Files that are handed out at once."""
Work = Callable[[list[Path]], Any]


def spread(work: Work, files: Sequence[Path]) -> Iterator[Any]:
    """What `work` gives for each part of some files, in their order, as soon as it is there; of few files one part is
    made, here.

    `work` is a function of a module or a partial of one, so that other processes can be told of it; it may not count on
    what other parts did. A terminal is told how far it is. Where no further process can be had, all is done here.
    """
    if len(files) <= FEW:
        yield work(list(files))
        return
    parts = [list(files[at : at + PART]) for at in range(0, len(files), PART)]
    done = 0
    bar = _Bar(len(files))
    try:
        for made in _elsewhere(work, parts) if cores() > 1 else ():
            yield made
            done += 1
            bar.move(min(done * PART, len(files)))
    except (OSError, ImportError, NotImplementedError, BrokenProcessPool):
        pass  # no semaphores, no memory for another process: the rest is done here
    for part in parts[done:]:
        yield work(part)
        done += 1
        bar.move(min(done * PART, len(files)))
    bar.end()


def cores() -> int:
    """How many cores this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _elsewhere(work: Work, parts: list[list[Path]]) -> Iterator[Any]:
    """What `work` gives for each part, made in processes that begin afresh, as every system knows them."""
    told = pickle.dumps((work, vars(settings)))
    fresh = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(min(cores(), len(parts)), fresh, _begin, (told,)) as pool:
        yield from pool.map(_done, parts)


_work: Work


def _begin(told: bytes) -> None:
    """Make a fresh process ready: it has the session's settings, and ends with the one that started it."""
    global _work
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # who presses Ctrl+C speaks to the one that started it
    gc.set_threshold(100_000, 20, 20)  # records are many small values, which all stay until their part is done
    threading.Thread(target=_end_with_parent, daemon=True).start()
    _work, session = pickle.loads(told)
    vars(settings).update(session)


def _end_with_parent() -> None:
    parent = parent_process()
    assert parent is not None
    parent.join()
    os._exit(1)


def _done(part: list[Path]) -> Any:
    return _work(part)


class _Bar:
    """How many of the files are done, in one line of a terminal; a file or a pipe is told nothing."""

    def __init__(self, files: int) -> None:
        self.files, self.shown = files, bool(sys.stderr and sys.stderr.isatty())

    def move(self, done: int) -> None:
        """Show that so many files are done."""
        if self.shown:
            full = 30 * done // self.files
            told = say("spread.done", done=done, files=self.files)
            print(f"\r[{'#' * full}{'.' * (30 - full)}] {told}", end="", file=sys.stderr, flush=True)

    def end(self) -> None:
        """Leave the line empty for what is said next."""
        if self.shown:
            print(f"\r{' ' * 78}\r", end="", file=sys.stderr, flush=True)
