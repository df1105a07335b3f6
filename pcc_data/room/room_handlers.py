"""The room's own addresses: the way in, the page for phones, answers, designs, and the trainer's page."""

from __future__ import annotations

import asyncio
import hmac
import json
from typing import Any

from tornado.ioloop import IOLoop
from tornado.web import HTTPError

from pcc_data.paths import assets_dir
from pcc_data.room.guarded import ALL, TRAINER, Guarded
from pcc_data.room.keep_design import keep_design
from pcc_data.room.picture_of_hands import picture_of_hands
from pcc_data.room.trainer_page import trainer_page

MOST_ANSWER = 1000
"""Bytes of an answer."""
MOST_DESIGN = 64_000
_KINDS = {".js": "text/javascript", ".css": "text/css"}
_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; connect-src 'self'"
)


class Page(Guarded):
    """An address of ours: small answers, no script but our own."""

    def set_default_headers(self) -> None:
        """Nothing is kept, and nothing runs that is not ours."""
        super().set_default_headers()
        self.set_header("Content-Security-Policy", _POLICY)
        self.set_header("Cache-Control", "no-store")

    def told(self, most: int = MOST_ANSWER) -> dict[str, Any]:
        """What was sent, as a mapping. Raises an error of the right number for what is too long or none."""
        if len(self.request.body) > most:
            raise HTTPError(413)
        try:
            found = json.loads(self.request.body)
        except ValueError:
            raise HTTPError(400) from None
        if not isinstance(found, dict):
            raise HTTPError(400)
        return found

    async def drawn(self, make: Any, *given: Any) -> Any:
        """What the room's worker makes, while the room goes on answering."""
        return await asyncio.get_running_loop().run_in_executor(self.room.worker, make, *given)


class NotHere(Page):
    """Every other address."""

    open_to = ALL

    async def prepare(self, *args: Any, **more: Any) -> None:
        """Nobody learns what there is."""
        raise HTTPError(403 if self.visitor is None else 404)


class WayIn(Page):
    """The four words, or the trainer's secret."""

    open_to = ALL
    SUPPORTED_METHODS = ("GET",)

    async def get(self, words: str = "", secret: str = "") -> None:
        """Give the browser its number and lead on; count wrong words."""
        room, address = self.room, str(self.request.remote_ip)
        if room.tries.must_wait(address):
            raise HTTPError(429)
        given, right = (secret, room.secret) if secret else (words, room.words)
        if not hmac.compare_digest(given, right):
            room.tries.wrong(address)
            self.refused_for = "" if secret else "words"
            raise HTTPError(403)
        if not room.entries.use(address):
            raise HTTPError(429)
        self.let_in(trainer=bool(secret))
        self.redirect("/trainer" if secret else "/room")


class Front(Page):
    """The bare address."""

    async def get(self) -> None:
        """On to the room."""
        self.redirect("/room")


class OwnFiles(Page):
    """Scripts and style of our pages, also of those for who is not in."""

    open_to = ALL
    SUPPORTED_METHODS = ("GET",)

    async def get(self, name: str) -> None:
        """One of them."""
        self.set_header("Content-Type", f"{_KINDS['.' + name.rsplit('.')[-1]]}; charset=UTF-8")
        self.write((assets_dir() / "room" / name).read_bytes())


class RoomPage(Page):
    """What a phone sees."""

    SUPPORTED_METHODS = ("GET",)

    async def get(self) -> None:
        """The page, made before anybody came."""
        self.set_header("Content-Type", "text/html; charset=UTF-8")
        self.write(self.room.page)


class Asked(Page):
    """The question that is open, for a phone that asks every other second."""

    SUPPORTED_METHODS = ("GET", "POST")

    async def get(self) -> None:
        """The question with its options, and what this phone answered."""
        room, visitor = self.room, self.visitor or ""
        if not room.asks.use(visitor):
            raise HTTPError(429)
        room.saw(visitor)
        self.write(self._state())

    async def post(self) -> None:
        """An answer: `question` is the number of the question, `option` the place of the option."""
        room, visitor = self.room, self.visitor or ""
        if not room.asks.use(visitor):
            raise HTTPError(429)
        told = self.told()
        number, option = told.get("question"), told.get("option")
        if type(number) is not int or type(option) is not int:
            raise HTTPError(400)
        if not room.hands.answer(visitor, number, option):
            self.set_status(409)
        self.write(self._state())

    def _state(self) -> dict[str, Any]:
        hands = self.room.hands
        if hands.ballot is None:
            return {"question": hands.number, "ask": None}
        return {
            "question": hands.number,
            "ask": hands.ballot.ask,
            "options": list(hands.ballot.options.values()),
            "given": hands.given(self.visitor or ""),
            "revealed": hands.revealed,
        }


