"""What visitors of a room do over http, right or wrong; and a room to do it in."""

from __future__ import annotations

import asyncio
import http.client
import json
import re
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Thread

import nbformat
from tornado.httpserver import HTTPServer
from tornado.testing import bind_unused_port
from tornado.web import Application

from pcc_data.room.places import Places
from pcc_data.room.room_handlers import NotHere, handlers
from pcc_data.room.room_server import MOST_BODY
from pcc_data.room.room_state import RoomState

ROOT = Path(__file__).resolve().parents[2]
LONG = 240  # seconds: a ceiling for a busy machine, not what it takes


class Browser:
    """Somebody's browser: keeps cookies, sends paths as they are written."""

    def __init__(self, port: int, host: str = "127.0.0.1") -> None:
        self.port, self.host, self.cookies = port, host, {}

    @property
    def cookie(self) -> str:
        return "; ".join(f"{name}={value}" for name, value in self.cookies.items())

    def ask(self, path: str, body: bytes | None = None, method: str = "", **headers: str) -> tuple[int, str]:
        """Number and text of an answer; no redirect is followed, but cookies are kept."""
        line = http.client.HTTPConnection(self.host, self.port, timeout=LONG)
        sent = {"Cookie": self.cookie} if self.cookies else {}
        sent |= {name.replace("_", "-"): value for name, value in headers.items()}
        try:
            line.request(method or ("GET" if body is None else "POST"), path, body, sent)
            answer = line.getresponse()
            for name, value in answer.getheaders():
                if name == "Set-Cookie":
                    key, _, rest = value.partition("=")
                    self.cookies[key] = rest.partition(";")[0]
            return answer.status, answer.read().decode(errors="replace")
        finally:
            line.close()

    def tell(self, path: str, **values: object) -> tuple[int, str]:
        """Send values as JSON."""
        return self.ask(path, json.dumps(values).encode(), Content_Type="application/json")

    def state(self, path: str = "/room/question") -> dict:
        """What a page asks every other second."""
        status, text = self.ask(path)
        assert status == 200
        return json.loads(text)


@contextmanager
def room_without_kernels(**more: object) -> Iterator[tuple[RoomState, int]]:
    """The room's own addresses, served by a thread; and its port."""
    room = RoomState("http://127.0.0.1", Places(2), page="<p>here</p>", **more)
    loop, sockets, started = asyncio.new_event_loop(), [], []

    def run() -> None:
        asyncio.set_event_loop(loop)
        app = Application(
            [*handlers(), (r"/.*", NotHere)],
            pcc_room=room,
            cookie_secret="x" * 32,
            kernel_manager={},
            log_function=lambda handler: None,
        )
        socket, port = bind_unused_port()
        server = HTTPServer(app, max_body_size=MOST_BODY)
        server.add_socket(socket)
        sockets.append(port)
        loop.call_soon(started.append, True)
        loop.run_forever()
        server.stop()

    thread = Thread(target=run, daemon=True)
    thread.start()
    while not started:
        time.sleep(0.01)
    try:
        yield room, sockets[0]
    finally:
        loop.call_soon_threadsafe(loop.stop)
        thread.join(10)
        room.worker.shutdown()


def small_notebook(file: Path, title: str) -> Path:
    """A notebook with one slider and what it does, light enough for a test; it has a picture and a secret beside it."""
    code = (
        "import ipywidgets\nslider = ipywidgets.IntSlider(description='Cases')\nsaid = ipywidgets.HTML('none yet')\n"
        "slider.observe(lambda change: setattr(said, 'value', f'{change.new} chosen'), 'value')\n"
        "ipywidgets.VBox([slider, said], _dom_classes=['pcc-explorer'])"
    )
    cells = [
        nbformat.v4.new_markdown_cell(f"# {title}\n\n![a dot](dot.svg) and [another](another.ipynb)"),
        nbformat.v4.new_code_cell(code),
    ]
    made = nbformat.v4.new_notebook(cells=cells)
    made.metadata["kernelspec"] = {"name": "python3", "display_name": "Python 3", "language": "python"}
    file.parent.mkdir(parents=True, exist_ok=True)
    nbformat.write(made, file)
    for name in ("dot.svg", "other.svg", "secret.txt"):
        (file.parent / name).write_text("<svg xmlns='http://www.w3.org/2000/svg'/>", encoding="utf-8")
    return file


@contextmanager
def open_room(folder: Path, *notebooks: Path, visitors: int = 2) -> Iterator[tuple[int, str, str, Path]]:
    """A real room by `pcc room`: its port, the paths of visitors and trainer, and the file of what it said."""
    from pcc_data.app.present import free_port

    port, log = free_port(), folder / "said.txt"
    command = [sys.executable, "-m", "pcc_data", "room", *map(str, notebooks), "--ip", "127.0.0.1", "--port", str(port)]
    command += ["--visitors", str(visitors), "--no-browser"]
    with log.open("w") as out:
        server = subprocess.Popen(command, stdout=out, stderr=out, cwd=folder)
        try:
            until = time.monotonic() + LONG
            while "people can enter" not in log.read_text():
                if server.poll() is not None or time.monotonic() > until:
                    raise RuntimeError(f"the room did not open ({server.poll()}): {log.read_text()[-2000:]}")
                time.sleep(0.3)
            yield port, *re.findall(rf":{port}(/\S+)", log.read_text())[:2], log
        finally:
            server.terminate()
            server.wait(LONG)
