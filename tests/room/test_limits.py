"""Limits fill again with time, each for itself."""

from __future__ import annotations

import pytest

from pcc_data.room.limits import Limit, Tries


@pytest.fixture
def clock():
    """A clock that stands still until it is moved: `clock.now += 1`."""

    class Clock:
        now = 100.0

        def __call__(self) -> float:
            return self.now

    return Clock()


def test_a_limit(clock):
    limit = Limit(3, 6, clock)
    assert [limit.use("a") for _ in range(4)] == [True, True, True, False]
    assert limit.use("b") and not limit.left("a")
    clock.now += 2  # one of three in six seconds has come back
    assert limit.left("a") and limit.use("a") and not limit.use("a")


def test_a_limit_forgets_who_is_gone(clock):
    limit = Limit(3, 6, clock)
    for at in range(5000):
        limit.use(str(at))
    clock.now += 60
    limit.use("new")
    assert len(limit._used) == 1


def test_tries(clock):
    tries = Tries(clock=clock)
    for _ in range(10):
        assert not tries.must_wait("a")
        tries.wrong("a")
    assert tries.must_wait("a") and not tries.must_wait("b")
    clock.now += 59
    assert tries.must_wait("a")
    clock.now += 2
    assert not tries.must_wait("a")
