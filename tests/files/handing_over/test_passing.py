"""What passes through a lock comes in pieces, and faults come as they are."""

import hashlib
import io
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from desktop.errors import Cancelled, HandoverError
from desktop.files.handing_over.passing import Chunks, Hashed, Limited, pass_through


def copied(source: Any, sink: Any) -> None:
    while data := source.read(3):
        sink.write(data)
    sink.flush()


def test_chunks_are_made_as_they_are_read() -> None:
    made: list[int] = []

    def making() -> Iterator[bytes]:
        for number in range(3):
            made.append(number)
            yield bytes([number]) * 4

    chunks = Chunks(making())
    assert chunks.read(3) == b"\0\0\0"
    assert made == [0]
    assert chunks.read() == b"\0"
    assert [chunks.read(9), chunks.read(9), chunks.read(9)] == [
        b"\1" * 4,
        b"\2" * 4,
        b"",
    ]


def test_a_file_ends_where_it_is_told_to() -> None:
    one = Limited(io.BytesIO(b"abcdef"), 4)
    assert (one.read(3), one.read(3), one.read()) == (b"abc", b"d", b"")


def test_what_is_written_is_hashed() -> None:
    out = io.BytesIO()
    hashed = Hashed(out)
    pass_through(copied, io.BytesIO(b"abcdefg"), hashed, Path("x"))
    assert out.getvalue() == b"abcdefg"
    assert hashed.digest.digest() == hashlib.sha256(b"abcdefg").digest()


def test_the_first_fault_of_an_end_is_told_whatever_the_lock_makes_of_it() -> None:
    def chunks() -> Iterator[bytes]:
        yield b"abc"
        raise Cancelled

    def lock(source: Any, sink: Any) -> None:
        try:
            copied(source, sink)
        except Cancelled as error:
            raise RuntimeError from error

    with pytest.raises(Cancelled):
        pass_through(lock, Chunks(chunks()), io.BytesIO(), Path("x"))


def test_a_fault_of_the_lock_itself_is_a_damaged_file() -> None:
    def lock(_source: object, _sink: object) -> None:
        raise OSError

    with pytest.raises(HandoverError, match="handover_damaged"):
        pass_through(lock, io.BytesIO(), io.BytesIO(), Path("x"))
