"""The parts of a workbook are found wherever it says they are."""

import zipfile
from pathlib import Path

import pytest

from desktop.errors import FileError
from desktop.files.foreign.archive import opened
from desktop.files.foreign.outline import SheetPart, dragged, is_true, outline_of
from tests.files.foreign.workbooks import (
    BOOK,
    OFFICE,
    RELATED,
    RELATIONS,
    TOP,
    a_book,
    added,
    sheet,
)


def test_sheets_texts_and_looks_are_found(tmp_path: Path) -> None:
    path = a_book(tmp_path / "a.xlsx", xl__styles="<a/>", xl__sharedStrings="<a/>")
    found = outline_of(opened(path))
    assert found.sheets == [SheetPart("Bảng", "xl/worksheets/sheet1.xml", True)]
    assert (found.styles, found.strings) == ("xl/styles.xml", "xl/sharedStrings.xml")
    assert not found.since_1904
    assert found.read == opened(path).names


def test_a_workbook_may_lie_anywhere(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("_rels/.rels", TOP.replace("xl/workbook.xml", "/odd/b.xml"))
        archive.writestr("odd/b.xml", BOOK)
        archive.writestr("odd/_rels/b.xml.rels", RELATED)
        archive.writestr("odd/worksheets/sheet1.xml", sheet(""))
    (found,) = outline_of(opened(path)).sheets
    assert found.part == "odd/worksheets/sheet1.xml"


def test_parts_promised_and_missing_are_done_without(tmp_path: Path) -> None:
    found = outline_of(opened(a_book(tmp_path / "a.xlsx")))
    assert (found.styles, found.strings) == ("", "")


def test_nothing_outside_the_file_is_a_part(tmp_path: Path) -> None:
    outside = f'Type="{OFFICE}/styles" Id="rId9" Target="http://x.invalid/s.xml"'
    link = f'<Relationship {outside} TargetMode="External"/>'
    rels = RELATED.replace("</Relationships>", f"{link}</Relationships>")
    rels = rels.replace('Target="worksheets', 'Target="../../../xl/worksheets')
    found = outline_of(opened(a_book(tmp_path / "a.xlsx", rels=rels)))
    assert found.sheets[0].part == "xl/worksheets/sheet1.xml"
    assert found.styles == ""


def test_hidden_sheets_are_known_and_not_read(tmp_path: Path) -> None:
    more = '<sheet name="Kín" sheetId="2" state="veryHidden" r:id="rId7"/></sheets>'
    related = f'<Relationship Type="{OFFICE}/worksheet" Id="rId7" Target="k.xml"/>'
    path = a_book(
        tmp_path / "a.xlsx",
        book=BOOK.replace("</sheets>", more),
        rels=RELATED.replace("</Relationships>", f"{related}</Relationships>"),
        xl__k=sheet(""),
    )
    found = outline_of(opened(path))
    assert [(one.name, one.visible) for one in found.sheets] == [
        ("Bảng", True),
        ("Kín", False),
    ]
    assert "xl/k.xml" not in found.read


def test_a_workbook_without_relations_has_no_sheet(tmp_path: Path) -> None:
    empty = f'<Relationships xmlns="{RELATIONS}"/>'
    with pytest.raises(FileError) as caught:
        outline_of(opened(a_book(tmp_path / "a.xlsx", rels=empty)))
    assert caught.value.reason == "no_sheet"


@pytest.mark.parametrize(
    ("part", "content"),
    [
        ("word/document.xml", '<w:document xmlns:w="urn:w"/>'),
        ("xl/workbook.bin", "\x83\x01"),
        ("xl/workbook.xml", '<document xmlns="urn:w"/>'),
    ],
)
def test_documents_of_other_kinds_are_no_workbooks(
    tmp_path: Path, part: str, content: str
) -> None:
    path = tmp_path / "a.xlsx"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("_rels/.rels", TOP.replace("xl/workbook.xml", part))
        archive.writestr(part, content)
    with pytest.raises(FileError) as caught:
        outline_of(opened(path))
    assert caught.value.reason == "not_workbook"


def test_each_kind_of_baggage_is_named_once(tmp_path: Path) -> None:
    path = added(
        a_book(tmp_path / "a.xlsx"),
        xl__externalLinks__externalLink1_0_xml=b"<a/>",
        xl__externalLinks__externalLink2_0_xml=b"<a/>",
        xl__vbaProject_0_bin=b"",
    )
    notes = dragged(opened(path))
    assert [note.code for note in notes] == ["foreign_macros", "foreign_links"]
    assert dragged(opened(a_book(tmp_path / "b.xlsx"))) == ()


@pytest.mark.parametrize(
    ("value", "yes"), [("1", True), ("true", True), ("0", False), (None, False)]
)
def test_truth_is_written_two_ways(value: str | None, yes: bool) -> None:
    assert is_true(value) is yes
