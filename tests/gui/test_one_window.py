"""A second start raises the first window and hands files over, also after a kill."""

import json
import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtNetwork import QLocalSocket
from pytestqt.qtbot import QtBot

from desktop import paths
from desktop.gui.one_window import OneWindow, name_of, own_name

HOME = ("HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME", "TMPDIR")

FIRST = """
import sys
from pathlib import Path
import desktop.gui.app as app
from PySide6.QtCore import QTimer

class Told(app.Program):
    def _listen(self):
        super()._listen()
        self._one.came.connect(self.told)
        print("listening", flush=True)

    def told(self, files):
        print(*files, sep="|", flush=True)

    def _open_first(self):
        pass

app.Program = Told
app.run((), ["-platform", "offscreen"])
"""
"""The program as it is, which tells on its output what it hears."""


def test_the_name_is_of_one_user_and_one_place_of_data(tmp_path: Path) -> None:
    names = {
        name_of(tmp_path / folder, user) for folder in ("a", "b") for user in ("x", "y")
    }
    assert len(names) == 4
    assert all(name.isascii() and len(name) < 40 for name in names)
    assert name_of(tmp_path / "a", "x") in names
    assert name_of(paths.user_folder(), "") != own_name()


@pytest.fixture
def one(tmp_path: Path, qtbot: QtBot) -> Iterator[OneWindow]:
    made = OneWindow(f"SoTruyenThong-thu-{os.getpid()}", tmp_path)
    assert made.first()
    yield made
    made.close()


def is_hung_up(pipe: QLocalSocket) -> bool:
    """Tell whether the window has let go of a pipe."""
    return pipe.state() == QLocalSocket.LocalSocketState.UnconnectedState


def test_what_is_no_message_of_ours_is_not_heard(one: OneWindow, qtbot: QtBot) -> None:
    assert one.listen()
    heard: list[object] = []
    one.came.connect(heard.append)
    for words in (b"hello\n", b"[]\n", b'{"files": [1]}\n', b'{"files": "a"}\n'):
        pipe = QLocalSocket()
        pipe.connectToServer(one._name)
        assert pipe.waitForConnected(1_000)
        pipe.write(words)
        qtbot.waitUntil(partial(is_hung_up, pipe))
    assert heard == []


def test_a_message_in_pieces_is_heard_once_and_whole(
    one: OneWindow, qtbot: QtBot
) -> None:
    assert one.listen()
    heard: list[object] = []
    one.came.connect(heard.append)
    pipe = QLocalSocket()
    pipe.connectToServer(one._name)
    assert pipe.waitForConnected(1_000)
    words = json.dumps({"files": ["/Sổ của Đăk.stt"]}).encode() + b"\n"
    for at in range(0, len(words), 7):
        pipe.write(words[at : at + 7])
        pipe.flush()
        qtbot.wait(1)
    qtbot.waitUntil(lambda: bool(heard))
    assert heard == [(Path("/Sổ của Đăk.stt"),)]


def test_who_is_not_first_takes_no_name(one: OneWindow, tmp_path: Path) -> None:
    other = OneWindow(one._name, tmp_path)
    assert not other.first()
    assert not other.listen()
    one.close()
    assert other.first()
    other.close()


def test_a_first_start_that_never_answers_is_not_waited_for_long(
    one: OneWindow, tmp_path: Path
) -> None:
    begun = time.monotonic()
    assert not OneWindow(one._name, tmp_path).hand_over([], patience=0.3)
    assert time.monotonic() - begun < 3


@pytest.fixture
def start(tmp_path: Path) -> Iterator[Callable[..., "subprocess.Popen[str]"]]:
    """Start programs of one user; those that are left are ended."""
    folders = dict.fromkeys(HOME, str(tmp_path))
    made: list[subprocess.Popen[str]] = []

    def begin(*words: str) -> "subprocess.Popen[str]":
        begun = subprocess.Popen(
            [sys.executable, *words],
            cwd=paths.ROOT,
            env=os.environ | folders | {"QT_QPA_PLATFORM": "offscreen"},
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        made.append(begun)
        return begun

    yield begin
    for one in made:
        one.kill()
        one.communicate()


def line_of(process: "subprocess.Popen[str]") -> str:
    assert process.stdout is not None
    return process.stdout.readline().strip()


def test_a_second_start_hands_its_files_to_the_first(
    start: Callable[..., "subprocess.Popen[str]"], tmp_path: Path
) -> None:
    first = start("-c", FIRST)
    assert line_of(first) == "listening"
    far = tmp_path / "Sổ – thử.stt"
    second = start("-m", "desktop", str(far), "goi_1.zip")
    assert second.wait(timeout=30) == 0
    assert line_of(first) == f"{far}|{paths.ROOT / 'goi_1.zip'}"
    third = start("-m", "desktop")
    assert third.wait(timeout=30) == 0
    assert line_of(first) == ""
    assert first.poll() is None


def test_after_a_kill_the_next_start_is_the_first(
    start: Callable[..., "subprocess.Popen[str]"],
) -> None:
    killed = start("-c", FIRST)
    assert line_of(killed) == "listening"
    killed.kill()
    killed.wait()
    first = start("-c", FIRST)
    assert line_of(first) == "listening"
    second = start("-m", "desktop", "a.stt")
    assert second.wait(timeout=30) == 0
    assert line_of(first) == str(paths.ROOT / "a.stt")
