"""Whoever is in the room can use its pages, and nothing else: not run code, not reach other kernels or files."""

from __future__ import annotations

import http.client
import json
import re
import time
from collections.abc import Iterator
from types import SimpleNamespace

import pytest
import websocket
from jupyter_client.session import Session
from jupyter_server.services.kernels.connection.base import deserialize_msg_from_ws_v1, serialize_msg_to_ws_v1

from tests.room.visiting import Browser, open_room, small_notebook

PROTOCOL = "v1.kernel.websocket.jupyter.org"
KERNEL = re.compile(r'"kernelId": ?"([\w-]+)"')
CHANNELS = ("shell", "control", "stdin", "iopub")
CODE = "open('broken-in.txt', 'w').write('x')"
RUNS = {
    "execute_request": {
        "code": CODE,
        "silent": False,
        "user_expressions": {},
        "allow_stdin": False,
        "store_history": True,
    },
    "inspect_request": {"code": "open", "cursor_pos": 4, "detail_level": 1},
    "complete_request": {"code": "op", "cursor_pos": 2},
    "history_request": {"hist_access_type": "tail", "n": 10, "output": True, "raw": True},
    "is_complete_request": {"code": "x"},
    "debug_request": {"type": "request", "seq": 1, "command": "evaluate", "arguments": {"expression": CODE}},
    "create_subshell_request": {},
    "list_subshell_request": {},
    "interrupt_request": {},
    "shutdown_request": {"restart": True},
    "input_reply": {"value": CODE},
    "comm_open": {"comm_id": "c1", "target_name": "jupyter.widget", "data": {"state": {"_model_name": "HTMLModel"}}},
}
"""What would make a kernel do or tell something, by kind."""


@pytest.fixture(scope="module")
def opened(tmp_path_factory) -> Iterator[SimpleNamespace]:
    """A room with a small notebook, and a visitor who has its page open."""
    folder = tmp_path_factory.mktemp("room")
    chosen = small_notebook(folder / "notebooks" / "a.ipynb", "Chosen")
    small_notebook(folder / "notebooks" / "b.ipynb", "Not chosen")
    with open_room(folder, chosen, visitors=2) as (port, way, own, log):
        ann = Browser(port)
        assert ann.ask(way)[0] == 302
        status, page = ann.ask("/voila/render/notebooks/a.ipynb")
        assert status == 200 and "Chosen" in page
        yield SimpleNamespace(
            port=port, way=way, own=own, log=log, ann=ann, page=page, kernel=KERNEL.search(page)[1], folder=folder
        )


def entered(opened) -> Browser:
    found = Browser(opened.port)
    assert found.ask(opened.way)[0] == 302
    return found


def answers(browser: Browser, path: str, body: bytes | None = None) -> bool:
    """Whether there is any good answer: a line that is cut is none."""
    try:
        return browser.ask(path, body)[0] == 200
    except (OSError, http.client.HTTPException):
        return False


class Line:
    """A page's line to a kernel."""

    def __init__(self, opened, browser: Browser, kernel: str, protocols=(PROTOCOL,)) -> None:
        address = f"ws://127.0.0.1:{opened.port}/api/kernels/{kernel}/channels?session_id=s1"
        self.session = Session(key=b"")
        self.line = websocket.create_connection(
            address, subprotocols=list(protocols), cookie=browser.cookie, timeout=60, suppress_origin=True
        )

    def send(self, channel: str, kind: str, content: dict, **metadata: str) -> str:
        """Send a message; its id."""
        made = self.session.msg(kind, content, metadata=metadata)
        self.line.send_binary(serialize_msg_to_ws_v1(self.session.serialize(made)[2:], channel))
        return made["header"]["msg_id"]

    def answers(self, seconds: float, until: str = "") -> list[tuple[str, str, dict]]:
        """Kind, id of what is answered, and content of what arrives, for so long or until an answer to that id or a
        message of that kind."""
        found, end = [], time.monotonic() + seconds
        while time.monotonic() < end:
            self.line.settimeout(min(2, max(0.1, end - time.monotonic())))  # a ping of the server begins it anew
            try:
                got = self.line.recv()
            except websocket.WebSocketTimeoutException:
                continue
            _, parts = deserialize_msg_from_ws_v1(got)
            header, parent, _, content = (json.loads(part) for part in parts[:4])
            found.append((header["msg_type"], parent.get("msg_id", ""), content))
            if header["msg_type"] == until or (parent.get("msg_id") == until and header["msg_type"].endswith("_reply")):
                break
        return found


