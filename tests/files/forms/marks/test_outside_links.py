"""A workbook goes back without its links to others; what it showed it still shows."""

import datetime as dt
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from lxml import etree
from openpyxl import load_workbook
from openpyxl.packaging.relationship import Relationship
from openpyxl.workbook.defined_name import DefinedName
from openpyxl.workbook.external_link import ExternalLink
from openpyxl.workbook.external_link.external import ExternalBook, ExternalSheetNames

from desktop.files.forms.marking import Note, mark
from tests.files import ecma
from tests.files.forms.marks.books import (
    SHEET,
    a_returned_book,
    notes_in,
    parts_of,
    with_parts,
)

NOW = dt.datetime(2024, 7, 1, 8, tzinfo=dt.UTC)
NOTE = Note(sheet=SHEET, cell="D4", text="không phải là số")
ELSEWHERE = "file:///C:/xa/so-lieu.xlsx"
OUTSIDE = {"F2": "='[1]Tháng 6'!A1", "F3": "=SUM(D2,[1]Quy!$B$2)", "F4": "=[1]!ten+1"}
INSIDE = {"F5": "=SUM(D2:D3)", "F6": "=SUM(t[2024])", "F7": "=SUM(t[[#All],[2024]])"}
KINDS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
CHAIN = f'<calcChain xmlns="{MAIN}"><c r="F2" i="1"/></calcChain>'.encode()


@pytest.fixture(scope="module")
def sent(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a workbook with formulas that look into another, and computed values."""
    path = a_returned_book(tmp_path_factory.mktemp("linked") / "bieu.xlsx")
    book: Any = load_workbook(path)
    for address, formula in (OUTSIDE | INSIDE).items():
        book[SHEET][address] = formula
    for name, target in (("ngoai", "[1]Quy!$A$1"), ("trong", f"'{SHEET}'!$A$1")):
        book.defined_names[name] = DefinedName(name, attr_text=target)
    names = ExternalSheetNames(sheetName=["Tháng 6", "Quy"])
    link = ExternalLink(externalBook=ExternalBook(sheetNames=names, id="rId1"))
    link.file_link = Relationship(
        type="externalLinkPath", Target=ELSEWHERE, TargetMode="External", Id="rId1"
    )
    book._external_links.append(link)
    book.save(path)
    path.write_bytes(computed(path.read_bytes()))
    return path


def computed(data: bytes) -> bytes:
    """Put in what a spreadsheet program computed, and in which order it does."""
    parts = parts_of(data)
    sheet = etree.fromstring(parts["xl/worksheets/sheet1.xml"])
    for number, cell in enumerate(formula_cells(sheet)):
        cell.find("{*}v").text = str(number)
    relations = parts["xl/_rels/workbook.xml.rels"].replace(
        b"</Relationships>",
        f'<Relationship Id="rId99" Type="{KINDS}/calcChain" Target="calcChain.xml"/>'
        "</Relationships>".encode(),
    )
    types = parts["[Content_Types].xml"].replace(
        b"</Types>",
        b'<Override PartName="/xl/calcChain.xml" ContentType="application/vnd.openxml'
        b'formats-officedocument.spreadsheetml.calcChain+xml"/></Types>',
    )
    return with_parts(
        data,
        **{
            "xl/worksheets/sheet1.xml": etree.tostring(sheet),
            "xl/_rels/workbook.xml.rels": relations,
            "[Content_Types].xml": types,
            "xl/calcChain.xml": CHAIN,
        },
    )


def formula_cells(sheet: Any) -> Iterator[Any]:
    return (one.getparent() for one in sheet.iter("{*}f"))


def marked(path: Path) -> bytes:
    return mark(path, (NOTE,), author="Phòng", moment=NOW)


def test_no_link_is_left_and_nothing_names_the_other_file(sent: Path) -> None:
    before, after = parts_of(sent.read_bytes()), parts_of(marked(sent))
    gone = set(before) - set(after)
    assert gone == {
        "xl/externalLinks/externalLink1.xml",
        "xl/externalLinks/_rels/externalLink1.xml.rels",
        "xl/calcChain.xml",
    }
    for name, data in after.items():
        assert b"so-lieu.xlsx" not in data, name
        assert b"externalLink" not in data, name
        assert b"calcChain" not in data, name


def test_cells_that_looked_there_keep_their_values_and_the_others_their_formulas(
    sent: Path,
) -> None:
    data = marked(sent)
    formulas: Any = load_workbook(BytesIO(data))
    values: Any = load_workbook(BytesIO(data), data_only=True)
    for number, address in enumerate(OUTSIDE):
        assert formulas[SHEET][address].value == number
    for number, (address, formula) in enumerate(INSIDE.items(), len(OUTSIDE)):
        assert formulas[SHEET][address].value == formula
        assert values[SHEET][address].value == number
    assert set(formulas.defined_names) == {"trong"}
    assert notes_in(data)[f"{SHEET}!D4"] == NOTE.text


def test_cells_that_share_a_formula_which_leads_out_all_keep_their_values(
    sent: Path, tmp_path: Path
) -> None:
    data = sent.read_bytes()
    sheet = etree.fromstring(parts_of(data)["xl/worksheets/sheet1.xml"])
    first, second = list(sheet.iter("{*}f"))[:2]
    for one in (first, second):
        one.set("t", "shared")
        one.set("si", "0")
    first.set("ref", "F2:F3")
    second.text = None
    path = tmp_path / "chung.xlsx"
    changed = {"xl/worksheets/sheet1.xml": etree.tostring(sheet)}
    path.write_bytes(with_parts(data, **changed))
    book: Any = load_workbook(BytesIO(marked(path)))
    assert [book[SHEET][one].value for one in ("F2", "F3")] == [0, 1]


def test_what_comes_out_is_as_sound_by_the_schemas_as_what_came(sent: Path) -> None:
    known = set(ecma.faults(sent.read_bytes()))
    assert set(ecma.faults(marked(sent))) <= known


def test_a_workbook_without_links_keeps_its_order_of_computing(tmp_path: Path) -> None:
    path = a_returned_book(tmp_path / "bieu.xlsx")
    path.write_bytes(computed(path.read_bytes()))
    assert parts_of(marked(path))["xl/calcChain.xml"] == CHAIN
