"""What stands before each address of a room: who may come in, and a kind page for who may not."""

from __future__ import annotations

import secrets
from typing import Any
from urllib.parse import urlsplit

from tornado.web import HTTPError, RequestHandler

from pcc_data.room.addresses import is_by_number
from pcc_data.room.kind_page import kind_page
from pcc_data.room.room_state import RoomState

ALL, VISITOR, TRAINER = "all", "visitor", "trainer"
_SIGNS = ("..", "\\", "%", "\0", "//")
"""No address of a room holds these once it is decoded."""


class Guarded(RequestHandler):
    """A handler that only the right people reach. Goes before Voilà's own handlers in the list of bases."""

    open_to = VISITOR
    refused_for = ""
    """Why, where the number of the error says too little."""

    @property
    def room(self) -> RoomState:
        """The room of this server."""
        return self.settings["pcc_room"]

    @property
    def visitor(self) -> str | None:
        """Who asks: a number by chance that the room gave this browser, or None."""
        return self._signed("visitor")

    @property
    def is_trainer(self) -> bool:
        """Whether the trainer's own browser asks."""
        return self._signed("trainer") is not None

    async def prepare(self, *args: Any, **more: Any) -> None:
        """Refuse by an error what must not come in."""
        if not is_by_number(self.request.host):
            raise HTTPError(403)
        paths = (self.request.path, *self.path_args, *self.path_kwargs.values())
        if any(sign in (path or "") for path in paths for sign in _SIGNS):
            raise HTTPError(404)
        origin = self.request.headers.get("Origin")
        if origin is not None and urlsplit(origin).netloc != self.request.host:
            raise HTTPError(403)
        known = {ALL: True, VISITOR: self.visitor is not None, TRAINER: self.is_trainer}
        if not known[self.open_to]:
            raise HTTPError(403)
        found = super().prepare(*args, **more)
        if found is not None:
            await found

    def check_xsrf_cookie(self) -> None:
        """Where a request comes from is seen from its origin, and cookies stay at home: no second token is needed."""

    def set_default_headers(self) -> None:
        """Headers of each answer: nothing is kept, nothing is told to others."""
        super().set_default_headers()
        for name in ("Server", "Content-Security-Policy"):
            self.clear_header(name)
        self.set_header("Referrer-Policy", "same-origin")
        self.set_header("X-Content-Type-Options", "nosniff")
        self.set_header("X-Frame-Options", "DENY")

    def let_in(self, trainer: bool = False) -> None:
        """Give this browser a number, and to the trainer's one a second."""
        if self.visitor is None:
            self._sign("visitor")
        if trainer:
            self._sign("trainer")

    def write_error(self, status_code: int, **more: Any) -> None:
        """A page in plain words, whatever went wrong."""
        self.set_header("Content-Type", "text/html; charset=UTF-8")
        self.finish(str(kind_page(status_code, inside=self.visitor is not None, why=self.refused_for)))

    def _signed(self, kind: str) -> str | None:
        value = self.get_secure_cookie(self._name(kind), max_age_days=2)
        return value.decode() if value else None

    def _sign(self, kind: str) -> None:
        name, value = self._name(kind), secrets.token_hex(8)
        self.set_secure_cookie(name, value, expires_days=None, httponly=True, samesite="Lax")

    def _name(self, kind: str) -> str:
        """Browsers send cookies to all ports of a machine, so the port is part of the name."""
        return f"pcc-{kind}-{urlsplit('//' + self.request.host).port or 80}"
