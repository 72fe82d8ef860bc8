"""Markers: a workbook without looks gets some; sheets are known by their names."""

import datetime as dt
from io import BytesIO
from pathlib import Path

import pytest
from openpyxl import load_workbook

from desktop.files.forms.marks.grades import FAULT
from desktop.files.forms.marks.marker import Marker
from tests.files.forms.marks.books import (
    SHEET,
    SUMMARY,
    a_returned_book,
    parts_of,
    with_parts,
)

NOW = dt.datetime(2024, 7, 1, 8, tzinfo=dt.UTC)


def test_a_workbook_that_tells_no_looks_is_given_some(tmp_path: Path) -> None:
    path = a_returned_book(tmp_path / "bieu.xlsx")
    parts = parts_of(path.read_bytes())
    rels = parts["xl/_rels/workbook.xml.rels"].replace(b"styles", b"nothing")
    kinds = parts["[Content_Types].xml"].replace(b"/xl/styles.xml", b"/xl/none.xml")
    changed = {
        "xl/styles.xml": None,
        "xl/_rels/workbook.xml.rels": rels,
        "[Content_Types].xml": kinds,
    }
    path.write_bytes(with_parts(path.read_bytes(), **changed))
    marker = Marker(path, "Phòng", NOW)
    marker.annotate(SUMMARY, [("C9", "Ít hơn số đã kê.", FAULT)])
    cell = load_workbook(BytesIO(marker.written()))[SUMMARY]["C9"]
    assert cell.fill.fgColor.rgb == "FFFFC7CE"


def test_a_sheet_of_another_name_is_not_there(tmp_path: Path) -> None:
    marker = Marker(a_returned_book(tmp_path / "bieu.xlsx"), "Phòng", NOW)
    with pytest.raises(KeyError):
        marker.annotate(f"{SHEET} (2)", [])
