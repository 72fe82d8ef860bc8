"""Rows are walked and ticked by keys; what is selected stays when cells change."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop.gui.pages.activities.importing.preview_table import (
    PreviewTable,
    shared_out,
)
from desktop.gui.pages.activities.importing.rows_model import Heading
from desktop.gui.session import Session
from desktop.rules.entry_table.fates import Fate, Preview
from tests.gui.entry_office import register
from tests.gui.pages.activities.importing.previews import a_preview, a_row

WIDTHS = [(200, True), (90, False), (100, True), (90, False), (100, True)]


@pytest.fixture
def preview(session: Session) -> Preview:
    return a_preview(register(session, "training"))


@pytest.fixture
def table(preview: Preview, qtbot: QtBot) -> Iterator[PreviewTable]:
    parent = QWidget()
    qtbot.addWidget(parent)
    made = PreviewTable(parent)
    made.resize(900, 300)
    show(made, preview)
    parent.show()
    yield made
    parent.close()


def show(
    table: PreviewTable, preview: Preview, places: range | list[int] = range(10)
) -> None:
    headings = [Heading(one, one.heading) for one in preview.columns if one.field]
    table.show_preview(preview, headings, places, WIDTHS)


def number(table: PreviewTable) -> int:
    row = table.row()
    assert row is not None
    return row.number


def test_space_asks_to_take_the_selected_rows_out(
    table: PreviewTable, qtbot: QtBot
) -> None:
    table.go_to(1)
    QTest.keyClick(table, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    with qtbot.waitSignal(table.ticked):
        QTest.keyClick(table, Qt.Key.Key_Space)
    assert [row.number for row in table.selected()] == [6, 7]


def test_a_click_on_the_tick_asks_the_same_and_one_elsewhere_does_not(
    table: PreviewTable, qtbot: QtBot
) -> None:
    heard: list[int] = []
    table.ticked.connect(lambda: heard.append(number(table)))
    for column in (0, 2):
        at = table.visualRect(table.model_.index(3, column)).center()
        QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert heard == [8]


def test_one_stays_on_the_row_when_its_fate_changes(
    table: PreviewTable, preview: Preview
) -> None:
    table.go_to(4, 5)
    rows = tuple(
        a_row(row.number, Fate.LEFT_OUT) if row.number == 9 else row
        for row in preview.rows
    )
    show(table, replace(preview, rows=rows))
    assert (number(table), table.currentIndex().column()) == (9, 5)


def test_one_stays_on_the_row_when_others_are_filtered_out(
    table: PreviewTable, preview: Preview
) -> None:
    table.go_to(6)
    show(table, preview, [3, 6])
    assert number(table) == 11
    show(table, preview, [0, 1, 3])
    assert number(table) == 6, "the row that is where it was"
    show(table, preview)
    assert number(table) == 6


def test_without_rows_one_is_nowhere(table: PreviewTable, preview: Preview) -> None:
    show(table, replace(preview, rows=()), [])
    assert table.row() is None
    assert table.selected() == []


def test_stiff_columns_have_what_they_need_and_others_share_the_rest() -> None:
    assert shared_out([(100, False), (100, True), (300, True)], 900) == [100, 200, 600]
    assert shared_out([(100, False), (100, True)], 50) == [100, 76]


def test_widths_somebody_set_stay(table: PreviewTable, preview: Preview) -> None:
    header = table.horizontalHeader()
    header.resizeSection(4, 333)
    table.resize(1200, 300)
    show(table, preview, [1, 2])
    assert header.sectionSize(4) == 333
