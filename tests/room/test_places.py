"""A place is a visitor; a kernel is its visitor's alone."""

from __future__ import annotations

from pcc_data.room.places import Places


def test_places_and_kernels():
    places = Places(2)
    assert places.take("ann", "k1") == [] and places.owns("ann", "k1") and not places.owns("bo", "k1")
    with places.coming("bo"):
        assert len(places) == 2 and not places.has_room("cy") and places.has_room("ann")
    assert len(places) == 1 and places.has_room("cy")


def test_of_three_pages_of_one_visitor_the_oldest_ends():
    places = Places(2)
    assert [places.take("ann", kernel) for kernel in ("k1", "k2", "k3")] == [[], [], ["k1"]]
    places.forget({"k3"})
    assert places.kernels == ["k3"] and not places.owns("ann", "k1")


def test_nobody_owns_an_unknown_kernel():
    assert not Places(1).owns("", "") and not Places(1).owns("ann", "k1")
