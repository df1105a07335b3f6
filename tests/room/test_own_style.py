"""A page of another type than those that wait: it is drawn when it opens, in the place of one of them."""

from __future__ import annotations

import asyncio
from concurrent.futures import ThreadPoolExecutor
from types import SimpleNamespace

import pytest

from pcc_data.room.live_handlers import RoomRender
from pcc_data.room.room_server import RoomServer
from pcc_data.settings import STYLE_VARIABLE


@pytest.mark.parametrize(
    ("asked", "own"), [("", False), ("phone", False), ("screen", True), ("projector", True), ("no-style", False)]
)
def test_only_another_style_is_drawn_anew(monkeypatch, asked, own):
    monkeypatch.setenv(STYLE_VARIABLE, "phone")
    page = SimpleNamespace(get_query_argument=lambda name, default: asked or default)
    assert RoomRender._own_style.fget(page) == own


def test_for_each_of_them_one_that_waits_ends():
    ended: list[str] = []

    async def end(kernel: str) -> None:
        ended.append(kernel)

    async def run() -> None:
        stays, goes = (asyncio.get_running_loop().create_future() for _ in range(2))
        manager = SimpleNamespace(_pools={"a": [stays, goes]}, shutdown_kernel=end)
        server = SimpleNamespace(kernel_manager=manager)
        server._end = lambda one: RoomServer._end(server, one)
        RoomServer.spare(server, "a")
        RoomServer.spare(server, "b")
        assert manager._pools["a"] == [stays] and not ended, "one that still starts ends when it has started"
        goes.set_result({"kernel_id": "k1"})
        await asyncio.sleep(0.05)

    with ThreadPoolExecutor(1) as apart:  # a browser's loop may run in this thread
        apart.submit(asyncio.run, run()).result()
    assert ended == ["k1"]