@pytest.fixture
def line(opened) -> Iterator[Line]:
    found = Line(opened, opened.ann, opened.kernel)
    yield found
    found.line.close()


def test_a_page_works(line):
    asked = line.send("shell", "kernel_info_request", {})
    assert "kernel_info_reply" in [kind for kind, parent, _ in line.answers(60, asked) if parent == asked]
    asked = line.send("shell", "comm_info_request", {})
    comms = next(content["comms"] for kind, _, content in line.answers(60, asked) if kind == "comm_info_reply")
    assert len(comms) >= 4
    line.send(
        "shell", "comm_open", {"comm_id": "c0", "target_name": "jupyter.widget.control", "data": {}}, version="1.0.0"
    )
    line.send("shell", "comm_msg", {"comm_id": "c0", "data": {"method": "request_states"}})
    states = [content for kind, _, content in line.answers(60, "comm_msg") if kind == "comm_msg"]
    assert any(content["data"].get("method") == "update_states" for content in states)


@pytest.mark.parametrize("channel", CHANNELS)
def test_no_message_runs_code_or_tells_about_it(opened, line, channel):
    sent = {line.send(channel, kind, content): kind for kind, content in RUNS.items()}
    asked = line.send("shell", "kernel_info_request", {})  # what comes back before its answer would be theirs
    came = line.answers(60, asked) + line.answers(1)
    assert any(parent == asked for _, parent, _ in came)
    assert [sent[parent] for _, parent, _ in came if parent in sent] == []
    assert not [kind for kind, _, _ in came if kind in ("execute_input", "execute_result", "debug_event", "error")]
    assert not list(opened.folder.rglob("broken-in.txt"))


@pytest.mark.parametrize("target", ["jupyter.widget", "jupyter.widget.version", "matplotlib", "evil", "", None, ["x"]])
def test_no_other_line_can_be_opened(line, target):
    sent = line.send("shell", "comm_open", {"comm_id": "c9", "target_name": target, "data": {}})
    asked = line.send("shell", "comm_info_request", {})
    came = line.answers(60, asked)
    assert not [kind for kind, parent, _ in came if parent == sent]
    assert "c9" not in next(content["comms"] for kind, _, content in came if kind == "comm_info_reply")


def test_what_is_no_message_is_dropped(line):
    for junk in (b"", b"\0" * 8, b"\xff" * 100, b"{}", (9).to_bytes(8, "little") * 9):
        line.line.send_binary(junk)
    line.line.send(
        json.dumps({"channel": "shell", "header": {"msg_type": "execute_request"}, "content": {"code": CODE}})
    )
    asked = line.send("shell", "kernel_info_request", {})
    assert any(parent == asked for _, parent, _ in line.answers(60, asked))


def test_in_another_protocol_the_line_ends(opened):
    other = Line(opened, opened.ann, opened.kernel, protocols=())
    message = other.session.msg("execute_request", RUNS["execute_request"]) | {"channel": "shell"}
    ended = False
    for _ in range(5):
        try:
            other.line.send(json.dumps(message, default=str))
            ended = other.line.recv_data()[0] == websocket.ABNF.OPCODE_CLOSE
        except (websocket.WebSocketException, OSError):
            ended = True
        if ended:
            break
    assert ended
    assert not list(opened.folder.rglob("broken-in.txt"))


def test_kernels_of_others_are_not_there(opened):
    bo = entered(opened)
    for browser in (bo, Browser(opened.port)):
        with pytest.raises(websocket.WebSocketBadStatusException):
            Line(opened, browser, opened.kernel)
        assert browser.ask(f"/api/kernels/{opened.kernel}")[0] == 404
        assert browser.ask(f"/voila/api/shutdown/{opened.kernel}", b"")[0] == 404
    assert opened.ann.ask(f"/api/kernels/{opened.kernel}")[0] == 200


