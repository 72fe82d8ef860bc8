"""A sheet is called what people see, where its part is spoken of."""

from dataclasses import replace
from pathlib import Path

import pytest

from desktop.files.signatures.opc import package
from desktop.files.signatures.opc.checking import verify_workbook
from desktop.files.signatures.opc.sheet_names import (
    MOST,
    SIZE_LIMIT,
    WORKBOOK,
    sheet_names,
)
from desktop.files.signatures.opc.signing import sign_workbook
from desktop.records.signing import SignerRole
from desktop.records.verification import SheetName
from tests.files.pki import NOW, pki
from tests.files.signatures.opc import workbooks

MAIN = (
    b'<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
    b"<sheets>%b</sheets></workbook>"
)


def names_with(workbook: bytes) -> tuple[SheetName, ...]:
    """Return the names where the list of sheets is another."""
    opened = package.read(workbooks.many(2))
    return sheet_names(replace(opened, parts={**opened.parts, WORKBOOK: workbook}))


def test_every_sheet_has_the_name_of_the_list_and_the_part_it_leads_to() -> None:
    found = sheet_names(package.read(workbooks.many(12)))
    assert len(found) == 12
    assert found[0] == SheetName(part="xl/worksheets/sheet1.xml", name="Sheet")
    assert found[11] == SheetName(part="xl/worksheets/sheet12.xml", name="Phụ lục 10")


@pytest.mark.parametrize(
    "bad",
    [
        b"",
        b"<workbook",
        b"<!DOCTYPE a><workbook/>",
        b"<workbook/>",
        MAIN % b'<sheet name="x"/><sheet/>',
        b" " * (SIZE_LIMIT + 1),
    ],
)
def test_a_list_that_cannot_be_read_names_nothing(bad: bytes) -> None:
    assert names_with(bad) == ()


def test_no_more_sheets_are_named_than_anybody_opens() -> None:
    own = package.read(workbooks.many(2)).parts[WORKBOOK]
    one = own[own.index(b"<sheet ") : own.index(b"/>", own.index(b"<sheet ")) + 2]
    assert len(names_with(own.replace(one, one * (MOST + 5)))) == MOST


def test_names_are_told_only_where_something_is_wrong(tmp_path: Path) -> None:
    key = pki().person.key(tmp_path)
    signed = sign_workbook(workbooks.many(2), key, role=SignerRole.PERSON, at=NOW)
    assert verify_workbook(signed, pki().trust, "a.xlsx", now=NOW).sheets == ()
    sheet = "xl/worksheets/sheet2.xml"
    changed = workbooks.changed(signed, {sheet: b"<worksheet/>"})
    found = verify_workbook(changed, pki().trust, "a.xlsx", now=NOW)
    assert [one.facts for one in found.findings] == [(sheet,)]
    assert SheetName(part=sheet, name="Phụ lục 0") in found.sheets
    unsigned = verify_workbook(workbooks.many(2), pki().trust, "a.xlsx", now=NOW)
    assert unsigned.sheets == ()
