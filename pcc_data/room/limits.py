"""How often somebody may do something: a bucket for each, which fills again with time."""

from __future__ import annotations

import time
from collections.abc import Callable

_MOST_KNOWN = 5000


class Limit:
    """At most `most` in `seconds` for each key. `clock` counts seconds."""

    def __init__(self, most: int, seconds: float, clock: Callable[[], float] = time.monotonic) -> None:
        self.most, self.seconds, self._clock = most, seconds, clock
        self._used: dict[str, tuple[float, float]] = {}

    def left(self, key: str) -> bool:
        """Whether there is one left for this key; nothing is used up."""
        return self._level(key) + 1 <= self.most

    def use(self, key: str) -> bool:
        """Use one up; False when there was none left."""
        level = self._level(key)
        if level + 1 > self.most:
            return False
        if len(self._used) >= _MOST_KNOWN:
            self._used = {one: what for one, what in self._used.items() if self._level(one) > 0}
        self._used[key] = (level + 1, self._clock())
        return True

    def _level(self, key: str) -> float:
        level, since = self._used.get(key, (0.0, 0.0))
        return max(0.0, level - (self._clock() - since) * self.most / self.seconds)


class Tries:
    """Wrong tries for each address: after `most` within a minute it has to wait a minute, right or wrong."""

    def __init__(self, most: int = 10, seconds: float = 60, clock: Callable[[], float] = time.monotonic) -> None:
        self.most, self.seconds, self._clock = most, seconds, clock
        self._wrong: dict[str, list[float]] = {}

    def must_wait(self, address: str) -> bool:
        """Whether this address has tried too often."""
        return len(self._recent(address)) >= self.most

    def wrong(self, address: str) -> None:
        """Note a wrong try."""
        if len(self._wrong) >= _MOST_KNOWN:
            self._wrong = {one: found for one in self._wrong if (found := self._recent(one))}
        self._wrong[address] = [*self._recent(address), self._clock()]

    def _recent(self, address: str) -> list[float]:
        return [when for when in self._wrong.get(address, []) if self._clock() - when < self.seconds]
