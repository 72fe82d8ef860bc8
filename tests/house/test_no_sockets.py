"""The program works without a network, so it never reaches for one."""

import asyncio
import socket
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.closed_network import ClosedNetworkError
from tests.house import source
from tests.house.source import imports, modules, place

WAYS_OUT = (
    "PySide6.QtNetwork",
    "PySide6.QtNetworkAuth",
    "PySide6.QtWebEngineCore",
    "PySide6.QtWebSockets",
    "aiohttp",
    "ftplib",
    "http",
    "httpx",
    "requests",
    "smtplib",
    "socket",
    "socketserver",
    "ssl",
    "urllib.request",
    "urllib3",
    "xmlrpc",
)


PIPE = Path("desktop/gui/one_window.py")
"""Where a second start speaks to the first: by a pipe of this machine, no network."""
OF_THE_PIPE = frozenset(
    {
        "PySide6.QtNetwork",
        "PySide6.QtNetwork.QLocalServer",
        "PySide6.QtNetwork.QLocalSocket",
    }
)


def ways_out(path: Path) -> list[str]:
    """List the network libraries a module imports."""
    return [
        name
        for name in imports(path)
        if any(name == way or name.startswith(f"{way}.") for way in WAYS_OUT)
    ]


def test_no_module_imports_a_way_out() -> None:
    found = {Path(place(path)): set(ways_out(path)) for path in modules()}
    assert found[PIPE] == OF_THE_PIPE
    found[PIPE] = set()
    assert not {path: names for path, names in found.items() if names}


@pytest.mark.parametrize(
    "line",
    [
        "import socket",
        "from urllib import request",
        "import urllib.request as door",
        "def f():\n    from PySide6.QtNetwork import QTcpSocket",
    ],
)
def test_the_search_finds_a_way_out(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, line: str
) -> None:
    monkeypatch.setattr(source, "ROOT", tmp_path)
    (tmp_path / "sample.py").write_text(line, "utf-8")
    assert ways_out(tmp_path / "sample.py")


FAR = "192.0.2.1"
"""An address that stands for nobody; RFC 5737."""


def outside() -> socket.socket:
    return socket.socket(socket.AF_INET, socket.SOCK_DGRAM)


@pytest.mark.parametrize(
    "reach",
    [
        lambda: socket.create_connection((FAR, 9)),
        lambda: socket.getaddrinfo("ca.invalid", 80),
        lambda: socket.gethostbyname("ca.invalid"),
        lambda: outside().connect((FAR, 9)),
        lambda: outside().connect_ex((FAR, 9)),
        lambda: outside().sendto(b"x", (FAR, 9)),
        lambda: outside().bind((FAR, 0)),
    ],
)
@pytest.mark.filterwarnings("ignore::ResourceWarning")
def test_while_tests_run_every_way_out_is_closed_and_watched(
    knocked: list[str], reach: Callable[[], object]
) -> None:
    with pytest.raises(ClosedNetworkError):
        reach()
    assert len(knocked) == 1
    knocked.clear()  # or this test would fail for what it tried


def test_what_stays_within_the_machine_is_left_open(tmp_path: Path) -> None:
    here, there = socket.socketpair()
    with here, there:
        here.sendall(b"x")
        assert there.recv(1) == b"x"
    assert asyncio.run(asyncio.sleep(0, "done")) == "done"
