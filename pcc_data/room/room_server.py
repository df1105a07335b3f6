"""The server of a room: Voilà's stand-alone program with only the addresses that a room needs."""

from __future__ import annotations

import logging
from asyncio import Future
from collections.abc import Callable
from typing import Any

from jupyter_core.utils import ensure_async
from tornado.ioloop import IOLoop, PeriodicCallback
from voila.app import Voila
from voila.utils import get_voila_labextensions_path

from pcc_data.room.alive import ALIVE
from pcc_data.room.live_handlers import (
    RoomAlive,
    RoomChannels,
    RoomExtensions,
    RoomKernel,
    RoomPictures,
    RoomRender,
    RoomShutdown,
    RoomStatic,
    RoomTemplates,
)
from pcc_data.room.live_pages import RENDER
from pcc_data.room.room_handlers import NotHere, handlers
from pcc_data.room.room_state import RoomState
from pcc_data.room.stage_pages import keep_stage_pages

_KERNEL = r"(?P<kernel_id>\w+-\w+-\w+-\w+-\w+)"
LEFT_FOR = 180
"""Seconds after which the kernel of a phone that is gone ends: somebody may wait for its place."""
MOST_BODY = 70_000
"""Bytes of what anybody may send at once."""


class RoomServer(Voila):
    """Serves one room. `room` and `on_ready` are set before it starts."""

    room: RoomState
    on_ready: Callable[[int, int], None] = staticmethod(lambda ready, of: None)

    def __init__(self, **more: Any) -> None:
        super().__init__(**more)
        self.first: dict[str, int] = {}

    def init_settings(self) -> dict[str, Any]:
        """Settings of Voilà, and ours: the room, no list of requests on the terminal, small messages."""
        self.room.ready, self.room.spare = self.filled, self.spare
        self.config.MappingKernelManager.cull_idle_timeout = LEFT_FOR
        for name in ("tornado.access", "tornado.general"):  # what visitors try is nothing for the terminal
            logging.getLogger(name).setLevel(logging.ERROR)
        return super().init_settings() | {
            "pcc_room": self.room,
            "log_function": lambda handler: None,
            "websocket_max_message_size": 1_000_000,
            "default_handler_class": NotHere,
        }

    def init_handlers(self) -> list[Any]:
        """The addresses of a room, all of them."""
        labextensions = get_voila_labextensions_path(self.voila_configuration.extra_labextensions_path)
        voila = {
            "template_paths": self.template_paths,
            "config": self.config,
            "voila_configuration": self.voila_configuration,
        }
        pictures = {"allowlist": self.voila_configuration.file_allowlist, "denylist": [], "path": self.root_dir}
        return [
            *handlers(),
            (rf"/{RENDER}/(.*)", RoomRender, voila),
            (r"/voila/templates/((?:pcc|lab|base)/static/.+)", RoomTemplates),
            (r"/voila/static/(.+)", RoomStatic, {"paths": self.static_paths}),
            (r"/voila/labextensions/(.+)", RoomExtensions, {"path": labextensions}),
            (r"/voila/files/(.+)", RoomPictures, pictures),
            (f"/{ALIVE}", RoomAlive),
            (rf"/voila/api/shutdown/{_KERNEL}", RoomShutdown),
            (rf"/api/kernels/{_KERNEL}", RoomKernel),
            (rf"/api/kernels/{_KERNEL}/channels", RoomChannels),
            (r"/.*", NotHere),
        ]

    def filled(self) -> tuple[int, int]:
        """How many of the kernels that wait for visitors have drawn their page, and how many there will be."""
        waiting = [one for pool in getattr(self.kernel_manager, "_pools", {}).values() for one in pool]
        started = [one.result()["task"] for one in waiting if one.done() and not one.exception()]
        return sum(task.done() for task in started), len(waiting)

    def fill(self) -> None:
        """Let as many kernels wait for each notebook as at first, as far as those in use leave room: with them they are
        no more than this machine was asked for. So one waits again soon after a page was left. Two projected pages wait
        for the trainer besides."""
        manager, places, notebooks = self.kernel_manager, self.room.places, self.room.notebooks
        places.forget(manager)
        for path, pool in getattr(manager, "kernel_pools_config", {}).items():
            if path not in notebooks:
                continue
            first, waiting = self.first.setdefault(path, pool["pool_size"]), manager.get_pool_size(path)
            used = len(places.kernels) + places.opening + sum(map(manager.get_pool_size, notebooks))
            free = places.most + len(notebooks) - 1 - used
            pool["pool_size"] = min(first, waiting + free)
            manager.fill_if_needed(notebook_name=path)
            pool["pool_size"] = 0  # Voilà itself starts none when one is taken
        for waiting in keep_stage_pages(manager, list(notebooks), self.room.shown):
            IOLoop.current().add_callback(self._end, waiting)

    def spare(self, path: str) -> None:
        """End one of the kernels that wait for a notebook: another one starts for a page of its own type, and this
        machine is to hold no more of them than before."""
        waiting = getattr(self.kernel_manager, "_pools", {}).get(path)
        if waiting:
            IOLoop.current().add_callback(self._end, waiting.pop())

    async def _end(self, waiting: Future[dict[str, Any]]) -> None:
        await ensure_async(self.kernel_manager.shutdown_kernel((await waiting)["kernel_id"]))

    def listen(self) -> None:
        """Listen until the room is closed; then end all kernels. Raises OSError for a port that is taken."""
        self.ioloop = IOLoop.current()
        limits = {"max_body_size": MOST_BODY, "max_header_size": 16_000, "body_timeout": 30}
        self.app.listen(self.port, self.ip, idle_connection_timeout=120, **limits)
        self.fill()
        PeriodicCallback(self.fill, 500).start()
        PeriodicCallback(lambda: self.on_ready(*self.filled()), 500).start()
        try:
            self.ioloop.start()
        except KeyboardInterrupt:
            pass
        finally:
            self.room.worker.shutdown(wait=False, cancel_futures=True)
            self.stop()
