"""Voilà's own addresses as a room has them: chosen notebooks, each visitor's own kernels, and nothing else."""

from __future__ import annotations

import os
from collections.abc import Awaitable, Callable
from typing import Any

from jupyter_core.utils import ensure_async
from jupyter_server.auth.identity import IdentityProvider, User
from jupyter_server.base.handlers import FileFindHandler
from jupyter_server.services.kernels.handlers import KernelHandler
from tornado.web import HTTPError
from voila.shutdown_kernel_handler import VoilaShutdownKernelHandler
from voila.static_file_handler import AllowListFileHandler, MultiStaticFileHandler, TemplateStaticFileHandler
from voila.tornado.handler import TornadoVoilaHandler
from voila.tornado.kernel_websocket_handler import VoilaKernelWebsocketHandler

from pcc_data.room.alive import Alive
from pcc_data.room.guarded import Guarded
from pcc_data.room.stage_pages import STYLE, stage_pool
from pcc_data.settings import STYLE_VARIABLE, STYLES

_POLICY = (
    "default-src 'self' 'unsafe-inline' 'unsafe-eval' data: blob:; connect-src 'self' data: blob: ws:; "
    "frame-ancestors 'none'; form-action 'self'"
)
"""A live page asks for nothing outside this machine."""
PROTOCOL = "v1.kernel.websocket.jupyter.org"


class Visitors(IdentityProvider):
    """Who asks, as Jupyter's handlers want to know it: the number that the room gave. There is no login and no
    token."""

    def get_user(self, handler: Any) -> User | None:
        """The visitor of a handler of a room."""
        return User(handler.visitor) if isinstance(handler, Guarded) and handler.visitor else None

    def get_handlers(self) -> list[tuple[str, object]]:
        """None: people come in by four words."""
        return []

    @property
    def auth_enabled(self) -> bool:
        """Always."""
        return True


class OwnKernel(Guarded):
    """An address of one kernel: there is none for who does not have it."""

    async def prepare(self, *args: Any, **more: Any) -> None:
        """Refuse kernels of others as if they were not there."""
        if not self.room.places.owns(self.visitor or "", self.path_kwargs.get("kernel_id", "")):
            raise HTTPError(404)
        await super().prepare(*args, **more)


class RoomAlive(Guarded, Alive):
    """Whether the room is there, and one's own kernel."""

    SUPPORTED_METHODS = ("GET",)

    def has(self, kernel: str) -> bool:
        """A kernel of somebody else is not there."""
        return self.room.places.owns(self.visitor or "", kernel) and super().has(kernel)

    def more(self) -> dict[str, Any]:
        """Whether a question waits for this visitor's answer. Who reads a notebook is in the room too."""
        if self.is_trainer or self.visitor is None:
            return {}
        self.room.saw(self.visitor)
        hands = self.room.hands
        return {"asks": hands.ballot is not None and not hands.revealed and hands.given(self.visitor) is None}


class RoomKernel(OwnKernel, KernelHandler):
    """What a page's script asks of its own kernel."""

    SUPPORTED_METHODS = ("GET",)


class RoomShutdown(OwnKernel, VoilaShutdownKernelHandler):
    """A page that is left tells it, and its kernel ends."""

    SUPPORTED_METHODS = ("POST",)


class RoomChannels(OwnKernel, VoilaKernelWebsocketHandler):
    """The line between a page and its kernel; only in the protocol in which the room reads what goes through."""

    def select_subprotocol(self, subprotocols: list[str]) -> str | None:
        """The one protocol."""
        return PROTOCOL if PROTOCOL in subprotocols else None

    async def open(self, kernel_id: str) -> None:  # type: ignore[override]
        """Begin, or end at once in any other protocol."""
        if self.selected_subprotocol != PROTOCOL:
            self.close(1002)
            return
        await super().open(kernel_id)


class RoomRender(Guarded, TornadoVoilaHandler):
    """A chosen notebook as a live page, as long as there are places."""

    SUPPORTED_METHODS = ("GET",)

    async def prepare(self, *args: Any, **more: Any) -> None:
        """What an address asks besides the notebook is passed over, but for the style."""
        for given in (self.request.arguments, self.request.query_arguments):
            for name in set(given) - {"style", "stage"}:
                del given[name]
        await super().prepare(*args, **more)

    async def get(self, path: str | None = None) -> None:
        """Make the page, with a kernel that is this visitor's from now on."""
        room, visitor = self.room, self.visitor or ""
        if path in room.pictures:
            self.redirect(f"/voila/files/{path}")
            return
        if path not in room.notebooks:
            raise HTTPError(404)
        room.places.forget(self.settings["kernel_manager"])
        if not (room.places.has_room(visitor) or self.is_trainer):
            raise HTTPError(503)
        if not room.opens.use(visitor):
            raise HTTPError(429)
        self.set_header("Content-Security-Policy", _POLICY)
        with room.places.coming(visitor):
            if self._on_stage:
                room.shown = path
            elif self._own_style and not self.is_trainer:
                room.spare(path)
            await super().get(path)

    @property
    def _own_style(self) -> bool:
        """Whether the address asks for another type than that of the pages that were drawn beforehand: a wide window
        does, and the trainer's page."""
        asked = self.get_query_argument("style", "")
        return asked in STYLES and asked != os.environ.get(STYLE_VARIABLE)

    @property
    def _on_stage(self) -> bool:
        """Whether this is the trainer's page for the projector, which is drawn beforehand too."""
        return self.is_trainer and self.get_query_argument("style", "") == STYLE

    def _pool(self, path: str) -> str:
        """Where pages of the type that is asked for wait; nowhere, where they are of a type of their own."""
        return path if not self._own_style else stage_pool(path) if self._on_stage else ""

    @property
    def kernel_manager(self) -> Any:
        """The manager of kernels, which notes whose they are."""
        return _Noting(self.settings["kernel_manager"], self._take, self._pool)

    async def _take(self, kernel: str) -> None:
        for old in self.room.places.take(self.visitor or "", kernel):
            await ensure_async(self.settings["kernel_manager"].shutdown_kernel(old))


class RoomTemplates(Guarded, TemplateStaticFileHandler):
    """Style and scripts of a live page."""


class RoomStatic(Guarded, MultiStaticFileHandler):
    """Scripts of Voilà."""


class RoomExtensions(Guarded, FileFindHandler):
    """Scripts of the widgets."""


class RoomPictures(Guarded, AllowListFileHandler):
    """Pictures that the texts of the chosen notebooks show."""

    async def prepare(self, *args: Any, **more: Any) -> None:
        """Only those: other files are not there."""
        if self.path_args[0] not in self.room.pictures:
            raise HTTPError(404)
        await super().prepare(*args, **more)


class _Noting:
    """A manager of kernels that looks for a page where its type waits, and tells which kernel it got."""

    def __init__(self, manager: Any, taken: Callable[[str], Awaitable[None]], pool: Callable[[str], str]) -> None:
        self._manager, self._taken, self._pool = manager, taken, pool

    def __getattr__(self, name: str) -> Any:
        return getattr(self._manager, name)

    def get_pool_size(self, notebook_name: str) -> int:
        return self._manager.get_pool_size(self._pool(notebook_name))

    async def get_rendered_notebook(self, notebook_name: str, **more: Any) -> tuple[Any, Any, str]:
        found = await self._manager.get_rendered_notebook(notebook_name=self._pool(notebook_name), **more)
        await self._taken(found[2])
        return found

    async def start_kernel(self, **more: Any) -> str:
        kernel = await ensure_async(self._manager.start_kernel(**more))
        await self._taken(kernel)
        return kernel
