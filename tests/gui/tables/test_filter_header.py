"""Filters stand under their headings and can be reached by keyboard."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QMenu, QTableView
from pytestqt.qtbot import QtBot

from desktop.gui.session import Session
from desktop.gui.tables.filter_header import FilterHeader
from desktop.gui.tables.reading_names import read_names
from desktop.gui.tables.register_table import RegisterModel
from tests.gui.entry_office import register


@pytest.fixture
def header(session: Session, qtbot: QtBot) -> Iterator[FilterHeader]:
    table = QTableView()
    qtbot.addWidget(table)
    model = RegisterModel(
        session.store, register(session, "broadcast"), read_names(session), None, table
    )
    header = FilterHeader(model.columns, table)
    table.setHorizontalHeader(header)
    table.setModel(model)
    table.resize(900, 300)
    table.show()
    yield header
    table.close()


def test_each_filter_stands_under_its_heading(
    header: FilterHeader, qtbot: QtBot
) -> None:
    header.resizeSection(0, 300)
    field, beside = header.field(0), header.field(1)
    assert field is not None
    assert beside is not None
    assert abs(field.width() - 300) <= 4
    assert abs(beside.x() - 300) <= 4
    assert field.y() > header.fontMetrics().height()


def test_every_filter_says_what_it_filters(header: FilterHeader, qtbot: QtBot) -> None:
    fields = [header.field(at) for at in range(header.count())]
    names = [one.accessibleName() for one in fields if one is not None]
    assert names[0] == "Lọc theo Tên chương trình"
    assert all(names)


def test_clearing_says_nothing(header: FilterHeader, qtbot: QtBot) -> None:
    field = header.field(0)
    assert field is not None
    field.setText("abc")
    with qtbot.assertNotEmitted(header.filtered, wait=300):
        header.clear()
    assert field.text() == ""


def test_the_last_column_cannot_be_hidden(header: FilterHeader, qtbot: QtBot) -> None:
    for at in range(1, header.count()):
        header.setSectionHidden(at, True)
    menu = QMenu(header)
    header.fill_menu(menu)
    assert not menu.actions()[0].isEnabled()
    assert menu.actions()[1].isEnabled()
