"""A table of a report is read in the page, and each figure of it can be asked about."""

from dataclasses import replace
from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop.gui import theme
from desktop.gui.pages.report.figure_table import FigureTable, shown, words_of
from desktop.records.report import (
    Column,
    ColumnType,
    FigureKey,
    Row,
    RowKind,
    Table,
    Value,
)

TABLE = Table(
    code="table_a",
    title="Kết quả phổ biến",
    sheet="Biểu A",
    columns=(
        Column(heading=("Cơ quan",), weight=20),
        Column(heading=("Phổ biến", "Số cuộc"), type=ColumnType.INTEGER, key="events"),
        Column(heading=("Phổ biến", "Lượt"), type=ColumnType.INTEGER, key="people"),
    ),
    rows=(
        Row(values=("Các xã", None, None), kind=RowKind.GROUP),
        Row(values=("Xã A", 3, 1250), key="a"),
        Row(values=("Cộng", 3, 1250), kind=RowKind.TOTAL, key="total"),
    ),
)


def table(qtbot: QtBot) -> FigureTable:
    made = FigureTable()
    qtbot.addWidget(made)
    made.resize(600, 300)
    made.show()
    made.show_table(TABLE)
    return made


@pytest.mark.parametrize(
    ("value", "kind", "text"),
    [
        (1250, ColumnType.INTEGER, "1.250"),
        (Decimal("93.75"), ColumnType.PERCENT, "93,8"),
        (2024, ColumnType.TEXT, "2024"),
        (True, ColumnType.TEXT, "x"),
        (None, ColumnType.INTEGER, ""),
        ("Xã A", ColumnType.TEXT, "Xã A"),
    ],
)
def test_values_are_written_as_the_report_prints_them(
    value: Value, kind: ColumnType, text: str
) -> None:
    assert shown(value, kind) == text


def test_a_click_and_enter_ask_about_a_figure(qtbot: QtBot) -> None:
    made = table(qtbot)
    made.setCurrentIndex(made.figures.index(1, 2))
    with qtbot.waitSignal(made.asked) as asked:
        QTest.keyClick(made, Qt.Key.Key_Return)
    assert asked.args == [FigureKey(table="table_a", row="a", column="people")]


def test_words_and_headings_of_groups_are_no_figures(qtbot: QtBot) -> None:
    made = table(qtbot)
    for row, column in ((0, 0), (0, 1), (1, 0)):
        assert made.figures.key_at(made.figures.index(row, column)) is None
    made.setCurrentIndex(made.figures.index(1, 0))
    with qtbot.assertNotEmitted(made.asked):
        QTest.keyClick(made, Qt.Key.Key_Return)


def test_the_cursor_goes_to_a_figure_and_to_a_row(qtbot: QtBot) -> None:
    made = table(qtbot)
    assert made.go_to(FigureKey(table="table_a", row="total", column="events"))
    assert (made.currentIndex().row(), made.currentIndex().column()) == (2, 1)
    assert made.go_to(FigureKey(table="table_a", row="a", column=""))
    assert made.currentIndex().row() == 1
    assert not made.go_to(FigureKey(table="table_a", row="không có", column=""))


def test_the_heading_of_a_group_runs_over_the_row(qtbot: QtBot) -> None:
    made = table(qtbot)
    assert made.columnSpan(0, 0) == 3
    assert made.columnSpan(1, 0) == 1


def test_the_same_table_read_again_keeps_the_cursor(qtbot: QtBot) -> None:
    made = table(qtbot)
    made.setCurrentIndex(made.figures.index(2, 1))
    made.show_table(TABLE)
    assert (made.currentIndex().row(), made.currentIndex().column()) == (2, 1)


def test_a_screen_reader_hears_the_heading_with_the_figure(qtbot: QtBot) -> None:
    made = table(qtbot)
    said = made.figures.index(1, 2).data(Qt.ItemDataRole.AccessibleTextRole)
    assert said == "Phổ biến – Lượt: 1.250"
    assert made.accessibleName() == "Kết quả phổ biến"


def test_no_number_is_cut(qtbot: QtBot) -> None:
    made = table(qtbot)
    made.resize(120, 200)
    metrics = made.fontMetrics()
    assert made.columnWidth(2) > metrics.horizontalAdvance("1.250")


def test_a_figure_told_in_words_can_be_asked_about(qtbot: QtBot) -> None:
    made = table(qtbot)
    columns = (Column(heading=("Kết quả",), key="result"),)
    rows = (Row(key="2.1", values=("12 cuộc",)), Row(key="2.2", values=("",)))
    made.show_table(
        Table(code="tasks", title="", sheet="E", columns=columns, rows=rows)
    )
    asked = made.figures.key_at(made.figures.index(0, 0))
    assert asked == FigureKey(table="tasks", row="2.1", column="result")
    assert made.figures.key_at(made.figures.index(1, 0)) is None


def test_the_cursor_begins_on_a_figure_that_can_be_asked_about(qtbot: QtBot) -> None:
    view = table(qtbot)
    assert view.current_key == FigureKey(table="table_a", row="a", column="events")


def test_no_word_and_no_number_is_wider_than_its_column(qtbot: QtBot) -> None:
    view = table(qtbot)
    view.resize(120, 300)
    bold = view.font()
    bold.setBold(True)
    wide = QFontMetrics(bold).horizontalAdvance
    for number, column in enumerate(TABLE.columns):
        texts = [shown(row.values[number], column.type) for row in TABLE.rows[1:]]
        room = view.columnWidth(number) - 2 * (theme.INSIDE + 1)
        assert all(wide(word) <= room for word in words_of(texts))
    assert view.least_width > view.viewport().width()


def test_a_blank_column_leaves_its_room_to_the_others(qtbot: QtBot) -> None:
    blank = Column(heading=("Ghi chú",), weight=80)
    rows = tuple(replace(row, values=(*row.values, None)) for row in TABLE.rows)
    view = table(qtbot)
    view.show_table(replace(TABLE, columns=(*TABLE.columns, blank), rows=rows))
    assert view.columnWidth(3) < view.columnWidth(0)


def test_words_over_several_columns_need_no_more_lines_than_they_fill(
    qtbot: QtBot,
) -> None:
    words = "Kết quả tại các địa bàn của toàn huyện"
    rows = (replace(TABLE.rows[0], values=(words, None, None)), *TABLE.rows[1:])
    view = table(qtbot)
    view.show_table(replace(TABLE, rows=rows))
    assert view.columnSpan(0, 0) == 3
    assert view.rowHeight(0) == view.rowHeight(1), "one line is enough for both"


def test_a_tall_row_begins_at_the_top_in_every_column(qtbot: QtBot) -> None:
    rows = (Row(values=("Rất dài " * 20, 3, 1250), key="a"),)
    view = table(qtbot)
    view.show_table(replace(TABLE, rows=rows))
    role = Qt.ItemDataRole.TextAlignmentRole
    flags = [view.figures.index(0, column).data(role) for column in range(3)]
    assert all(Qt.AlignmentFlag.AlignTop in Qt.AlignmentFlag(one) for one in flags)
