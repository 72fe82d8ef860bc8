"""Tests of telling what a shared library is made for."""

import struct
import sys
from pathlib import Path

import pytest

from desktop.files.signatures.token.binaries import bits_of, own_bits
from tests.files import softhsm


def a_dll(machine: int) -> bytes:
    head = b"MZ" + bytes(0x3A) + struct.pack("<I", 0x80)
    return head.ljust(0x80, b"\0") + b"PE\0\0" + struct.pack("<H", machine) + bytes(20)


@pytest.mark.parametrize(
    ("content", "bits"),
    [
        (a_dll(0x014C), 32),
        (a_dll(0x8664), 64),
        (a_dll(0xAA64), 64),
        (a_dll(0x1234), 0),
        (b"\x7fELF\x01" + bytes(60), 32),
        (b"\x7fELF\x02" + bytes(60), 64),
        (b"\x7fELF\x07" + bytes(60), 0),
        (b"\x7fELF", 0),
        (b"MZ", 0),
        (b"MZ" + b"\xff" * 100, 0),
        (b"", 0),
        (b"#!/bin/sh\n", 0),
    ],
)
def test_the_first_bytes_tell(tmp_path: Path, content: bytes, bits: int) -> None:
    path = tmp_path / "x.dll"
    path.write_bytes(content)
    assert bits_of(path) == bits


def test_a_file_that_is_not_there_tells_nothing(tmp_path: Path) -> None:
    assert bits_of(tmp_path / "none.dll") == 0
    assert bits_of(tmp_path) == 0


def test_a_real_module_is_of_our_own_bits() -> None:
    assert bits_of(softhsm.module()) == own_bits()
    assert own_bits() == sys.maxsize.bit_length() + 1
