"""A room is open on private addresses only."""

from __future__ import annotations

import pytest

from pcc_data.room.addresses import is_by_number, own_address, room_address


@pytest.mark.parametrize(
    "address",
    ["10.0.0.1", "10.255.255.254", "172.16.0.1", "172.31.255.1", "192.168.178.20", "169.254.7.7", "127.0.0.1",
     "127.0.0.9", "fd00::1", "fe80::1", "::1"],
)  # fmt: skip
def test_private_addresses_are_accepted(address):
    assert room_address(address) == address


@pytest.mark.parametrize(
    "address",
    ["8.8.8.8", "172.15.0.1", "172.32.0.1", "192.167.1.1", "192.169.1.1", "11.0.0.1", "169.253.1.1", "100.64.0.1",
     "127.1.2.3", "2001:4860:4860::8888", "224.0.0.1", "255.255.255.255", "::ffff:8.8.8.8"],
)  # fmt: skip
def test_public_addresses_never_are(address):
    for everywhere in (False, True):
        with pytest.raises(ValueError, match="can be reached from the internet"):
            room_address(address, everywhere=everywhere)


@pytest.mark.parametrize("address", ["0.0.0.0", "::", "0:0::0"])
def test_all_interfaces_only_when_asked_for(address):
    with pytest.raises(ValueError, match="--all-interfaces"):
        room_address(address)
    assert room_address(address, everywhere=True) in ("0.0.0.0", "::")


@pytest.mark.parametrize("address", ["", "localhost", "example.org", "192.168.1", "192.168.1.1:80", "0", "1.2.3.4/8"])
def test_what_is_no_address_is_refused(address):
    with pytest.raises(ValueError, match="is no address"):
        room_address(address)


def test_the_address_that_is_found_is_one_that_is_accepted():
    assert room_address(own_address()) == own_address()


def test_names_of_hosts_may_belong_to_somebody_else():
    assert all(map(is_by_number, ("10.0.0.1:80", "10.0.0.1", "localhost:8890", "[::1]:80", "localhost")))
    assert not any(map(is_by_number, ("evil.example:8890", "10.0.0.1.evil.example", "", "localhost.evil.example")))
