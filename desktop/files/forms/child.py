"""Read one form after the other in a process of its own, which may die without harm.

Started as `python -m desktop.files.forms.child BYTES SECONDS`. Each line of its input
is a JSON array with a path; it answers with lines of `files.foreign.lines`, and a last
line `["done"]`. It ends when its input ends, as it does when whoever started it ends.
"""

import gc
import json
import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Final

from desktop.errors import FileError, InputError
from desktop.files.foreign.confinement import allow_more, confine
from desktop.files.foreign.lines import LineWriter
from desktop.rules.forms.found import STAMP_SHEET

_OUT: Final = 1
_ERR: Final = 2
_BUFFER: Final = 1 << 16
DONE: Final = b'["done"]\n'
_TIDIED: Final = 8
"""Files after which what they left in cycles is thrown away."""
_NO_MEMORY: Final = b'["fault","too_much_memory"]\n'


def main(words: list[str]) -> None:
    """Answer every path of the input in turn."""
    memory, seconds = int(words[0]), float(words[1])
    # What a library prints goes to the other stream, not among our lines.
    out = os.fdopen(os.dup(_OUT), "wb", _BUFFER)
    os.dup2(_ERR, _OUT)
    confine(memory, seconds)
    gc.disable()
    for number, line in enumerate(sys.stdin.buffer, start=1):
        (path,) = json.loads(line)
        allow_more(seconds)
        enough = _answer(Path(path), out.write)
        out.write(DONE)
        out.flush()
        if not enough:
            break
        if number % _TIDIED == 0:
            gc.collect()
    os._exit(0)


def _answer(path: Path, write: Callable[[bytes], object]) -> bool:
    """Tell what is in a file; return whether there is memory left for another."""
    try:
        _tell(path, LineWriter(write))
    except MemoryError:
        write(_NO_MEMORY)
        return False
    return True


def _tell(path: Path, writer: LineWriter) -> None:
    from desktop.files.foreign.book import tell_book

    try:
        tell_book(path, writer, unseen=frozenset({STAMP_SHEET}))
    except FileError as error:
        writer.tell("fault", error.reason, *error.facts)
    except InputError:
        writer.tell("fault", "too_large")
    except (MemoryError, OSError):
        raise
    except Exception as error:  # noqa: BLE001  whatever a file can do to its reader
        writer.tell("fault", "unreadable", type(error).__name__)


if __name__ == "__main__":
    main(sys.argv[1:])
