"""A refused cell has a red edge, a changed one its own ground."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop.gui import theme
from desktop.gui.pages.activities.importing.preview_table import PreviewTable
from desktop.gui.pages.activities.importing.rows_model import Heading
from desktop.gui.session import Session
from tests.gui.entry_office import register
from tests.gui.pages.activities.importing.previews import a_preview


@pytest.fixture
def table(session: Session, qtbot: QtBot) -> Iterator[PreviewTable]:
    parent = QWidget()
    qtbot.addWidget(parent)
    parent.resize(1000, 500)
    table = PreviewTable(parent)
    table.resize(1000, 500)
    preview = a_preview(register(session, "training"))
    headings = [Heading(one, one.heading) for one in preview.columns if one.field]
    table.show_preview(preview, headings, range(10), [(100, True)] * 5)
    parent.show()
    qtbot.waitExposed(parent)
    table.go_to(9)
    yield table
    parent.close()


def painted(table: PreviewTable) -> QImage:
    return table.viewport().grab().toImage()


def corner(table: PreviewTable, row: int, column: int) -> QPoint:
    return table.visualRect(table.model_.index(row, column)).topLeft()


def colour(image: QImage, at: QPoint) -> QColor:
    return QColor(image.pixelColor(at))


def test_a_refused_cell_has_a_red_edge_around_soft_red(table: PreviewTable) -> None:
    image = painted(table)
    at = corner(table, 3, 3)
    assert colour(image, at) == theme.colour("bad")
    assert colour(image, at + QPoint(4, 4)) == theme.colour("bad_soft")
    beside = corner(table, 4, 3)
    assert colour(image, beside + QPoint(4, 4)) == theme.colour("surface")


def test_a_changed_cell_stands_out_from_those_that_stay(table: PreviewTable) -> None:
    image = painted(table)
    assert colour(image, corner(table, 2, 5) + QPoint(2, 2)) == theme.colour(
        "accent_soft"
    )
    ground = theme.colour("accent")
    assert colour(image, corner(table, 9, 5) + QPoint(2, 2)) == ground, "selected"


def test_where_one_is_has_a_frame(table: PreviewTable, qtbot: QtBot) -> None:
    before = painted(table)
    table.setFocus()
    table.activateWindow()
    qtbot.waitUntil(table.hasFocus)
    table.go_to(0, 4)
    after = painted(table)
    at = corner(table, 0, 4) + QPoint(3, 0)
    assert colour(before, at) != colour(after, at)
    assert colour(after, at) == theme.colour("text")
