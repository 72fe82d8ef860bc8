"""A file cut into pieces comes back whole, whatever mails made of the pieces."""

import json
import random
from dataclasses import replace
from pathlib import Path

import pytest

from desktop.errors import FileError
from desktop.files.split_file import (
    MAGIC,
    MOST_BYTES,
    join,
    missing,
    read_piece,
    split,
)

DATA = random.Random(4).randbytes(10_000)
HERE = Path("gói.zip")


def test_pieces_come_back_in_any_order_and_some_twice() -> None:
    made = split(DATA, "gói.zip", 3_000)
    assert list(made) == [f"gói.zip.phan-{n}-5" for n in range(1, 6)]
    assert all(len(one) <= 3_000 for one in made.values())
    pieces = [read_piece(one) for one in made.values()]
    held = [one for one in pieces if one is not None]
    assert [one.number for one in held] == [1, 2, 3, 4, 5]
    assert join([*reversed(held), held[1]], HERE) == DATA


def test_a_piece_that_lacks_is_named() -> None:
    held = [read_piece(one) for one in split(DATA, "a", 3_000).values()]
    some = [one for one in held if one is not None and one.number not in {2, 5}]
    assert missing(some) == (2, 5)
    with pytest.raises(FileError) as caught:
        join(some, HERE)
    assert (caught.value.reason, caught.value.facts) == ("piece_missing", ("2, 5",))


def test_pieces_that_are_not_the_file_that_was_cut_are_refused() -> None:
    held = [read_piece(one) for one in split(DATA, "a", 3_000).values()]
    whole = [one for one in held if one is not None]
    whole[2] = replace(whole[2], data=whole[2].data[:-1] + b"\0")
    with pytest.raises(FileError, match="piece_differs"):
        join(whole, HERE)


def test_what_would_need_too_many_pieces_is_refused() -> None:
    for data, most in ((DATA, 601), (DATA, 100), (bytes(MOST_BYTES + 1), 10_000_000)):
        with pytest.raises(FileError, match="too_large"):
            split(data, "a", most)


@pytest.mark.parametrize(
    "change",
    [
        {"number": 0},
        {"number": 6},
        {"count": 100, "number": 100},
        {"size": 0},
        {"size": MOST_BYTES + 1},
        {"size": True},
        {"sha256": 5},
        {"more": 1},
    ],
)
def test_facts_no_piece_has_make_it_none(change: dict[str, object]) -> None:
    line, rest = next(iter(split(DATA, "a", 3_000).values()))[len(MAGIC) :].split(
        b"\n", 1
    )
    told = json.dumps(json.loads(line) | change).encode()
    assert read_piece(MAGIC + line + b"\n" + rest) is not None
    assert read_piece(MAGIC + told + b"\n" + rest) is None


@pytest.mark.parametrize("line", [b"", b"\xff\n", b"[]\n", b"{}\n", b'"x"\n', b"1"])
def test_other_bytes_are_no_piece(line: bytes) -> None:
    assert read_piece(MAGIC + line) is None
    assert read_piece(DATA) is None
