"""A package is packed in a fixed order, with fixed dates and plain relationships."""

import zipfile
from io import BytesIO
from pathlib import Path
from typing import Any

from desktop.files.signatures.opc.relationships import plain
from desktop.files.workbook.archive import Parts, pack
from desktop.files.workbook.sheet import Sheet
from tests.files.workbook_reader import a_book

RELS = (
    b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/'
    b'relationships"><Relationship Type="urn:t" Target="/xl/charts/chart1.xml" '
    b'Id="rId1" /><Relationship Type="urn:u" Target="/docProps/app.xml" Id="rId2" />'
    b"</Relationships>"
)


def a_package(folder: Path) -> zipfile.ZipFile:
    book = a_book(folder)
    Sheet(book, book.sheet_name("a"), (100.0,)).add()
    return zipfile.ZipFile(BytesIO(pack(book.workbook)))


def test_types_come_first_and_the_rest_in_order(tmp_path: Path) -> None:
    names = a_package(tmp_path).namelist()
    assert names[:2] == ["[Content_Types].xml", "_rels/.rels"]
    assert names[2:] == sorted(names[2:])
    assert len(names) == len(set(names)) == 9


def test_every_member_bears_the_same_date_and_is_deflated(tmp_path: Path) -> None:
    members = a_package(tmp_path).infolist()
    assert {m.date_time for m in members} == {(1980, 1, 1, 0, 0, 0)}
    assert {m.compress_type for m in members} == {zipfile.ZIP_DEFLATED}
    assert {m.create_system for m in members} == {0}


def test_relationships_are_written_as_excel_has_them(tmp_path: Path) -> None:
    package = a_package(tmp_path)
    found = [name for name in package.namelist() if name.endswith(".rels")]
    assert found == ["_rels/.rels", "xl/_rels/workbook.xml.rels"]
    for name in found:
        content = package.read(name)
        assert content == plain(name, content)
        assert b'Target="/' not in content


def test_parts_from_memory_and_from_files_are_both_packed(tmp_path: Path) -> None:
    file = tmp_path / "sheet.xml"
    file.write_bytes(b"x" * 3_000_000)
    parts: Any = Parts()
    parts.writestr("[Content_Types].xml", "kiểu")
    parts.writestr("_rels/.rels", RELS)
    parts.write(str(file), "xl/a.xml")
    with zipfile.ZipFile(BytesIO(parts.pack())) as archive:
        assert archive.read("[Content_Types].xml") == "kiểu".encode()
        assert archive.read("xl/a.xml") == b"x" * 3_000_000
        assert archive.testzip() is None
