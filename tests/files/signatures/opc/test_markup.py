"""Foreign XML is read without doing what it asks; an element is signed alone."""

import codecs

import pytest
from lxml import etree

from desktop.files.signatures.opc.markup import canonical, parse

NESTED = b'<a xmlns="urn:a" xmlns:p="urn:p" u="1"><b z="1" y="2"><c/><p:d/></b>t</a>'


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "empty"),
        (b"<a><b></a>", "mismatch"),
        (b"\x00\xff\xfe", ""),
        (b'<!DOCTYPE a SYSTEM "file:///etc/passwd"><a/>', "doctype"),
        (b'<!DOCTYPE a [<!ENTITY x "y">]><a>&x;</a>', "doctype"),
        (codecs.BOM_UTF16_LE + "<!DOCTYPE a><a/>".encode("utf-16-le"), "doctype"),
        ('<?xml version="1.0" encoding="IBM037"?><a/>'.encode("cp037"), ""),
        (b'<?xml version="1.0" encoding="ISO-8859-1"?><a/>', "doctype"),
        (b"<a>&unknown;</a>", "unknown"),
        (b"<a>" * 400 + b"</a>" * 400, "depth"),
    ],
)
def test_what_no_package_holds_is_refused(content: bytes, reason: str) -> None:
    with pytest.raises(ValueError, match=f"(?i){reason}"):
        parse(content)


def test_utf_16_is_read_as_utf_8_is() -> None:
    assert parse("<a>ữ</a>".encode("utf-16")).text == "ữ"
    assert parse("<a>ữ</a>".encode()).text == "ữ"


def test_an_element_is_written_with_what_it_inherits_and_no_more() -> None:
    inner = etree.fromstring(NESTED)[0]
    assert canonical(inner) == (
        b'<b xmlns="urn:a" xmlns:p="urn:p" y="2" z="1"><c></c><p:d></p:d></b>'
    )


def test_text_behind_an_element_is_no_part_of_it() -> None:
    root = etree.fromstring(b"<a><b/>behind</a>")
    assert canonical(root[0]) == b"<b></b>"


def test_comments_do_not_count() -> None:
    assert canonical(etree.fromstring(b"<a><!-- x -->1</a>")) == b"<a>1</a>"
