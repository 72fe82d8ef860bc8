"""Read one foreign file in a process of its own, which may die without any harm.

Started as `python -m desktop.files.foreign.child PATH BYTES SECONDS`. Its standard
output carries lines of `lines` and nothing else; it ends when its input is closed, as
it is when whoever started it ends.
"""

import gc
import os
import sys
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Final

from desktop.errors import FileError, InputError
from desktop.files.foreign.confinement import confine
from desktop.files.foreign.lines import LineWriter

_OUT: Final = 1
_ERR: Final = 2
_BUFFER: Final = 1 << 16
_NO_MEMORY: Final = b'["fault","too_much_memory"]\n'


def main(words: list[str]) -> None:
    """Read the file named first and tell what is in it, then end at once."""
    path, memory, seconds = Path(words[0]), int(words[1]), float(words[2])
    gc.disable()  # a process this short has no time to tidy up
    # What a library prints goes to the other stream, not among our lines.
    out = os.fdopen(os.dup(_OUT), "wb", _BUFFER)
    os.dup2(_ERR, _OUT)
    threading.Thread(target=_end_with_parent, daemon=True).start()
    confine(memory, seconds)
    try:
        _tell(path, out.write)
    except MemoryError:
        out.write(_NO_MEMORY)
    out.flush()
    os._exit(0)


def _tell(path: Path, write: Callable[[bytes], object]) -> None:
    from desktop.files.foreign.kinds import tell_file

    writer = LineWriter(write)
    try:
        tell_file(path, writer)
    except FileError as error:
        writer.tell("fault", error.reason, *error.facts)
    except InputError:
        writer.tell("fault", "too_large")


def _end_with_parent() -> None:
    """Wait for the end of the input, which comes with the end of the parent."""
    while os.read(0, 1):
        pass
    os._exit(1)


if __name__ == "__main__":
    main(sys.argv[1:])
