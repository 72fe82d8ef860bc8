"""Hold a vendor's PKCS#11 module in a process of its own, which may die without harm.

Started as `python -m desktop.files.signatures.token.child`. It is asked on its input
and answers on its output, as `wire` says; it ends when its input is closed, as it is
when whoever started it ends.
"""

import os
import sys
import threading
from pathlib import Path
from queue import SimpleQueue
from typing import TYPE_CHECKING, Any, Final

from desktop.files.signatures.token import wire
from desktop.files.signatures.token.wire import RefusedError

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop.files.signatures.token.device import Device

_IN: Final = 0
_OUT: Final = 1
_ERR: Final = 2
_NO_DIALOGS: Final = 0x0001 | 0x0002 | 0x8000
"""SEM_FAILCRITICALERRORS, SEM_NOGPFAULTERRORBOX, SEM_NOOPENFILEERRORBOX of Windows."""

_REASONS: Final = {
    "DeviceRemoved": "token_gone",
    "KeyFunctionNotPermitted": "key_unusable",
    "KeyHandleInvalid": "token_gone",
    "KeyTypeInconsistent": "key_unusable",
    "ObjectHandleInvalid": "token_gone",
    "SessionClosed": "token_gone",
    "SessionHandleInvalid": "token_gone",
    "SlotIDInvalid": "token_gone",
    "TokenNotPresent": "token_gone",
    "TokenNotRecognised": "token_gone",
}
"""What the errors of the library are called here; any other is the module's."""


class Child:
    """Answer questions about the tokens of one module."""

    def __init__(self) -> None:
        """Wait for the module to be named."""
        self._device: Device | None = None
        self._asks: dict[str, Callable[..., object]] = {
            "load": self._load,
            "tokens": self._tokens,
            "certificates": self._certificates,
            "login": self._login,
            "sign": self._sign,
        }

    def answer(self, line: bytes) -> bytes:
        """Return the answer to one question; never raises."""
        try:
            told = wire.unpack(line)
            return wire.pack({"good": self._asks[told.pop("ask")](**told)})
        except RefusedError as error:
            return _refusal(error.reason, *error.facts)
        except Exception as error:  # noqa: BLE001  the vendor's code may raise anything
            name = type(error).__name__
            return _refusal(_REASONS.get(name, "module_failed"), name)

    @property
    def _loaded(self) -> "Device":
        if self._device is None:
            raise RefusedError("module_failed")
        return self._device

    def _load(self, module: str) -> None:
        from desktop.files.signatures.token.device import Device

        _let_find_neighbours(module)
        self._device = Device(module)

    def _tokens(self) -> list[dict[str, Any]]:
        return self._loaded.tokens()

    def _certificates(self, serial: str) -> list[tuple[str, str]]:
        found = self._loaded.certificates(serial)
        return [(key_id, wire.written(der)) for key_id, der in found]

    def _login(self, **told: Any) -> int:  # noqa: ANN401  as it is asked
        return self._loaded.login(**told)

    def _sign(self, data: str, **told: Any) -> str:  # noqa: ANN401  as it is asked
        return wire.written(self._loaded.sign(data=wire.read(data), **told))


def _refusal(reason: str, *facts: str) -> bytes:
    return wire.pack({"reason": reason, "facts": list(facts)})


def main() -> None:
    """Answer until the input is closed, then end at once."""
    # What a vendor's module prints goes to the other stream, not among our lines.
    out = os.fdopen(os.dup(_OUT), "wb", 0)
    os.dup2(_ERR, _OUT)
    _die_quietly()
    lines: SimpleQueue[bytes] = SimpleQueue()
    threading.Thread(target=_listen, args=(lines,), daemon=True).start()
    child = Child()
    while True:
        out.write(child.answer(lines.get()))


def _listen(lines: SimpleQueue[bytes]) -> None:
    """Take questions; end the process with the input, even while the module hangs."""
    with os.fdopen(os.dup(_IN), "rb") as asked:
        while line := asked.readline(wire.LINE_LIMIT):
            lines.put(line)
    os._exit(0)


def _let_find_neighbours(module: str) -> None:
    """Let Windows look for what a module needs in the module's own folder."""
    if sys.platform == "win32":
        import ctypes

        ctypes.windll.kernel32.SetDllDirectoryW(str(Path(module).parent))


def _die_quietly() -> None:
    """Leave no picture of the memory, which may hold the PIN, and show no dialog."""
    if sys.platform == "win32":
        import ctypes

        ctypes.windll.kernel32.SetErrorMode(_NO_DIALOGS)
    else:
        import resource

        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


if __name__ == "__main__":
    main()
