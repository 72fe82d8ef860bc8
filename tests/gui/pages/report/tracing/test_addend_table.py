"""The list of addends shows what there is, and ten thousand as fast as ten."""

import time
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop.gui.pages.report.tracing.addend_table import COLUMNS, AddendTable
from desktop.gui.pages.report.tracing.lines import Line


@pytest.fixture
def table(qtbot: QtBot) -> Iterator[AddendTable]:
    parent = QWidget()
    qtbot.addWidget(parent)
    made = AddendTable(parent)
    made.resize(900, 400)
    parent.show()
    yield made
    parent.close()


def a_line(number: int, **changes: Any) -> Line:
    return Line(amount=Decimal(number), what=f"Lớp {number}", **changes)


def headings(table: AddendTable) -> list[str]:
    return [
        COLUMNS[column][0]
        for column in range(len(COLUMNS))
        if not table.isColumnHidden(column)
    ]


def test_columns_in_which_nothing_stands_are_hidden(table: AddendTable) -> None:
    table.show_lines((a_line(1), a_line(2)))
    assert headings(table) == ["Số", "Mục được tính"]
    table.show_lines((a_line(1, day="05/06/2024", agency="Xã A"), a_line(2, code="A1")))
    assert headings(table) == ["Số", "Mục được tính", "Ngày", "Đơn vị", "Mã"]


def test_where_there_is_little_room_the_name_keeps_it(table: AddendTable) -> None:
    table.show_lines((a_line(1, day="05/06/2024", agency="Xã A"),))
    table.resize(420, 400)
    assert headings(table) == ["Số", "Mục được tính", "Ngày"]
    tip = table.model_.data(table.model_.index(0, 1), Qt.ItemDataRole.ToolTipRole)
    assert tip == "Lớp 1\n05/06/2024\nXã A"


def test_the_row_one_was_on_is_chosen_again(table: AddendTable) -> None:
    lines = tuple(map(a_line, range(5)))
    table.show_lines(lines, 3)
    assert table.current == lines[3]
    table.show_lines(lines[:2], 3)
    assert table.current == lines[1]
    table.show_lines(())
    assert table.current is None


def test_each_cell_says_its_heading_and_its_text(table: AddendTable) -> None:
    table.show_lines((a_line(7),))
    index = table.model_.index(0, 0)
    assert table.model_.data(index, Qt.ItemDataRole.AccessibleTextRole) == "Số: 7"
    index = table.model_.index(0, 2)
    said = table.model_.data(index, Qt.ItemDataRole.AccessibleTextRole)
    assert said == "Ngày: trống"
    assert table.model_.data(index, Qt.ItemDataRole.FontRole) is None


def test_what_is_taken_off_stands_out(table: AddendTable) -> None:
    table.show_lines((a_line(-1), a_line(1)))
    looks = [
        table.model_.data(table.model_.index(row, 0), Qt.ItemDataRole.ForegroundRole)
        for row in (0, 1)
    ]
    assert looks[0] is not None
    assert looks[1] is None


def test_ten_thousand_rows_are_shown_at_once(table: AddendTable) -> None:
    lines = tuple(map(a_line, range(10_000)))
    began = time.process_time()
    table.show_lines(lines)
    assert time.process_time() - began < 0.5
    assert table.model_.rowCount() == 10_000
