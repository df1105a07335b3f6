"""Live pages beside plain Voilà, same notebook, in turn: `python tests/benchmarks/bench_live.py`. Needs a Chromium."""

from __future__ import annotations

import re
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from statistics import median

import psutil
from playwright.sync_api import Browser, sync_playwright

from pcc_data.pages.sheets import find_browser
from tests.browser.server import FLAGS, LONG, ROOT, free_port, wait_for

NOTEBOOK = "notebooks/2_practice/2_3_compare_ownership_models.ipynb"
ROUNDS = 5
PICTURE = "() => document.querySelector('.pcc-explorer svg')?.getBoundingClientRect().width > 0"
# in ours the first picture may be some steps away, in the plain page it is below
OURS = "() => document.body?.dataset.ready && document.querySelector('.pcc-explorer svg')"
PICTURES = "document.querySelectorAll('.pcc-svg').length"


@contextmanager
def served(command: list[str], address: str = "") -> Iterator[tuple[str, psutil.Process]]:
    """Address and process of a server as long as the block runs; an address that is not given is read from what the
    server prints."""
    server = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
    try:
        assert server.stdout is not None
        found = address or next(found[0] for line in server.stdout if (found := re.search(r"http://\S+", line)))
        yield found, psutil.Process(server.pid)
    finally:
        server.terminate()
        server.wait(LONG)


def commands() -> dict[str, tuple[list[str], str, str]]:
    """How each server is started, at which address it opens, and how its first picture is known."""
    port = free_port()
    plain = ["-m", "voila", NOTEBOOK, "--no-browser", f"--port={port}", "--preheat_kernel=True", "--pool_size=1"]
    return {
        "ours": ([sys.executable, "-m", "pcc_data", "present", NOTEBOOK, "--no-browser"], "", OURS),
        "plain": ([sys.executable, *plain], f"http://127.0.0.1:{port}/", PICTURE),
    }


def seconds(browser: Browser, name: str) -> tuple[float, float, float]:
    """Seconds from the command to the first picture, from there to the same page anew with all its pictures, and MB of
    a visitor's kernel."""
    command, address, first = commands()[name]
    start = time.perf_counter()
    with served(command, address) as (found, server):
        wait_for(found, None)
        page = browser.new_page()
        page.goto(found, wait_until="commit", timeout=LONG * 1000)
        page.wait_for_function(first, timeout=LONG * 1000)
        opened = time.perf_counter() - start
        waiting(server, 2)  # kernels: this page's, and the one that waits for the next
        whole = f"() => ({first})() && {PICTURES} >= {page.evaluate(PICTURES)}"
        start = time.perf_counter()
        page.goto(found, wait_until="commit", timeout=LONG * 1000)
        page.wait_for_function(whole, timeout=LONG * 1000)
        again, memory = time.perf_counter() - start, kernels_mb(server)
        page.close()
    return opened, again, memory


def kernels(server: psutil.Process) -> list[psutil.Process]:
    """Running kernels of a server."""
    found = []
    for one in server.children(recursive=True):
        with suppress(psutil.NoSuchProcess):  # it has just ended
            found += [one] * ("ipykernel_launcher" in " ".join(one.cmdline()))
    return found


def waiting(server: psutil.Process, many: int) -> None:
    """Wait until so many kernels run and rest."""
    until = time.monotonic() + LONG
    while time.monotonic() < until and (len(kernels(server)) < many or any(works(one) for one in kernels(server))):
        time.sleep(0.2)


def works(process: psutil.Process) -> bool:
    """Whether a process works: its clock moves within half a second."""
    with suppress(psutil.NoSuchProcess):  # it has just ended
        before = process.cpu_times()[:2]
        time.sleep(0.5)
        return process.cpu_times()[:2] != before
    return False


def kernels_mb(server: psutil.Process) -> float:
    """Megabytes that one kernel has for itself (PSS), the largest."""
    return max(one.memory_full_info().pss for one in kernels(server)) / 2**20


def main() -> None:
    """Print medians and ratios."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find_browser(), args=FLAGS)
        found = {name: [] for name in ("ours", "plain")}
        for _ in range(ROUNDS):
            for name, kept in found.items():
                kept.append(seconds(browser, name))
        browser.close()
    told = ("command to first picture, s", "page anew with its pictures, s", "memory of a visitor, MB")
    for what, ours, plain in zip(told, *(map(median, zip(*kept, strict=True)) for kept in found.values()), strict=True):
        print(f"{what}: {ours:.1f}, plain Voilà {plain:.1f}, ratio {ours / plain:.2f} (should be at most 1.1)")


if __name__ == "__main__":
    main()
