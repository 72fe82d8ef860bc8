"""A zip holds nothing but what its list tells, and tells it in one way."""

import struct
import zipfile
from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.files.signatures.opc import package, parts
from desktop.files.signatures.opc.parts import UnfitError
from desktop.files.signatures.opc.zip_headers import check
from tests.files.signatures.opc.forger import signed
from tests.files.signatures.opc.workbooks import plain


def refused(data: bytes) -> tuple[str, ...]:
    with pytest.raises(UnfitError) as caught:
        check(data)
    return (caught.value.code, *caught.value.facts)


def hides_bytes(data: bytes) -> bool:
    return refused(data) == ("hidden_bytes",)


def zipped(**more: bytes) -> bytes:
    target = BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("a.xml", b"<a/>" * 100)
        archive.writestr("b.xml", b"<b/>" * 100)
        for name, content in more.items():
            archive.writestr(name, content)
    return target.getvalue()


def test_what_was_written_in_one_go_hides_nothing() -> None:
    for data in (zipped(), signed(), plain()):
        check(data)


def test_what_was_written_over_hides_the_old() -> None:
    """An update that only drops the old part from the list leaves it in the file."""
    target = BytesIO(zipped())
    with zipfile.ZipFile(target, "a") as archive:
        dropped = archive.infolist()[1]
        archive.filelist.remove(dropped)
        del archive.NameToInfo[dropped.filename]
        archive.writestr("c.xml", b"<c/>")
    assert hides_bytes(target.getvalue())


def test_a_comment_hides_another_end() -> None:
    target = BytesIO(zipped())
    with zipfile.ZipFile(target, "a") as archive:
        archive.comment = b"PK\x05\x06" + bytes(18)
    assert hides_bytes(target.getvalue())


def test_something_between_the_parts_and_their_list_is_found() -> None:
    data = zipped()
    at = data.index(b"PK\x01\x02")
    start = struct.pack("<I", at + 8)
    end = data.index(b"PK\x05\x06")
    moved = data[:at] + b"8 bytes." + data[at : end + 16] + start + data[end + 20 :]
    assert zipfile.ZipFile(BytesIO(moved)).testzip() is None  # others see nothing
    assert hides_bytes(moved)


@given(st.integers(min_value=0), st.binary(min_size=1, max_size=200))
def test_bytes_put_anywhere_never_stay_unnoticed(place: int, more: bytes) -> None:
    data = zipped()
    at = place % (len(data) + 1)
    spoilt = data[:at] + more + data[at:]
    try:
        held_there = parts.read(spoilt)
    except UnfitError:
        return
    if held_there == parts.read(data) and _listed(spoilt) == _listed(data):
        assert refused(spoilt)


def _listed(data: bytes) -> list[tuple[object, ...]]:
    """Return what the list tells of each entry beside its content."""
    with zipfile.ZipFile(BytesIO(data)) as archive:
        return [
            (one.filename, one.extra, one.comment, one.header_offset)
            for one in archive.infolist()
        ]


def test_a_signed_workbook_with_something_behind_it_is_refused() -> None:
    # zipfile itself would take it for the comment of the archive's end
    data = signed()
    more = data[:-2] + struct.pack("<H", 4) + b"more"
    with pytest.raises(UnfitError) as caught:
        package.read(more)
    assert caught.value.code == "hidden_bytes"


@pytest.mark.parametrize("mark", [b"PK\x03\x04", b"PK\x01\x02", b"PK\x05\x06"])
def test_an_extra_field_may_hold_padding_but_no_entry(mark: bytes) -> None:
    """Excel pads the first entry of what it saves."""
    check(padded(b"\x20\xa2\x04\x00" + bytes(4)))
    assert hides_bytes(padded(b"\x20\xa2\x04\x00" + mark))


def padded(extra: bytes) -> bytes:
    """Return a zip with an extra field beside an entry, and none in the list."""
    data = zipped()
    at = data.index(b"PK\x03\x04", 1)  # before the second entry begins
    name = data.index(b"a.xml") + len(b"a.xml")
    longer = bytearray(data[:name] + extra + data[name:])
    longer[28:30] = struct.pack("<H", len(extra))
    moved = len(extra)
    listed = longer.index(b"PK\x01\x02", at + moved)
    second = longer.index(b"PK\x01\x02", listed + 1)
    longer[second + 42 : second + 46] = struct.pack("<I", at + moved)
    end = longer.index(b"PK\x05\x06", second)
    longer[end + 16 : end + 20] = struct.pack("<I", listed)
    return bytes(longer)


@pytest.mark.parametrize(
    ("place", "value"),
    [
        (8, b"\x00\x00"),  # stored, by its header, and packed, by the list
        (14, bytes(4)),  # another checksum
        (18, b"\x01\x00\x00\x00"),  # another packed size
        (22, b"\x01\x00\x00\x00"),  # another size
        (6, b"\x08\x00"),  # sizes told behind, by its header only
    ],
)
def test_what_an_entry_says_is_what_the_list_says(place: int, value: bytes) -> None:
    data = bytearray(zipped())
    data[place : place + len(value)] = value
    assert parts.read(bytes(data)) == parts.read(zipped())  # others see no difference
    assert refused(bytes(data)) == ("ambiguous", "a.xml")


@pytest.mark.parametrize("kind", [0x7075, 0x6375])
def test_another_name_that_some_programs_prefer_is_refused(kind: int) -> None:
    named = struct.pack("<HHHH", 1, 0, kind, 4) + bytes(4)
    assert refused(padded(named)) == ("ambiguous", "a.xml")
    target = BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        one = zipfile.ZipInfo("b.xml")
        one.extra = named
        archive.writestr(one, b"<b/>")
    assert refused(target.getvalue()) == ("ambiguous", "b.xml")