@pytest.mark.parametrize(
    "path",
    ["/api", "/api/kernels", "/api/kernelspecs", "/api/sessions", "/api/contents", "/api/terminals", "/api/status",
     "/files/notebooks/secret.txt", "/voila/files/notebooks/secret.txt", "/voila/files/notebooks/other.svg",
     "/voila/files/notebooks/a.ipynb", "/voila/files/../said.txt", "/voila/files/%2e%2e/said.txt",
     "/voila/files/notebooks/..%2f..%2fsaid.txt", "/voila/files//etc/passwd", "/voila/files/notebooks/dot.svg%00.txt",
     "/voila/render/notebooks/b.ipynb", "/voila/render/notebooks/../notebooks/a.ipynb", "/voila/render/notebooks",
     "/voila/render/", "/voila/render/%2e%2e/a.ipynb", "/voila/tree", "/voila/tree/notebooks",
     "/voila/api/contents/notebooks", "/tree", "/lab", "/login", "/logout", "/metrics",
     "/nbconvert/html/notebooks/a.ipynb",
     "/voila/templates/pcc/static/../../../pcc.css", "/voila/templates/../static/x", "/voila/templates/x/static/y.js",
     "/voila/templates/pcc/static/%2e%2e/index.html.j2", "/voila/static/../index.html", "/voila/execution/1",
     "/voila/labextensions/../../etc/passwd", "/voila/query/00000000-0000-0000-0000-000000000000"],
)  # fmt: skip
def test_there_are_no_other_addresses(opened, path):
    assert opened.ann.ask(path)[0] == 404
    assert Browser(opened.port).ask(path)[0] in (403, 404)


def test_without_the_words_there_is_no_page(opened):
    for path in (
        "/voila/render/notebooks/a.ipynb",
        "/voila/files/notebooks/dot.svg",
        "/voila/templates/pcc/static/live.js",
    ):
        assert Browser(opened.port).ask(path)[0] == 403
        assert Browser(opened.port).ask(f"{path}?token=")[0] == 403
        assert Browser(opened.port).ask(path, Authorization="token ")[0] == 403


def test_pictures_of_the_texts_are_shown(opened):
    assert opened.ann.ask("/voila/render/notebooks/dot.svg")[0] == 302
    assert opened.ann.ask("/voila/files/notebooks/dot.svg")[0] == 200


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "PATCH", "OPTIONS"])
def test_nothing_else_can_be_done_to_an_address(opened, method):
    for path in (
        "/voila/render/notebooks/a.ipynb",
        f"/api/kernels/{opened.kernel}",
        "/room",
        "/voila/files/notebooks/dot.svg",
    ):
        assert opened.ann.ask(path, b"", method=method)[0] in (404, 405)
    assert opened.ann.ask(f"/api/kernels/{opened.kernel}")[0] == 200


def test_a_page_cannot_choose_its_template_and_the_last_place_is_taken(opened):
    bo = entered(opened)
    status, page = bo.ask("/voila/render/notebooks/a.ipynb?template=lab&voila-template=lab&theme=dark&voila-theme=dark")
    assert status == 200 and 'id="pcc-live"' in page and "theme-light" in page
    status, page = entered(opened).ask("/voila/render/notebooks/a.ipynb")
    assert status == 503 and "All places are taken" in page and 'src="/room/static/again.js"' in page
    other = KERNEL.search(bo.ask("/voila/render/notebooks/a.ipynb")[1])[1]
    assert bo.ask(f"/voila/api/shutdown/{other}", b"")[0] == 204  # as a page that is left tells it
    assert bo.ask(f"/api/kernels/{other}")[0] == 404


def test_large_things_are_refused(opened):
    assert opened.ann.ask("/room/design", b"x" * 64_001)[0] == 413
    assert not answers(opened.ann, "/room/design", b"x" * 5_000_000)


def test_the_terminal_stays_quiet(opened):
    said = opened.log.read_text()
    assert "encryption" not in said and "Traceback" not in said and "WARN" not in said.upper()


def test_closing_ends_everything(opened):
    trainer = Browser(opened.port)
    assert trainer.ask(opened.own)[0] == 302
    assert trainer.tell("/trainer/state", do="close")[0] == 200
    until = time.monotonic() + 60
    while answers(trainer, "/trainer") and time.monotonic() < until:
        time.sleep(0.3)
    assert not answers(trainer, "/trainer")
