"""The program works without a network, so it never reaches for one."""

from pathlib import Path

import pytest

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


def ways_out(path: Path) -> list[str]:
    """List the network libraries a module imports."""
    return [
        name
        for name in imports(path)
        if any(name == way or name.startswith(f"{way}.") for way in WAYS_OUT)
    ]


def test_no_module_imports_a_way_out() -> None:
    assert not {place(path): found for path in modules() if (found := ways_out(path))}


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
