"""A package is taken apart within limits and put together in exactly one way."""

import struct
import zipfile
from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.files.signatures.opc import parts
from desktop.files.signatures.opc.parts import UnfitError, build, read


def zipped(
    names: tuple[str, ...],
    content: bytes = b"x",
    packing: int = zipfile.ZIP_DEFLATED,
) -> bytes:
    target = BytesIO()
    with zipfile.ZipFile(target, "w", packing) as archive:
        for name in names:
            archive.writestr(name, content)
    return target.getvalue()


def fault(data: bytes) -> tuple[str, ...]:
    """Return the code and facts with which a package is refused."""
    with pytest.raises(UnfitError) as caught:
        read(data)
    return caught.value.code, *caught.value.facts


def test_what_is_built_is_read_again_in_its_order() -> None:
    held = {"[Content_Types].xml": b"1", "xl/b.xml": b"2" * 99_999, "a.xml": b""}
    packed = build(held)
    assert list(read(packed).items()) == list(held.items())
    assert build(read(packed)) == packed


def test_every_part_bears_the_same_date_and_is_deflated() -> None:
    with zipfile.ZipFile(BytesIO(build({"a": b"1", "b/c": b"2"}))) as archive:
        told = {
            (one.date_time, one.compress_type, one.create_system)
            for one in archive.infolist()
        }
    assert told == {((1980, 1, 1, 0, 0, 0), zipfile.ZIP_DEFLATED, 0)}


@pytest.mark.filterwarnings("ignore:Duplicate name")
@pytest.mark.parametrize("second", ["xl/a.xml", "XL/A.XML"])
def test_a_name_may_stand_only_once_whatever_its_case(second: str) -> None:
    assert fault(zipped(("xl/a.xml", second))) == ("duplicate_entry", second)


@pytest.mark.parametrize(
    "name",
    ["../a.xml", "/a.xml", "a//b", "a/./b", "xl\\a.xml", "xl/ữ.xml", "a%2Fb", "xl/"],
)
def test_names_that_lead_elsewhere_are_refused(name: str) -> None:
    assert fault(zipped(("a.xml", name)))[0] == "part_name"


def test_what_is_no_zip_is_no_package() -> None:
    assert fault(b"%PDF-1.7") == ("not_package",)
    assert fault(b"") == ("not_package",)


def test_something_in_front_or_cut_off_is_damage() -> None:
    whole = zipped(("a.xml",))
    assert fault(b"PK\x03\x04" + whole) == ("damaged", "start")
    assert fault(whole[:-30])[0] == "damaged"


def test_an_encrypted_part_is_refused() -> None:
    packed = bytearray(zipped(("a.xml",)))
    packed[packed.rindex(b"PK\x01\x02") + 8] |= 1
    assert fault(bytes(packed)) == ("encrypted", "a.xml")


def test_only_the_two_common_packings_are_read() -> None:
    assert fault(zipped(("a.xml",), packing=zipfile.ZIP_BZIP2)) == (
        "damaged",
        "a.xml",
    )


def test_parts_may_not_share_bytes() -> None:
    packed = bytearray(zipped(("a.xml", "b.xml")))
    second = packed.rindex(b"PK\x01\x02")
    packed[second + 42 : second + 46] = struct.pack("<I", 0)  # where the first begins
    assert fault(bytes(packed))[0] == "damaged"


def test_a_part_that_inflates_without_end_is_stopped() -> None:
    assert fault(zipped(("bomb.xml",), bytes(4_000_000))) == ("too_large", "bomb.xml")


def test_all_parts_together_have_a_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parts, "INFLATED_LIMIT", 150)
    assert fault(zipped(("a", "b"), bytes(100))) == ("too_large", "b")
    monkeypatch.setattr(parts, "INFLATED_LIMIT", 200)
    assert len(read(zipped(("a", "b"), bytes(100)))) == 2


def test_there_are_not_too_many_parts_nor_bytes(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    names = tuple(f"{n}.xml" for n in range(parts.PART_LIMIT + 1))
    assert fault(zipped(names)) == ("too_large", str(parts.PART_LIMIT))
    monkeypatch.setattr(parts, "FILE_LIMIT", 10)
    assert fault(zipped(("a",))) == ("too_large", "10")


WHOLE = build({"[Content_Types].xml": b"<a/>" * 40, "xl/b.xml": b"2" * 400})
CODES = {
    *("", "not_package", "damaged", "encrypted", "too_large"),
    *("duplicate_entry", "part_name"),
}


@given(st.integers(0, len(WHOLE) - 1), st.integers(1, 255))
def test_damage_is_told_and_raises_nothing_else(place: int, bits: int) -> None:
    hurt = bytearray(WHOLE)
    hurt[place] ^= bits
    assert told(bytes(hurt)) in CODES


def told(data: bytes) -> str:
    """Return the code with which a package is refused, if it is."""
    try:
        read(data)
    except UnfitError as error:
        return error.code
    return ""
