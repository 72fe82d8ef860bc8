"""Looks become styles of the workbook, each once."""

from pathlib import Path

import pytest

from desktop.files.workbook.styles import (
    HEADING,
    Look,
    column_styles,
    number_formats,
    one_look,
)
from desktop.records.report import Column, ColumnType, RowKind
from tests.files.workbook_reader import a_book


def a_column(kind: ColumnType, heading: str = "Tỷ lệ") -> Column:
    return Column(heading=("Kết quả", heading), type=kind)


def test_equal_looks_share_a_number_and_others_do_not(tmp_path: Path) -> None:
    styles = a_book(tmp_path).styles
    assert styles.number(Look(bold=True)) == styles.number(Look(bold=True))
    assert styles.number(Look(bold=True)) != styles.number(Look(italic=True))


def test_every_cell_is_set_in_times(tmp_path: Path) -> None:
    book = a_book(tmp_path)
    book.styles.number(HEADING)
    names = {font.name for font in book.workbook._fonts}
    assert names == {"Times New Roman"}


@pytest.mark.parametrize(
    ("kind", "heading", "formats"),
    [
        (ColumnType.PERCENT, "Tỷ lệ", ('#,##0"%"', '#,##0.0"%"')),
        (ColumnType.PERCENT, "Tỷ lệ (%)", ("#,##0", "#,##0.0")),
        (ColumnType.INTEGER, "Số cuộc", ("#,##0", "#,##0.0")),
        (ColumnType.MONEY, "Kinh phí", ("#,##0", "#,##0.0")),
        (ColumnType.ORDINAL, "TT", ("0", "#,##0.0")),
    ],
)
def test_numbers_are_shown_with_their_unit_once(
    kind: ColumnType, heading: str, formats: tuple[str, str]
) -> None:
    assert number_formats(a_column(kind, heading)) == formats


@pytest.mark.parametrize(
    ("kind", "number", "words"),
    [
        (ColumnType.TEXT, "left", "left"),
        (ColumnType.ORDINAL, "center", "center"),
        (ColumnType.DATE, "center", "center"),
        (ColumnType.INTEGER, "right", "center"),
        (ColumnType.MONEY, "right", "center"),
    ],
)
def test_figures_stand_right_and_words_among_them_in_the_middle(
    tmp_path: Path, kind: ColumnType, number: str, words: str
) -> None:
    book = a_book(tmp_path)
    styles = column_styles(book.styles, a_column(kind), RowKind.DATA)
    side = {
        place: book.workbook._alignments[array.alignmentId].horizontal
        for place, array in enumerate(book.workbook._cell_styles)
    }
    assert (side[styles.whole], side[styles.text]) == (number, words)


@pytest.mark.parametrize("kind", ColumnType)
def test_what_stands_at_a_side_keeps_off_its_line(
    tmp_path: Path, kind: ColumnType
) -> None:
    book = a_book(tmp_path)
    styles = column_styles(book.styles, a_column(kind), RowKind.DATA)
    for number in (styles.text, styles.whole, styles.broken, styles.date):
        array = book.workbook._cell_styles[number]
        alignment = book.workbook._alignments[array.alignmentId]
        assert alignment.indent == (0 if alignment.horizontal == "center" else 1)
        figure = number in (styles.whole, styles.broken)
        assert alignment.wrap_text is not figure


def test_only_guarded_text_carries_the_quote_prefix(tmp_path: Path) -> None:
    book = a_book(tmp_path)
    styles = one_look(book.styles, Look())
    arrays = book.workbook._cell_styles
    assert arrays[styles.guarded].quotePrefix == 1
    assert arrays[styles.text].quotePrefix == 0


def test_totals_and_groups_are_bold(tmp_path: Path) -> None:
    book = a_book(tmp_path)
    for kind in RowKind:
        number = column_styles(book.styles, a_column(ColumnType.TEXT), kind).text
        array = book.workbook._cell_styles[number]
        bold = book.workbook._fonts[array.fontId].bold
        assert bold == (kind is not RowKind.DATA)
