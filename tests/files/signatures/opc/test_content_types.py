"""The kind of a part is what the list says of it, or of its ending."""

import pytest

from desktop.files.signatures.opc.content_types import read, with_signature
from desktop.files.signatures.opc.names import (
    CONTENT_TYPES,
    ORIGIN_CONTENT,
    SIGNATURE_CONTENT,
)


def listed(inside: str, namespace: str = CONTENT_TYPES) -> bytes:
    return f'<Types xmlns="{namespace}">{inside}</Types>'.encode()


TYPES = listed(
    '<Default Extension="xml" ContentType="application/xml"/>'
    '<Override PartName="/xl/workbook.xml" ContentType="t/workbook"/>'
)


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("xl/workbook.xml", "t/workbook"),
        ("XL/Workbook.XML", "t/workbook"),
        ("xl/other.xml", "application/xml"),
        ("xl/OTHER.XML", "application/xml"),
        ("xl/media/a.png", ""),
        ("xml", "application/xml"),
    ],
)
def test_an_override_goes_before_the_ending(name: str, kind: str) -> None:
    assert read(TYPES).of(name) == kind


@pytest.mark.parametrize(
    "content",
    [
        b"",
        listed("", "urn:other"),
        listed('<Default Extension="xml"/>'),
        listed('<Override ContentType="x"/>'),
        listed('<Default Extension="a" ContentType="x"/>' * 2),
        listed(
            '<Override PartName="/a" ContentType="x"/>'
            '<Override PartName="/A" ContentType="y"/>'
        ),
    ],
)
def test_a_list_that_says_too_little_or_twice_is_refused(content: bytes) -> None:
    with pytest.raises(ValueError):  # noqa: PT011  any words will do
        read(content)


def test_signatures_are_named_and_their_origin_once() -> None:
    one = with_signature(TYPES, "_xmlsignatures/sig1.xml")
    two = with_signature(one, "_xmlsignatures/sig2.xml")
    known = read(two)
    assert known.of("_xmlsignatures/origin.sigs") == ORIGIN_CONTENT
    assert known.of("_xmlsignatures/sig1.xml") == SIGNATURE_CONTENT
    assert known.of("_xmlsignatures/sig2.xml") == SIGNATURE_CONTENT
    assert known.of("xl/workbook.xml") == "t/workbook"
    assert two.count(b"Default ") == 2
    assert two.index(b"<Override") > two.rindex(b"<Default")