class SentDesign(Page):
    """A table's design, as the file that the studio saved."""

    SUPPORTED_METHODS = ("POST",)

    async def post(self) -> None:
        """Keep it whole or not at all, and say what came of it."""
        if not self.room.sends.use(self.visitor or ""):
            raise HTTPError(429)
        if len(self.request.body) > MOST_DESIGN:
            raise HTTPError(413)
        kept, said = await self.drawn(keep_design, self.room, self.visitor or "", self.request.body)
        self.set_status(200 if kept else 422)
        self.write({"kept": kept, "said": said})


class Trainer(Page):
    """The trainer's page."""

    open_to = TRAINER
    SUPPORTED_METHODS = ("GET",)

    async def get(self) -> None:
        """The page; what changes on it is asked for by its script."""
        self.set_header("Content-Type", "text/html; charset=UTF-8")
        self.write(str(trainer_page(self.room)))


class TrainerState(Page):
    """What changes on the trainer's page, and what the trainer does."""

    open_to = TRAINER
    SUPPORTED_METHODS = ("GET", "POST")

    async def get(self) -> None:
        """Counts and the open question."""
        self.write(self._state())

    async def post(self) -> None:
        """`do` is one of open, reveal, clear, type and close."""
        told, hands = self.told(), self.room.hands
        does, key = told.get("do"), told.get("key")
        if does == "open" and key in self.room.ballots:
            hands.open(key, self.room.ballots[key])
        elif does == "reveal" and hands.ballot is not None:
            hands.revealed = True
        elif does == "clear":
            hands.clear()
        elif does == "type" and type(told.get("option")) is int and type(told.get("count")) is int:
            hands.type(told["option"], told["count"])
        elif does == "close":
            IOLoop.current().call_later(0.5, IOLoop.current().stop)
        else:
            raise HTTPError(400)
        self.write(self._state())

    def _state(self) -> dict[str, Any]:
        room, manager = self.room, self.settings["kernel_manager"]
        room.places.forget(manager)
        ready, waiting = room.ready()
        hands = room.hands
        return {
            "pages": len(room.places.kernels),
            "visitors": len(room.places),
            "most": room.places.most,
            "phones": room.here,
            "ready": ready,
            "waiting": waiting,
            "designs": list(room.designs.values()),
            "question": hands.number,
            "key": hands.key,
            "ask": hands.ballot.ask if hands.ballot else None,
            "options": list(hands.ballot.options.values()) if hands.ballot else [],
            "typed": [hands.typed.get(at, 0) for at in range(len(hands.counts))],
            "answered": hands.answered,
            "revealed": hands.revealed,
        }


class HandsPicture(Page):
    """The room's answers beside what the data say, once they are revealed."""

    open_to = TRAINER
    SUPPORTED_METHODS = ("GET",)

    async def get(self) -> None:
        """A piece of a page; empty before."""
        hands = self.room.hands
        self.set_header("Content-Type", "text/html; charset=UTF-8")
        if hands.ballot is not None and hands.revealed:
            self.write(str(await self.drawn(picture_of_hands, hands.ballot, hands.counts)))


def handlers() -> list[Any]:
    """Our addresses with what answers there."""
    return [
        (r"/", Front),
        (r"/((?:[a-z]+-){3}[a-z]+)/?", WayIn),
        (r"/trainer/()([\w-]{10,60})", WayIn),
        (r"/room/static/(room\.css|again\.js|phone\.js|trainer\.js)", OwnFiles),
        (r"/room", RoomPage),
        (r"/room/question", Asked),
        (r"/room/design", SentDesign),
        (r"/trainer", Trainer),
        (r"/trainer/state", TrainerState),
        (r"/trainer/hands", HandsPicture),
    ]
