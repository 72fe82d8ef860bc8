"""Close the network while tests run, and remember whoever knocked at it.

What stays within the machine is left open: sockets with a name in the file system
and pairs of them, by which processes and event loops talk to each other.
"""

import os
import socket
from collections.abc import Callable
from typing import Any

import pytest

INSIDE = {getattr(socket, "AF_UNIX", None)}
LOOKED_UP = ("getaddrinfo", "gethostbyname", "gethostbyname_ex", "create_connection")
SENT = ("connect", "connect_ex", "sendto", "sendmsg", "bind")


class ClosedNetworkError(OSError):
    """Something reached for the network."""


def close(patch: pytest.MonkeyPatch, knocked: list[str]) -> None:
    """Let every way out raise, and be written down even where that is swallowed."""
    for name in LOOKED_UP:
        patch.setattr(socket, name, _closed(name, knocked))
    for name in SENT:
        if hasattr(socket.socket, name):
            genuine = getattr(socket.socket, name)
            patch.setattr(socket.socket, name, _inside_only(name, genuine, knocked))


def _closed(name: str, knocked: list[str]) -> Callable[..., Any]:
    def refuse(*told: Any, **more: Any) -> Any:
        knocked.append(f"{name}: {told} {more}")
        raise ClosedNetworkError(name)

    return refuse


def _inside_only(
    name: str, genuine: Callable[..., Any], knocked: list[str]
) -> Callable[..., Any]:
    refuse = _closed(name, knocked)

    def pass_inside(one: socket.socket, *told: Any, **more: Any) -> Any:
        inside = one.family in INSIDE or _is_pair_of_windows(told)
        return (genuine if inside else refuse)(one, *told, **more)

    return pass_inside


def _is_pair_of_windows(told: tuple[Any, ...]) -> bool:
    """Tell whether an event loop of Windows makes the pair it does not have."""
    return os.name == "nt" and bool(told) and told[0][0] in {"127.0.0.1", "::1"}
