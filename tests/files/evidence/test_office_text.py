"""Words of Office files are read within limits, from files that may mean harm."""

import pytest

from desktop.files.evidence import office_text
from desktop.files.evidence.office_text import (
    column_of,
    rows_of_document,
    rows_of_workbook,
    text_of_parts,
)
from tests.files.evidence.pictures import a_document, a_list, a_zip


def test_cells_stand_in_their_columns_whatever_lies_between() -> None:
    data = a_list([("a", None, "c"), (1, 2.5, None, "Số CCCD")])
    rows = list(rows_of_workbook(data))
    assert rows[0] == ["a", "", "c"]
    assert rows[1] == ["1", "2.5", "", "Số CCCD"]


def test_tables_and_paragraphs_of_a_document_are_rows() -> None:
    data = a_document([["TT", "Họ tên"], ["1", "Y Một"]], "Danh sách")
    assert list(rows_of_document(data)) == [["TT", "Họ tên"], ["1", "Y Một"], [""]] or (
        ["Danh sách"] in list(rows_of_document(data))
    )


def test_slides_and_open_documents_give_their_text() -> None:
    data = a_zip({"content.xml": "<t>số <b>001203004561</b></t>".encode()})
    assert "001203004561" in text_of_parts(data)


def test_a_sheet_is_read_no_further_than_the_limit(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(office_text, "ROW_LIMIT", 10)
    rows = list(rows_of_workbook(a_list([(at,) for at in range(100)])))
    assert len(rows) == 12  # one beyond the limit, and the end of the sheet


def test_a_part_that_declares_entities_is_not_parsed() -> None:
    bomb = b'<!DOCTYPE a [<!ENTITY b "bb">]><worksheet>&b;</worksheet>'
    data = a_zip({"xl/workbook.xml": b"<w/>", "xl/worksheets/sheet1.xml": bomb})
    with pytest.raises(ValueError, match="sheet1"):
        list(rows_of_workbook(data))


@pytest.mark.parametrize(
    ("address", "column"), [("A1", 0), ("Z9", 25), ("AA1", 26), ("", 5), ("12", 5)]
)
def test_an_address_names_its_column(address: str, column: int) -> None:
    assert column_of(address, 5) == column
