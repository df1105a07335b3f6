"""On which addresses of this machine a room may be open: those of the network in the room, never public ones."""

from __future__ import annotations

import ipaddress
import socket

from pcc_data.say import say

_PRIVATE = [
    ipaddress.ip_network(one)
    for one in ("10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "169.254.0.0/16", "127.0.0.0/24", "fc00::/7",
                "fe80::/10", "::1/128")
]  # fmt: skip
"""RFC 1918 and RFC 4193, link-local addresses, and this machine itself."""


def room_address(asked: str, *, everywhere: bool = False) -> str:
    """The address, when a room may be open there: a private one, or with `everywhere` all of this machine's.

    Raises ValueError for what is no address, for a public address always, and for all interfaces unless `everywhere`.
    """
    try:
        found = ipaddress.ip_address(asked)
    except ValueError:
        raise ValueError(say("room.no-address", asked=asked)) from None
    if found.is_unspecified:
        if not everywhere:
            raise ValueError(say("room.everywhere", asked=asked))
    elif not any(found in network for network in _PRIVATE):
        raise ValueError(say("room.public", asked=asked))
    return str(found)


def own_address() -> str:
    """This machine's address in the network of the room; 127.0.0.1 where it is in none. Nothing is sent for it."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        try:
            probe.connect(("10.255.255.255", 1))  # chooses a way out, and sends nothing
            return room_address(probe.getsockname()[0])
        except (OSError, ValueError):
            return "127.0.0.1"


def is_by_number(host: str) -> bool:
    """Whether the `Host` of a request is a plain address (or localhost): a name may belong to somebody else's page."""
    name = host.rsplit(":", 1)[0] if host.rsplit(":", 1)[-1].isdigit() else host
    try:
        ipaddress.ip_address(name.strip("[]"))
    except ValueError:
        return name == "localhost"
    return True
