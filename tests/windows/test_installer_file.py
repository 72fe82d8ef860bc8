"""The installer is a program that Windows 10 starts without asking for more rights."""

import struct

import pytest

import desktop
from tests.windows.built import Built

X86_64 = 0x8664
PE32_PLUS = 0x20B


@pytest.fixture(scope="module")
def program(built: Built) -> bytes:
    return built.installer.read_bytes()


def version_words(program: bytes) -> str:
    """Return what the version resource may say, as text of two bytes a letter."""
    return program[:1_000_000].decode("utf-16-le", "ignore") + program[
        1:1_000_001
    ].decode("utf-16-le", "ignore")


def test_it_is_a_program_of_64_bits(program: bytes) -> None:
    (at,) = struct.unpack_from("<I", program, 0x3C)
    assert program[at : at + 4] == b"PE\0\0"
    assert struct.unpack_from("<H", program, at + 4) == (X86_64,)
    assert struct.unpack_from("<H", program, at + 24) == (PE32_PLUS,)


@pytest.mark.parametrize(
    "wanted",
    [
        b'level="asInvoker"',
        b"{8e0f7a12-bfb3-4fe8-b9a5-48fd50a15a9a}",  # Windows 10 and 11
        b"longPathAware",
        b"dpiAware",
    ],
)
def test_its_manifest_asks_for_no_rights_and_knows_windows_10(
    program: bytes, wanted: bytes
) -> None:
    assert wanted in program


def test_it_says_whose_it_is_and_which_version(program: bytes) -> None:
    words = version_words(program)
    assert "Sổ Truyền Thông" in words
    assert desktop.__version__ in words
    assert "042904b0" not in words.lower()
    assert "042a" in words.lower()  # Vietnamese
