"""`pcc present`: a notebook on the projector, one step a screen, from a server of its own that takes no code."""

from __future__ import annotations

import os
import secrets
import socket
import tempfile
from collections.abc import Sequence
from pathlib import Path
from urllib.parse import quote

from pcc_data.app.lab import environment
from pcc_data.app.live_start import chosen_notebooks, open_browser
from pcc_data.room.live_pages import RENDER
from pcc_data.say import say
from pcc_data.settings import STYLE_VARIABLE


def run_present(notebooks: Sequence[Path], port: int | None = None, *, browser: bool = True) -> int:
    """Show the first of these notebooks on the projector, the others one link away; return when it ends.

    Of each one kernel waits with all its pictures drawn, so that *New group* and the next notebook come at once. It
    listens on 127.0.0.1 only. Raises FileNotFoundError for a missing notebook, ValueError for notebooks of two
    folders or a port that cannot be, OSError for a port that is taken, ModuleNotFoundError where Voilà is missing.
    """
    files, root = chosen_notebooks(notebooks, port)
    with tempfile.TemporaryDirectory(prefix="pcc-present-", ignore_cleanup_errors=True) as private:
        os.environ |= environment(Path(private)) | {STYLE_VARIABLE: "projector"}
        from pcc_data.room.live_server import PagesServer, live_server

        token, port, paths = secrets.token_urlsafe(16), port or free_port(), [below(file, root) for file in files]
        server = live_server(
            root, dict.fromkeys(paths, 1), ip="127.0.0.1", port=port, token=token, stage=True, kind=PagesServer
        )
        server.log_level = "ERROR"
        address = f"http://127.0.0.1:{port}/{RENDER}/{quote(paths[0])}?token={token}"
        print(f"{say('live.presents')}\n  {address}", flush=True)
        if browser:
            open_browser(address)
        server.start()
    return 0


def below(file: Path, root: Path) -> str:
    """A file's path below the root, as it stands in an address."""
    return file.relative_to(root).as_posix()


def free_port() -> int:
    """A port of this machine on which nothing listens."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
