"""Readers of forms that go wrong in every way one can; the file's name tells which."""

import os
import sys
import time
from collections.abc import Callable
from pathlib import Path

from desktop.files.foreign import book
from desktop.files.foreign.lines import LineWriter
from desktop.files.forms import child
from tests.files.foreign import misbehaving

honest = book.tell_book


def sleep(_path: Path, _writer: LineWriter) -> None:
    time.sleep(60)


def chatter(path: Path, writer: LineWriter) -> None:
    sys.stdout.write("a library says something\n")
    os.write(1, b"and so does one in C\n")
    honest(path, writer)


SAME = ("loop", "swell", "crash", "leave", "fail", "quiet", "lie", "babble")
WAYS: dict[str, Callable[[Path, LineWriter], None]] = {
    **{name: misbehaving.WAYS[name] for name in SAME},
    "sleep": sleep,
    "chatter": chatter,
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
