"""How many kernels wait for visitors: as many as at first, as far as those in use leave room, and again at once."""

from __future__ import annotations

from types import SimpleNamespace

import pytest

from pcc_data.room.live_handlers import RoomRender, _Noting
from pcc_data.room.places import Places
from pcc_data.room.room_server import RoomServer
from pcc_data.room.stage_pages import keep_stage_pages, stage_pool
from pcc_data.settings import STYLE_VARIABLE


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
    room = SimpleNamespace(places=Places(4), notebooks={"a": "A", "b": "B"}, shown="")
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


class _Pools:
    """A manager with Voilà's pools, which fills one with names of kernels: its notebook, a number and its type."""

    def __init__(self, *notebooks: str) -> None:
        self.kernel_pools_config = {name: {"pool_size": 0} for name in notebooks}
        self._pools = {name: [f"{name} phone"] for name in notebooks}

    def get_pool_size(self, name: str) -> int:
        return len(self._pools.get(name, []))

    def fill_if_needed(self, *, notebook_name: str, extra_kernel_env_variables: dict[str, str]) -> None:
        pool = self._pools.setdefault(notebook_name, [])
        for _ in range(self.kernel_pools_config[notebook_name]["pool_size"] - len(pool)):
            pool.append(f"{notebook_name} {extra_kernel_env_variables[STYLE_VARIABLE]}")


def test_the_page_on_the_projector_and_the_next_one_wait_for_the_trainer():
    manager, notebooks = _Pools("a", "b", "c"), ["a", "b", "c"]
    phones = {name: [f"{name} phone"] for name in notebooks}
    ended = {shown: keep_stage_pages(manager, notebooks, shown) for shown in ("", "a", "b", "c")}
    assert ended == {"": [], "a": [], "b": ["a projector"], "c": ["b projector"]}
    assert manager._pools == phones | {stage_pool("c"): ["c projector"]}, "those of the phones are left alone"
    assert keep_stage_pages(manager, notebooks, "") == ["c projector"]
    assert manager._pools == phones | {stage_pool(name): [f"{name} projector"] for name in ("a", "b")}
    manager._pools[stage_pool("a")].clear()  # the page was opened
    assert keep_stage_pages(manager, notebooks, "a") == [] and manager.get_pool_size(stage_pool("a")) == 1
    assert all(config["pool_size"] == 0 for config in manager.kernel_pools_config.values())


@pytest.mark.parametrize(
    ("trainer", "asked", "pool"),
    [
        (True, "projector", stage_pool("a")),
        (True, "screen", ""),
        (True, "", "a"),
        (False, "projector", ""),
        (False, "screen", ""),
        (False, "", "a"),
    ],
)
def test_a_page_is_taken_from_where_its_type_waits(trainer, asked, pool, monkeypatch):
    monkeypatch.setenv(STYLE_VARIABLE, "phone")
    page = SimpleNamespace(is_trainer=trainer, get_query_argument=lambda name, default: asked or default)
    page._own_style, page._on_stage = RoomRender._own_style.fget(page), RoomRender._on_stage.fget(page)
    assert RoomRender._pool(page, "a") == pool
    sizes = {"a": 3, stage_pool("a"): 1}
    noting = _Noting(SimpleNamespace(get_pool_size=lambda name: sizes.get(name, 0)), None, lambda path: pool)
    assert noting.get_pool_size("a") == sizes.get(pool, 0)
