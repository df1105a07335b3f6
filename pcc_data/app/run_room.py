"""`pcc room`: chosen notebooks, stories and questions for the phones and laptops in one room."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Sequence
from pathlib import Path

from pcc_data.app.lab import environment
from pcc_data.app.live_start import chosen_notebooks, open_browser
from pcc_data.app.present import free_port
from pcc_data.errors import pick
from pcc_data.paths import catalogues
from pcc_data.room.addresses import own_address, room_address
from pcc_data.room.places import VISITORS
from pcc_data.say import say
from pcc_data.settings import FIRST, LANGUAGE_VARIABLE, ROOM_VARIABLE, STYLE_VARIABLE, settings


class _Progress:
    """Says on the terminal how many pages are ready, whenever there is one more, until all are."""

    def __init__(self) -> None:
        self._said = -1

    def __call__(self, ready: int, of: int) -> None:
        if not of or ready <= self._said:
            return
        print(say("room.progress", ready=ready, of=of) if ready < of else say("room.is-ready"), flush=True)
        self._said = ready if ready < of else 10**6


def run_room(
    notebooks: Sequence[Path],
    ip: str | None = None,
    port: int | None = None,
    *,
    visitors: int = VISITORS,
    everywhere: bool = False,
    designs: Path | None = None,
    language: str = FIRST,
    browser: bool = True,
) -> int:
    """Open a room on the address `ip` of this machine (default: its one in the local network) until it is closed.

    `visitors` people can have a live notebook open at a time; so many are made ready. All pages speak `language`, for
    they are drawn before anybody opens them. Raises FileNotFoundError for a missing notebook, ValueError for an
    address, port, number or language that cannot be and for notebooks of two folders, OSError for a port that is taken,
    ModuleNotFoundError where Voilà is missing.
    """
    settings.language = pick(language, catalogues(), "language")
    files, root = chosen_notebooks(notebooks, port)
    address = room_address(ip or own_address(), everywhere=everywhere)
    if visitors < 1:
        raise ValueError(say("room.one-pool"))
    if ip is None and address == "127.0.0.1":
        print(say("room.only-here"))
    print(say("room.reading"), flush=True)
    with tempfile.TemporaryDirectory(prefix="pcc-room-", ignore_cleanup_errors=True) as private:
        os.environ |= environment(Path(private)) | {ROOM_VARIABLE: "1", LANGUAGE_VARIABLE: language}
        # pages are drawn before anybody opens them, and it is phones that open them
        os.environ.setdefault(STYLE_VARIABLE, "phone")
        from pcc_data.room.open_room import open_room

        server = open_room(root, files, address, port or free_port(), visitors=visitors, designs=designs)
        server.on_ready = _Progress()
        room = server.room
        own = f"{room.address}/trainer/{room.secret}"
        lines = ("room.opens", f"  {room.address}/{room.words}", "room.plain-http", "room.trainer-way", f"  {own}")
        for line in (*lines, "room.terminal-end"):
            print(say(line) if line.startswith("room.") else line, flush=True)
        if browser:
            open_browser(own)
        server.start()
    return 0
