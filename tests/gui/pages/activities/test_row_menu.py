"""The menu of the rows: what it offers, where it opens, and what it is about."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction, QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from desktop.gui.pages.activities.activities import ActivitiesPage
from desktop.gui.session import Session
from desktop.gui.sheet.register_view import RegisterView
from desktop.records.activity import Activity
from desktop.store import records
from tests import builders
from tests.gui.entry_office import keep
from tests.gui.walking import nameless

MOUSE, KEYBOARD = QContextMenuEvent.Reason.Mouse, QContextMenuEvent.Reason.Keyboard


@pytest.fixture
def page(session: Session, qtbot: QtBot) -> Iterator[ActivitiesPage]:
    keep(session, *(builders.an_activity(id=f"a{n}", title=f"Lớp {n}") for n in "123"))
    made = ActivitiesPage(session)
    qtbot.addWidget(made)
    made.resize(1150, 660)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    yield made
    menu = the_menu(made)
    if menu is not None:
        menu.close()


def the_view(page: ActivitiesPage) -> RegisterView:
    assert page.view is not None
    return page.view


def the_menu(page: ActivitiesPage) -> QMenu | None:
    popup = QApplication.activePopupWidget()
    return popup if isinstance(popup, QMenu) else None


def ask(page: ActivitiesPage, reason: QContextMenuEvent.Reason, row: int) -> QMenu:
    """Ask for the menu at a cell."""
    rows = the_view(page).rows
    cell = rows.visualRect(page.model.index(row, 0)).center()
    at = rows.viewport() if reason is MOUSE else rows
    event = QContextMenuEvent(reason, cell, rows.viewport().mapToGlobal(cell))
    QApplication.sendEvent(at, event)
    menu = the_menu(page)
    assert menu is not None
    return menu


def action(menu: QMenu, words: str) -> QAction:
    return next(one for one in menu.actions() if one.text() == words)


def test_it_offers_what_concerns_the_rows_and_everything_of_the_other_menu(
    page: ActivitiesPage,
) -> None:
    the_view(page).rows.go(1, 0)
    menu = ask(page, MOUSE, 1)
    words = [one.text() for one in menu.actions() if one.text()]
    assert words[:4] == ["Sửa", "Xóa", "Chép", "Dán"]
    assert words[4:] == [
        one.text() for one in page.actions_bar.more.actions() if one.text()
    ]
    assert "Nhân đôi" in words
    assert "Lịch sử…" in words
    assert nameless(menu) == []


def test_the_menu_key_opens_it_under_the_current_cell(page: ActivitiesPage) -> None:
    rows = the_view(page).rows
    rows.go(2, 0)
    menu = ask(page, KEYBOARD, 0)
    corner = rows.viewport().mapToGlobal(
        rows.visualRect(rows.currentIndex()).bottomLeft()
    )
    assert (menu.pos() - corner).manhattanLength() < rows.rowHeight(0)


def test_what_is_taken_there_is_done_to_the_rows_chosen(
    page: ActivitiesPage, session: Session
) -> None:
    view = the_view(page)
    view.select_row(1)
    doomed = str(getattr(view.record(), "id", ""))
    action(ask(page, MOUSE, 1), "Xóa").trigger()
    left = {str(one.id) for one in records.find(session.store.reader, Activity)}
    assert left == {"a1", "a2", "a3"} - {doomed}


def test_the_number_of_a_row_chooses_it_unless_it_is_among_those_chosen(
    page: ActivitiesPage,
) -> None:
    view = the_view(page)
    view.select_row(0)
    numbers = view.rows.verticalHeader()
    for row, chosen in ((2, [2]), (2, [2]), (0, [0])):
        place = QPoint(5, numbers.sectionViewportPosition(row) + 5)
        where = numbers.viewport().mapToGlobal(place)
        event = QContextMenuEvent(MOUSE, place, where)
        QApplication.sendEvent(numbers.viewport(), event)
        menu = the_menu(page)
        assert menu is not None
        menu.close()
        assert view.selected() == chosen


def test_another_register_has_it_too(page: ActivitiesPage, session: Session) -> None:
    keep(session, builders.a_product(title="Tờ gấp"))
    page.registers.choose("product")
    the_view(page).rows.go(0, 0)
    menu = ask(page, KEYBOARD, 0)
    assert action(menu, "Sửa").isEnabled()
    QTest.keyClick(menu, Qt.Key.Key_Escape)
    assert the_menu(page) is None
