"""Readers that go wrong in every way one can; the file's name tells which."""

import os
import sys
import time
from collections.abc import Callable
from pathlib import Path

from desktop.errors import FileError
from desktop.files.foreign import child, kinds
from desktop.files.foreign.lines import LineWriter


def loop(_path: Path, _writer: LineWriter) -> None:
    while True:
        pass


def wait(path: Path, _writer: LineWriter) -> None:
    path.write_text(str(os.getpid()))
    time.sleep(60)


def flood(_path: Path, writer: LineWriter) -> None:
    writer.tell("sheet", "A")
    number = 0
    while True:
        number += 1
        writer.tell("row", number, False, ["x"], [0], {})


def swell(_path: Path, _writer: LineWriter) -> None:
    held = [bytearray(10_000_000)]
    while True:
        held.append(bytearray(10_000_000))


def crash(_path: Path, _writer: LineWriter) -> None:
    os.abort()


def leave(_path: Path, _writer: LineWriter) -> None:
    os._exit(7)


def fail(_path: Path, _writer: LineWriter) -> None:
    raise ZeroDivisionError


def quiet(_path: Path, _writer: LineWriter) -> None:
    return


def lie(_path: Path, writer: LineWriter) -> None:
    writer.tell("sheet", "A")
    writer.tell("row", 1, False, ["x"], [0], {})
    writer.tell("end", 2)


def babble(_path: Path, writer: LineWriter) -> None:
    writer.tell("nobody", "knows", "this")


def chatter(_path: Path, writer: LineWriter) -> None:
    sys.stdout.write("a library says something\n")
    os.write(1, b"and so does one in C\n")
    writer.tell("sheet", "A")
    writer.tell("row", 1, False, ["x"], [0], {})
    writer.tell("end", 1)


def refuse(path: Path, _writer: LineWriter) -> None:
    raise FileError(path, "too_large", "9")


WAYS: dict[str, Callable[[Path, LineWriter], None]] = {
    one.__name__: one
    for one in (
        *(loop, wait, flood, swell, crash, leave, fail, quiet),
        *(lie, babble, chatter, refuse),
    )
}

if __name__ == "__main__":
    setattr(kinds, "tell_file", WAYS[Path(sys.argv[1]).stem])  # noqa: B010
    child.main(sys.argv[1:])
