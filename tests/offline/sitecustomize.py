"""Put first on PYTHONPATH this refuses every connection that leaves the machine, in this Python and the kernels it
starts."""

import socket

_connect, _connect_ex = socket.socket.connect, socket.socket.connect_ex


def _local(sock, address):
    return sock.family not in (socket.AF_INET, socket.AF_INET6) or str(address[0]) in (
        "127.0.0.1",
        "::1",
        "localhost",
        "0.0.0.0",
    )


def _refusing(call):
    def connect(sock, address):
        if not _local(sock, address):
            raise ConnectionRefusedError(f"no network here: {address}")
        return call(sock, address)

    return connect


def _lookup(host, *rest, **more):
    if host not in (None, "", b"", "127.0.0.1", "::1", "localhost", "0.0.0.0"):
        raise socket.gaierror(f"no network here: {host}")
    return _getaddrinfo(host, *rest, **more)


_getaddrinfo = socket.getaddrinfo
socket.socket.connect = _refusing(_connect)
socket.socket.connect_ex = _refusing(_connect_ex)
socket.getaddrinfo = _lookup
