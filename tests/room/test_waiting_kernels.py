"""How many kernels wait for visitors: as many as at first, as far as those in use leave room, and again at once."""

from __future__ import annotations

from types import SimpleNamespace

import pytest

from pcc_data.room.places import Places
from pcc_data.room.room_server import RoomServer


class _Manager(set):
    """Kernels that are there, and Voilà's pools of those that wait."""

    def __init__(self, **sizes: int) -> None:
        super().__init__()
        self.kernel_pools_config = {name: {"pool_size": size} for name, size in {"default": 0, **sizes}.items()}
        self.waiting = dict.fromkeys(sizes, 0)

    def get_pool_size(self, name: str) -> int:
        return self.waiting.get(name, 0)

    def fill_if_needed(self, *, notebook_name: str) -> None:
        size = self.kernel_pools_config[notebook_name]["pool_size"]
        self.waiting[notebook_name] = max(size, self.waiting[notebook_name])


@pytest.fixture
def server() -> SimpleNamespace:
    """A room of four visitors and two notebooks, all its kernels waiting."""
    manager = _Manager(a=3, b=2)
    room = SimpleNamespace(places=Places(4), notebooks={"a": "A", "b": "B"})
    found = SimpleNamespace(kernel_manager=manager, room=room, first={})
    RoomServer.fill(found)
    assert manager.waiting == {"a": 3, "b": 2}
    return found


def test_after_laptops_have_left_as_many_wait_again(server):
    """A laptop has its own page drawn: one that waits ends for it, and another kernel starts."""
    manager, places = server.kernel_manager, server.room.places
    for name in ("k1", "k2", "k3"):
        manager.waiting["a"] -= 1
        with places.coming(name):
            RoomServer.fill(server)
            manager.add(name)
            places.take(name, name)
        RoomServer.fill(server)
    assert manager.waiting == {"a": 0, "b": 2}, "no more than the machine was asked for"
    manager.discard("k2")
    RoomServer.fill(server)
    assert manager.waiting == {"a": 1, "b": 2}
    manager.clear()
    for _ in range(3):
        RoomServer.fill(server)
    assert manager.waiting == {"a": 3, "b": 2}, "never more than at first"


def test_one_that_a_phone_takes_is_not_replaced_while_the_machine_is_full(server):
    manager, places = server.kernel_manager, server.room.places
    manager.waiting["a"] -= 1
    manager.add("k1")
    places.take("phone", "k1")
    assert manager.kernel_pools_config["a"]["pool_size"] == 0, "Voilà starts none by itself"
    RoomServer.fill(server)
    assert manager.waiting == {"a": 2, "b": 2}


def test_a_room_without_kernels_that_wait(server):
    server.kernel_manager = set()
    RoomServer.fill(server)
