"""Remember on this machine how far each office was when it was last open here.

One office may lie in two places, such as here and on a stick; only who remembers sees
that the one opened now lacks what was written in the other.
"""

import json
import logging
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Final

from desktop import paths
from desktop.errors import FileError
from desktop.files import whole_file

FILE: Final = "so-da-thay.json"
"""File among this machine's data, shared by the installed and the stick edition."""

_LOG = logging.getLogger(__name__)
_MOST: Final = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class State:
    """How far an office was."""

    path: str
    change: int
    """Number of its newest change."""
    head: str
    """Hash of that change, which holds all before it."""
    at: str
    """When that change was made, as ISO 8601 writes it."""


def seen(mark: str) -> State | None:
    """Return how far the office with a mark was, or None where it never was here."""
    return _read().get(mark)


def note(mark: str, state: State) -> None:
    """Remember how far an office is; where nothing can be written, nothing is."""
    known = _read()
    known.pop(mark, None)
    kept = dict([*known.items(), (mark, state)][-_MOST:])
    written = {key: asdict(one) for key, one in kept.items()}
    file = paths.local_folder() / FILE
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        whole_file.write(file, json.dumps(written, ensure_ascii=False).encode())
    except (OSError, FileError):
        _LOG.info("how far the office is could not be noted on this machine")


def _read() -> dict[str, State]:
    try:
        found = json.loads((paths.local_folder() / FILE).read_text("utf-8"))
        return {str(mark): _state(one) for mark, one in found.items()}
    except (OSError, ValueError, TypeError, KeyError, AttributeError):
        return {}


def _state(found: dict[str, object]) -> State:
    """Return a state as it was written.

    Raises:
        KeyError, TypeError, ValueError: It was not written by us.
    """
    return State(
        path=str(Path(str(found["path"]))),
        change=int(str(found["change"])),
        head=str(found["head"]),
        at=str(found["at"]),
    )
