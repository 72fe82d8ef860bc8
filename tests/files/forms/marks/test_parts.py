"""Parts: edited ones are written anew, others stay; relations are found or made."""

import zipfile
from io import BytesIO
from pathlib import Path

import pytest

from desktop.files.forms.marks.parts import Parts
from tests.files.forms.marks.books import a_returned_book, parts_of

COMMENTS = (
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments"
)


@pytest.fixture
def parts(tmp_path: Path) -> Parts:
    return Parts(a_returned_book(tmp_path / "bieu.xlsx"))


def test_what_nobody_edits_comes_out_as_it_went_in(parts: Parts) -> None:
    sent = parts.archive.path.read_bytes()
    assert parts_of(parts.written()) == parts_of(sent)


def test_members_keep_their_order_time_and_packing(parts: Parts) -> None:
    def told(data: bytes) -> list[tuple[object, ...]]:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            return [
                (one.filename, one.date_time, one.compress_type, one.external_attr)
                for one in archive.infolist()
            ]

    assert told(parts.written()) == told(parts.archive.path.read_bytes())


def test_a_part_is_found_whatever_the_case_of_its_name(parts: Parts) -> None:
    assert parts.find("XL/Styles.xml") == "xl/styles.xml"
    assert not parts.find("xl/nothing.xml")


def test_a_part_that_is_dropped_is_gone_and_nothing_leads_to_it(parts: Parts) -> None:
    sheet = "xl/worksheets/sheet1.xml"
    (comments,) = parts.related(sheet, "comments")
    parts.drop(comments, sheet)
    assert not parts.find(comments)
    assert parts.related(sheet, "comments") == ()
    written = parts_of(parts.written())
    assert comments not in written
    assert comments.encode() not in written["[Content_Types].xml"]


def test_a_relationship_is_found_before_one_is_made(parts: Parts) -> None:
    sheet = "xl/worksheets/sheet1.xml"
    (comments,) = parts.related(sheet, "comments")
    known = parts.relation_id(sheet, COMMENTS, comments)
    assert parts.relation_id(sheet, COMMENTS, comments) == known
    assert parts.related(sheet, "comments") == (comments,)


def test_a_sheet_without_relationships_gets_a_part_of_them(parts: Parts) -> None:
    sheet = "xl/worksheets/sheet2.xml"
    name, number = parts.free_name("xl/comments", ".xml")
    parts.add(name, b"<comments/>", "text/xml")
    assert parts.relation_id(sheet, COMMENTS, name) == "rId1"
    assert parts.related(sheet, "comments") == (name,)
    written = parts_of(parts.written())
    assert (
        b'Target="../comments1.xml"' in written["xl/worksheets/_rels/sheet2.xml.rels"]
    )
    assert b'PartName="/xl/comments1.xml"' in written["[Content_Types].xml"]
    assert (name, number) == ("xl/comments1.xml", 1)


def test_a_free_name_is_one_nobody_has(parts: Parts) -> None:
    assert parts.free_name("xl/worksheets/sheet", ".xml") == (
        "xl/worksheets/sheet4.xml",
        4,
    )
