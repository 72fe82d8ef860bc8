"""A signed workbook is the exported one, but for what signing added."""

import pytest

from desktop.files.signatures.opc import parts
from desktop.files.signatures.opc.content import same_content
from desktop.files.signatures.opc.normal import normal_parts
from desktop.files.signatures.opc.signing import sign_workbook
from desktop.records.signing import SignerRole
from tests.files.pki import NOW, pki
from tests.files.signatures.opc import workbooks

SHEET = "xl/worksheets/sheet1.xml"
TYPES = "[Content_Types].xml"
PLAIN = workbooks.rich()


@pytest.fixture(scope="module")
def signed(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    folder = tmp_path_factory.mktemp("signed")
    key, seal = pki().person.key(folder), pki().agency.key(folder)
    once = sign_workbook(PLAIN, key, role=SignerRole.PERSON, at=NOW)
    return sign_workbook(once, seal, role=SignerRole.AGENCY, at=NOW)


def test_signatures_make_no_difference(signed: bytes) -> None:
    assert same_content(signed, PLAIN)
    assert same_content(PLAIN, signed)
    assert same_content(signed, signed)


def test_nor_does_the_way_in_which_it_is_packed(signed: bytes) -> None:
    plain = parts.build(normal_parts(parts.read(PLAIN)))
    assert plain != PLAIN
    assert same_content(plain, PLAIN)
    turned = dict(reversed(parts.read(signed).items()))
    assert same_content(parts.build(turned), PLAIN)


def test_one_part_changed_added_or_removed_is_a_difference(signed: bytes) -> None:
    sheet = parts.read(PLAIN)[SHEET]
    other = sheet.replace(b"<v>4</v>", b"<v>5</v>")
    assert other != sheet
    for change in ({SHEET: other}, {"xl/x.xml": b"<x/>"}, {"docProps/app.xml": None}):
        assert not same_content(workbooks.changed(signed, change), PLAIN)


def test_another_kind_or_relationship_is_a_difference(signed: bytes) -> None:
    held = parts.read(signed)
    types = held[TYPES].replace(b"image/png", b"text/html")
    assert types != held[TYPES]
    assert not same_content(workbooks.changed(signed, {TYPES: types}), PLAIN)
    root = held["_rels/.rels"].replace(b"xl/workbook.xml", b"xl/styles.xml")
    assert root != held["_rels/.rels"]
    assert not same_content(workbooks.changed(signed, {"_rels/.rels": root}), PLAIN)


@pytest.mark.parametrize("bad", [b"", b"PK\x03\x04", b"%PDF-1.7", PLAIN[:-40]])
def test_what_cannot_be_read_is_the_same_as_nothing(bad: bytes) -> None:
    assert not same_content(bad, PLAIN)
    assert not same_content(PLAIN, bad)
    assert not same_content(bad, bad)
