"""Rows of one sheet, in one pass and in any pieces."""

import pytest

from desktop.files.foreign import limits
from desktop.files.foreign.cells import Book
from desktop.files.foreign.sheet import Count, Row, SheetReader, TooMuchError
from tests.files.foreign.workbooks import cells, sheet

BOOK = Book(strings=["chữ"])


def rows(text: str, size: int = 1 << 16) -> tuple[list[Row], SheetReader, Count]:
    count = Count()
    reader = SheetReader(BOOK, count)
    data = text.encode()
    pieces = [data[at : at + size] for at in range(0, len(data), size)]
    return list(reader.rows(pieces)), reader, count


@pytest.mark.parametrize("size", [1, 7, 1 << 16])
def test_pieces_make_no_difference(size: int) -> None:
    text = sheet('<row r="2"><c r="C2" t="s"><v>0</v></c></row>' + cells("a", "", "b"))
    found, _, count = rows(text, size)
    told = [(row.number, {at: c.text for at, c in row.cells.items()}) for row in found]
    assert told == [(2, {3: "chữ"}), (3, {1: "a", 3: "b"})]
    assert (count.filled, count.empty, count.letters) == (3, 1, 5)


def test_rows_that_hold_nothing_are_left_out() -> None:
    found, _, _ = rows(sheet('<row/><row r="7" hidden="1"><c r="A7" s="3"/></row>'))
    assert found == []


def test_areas_and_hidden_columns_are_kept_for_later() -> None:
    text = sheet(
        cells("a"),
        before='<cols><col min="2" max="4" hidden="1"/><col min="5" max="5"/></cols>',
        after='<mergeCells><mergeCell ref="A1:B2"/><mergeCell ref="C1"/></mergeCells>',
    )
    _, reader, count = rows(text)
    assert reader.hidden_columns == [(2, 4)]
    assert reader.merged == [(1, 1, 2, 2), (1, 3, 1, 3)]
    assert count.merged == 5


@pytest.mark.parametrize(
    ("limit", "text"),
    [
        ("CELL_LIMIT", cells("a", "b")),
        ("EMPTY_LIMIT", "<row><c/><c/></row>"),
        ("COLUMN_LIMIT", cells("a", "b")),
        ("ROW_LIMIT", cells("a") + cells("b")),
        ("LETTER_LIMIT", cells("ab")),
    ],
)
def test_every_limit_holds(
    monkeypatch: pytest.MonkeyPatch, limit: str, text: str
) -> None:
    rows(sheet(text))
    monkeypatch.setattr(limits, limit, 1)
    with pytest.raises(TooMuchError) as caught:
        rows(sheet(text))
    assert caught.value.args == ("1",)


@pytest.mark.parametrize(
    "text",
    [
        '<row r="2"/><row r="1"/>',
        '<row r="0"/>',
        '<row r="x"/>',
        '<row r="1"><c r="B2"/></row>',
    ],
)
def test_rows_out_of_order_are_damage(text: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        rows(sheet(text))
