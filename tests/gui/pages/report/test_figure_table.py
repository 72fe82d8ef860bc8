"""A table of a report is read in the page, and each figure of it can be asked about."""

from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop.gui.pages.report.figure_table import FigureTable, shown
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
