"""Archives: written in one way, read as if their maker meant harm."""

import stat
import struct
import zipfile
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.errors import PackageUnreadableError
from desktop.files import zip_members

PATH = Path("x.zip")
FILES = {"a.txt": b"alpha" * 100, "b.pdf": b"%PDF-", "empty.json": b""}

Entry = tuple[str | zipfile.ZipInfo, bytes]


def made(*entries: Entry, packing: int = zipfile.ZIP_STORED) -> bytes:
    output = BytesIO()
    with zipfile.ZipFile(output, "w", packing) as archive:
        for name, data in entries:
            archive.writestr(name, data)
    return output.getvalue()


def refusal(data: bytes) -> str:
    with pytest.raises(PackageUnreadableError) as caught:
        zip_members.read(data, PATH)
    assert caught.value.path == PATH
    return caught.value.reason


def test_what_was_built_is_read_back() -> None:
    found = zip_members.read(zip_members.build(FILES), PATH)
    assert (found.files, found.as_written) == (FILES, True)


def test_the_same_members_in_any_order_are_the_same_bytes() -> None:
    turned = dict(reversed(FILES.items()))
    assert zip_members.build(turned) == zip_members.build(FILES)


@pytest.mark.parametrize("packing", [zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED])
def test_an_archive_zipped_anew_is_read_but_told_apart(packing: int) -> None:
    found = zip_members.read(made(*FILES.items(), packing=packing), PATH)
    assert (found.files, found.as_written) == (FILES, False)


@pytest.mark.parametrize(
    "name",
    [
        "../a.txt",
        "..\\a.txt",
        "/a.txt",
        "C:a.txt",
        "C:\\a.txt",
        "a/b.txt",
        "a\\b.txt",
        "a.txt:stream",
        ".hidden",
        "-rf",
        "a b.txt",
        "tệp.pdf",
        "nul",
        "CON.txt",
        "com1.pdf",
        "a.",
        "a" * 121,
        "a\n.txt",
        "~a",
        "folder/",
        "a\x7f",
    ],
)
def test_a_name_that_leads_elsewhere_is_refused(name: str) -> None:
    assert refusal(made((name, b"x"))) == "name"


def test_a_name_with_something_behind_a_zero_byte_is_refused() -> None:
    data = made(("a.txtQ../b", b"x")).replace(b"a.txtQ../b", b"a.txt\0../b")
    assert refusal(data) == "name"


@pytest.mark.filterwarnings("ignore:Duplicate name")
@pytest.mark.parametrize("second", ["a.txt", "A.TXT", "a.Txt"])
def test_two_members_of_one_name_are_refused(second: str) -> None:
    assert refusal(made(("a.txt", b"1"), (second, b"2"))) == "name"


def test_a_link_is_refused() -> None:
    link = zipfile.ZipInfo("a.txt")
    link.create_system = 3
    link.external_attr = (stat.S_IFLNK | 0o777) << 16
    assert refusal(made((link, b"/etc/passwd"))) == "name"


def test_a_member_that_swells_is_refused_while_it_is_read() -> None:
    bomb = made(("a.txt", bytes(50_000_000)), packing=zipfile.ZIP_DEFLATED)
    assert len(bomb) < 100_000
    assert refusal(bomb) == "too_large"


