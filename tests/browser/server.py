"""A JupyterLab for tests and benchmarks, and where to find a Chromium."""

from __future__ import annotations

import os
import re
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from urllib.parse import urlsplit

from pcc_data.app.lab import arguments, environment
from pcc_data.app.present import free_port

ROOT = Path(__file__).resolve().parents[2]
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
TOKEN = "workshop"
LONG = 120  # seconds: a ceiling for a busy machine, not what it takes


@contextmanager
def running_lab(folder: Path) -> Iterator[str]:
    """Address of a JupyterLab that serves `folder`; it ends with the block."""
    port = free_port()
    command = [
        sys.executable,
        "-m",
        "jupyterlab",
        *arguments(folder / ".private", folder, port),
        "--no-browser",
        f"--IdentityProvider.token={TOKEN}",
        "--LabApp.expose_app_in_browser=True",
    ]
    own = {"PYTHONPATH": str(ROOT), **os.environ, **environment(folder / ".private")}
    log = folder / ".log.txt"
    with log.open("w") as out:
        server = subprocess.Popen(command, stdout=out, stderr=out, env=own, cwd=folder)
        try:
            wait_for(f"http://127.0.0.1:{port}/api?token={TOKEN}", server, log)
            yield f"http://127.0.0.1:{port}"
        finally:
            server.terminate()
            server.wait(LONG)


@contextmanager
def started(*arguments: str, **variables: str) -> Iterator[str]:
    """Address at which the command `pcc` opens the browser; the lab ends with the block."""
    environment = {**os.environ, "BROWSER": "true", "PYTHONUNBUFFERED": "1", **variables}
    command = [sys.executable, "-m", "pcc_data", *arguments]
    lab = subprocess.Popen(
        command, cwd=ROOT, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
    )
    assert lab.stdout is not None
    try:
        address = next(found[0] for line in lab.stdout if (found := re.search(r"http://127\S+token=[\w-]+", line)))
        wait_for(address, lab)  # it is told before it is served
        yield address
    finally:
        lab.terminate()
        lab.communicate(timeout=LONG)


def wait_for(url: str, server: subprocess.Popen | None, log: Path | None = None) -> None:
    """Wait until the server listens; RuntimeError when it ends before, or takes over two minutes.

    It is not asked for the page: a live page would be made for nobody, with a kernel of its own.
    """
    until, asked = time.monotonic() + LONG, urlsplit(url)
    while time.monotonic() < until:
        if server is not None and server.poll() is not None:
            raise RuntimeError(f"The server ended: {log.read_text()[-2000:] if log else 'no log'}")
        with suppress(OSError):
            socket.create_connection((asked.hostname, asked.port), LONG).close()
            return
        time.sleep(0.1)
    raise RuntimeError("The server did not listen within two minutes")
