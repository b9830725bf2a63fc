"""Keeping code off the network, and remembering that it tried."""

from __future__ import annotations

import socket
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

_WAYS = ("connect", "connect_ex", "sendto")


class NetworkUsedError(OSError):
    """Somebody asked the network although there is none."""


@contextmanager
def no_network() -> Iterator[list[str]]:
    """Make every use of the network fail inside the block; sockets within the machine (AF_UNIX) go on working.

    Yields:
        What was tried so far, even if whoever tried swallowed the error.
    """
    tried: list[str] = []
    kept = {way: getattr(socket.socket, way) for way in _WAYS}
    resolve = socket.getaddrinfo

    def refusing(way: str) -> Any:
        def refuse(self: socket.socket, *arguments: Any) -> Any:
            if self.family == getattr(socket, "AF_UNIX", None):
                return kept[way](self, *arguments)
            tried.append(f"{way} {arguments[-1]!r}")
            raise NetworkUsedError(f"no network here: {tried[-1]}")

        return refuse

    def refuse_to_resolve(host: Any, *_arguments: Any, **_named: Any) -> Any:
        tried.append(f"look up {host!r}")
        raise NetworkUsedError(f"no network here: {tried[-1]}")

    for way in _WAYS:
        setattr(socket.socket, way, refusing(way))
    socket.getaddrinfo = refuse_to_resolve
    try:
        yield tried
    finally:
        for way, function in kept.items():
            setattr(socket.socket, way, function)
        socket.getaddrinfo = resolve
