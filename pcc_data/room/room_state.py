"""What a room knows while it is open. Nothing of it is written down, but the designs that tables send."""

from __future__ import annotations

import secrets
import time
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path

from pcc_data.paths import asset
from pcc_data.quiz.questions import Ballot
from pcc_data.room.hands import Hands
from pcc_data.room.limits import Limit, Tries
from pcc_data.room.places import Places

HERE = 10
"""Seconds after which a phone that asks nothing any more is not counted."""
MOST_DESIGNS = 12


def four_words() -> str:
    """Four easy words that lead into a room, chosen anew each time."""
    return "-".join(secrets.choice(asset("room/words.txt").split()) for _ in range(4))


@dataclass
class RoomState:
    """One open room. `notebooks` are titles by path below the root, `pictures` paths of what their texts show; `asked`
    has the ids of questions by the name of the section that asks them; `page` is what phones see, `shown` the path of
    the notebook on the projector."""

    address: str
    places: Places
    notebooks: Mapping[str, str] = field(default_factory=dict)
    pictures: frozenset[str] = frozenset()
    ballots: Mapping[str, Ballot] = field(default_factory=dict)
    asked: Mapping[str, Sequence[str]] = field(default_factory=dict)
    folder: Path = Path("my_designs")
    page: str = ""
    shown: str = ""
    words: str = field(default_factory=four_words)
    secret: str = field(default_factory=lambda: secrets.token_urlsafe(24))
    hands: Hands = field(default_factory=Hands)
    tries: Tries = field(default_factory=Tries)
    entries: Limit = field(default_factory=lambda: Limit(60, 60))
    asks: Limit = field(default_factory=lambda: Limit(40, 10))
    opens: Limit = field(default_factory=lambda: Limit(8, 60))
    sends: Limit = field(default_factory=lambda: Limit(6, 60))
    designs: dict[str, str] = field(default_factory=dict)
    ready: Callable[[], tuple[int, int]] = lambda: (0, 0)
    spare: Callable[[str], None] = lambda path: None
    seen: dict[str, float] = field(default_factory=dict)
    worker: ThreadPoolExecutor = field(default_factory=lambda: ThreadPoolExecutor(1))
    """Draws pictures and reads designs, so that the room goes on answering meanwhile."""

    def saw(self, visitor: str) -> None:
        """A page of this visitor is open."""
        self.seen[visitor] = time.monotonic()

    @property
    def here(self) -> int:
        """How many pages asked something in the last seconds."""
        self.seen = {one: when for one, when in self.seen.items() if time.monotonic() - when < HERE}
        return len(self.seen)
