"""Seconds and memory of a room: `python tests/benchmarks/bench_room.py [VISITORS…] [--notebook NOTEBOOK]`.

For each number of visitors a room of its own: seconds until all pages are ready, seconds from a visitor's request to
the whole page (all come at once), and memory of the server and of each kernel (PSS where the system tells it: what
several share counts once). From it, how many visitors a laptop of 8 and of 16 GB can hold, when half of that is free.
"""

from __future__ import annotations

import argparse
import shutil
import sys
import tempfile
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from statistics import median

import psutil

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from tests.room.visiting import ROOT, Browser, open_room

NOTEBOOK = "2_practice/2_1_ten_experiences.ipynb"
GIB = 1024


def memory(process: psutil.Process) -> float:
    """MiB that a process needs for itself."""
    found = process.memory_full_info()
    return getattr(found, "pss", found.uss) / 2**20


def visit(port: int, way: str, notebook: str) -> float:
    """Seconds from the request to the whole page."""
    browser = Browser(port)
    browser.ask(way)
    before = time.monotonic()
    status, _ = browser.ask(f"/voila/render/notebooks/{notebook}")
    assert status == 200
    return time.monotonic() - before


def measure(visitors: int, notebook: str) -> tuple[float, float]:
    """Print what a room of so many needs; MiB of the server and of a visitor."""
    with tempfile.TemporaryDirectory() as folder:
        shutil.copytree(ROOT / "notebooks", Path(folder) / "notebooks")
        before = time.monotonic()
        with open_room(Path(folder), Path(folder) / "notebooks" / notebook, visitors=visitors) as (port, way, _, _):
            ready = time.monotonic() - before
            with ThreadPoolExecutor(visitors) as pool:
                took = sorted(pool.map(lambda _: visit(port, way, notebook), range(visitors)))
            families = [one for one in psutil.Process().children(recursive=True) if one.is_running()]
            kernels = [memory(one) for one in families if "ipykernel_launcher" in " ".join(one.cmdline())]
            servers = [memory(one) for one in families if "pcc_data" in one.cmdline()]
    server, each = sum(servers), median(kernels)
    print(f"{visitors} visitors: all ready after {ready:.0f} s", end="; ")
    print(f"a page after {median(took):.1f} s (median), {took[-1]:.1f} s (last)", end="; ")
    print(f"server {server:.0f} MiB, a visitor {each:.0f} MiB, together {server + sum(kernels):.0f} MiB")
    return server, each


def main() -> None:
    """Measure, and say what follows from it."""
    parser = argparse.ArgumentParser()
    parser.add_argument("visitors", nargs="*", type=int, default=[5, 10, 20])
    parser.add_argument("--notebook", default=NOTEBOOK)
    asked = parser.parse_args()
    for visitors in asked.visitors:
        server, each = measure(visitors, asked.notebook)
    for gib in (8, 16):
        print(f"{gib} GB, half of it free: {int((gib * GIB / 2 - server) / each)} visitors with a live notebook")


if __name__ == "__main__":
    main()