def test_members_together_may_not_swell_either(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(zip_members, "INFLATED_LIMIT", 250_000)
    kept = made(*((f"{n}.txt", bytes(99_000)) for n in range(2)))
    assert len(zip_members.read(kept, PATH).files) == 2
    more = made(*((f"{n}.txt", bytes(99_000)) for n in range(3)))
    assert refusal(more) == "too_large"


def test_too_many_members_and_too_many_bytes_are_refused() -> None:
    many = made(*((f"{n}.txt", b"") for n in range(zip_members.MEMBER_LIMIT + 1)))
    assert refusal(many) == "too_large"
    assert refusal(bytes(zip_members.FILE_LIMIT + 1)) == "too_large"


def test_members_that_share_their_bytes_are_refused() -> None:
    data = bytearray(made(("a.txt", b"x" * 90), ("b.txt", b"x" * 90)))
    second = data.rindex(b"PK\x01\x02")
    struct.pack_into("<L", data, second + 42, 0)  # both start at the first
    assert refusal(bytes(data)) == "damaged"


def test_a_size_that_lies_is_refused() -> None:
    data = bytearray(made(("a.txt", b"x" * 90)))
    place = data.index(b"PK\x01\x02")
    struct.pack_into("<LL", data, place + 20, 40, 40)
    assert refusal(bytes(data)) == "damaged"


def test_an_encrypted_member_is_refused() -> None:
    data = bytearray(made(("a.txt", b"x" * 90)))
    data[data.index(b"PK\x01\x02") + 8] |= 1
    data[6] |= 1
    assert refusal(bytes(data)) == "damaged"


@pytest.mark.parametrize("packing", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_a_rare_packing_is_refused(packing: int) -> None:
    assert refusal(made(("a.txt", b"x"), packing=packing)) == "damaged"


@pytest.mark.parametrize("data", [b"", b"%PDF-1.7", b"PK", b"\0" * 100])
def test_what_is_no_archive_is_told_so(data: bytes) -> None:
    assert refusal(data) == "not_package"


@given(st.integers(0, 700))
def test_an_archive_cut_anywhere_is_refused(length: int) -> None:
    data = zip_members.build(FILES)
    if length < len(data):
        assert refusal(data[:length]) in {"damaged", "not_package"}


@given(draw=st.data())
def test_no_byte_of_an_archive_goes_unaccounted_for(draw: st.DataObject) -> None:
    data = zip_members.build(FILES)
    place = draw.draw(st.integers(0, len(data) - 1))
    other = draw.draw(st.integers(1, 255))
    changed = bytearray(data)
    changed[place] ^= other
    try:
        found = zip_members.read(bytes(changed), PATH)
    except PackageUnreadableError:
        return
    assert not found.as_written


@given(st.binary(max_size=300).map(b"PK\x03\x04".__add__))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    assert refusal(data) in {"damaged", "name", "too_large"}


@pytest.mark.parametrize(
    "change",
    [lambda whole: whole + b"tail", lambda whole: whole[:-2] + b"\4\0tail"],
)
def test_something_behind_the_archive_is_told(
    change: Callable[[bytes], bytes],
) -> None:
    found = zip_members.read(change(zip_members.build(FILES)), PATH)
    assert (found.files, found.as_written) == (FILES, False)


def test_something_before_the_archive_is_refused() -> None:
    assert refusal(b"MZ" + zip_members.build(FILES)) == "not_package"


def test_what_was_changed_in_place_or_added_behind_is_told_from_a_zip_made_anew() -> (
    None
):
    built = zip_members.build({"a.txt": b"12", "b.txt": b"3"})
    dated = bytearray(built)
    dated[10] ^= 1  # the minute at which the member was written
    for data in (bytes(dated), built + b"x", built[:-2] + b"\1\0x"):
        found = zip_members.read(data, Path())
        assert (found.as_written, found.tampered) == (False, True)
    output = BytesIO()
    with zipfile.ZipFile(output, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("a.txt", b"12")
    anew = zip_members.read(output.getvalue(), Path())
    assert (anew.as_written, anew.tampered) == (False, False)
    assert not zip_members.read(built, Path()).tampered


def test_what_another_program_zipped_as_long_as_ours_is_a_zip_made_anew() -> None:
    built = zip_members.build(FILES)
    output = BytesIO()
    with zipfile.ZipFile(output, "w", zipfile.ZIP_STORED) as archive:
        for name in sorted(FILES):
            archive.writestr(name, FILES[name])
    anew = output.getvalue()
    assert len(anew) == len(built)
    found = zip_members.read(anew, PATH)
    assert (found.files, found.as_written, found.tampered) == (FILES, False, False)


def test_no_bit_of_what_stands_around_the_members_may_change() -> None:
    """Each is refused, told as tampering, or another content than the one listed."""
    built = zip_members.build(FILES)
    inside = {
        at
        for data in FILES.values()
        for at in range(built.index(data), built.index(data) + len(data))
    }
    around = [at for at in range(len(built)) if at not in inside]
    assert len(around) >= len(FILES) * (30 + 46) + 22
    for at in around:
        for bit in range(8):
            changed = built[:at] + bytes([built[at] ^ 1 << bit]) + built[at + 1 :]
            try:
                found = zip_members.read(changed, PATH)
            except PackageUnreadableError:
                continue
            assert found.tampered or found.files != FILES, (at, bit)


def test_an_entry_of_the_list_may_not_hide_the_next_one() -> None:
    """Its comment would be the whole entry of the next member."""
    built = bytearray(zip_members.build(FILES))
    at = bytes(built).index(b"PK\x01\x02")
    following = bytes(built).index(b"PK\x01\x02", at + 4)
    hidden = 46 + len("b.pdf")
    assert built[following + 46 : following + hidden] == b"b.pdf"
    built[at + 32] = hidden
    assert len(zipfile.ZipFile(BytesIO(built)).infolist()) == len(FILES) - 1
    assert refusal(bytes(built)) == "damaged"
