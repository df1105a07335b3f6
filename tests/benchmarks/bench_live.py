"""Live pages beside plain Voilà, same notebook, in turn: `python tests/benchmarks/bench_live.py`. Needs a Chromium."""

from __future__ import annotations

import re
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import median

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
def served(command: list[str], address: str = "") -> Iterator[str]:
    """Address of a server as long as the block runs; one that is not given is read from what the server prints."""
    server = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
    try:
        assert server.stdout is not None
        yield address or next(found[0] for line in server.stdout if (found := re.search(r"http://\S+", line)))
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
    with served(command, address) as found:
        wait_for(found, None)
        page = browser.new_page()
        page.goto(found, wait_until="commit", timeout=LONG * 1000)
        page.wait_for_function(first, timeout=LONG * 1000)
        opened = time.perf_counter() - start
        waiting(2)  # kernels: this page's, and the one that waits for the next
        whole = f"() => ({first})() && {PICTURES} >= {page.evaluate(PICTURES)}"
        start = time.perf_counter()
        page.goto(found, wait_until="commit", timeout=LONG * 1000)
        page.wait_for_function(whole, timeout=LONG * 1000)
        again, memory = time.perf_counter() - start, kernels_mb()
        page.close()
    return opened, again, memory


def kernels() -> list[Path]:
    """Processes of running kernels."""
    found = []
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            if b"ipykernel_launcher" in (folder / "cmdline").read_bytes():
                found.append(folder)
        except OSError:  # it has just ended
            continue
    return found


def waiting(many: int) -> None:
    """Wait until so many kernels run and rest."""
    until = time.monotonic() + LONG
    while time.monotonic() < until and (len(kernels()) < many or any(ticks(one) for one in kernels())):
        time.sleep(0.2)


def ticks(process: Path) -> bool:
    """Whether a process works: its clock moves within half a second."""
    before = (process / "stat").read_text().split()[13:15]
    time.sleep(0.5)
    return (process / "stat").read_text().split()[13:15] != before


def kernels_mb() -> float:
    """Megabytes that one kernel has for itself (PSS), the largest."""
    rolls = [(one / "smaps_rollup").read_text() for one in kernels()]
    return max(int(re.search(r"Pss:\s+(\d+)", roll)[1]) for roll in rolls) / 1024  # type: ignore[index]


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
