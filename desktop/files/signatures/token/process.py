"""Ask a process that has a vendor's module loaded, and survive whatever it does."""

import subprocess
import threading
from contextlib import suppress
from pathlib import Path
from queue import Empty, SimpleQueue
from typing import IO, Any, Final

from desktop.errors import SignatureError
from desktop.files.foreign.confinement import put_into_job
from desktop.files.foreign.starting import started
from desktop.files.signatures.token import wire

FAREWELL: Final = 1.0
"""Seconds a helper may take to end by itself."""

_CHILD: Final = "desktop.files.signatures.token.child"
_MEMORY: Final = 1_000_000_000
_OF_THE_MODULE: Final = "module_failed"


class HelperProcess:
    """A process that answers one question after the other, or dies."""

    def __init__(self, module: Path, patience: float) -> None:
        """Start it and let it load the module; `patience` is seconds for an answer.

        Raises:
            SignatureError: `module_failed`, `helper_died`, `module_silent`.
        """
        self._name = module.name
        self._patience = patience
        self._process = _started(self._name)
        self._job = put_into_job(self._process, _MEMORY)
        self._lines: SimpleQueue[bytes] = SimpleQueue()
        self._listener = threading.Thread(target=self._listen, daemon=True)
        self._listener.start()
        try:
            self.ask("load", module=str(module.absolute()))
        except BaseException:
            self.end()
            raise

    @property
    def pid(self) -> int:
        """Return the number of the process."""
        return self._process.pid

    def ask(self, name: str, **told: Any) -> Any:  # noqa: ANN401  whatever was asked
        """Return the answer to a question.

        Raises:
            SignatureError: What the helper says; `helper_died` when it is no more or
                makes no sense; `module_silent` when it does not answer in time.
        """
        try:
            self._say(wire.pack({"ask": name, **told}))
            return wire.value_of(wire.unpack(self._lines.get(timeout=self._patience)))
        except wire.RefusedError as error:
            names = (self._name,) if error.reason == _OF_THE_MODULE else ()
            raise SignatureError(error.reason, *names, *error.facts) from None
        except Empty:
            self.end()
            raise SignatureError("module_silent", self._name) from None
        except (OSError, ValueError):
            raise self.dead() from None

    def dead(self) -> SignatureError:
        """End a helper that died or makes no sense; return what there is to say."""
        self.end()
        return SignatureError("helper_died", self._name, str(self._process.returncode))

    def end(self) -> None:
        """End it: by closing its input, by force when it is busy or hangs."""
        with suppress(OSError, ValueError):
            self._input.close()
        try:
            self._process.wait(FAREWELL)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
        self._listener.join(FAREWELL)
        if not self._listener.is_alive():
            self._output.close()

    @property
    def _input(self) -> IO[bytes]:
        assert self._process.stdin is not None  # noqa: S101  it was asked for
        return self._process.stdin

    @property
    def _output(self) -> IO[bytes]:
        assert self._process.stdout is not None  # noqa: S101  it was asked for
        return self._process.stdout

    def _say(self, line: bytes) -> None:
        self._input.write(line)
        self._input.flush()

    def _listen(self) -> None:
        """Pass on line by line; a blank one at the end."""
        line = b"-"
        while line:
            try:
                line = self._output.readline(wire.LINE_LIMIT)
            except (OSError, ValueError):
                line = b""
            self._lines.put(line)


def _started(name: str) -> subprocess.Popen[bytes]:
    """Start the process. What its module prints is dropped: it may be anything."""
    try:
        return started(_CHILD)
    except OSError as error:
        raise SignatureError("helper_died", name, str(error.strerror)) from error
