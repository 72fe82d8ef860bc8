"""What a program says of its version is read, and damage of any kind is noticed."""

import struct

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.files.release.version_block import read_version
from tests.files.release.releases import block, text, version_resource

FAULTS = (ValueError, struct.error)


def test_product_version_and_number_are_read() -> None:
    found = read_version(version_resource("0.12.3"))
    assert (found.product, found.version) == ("Sổ Truyền Thông", "0.12.3")
    assert found.number == "0.12.3.0"


def test_the_number_is_told_as_it_is_and_not_as_the_text_says() -> None:
    found = read_version(version_resource("9.9.9", number="0.1.0"))
    assert (found.version, found.number) == ("9.9.9", "0.1.0.0")


def fixed(*numbers: int, mark: int = 0xFEEF04BD) -> bytes:
    return struct.pack("<6I", mark, 0x10000, *numbers) + bytes(28)


@pytest.mark.parametrize(
    "value", [fixed(1, 2, 3, 4), fixed(1, 2, 1, 2, mark=7), fixed(1, 2, 1, 2)[:40], b""]
)
def test_numbers_that_disagree_or_are_cut_are_refused(value: bytes) -> None:
    texts = text("ProductName", "x") + text("ProductVersion", "0.1.0")
    table = block("StringFileInfo", inside=block("042a04b0", inside=texts))
    with pytest.raises(FAULTS):
        read_version(block("VS_VERSION_INFO", value, inside=table))


def test_two_languages_that_tell_two_versions_are_refused() -> None:
    tables = b"".join(
        block(key, inside=text("ProductName", "x") + text("ProductVersion", version))
        for key, version in (("042a04b0", "0.1.0"), ("040904b0", "0.2.0"))
    )
    raw = block(
        "VS_VERSION_INFO",
        fixed(1, 2, 1, 2),
        inside=block("StringFileInfo", b"", 0, tables),
    )
    with pytest.raises(FAULTS):
        read_version(raw)


def test_a_block_without_a_text_or_under_another_name_is_refused() -> None:
    only = block("042a04b0", inside=text("ProductName", "x"))
    lacking = block("StringFileInfo", inside=only)
    for raw in (
        block("VS_VERSION_INFO", fixed(1, 2, 1, 2), inside=lacking),
        version_resource("0.1.0").replace(b"V\0S\0_", b"W\0S\0_"),
    ):
        with pytest.raises(FAULTS):
            read_version(raw)


def test_blocks_without_end_are_refused() -> None:
    many = text("x", "y") * 600
    raw = block("VS_VERSION_INFO", fixed(1, 2, 1, 2), inside=many)
    with pytest.raises(FAULTS):
        read_version(raw)


@given(st.data())
def test_cut_or_changed_anywhere_it_is_read_or_refused_never_worse(
    data: st.DataObject,
) -> None:
    raw = bytearray(version_resource("0.1.0"))
    at = data.draw(st.integers(0, len(raw) - 1))
    raw[at] = data.draw(st.integers(0, 255))
    end = data.draw(st.integers(0, len(raw)))
    try:
        found = read_version(bytes(raw[:end]))
    except FAULTS:
        return
    assert found.product
    assert found.number.count(".") == 3


@given(st.binary(max_size=400))
def test_noise_is_refused(raw: bytes) -> None:
    with pytest.raises(FAULTS):
        read_version(raw)
