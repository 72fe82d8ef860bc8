"""Readers of forms that go wrong in every way one can; the file's name tells which."""

import os
import sys
import time
from collections.abc import Callable
from pathlib import Path

from desktop.files.foreign import book
from desktop.files.foreign.lines import LineWriter
from desktop.files.forms import child

honest = book.tell_book


def loop(_path: Path, _writer: LineWriter) -> None:
    while True:
        pass


def sleep(_path: Path, _writer: LineWriter) -> None:
    time.sleep(60)


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


def chatter(path: Path, writer: LineWriter) -> None:
    sys.stdout.write("a library says something\n")
    os.write(1, b"and so does one in C\n")
    honest(path, writer)


WAYS: dict[str, Callable[[Path, LineWriter], None]] = {
    one.__name__: one
    for one in (loop, sleep, swell, crash, leave, fail, quiet, lie, babble, chatter)
}


def tell(path: Path, writer: LineWriter, unseen: frozenset[str] = frozenset()) -> None:
    """Go wrong as the file's name says; read any other file."""
    way = WAYS.get(path.stem)
    if way is None:
        honest(path, writer, unseen)
    else:
        way(path, writer)


if __name__ == "__main__":
    setattr(book, "tell_book", tell)  # noqa: B010
    child.main(sys.argv[1:])
