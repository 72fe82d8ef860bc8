"""Headers and resources of a program are read within bounds, whatever they claim."""

import io
import struct

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.files.release.resources import (
    Read,
    read_program,
    reader,
    version_resource,
)
from tests.files.release import releases
from tests.files.release.releases import an_installer, program

FAULTS = (ValueError, struct.error)
SOUND = an_installer("0.1.0")


def reading(raw: bytes) -> Read:
    return reader(io.BytesIO(raw), len(raw))


def changed(at: int, form: str, value: int) -> Read:
    raw = bytearray(SOUND)
    struct.pack_into(form, raw, at, value)
    return reading(bytes(raw))


def test_the_resource_is_found_and_the_program_s_end() -> None:
    read = reading(SOUND)
    found = read_program(read)
    assert version_resource(read, found) == releases.version_resource("0.1.0")
    assert found.end == 512 + found.sections[0].size
    assert found.certificates == (0, 0)


def test_only_what_lies_in_the_file_is_read() -> None:
    read = reading(b"abc")
    assert read(1, 2) == b"bc"
    for start, length in ((0, 4), (3, 1), (-1, 1)):
        with pytest.raises(ValueError, match=str(start)):
            read(start, length)


@pytest.mark.parametrize(
    ("at", "form", "value"),
    [
        (0, "<H", 0x4D5A),  # "ZM"
        (0x3C, "<I", 0xFFFF_FFFF),
        (64, "<I", 0x454E),  # a 16-bit program
        (68, "<H", 0x14C),  # for 32-bit Windows
        (70, "<H", 0),
        (70, "<H", 97),
        (84, "<H", 60),  # an optional header too short for what is asked
        (88, "<H", 0x10B),
        (88 + 108, "<I", 4),
    ],
)
def test_another_kind_of_program_is_refused(at: int, form: str, value: int) -> None:
    with pytest.raises(FAULTS):
        read_program(changed(at, form, value))


@pytest.mark.parametrize(
    ("at", "value"),
    [
        (88 + 112 + 16, 0),  # no resources
        (88 + 112 + 16, 0x9000_0000),  # in no section
        (512 + 12, 0xFFFF_FFFF),  # entries without end
        (512 + 16, 3),  # no version among them
        (512 + 20, 24),  # a leaf where a directory belongs
        (512 + 20, 0x8000_0000),  # round in a circle
        (512 + 68, 0x8000_0018),  # no leaf at the end
        (512 + 72, 0xFFFF_FFF0),
        (512 + 76, 1 << 20),  # a version of a megabyte
    ],
)
def test_resources_that_lead_nowhere_are_refused(at: int, value: int) -> None:
    read = changed(at, "<I", value)
    found = read_program(read)
    with pytest.raises(FAULTS):
        version_resource(read, found)


def test_a_program_without_a_version_among_its_resources_is_refused() -> None:
    read = reading(program(b"", b""))
    assert version_resource(read, read_program(read)) == b""


@given(st.integers(0, 620), st.integers(0, 255))
def test_one_byte_of_the_headers_is_read_or_refused_never_worse(
    at: int, value: int
) -> None:
    raw = bytearray(SOUND)
    raw[at] = value
    read = reading(bytes(raw))
    try:
        found = version_resource(read, read_program(read))
    except FAULTS:
        return
    assert len(found) <= 65_536
