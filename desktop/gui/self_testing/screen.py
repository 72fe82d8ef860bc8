"""Try whether a window can be shown, in a process of its own: Qt ends one that cannot.

Nothing of Qt is loaded here: on a machine where that fails, it fails there.
"""

import json
import subprocess
from collections.abc import Sequence
from functools import cache
from tempfile import TemporaryFile
from typing import Any, Final

from desktop.files.foreign.starting import last_words, started
from desktop.operations.self_testing.trying import Probe

_CHILD: Final = "desktop.gui.self_testing.child"
_SECONDS: Final = 60


def screen_probes(qt_words: Sequence[str] = ()) -> tuple[Probe, ...]:
    """Return what to try of the screen.

    Args:
        qt_words: What Qt is told, such as `-platform offscreen`.
    """

    @cache
    def found() -> Any:  # noqa: ANN401  what JSON holds
        return facts(qt_words)

    return (
        Probe("screen", lambda: _screen(found())),
        Probe("fonts", lambda: _fonts(found())),
    )


def facts(qt_words: Sequence[str], module: str = _CHILD) -> Any:  # noqa: ANN401
    """Return what another process found of windows and type.

    Raises:
        ValueError: It ended without an answer; carries its code and its last words.
        TimeoutExpired: It gave none in time.
    """
    with TemporaryFile() as said, started(module, *qt_words, said=said) as process:
        try:
            told, _ = process.communicate(timeout=_SECONDS)
        except subprocess.TimeoutExpired:
            process.kill()
            raise
        try:
            return json.loads(told)
        except ValueError as error:
            raise ValueError(process.returncode, last_words(said)) from error


def _screen(found: Any) -> str:  # noqa: ANN401
    if found["wanting"]:
        raise ValueError(", ".join(found["wanting"]))
    return f"Qt {found['qt']}; {found['platform']}; {found['size']}"


def _fonts(found: Any) -> str:  # noqa: ANN401
    if found["missing"]:
        raise ValueError(found["family"], found["missing"])
    return f"{found['family']}; {found['families']} families"
