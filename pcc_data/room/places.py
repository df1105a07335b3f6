"""Who has which kernel. A place is a visitor with at least one; there are only so many."""

from __future__ import annotations

from collections.abc import Container, Iterator
from contextlib import contextmanager

VISITORS = 8
"""People who can have a live page open at a time, where no other number is asked for."""
PAGES = 2
"""Live pages that one visitor may have open; of more the oldest ends."""


class Places:
    """Kernels and whose they are, for at most `most` visitors at a time."""

    def __init__(self, most: int) -> None:
        self.most = most
        self._owners: dict[str, str] = {}
        self._coming: list[str] = []

    def __len__(self) -> int:
        return len({*self._owners.values(), *self._coming})

    @property
    def kernels(self) -> list[str]:
        """Kernels that somebody has, the oldest first."""
        return list(self._owners)

    @property
    def opening(self) -> int:
        """Pages that are being made."""
        return len(self._coming)

    def owns(self, visitor: str, kernel: str) -> bool:
        """Whether this kernel is this visitor's."""
        return self._owners.get(kernel) == visitor

    def has_room(self, visitor: str) -> bool:
        """Whether this visitor may open a page: there is a place, or they have one."""
        return len({*self._owners.values(), *self._coming} - {visitor}) < self.most

    @contextmanager
    def coming(self, visitor: str) -> Iterator[None]:
        """Keeps a place while a page is made."""
        self._coming.append(visitor)
        try:
            yield
        finally:
            self._coming.remove(visitor)

    def take(self, visitor: str, kernel: str) -> list[str]:
        """A kernel is this visitor's from now on; returns those of theirs that have to end for it."""
        self._owners[kernel] = visitor
        return [one for one, owner in self._owners.items() if owner == visitor][:-PAGES]

    def forget(self, alive: Container[str]) -> None:
        """Forget kernels that have ended."""
        self._owners = {kernel: owner for kernel, owner in self._owners.items() if kernel in alive}
