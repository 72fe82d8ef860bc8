"""Let a second start raise the window that is there, and hand its files over to it.

A lock that dies with its process tells who was first; a pipe of this machine, open to
this user alone, carries the names of files. Of Qt's network module nothing but that
pipe is used, and it is loaded when a window stands or another one is to be reached.
"""

import os
import sys
import time
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCryptographicHash, QDir, QLockFile, QObject, Signal

from desktop import paths

if TYPE_CHECKING:
    from PySide6.QtNetwork import QLocalServer, QLocalSocket

PATIENCE: Final = 10.0
"""Seconds for a window that is only being opened to begin to listen."""

_PAUSE: Final = 0.1
_CONNECT: Final = 500
_ANSWER: Final = 3_000
"""Milliseconds; a window that is busy for longer does not get the files."""
_MOST: Final = 1 << 20
"""Bytes of a message: a command line is at most 32 KB in Windows."""
_TAKEN: Final = b"taken\n"
_ANYBODY: Final = -1
"""Windows: ASFW_ANY."""


def name_of(folder: Path, user: str) -> str:
    """Return what lock and pipe are called: one for each user and place of data."""
    whole = f"{user}\n{os.path.normcase(folder.absolute())}"
    # Qt's, which is in memory; Python's would load OpenSSL before the window shows
    method = QCryptographicHash.Algorithm.Sha256
    digest = QCryptographicHash.hash(whole.encode(), method).data()
    return f"SoTruyenThong-{digest.hex()[:16]}"


def own_name() -> str:
    """Return the name for this user and the place of his data."""
    try:
        user = os.environ.get("USERNAME") or _user()
    except (OSError, KeyError):  # a machine that knows no users has only this one
        user = ""
    return name_of(paths.user_folder(), user)


def _user() -> str:
    import getpass  # tries a terminal first; Windows tells the name in a variable

    return getpass.getuser()


class OneWindow(QObject):
    """The first start of this user, to which every later one speaks."""

    came = Signal(object)
    """Files (a tuple of `Path`, perhaps of none) that a later start handed over."""

    def __init__(self, name: str = "", folder: Path | None = None) -> None:
        """Take a name without asking for it yet.

        Args:
            name: Of lock and pipe; this user's own if blank.
            folder: Where the lock lies; the machine's folder of temporary files if
                None: a stick keeps no lock of a machine it was pulled out of.
        """
        super().__init__()
        self._name = name or own_name()
        place = Path(QDir.tempPath()) if folder is None else folder
        self._lock = QLockFile(str(place / f"{self._name}.khoa"))
        self._lock.setStaleLockTime(0)  # never by age: only when its process is gone
        self._server: QLocalServer | None = None

    def first(self) -> bool:
        """Become the first start, unless another one lives."""
        return self._lock.isLocked() or self._lock.tryLock(0)

    def hand_over(self, files: Iterable[Path], patience: float = PATIENCE) -> bool:
        """Hand files to the first start; tell whether somebody took them.

        When the first one ends meanwhile, this becomes the first, and nobody did.
        """
        message = _packed(files)
        until = time.monotonic() + patience
        while not self.first():
            if self._told(message):
                return True
            if time.monotonic() > until:
                return False
            time.sleep(_PAUSE)
        return False

    def listen(self) -> bool:
        """Hear later starts from now on; False where the system gives no pipe."""
        from PySide6.QtNetwork import QLocalServer

        if not self._lock.isLocked():
            return False  # whoever is first keeps the name
        server = QLocalServer(self)
        server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        server.newConnection.connect(self._on_connection)
        # What a killed process left; nobody lives who listens there, or we were
        # not first.
        QLocalServer.removeServer(self._name)
        self._server = server
        return server.listen(self._name)

    def close(self) -> None:
        """Hear nobody any more, and let the next start be the first."""
        if self._server is not None:
            self._server.close()
            self._server = None
        if self._lock.isLocked():
            self._lock.unlock()

    def _told(self, message: bytes) -> bool:
        from PySide6.QtNetwork import QLocalSocket

        pipe = QLocalSocket()
        pipe.connectToServer(self._name)
        if not pipe.waitForConnected(_CONNECT):
            return False
        _let_it_come_forward()
        pipe.write(message)
        pipe.flush()
        until = time.monotonic() + _ANSWER / 1000
        answer = b""
        while _TAKEN not in answer and time.monotonic() < until:
            if not pipe.waitForReadyRead(_CONNECT) and not _is_open(pipe):
                break
            answer += bytes(pipe.readAll().data())
        pipe.close()
        return _TAKEN in answer

    def _on_connection(self) -> None:
        while self._server is not None and self._server.hasPendingConnections():
            pipe = self._server.nextPendingConnection()
            pipe.disconnected.connect(pipe.deleteLater)
            pipe.readyRead.connect(lambda pipe=pipe: self._on_words(pipe))
            self._on_words(pipe)

    def _on_words(self, pipe: "QLocalSocket") -> None:
        if pipe.bytesAvailable() > _MOST:
            pipe.abort()
            return
        if not pipe.canReadLine():
            return
        files = _unpacked(bytes(pipe.readLine().data()))
        if files is None:
            pipe.abort()
            return
        pipe.write(_TAKEN)
        pipe.flush()
        self.came.emit(files)


def _packed(files: Iterable[Path]) -> bytes:
    """Return names as seen from anywhere: the first start stands in another folder."""
    import json  # when there is somebody to talk to

    names = [os.path.abspath(each) for each in files]  # noqa: PTH100  links stay
    return json.dumps({"files": names}).encode() + b"\n"


def _unpacked(line: bytes) -> tuple[Path, ...] | None:
    """Return what was handed over; None for what no start of ours says."""
    import json

    try:
        files = json.loads(line)["files"]
    except (ValueError, KeyError, TypeError):
        return None
    if not isinstance(files, list) or not all(isinstance(one, str) for one in files):
        return None
    return tuple(Path(one) for one in files)


def _is_open(pipe: "QLocalSocket") -> bool:
    return pipe.state() == pipe.LocalSocketState.ConnectedState


if sys.platform == "win32":

    def _let_it_come_forward() -> None:
        """Give away the right to the foreground, which only who was started has."""
        import ctypes

        ctypes.windll.user32.AllowSetForegroundWindow(_ANYBODY)

else:

    def _let_it_come_forward() -> None:
        """Do nothing: here a window may come forward by itself."""
