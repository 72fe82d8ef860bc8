"""The frame: every place by keyboard, undo by name, names for whoever cannot see."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QAction, QDragEnterEvent, QDropEvent, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QLabel,
    QLineEdit,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from desktop.gui import places, theme
from desktop.gui.global_search import HELP, Goal
from desktop.gui.jobs import Job, Jobs
from desktop.gui.places import PageSpec
from desktop.gui.session import Session
from desktop.gui.settings import Settings
from desktop.gui.window import Window
from desktop.operations.entries.record_entry import record
from desktop.operations.offices.set_preferences import set_preferences
from desktop.operations.outcome import Outcome
from desktop.records.agency import UnitPlan
from desktop.records.identity import RecordId
from desktop.store.records import count
from desktop.store.search import Hit
from tests.gui.walking import nameless, twice_underlined

HERE = "tests.gui.test_window"
PAGES = (
    PageSpec("overview", "Tổng quan", "Ctrl+1", f"{HERE}:FirstPage"),
    PageSpec("plan", "Kế hoạch", "Ctrl+2", f"{HERE}:SecondPage"),
    PageSpec("activities", "Hoạt động", "Ctrl+3", f"{HERE}:ThirdPage"),
)


class FirstPage(QWidget):
    """A page with a line to write in."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.session = session
        self.line = QLineEdit()
        self.line.setAccessibleName("Ghi chú")
        column = QVBoxLayout(self)
        column.addWidget(QLabel(type(self).__name__))
        column.addWidget(self.line)


class SecondPage(FirstPage):
    """A page with an action of its own, that can be asked to show a thing."""

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self.opened: list[object] = []
        self.addAction(QAction("Việc của trang", self))

    def open(self, what: object) -> None:
        self.opened.append(what)


class ThirdPage(FirstPage):
    """A page nobody goes to."""


@pytest.fixture
def window(
    qtbot: QtBot, settings: Settings, jobs: Jobs, session: Session
) -> Iterator[Window]:
    made = Window(settings, jobs)
    qtbot.addWidget(made)
    with qtbot.waitSignal(made.painted):
        made.show()
    made.open_session(session, PAGES)
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    yield made
    made.close_session()


def a_plan(session: Session, number: int) -> UnitPlan:
    return UnitPlan(
        id=RecordId(f"p{number}"),
        agency=session.preferences.agency,
        issued_on=session.period.first_day,
        year=2024,
        number=f"{number}/KH",
    )


def do(session: Session, work: Callable[[], Outcome[Any]]) -> None:
    session.jobs.start(Job(lambda _progress: work()))


def press(window: Window, key: str) -> None:
    QTest.keySequence(QApplication.focusWidget() or window, QKeySequence(key))


def shown(window: Window) -> str:
    return type(window.stack.currentWidget()).__name__


def test_it_opens_on_the_first_place_with_the_name_of_the_office(
    window: Window, session: Session
) -> None:
    office = session.agencies[session.preferences.agency]
    assert (shown(window), window.top.office.text()) == ("FirstPage", office.name)
    assert window.windowTitle() == "so – Sổ Truyền Thông"


@pytest.mark.parametrize(
    ("key", "page"),
    [("Ctrl+2", "SecondPage"), ("Ctrl+3", "ThirdPage"), ("Ctrl+1", "FirstPage")],
)
def test_every_place_has_its_key(window: Window, key: str, page: str) -> None:
    press(window, key)
    assert shown(window) == page
    assert window.rail.current == PAGES[int(key[-1]) - 1].code


def test_a_page_is_built_when_it_is_first_shown_and_kept(window: Window) -> None:
    assert window.page("plan") is None
    window.go_to("plan")
    built = window.page("plan")
    window.go_to("overview")
    window.go_to("plan")
    assert window.page("plan") is built is window.stack.currentWidget()


def test_arrows_move_along_the_rail(window: Window) -> None:
    window.rail.button("overview").setFocus()
    QTest.keyClick(window.rail.button("overview"), Qt.Key.Key_Down)
    assert (window.rail.current, shown(window)) == ("plan", "SecondPage")
    assert window.rail.button("plan").hasFocus()


def test_undo_bears_the_name_of_the_deed_and_takes_it_back(
    window: Window, session: Session
) -> None:
    do(session, lambda: record(session.store, a_plan(session, 7)))
    assert window.menus.undo.text().startswith("&Hoàn tác: Ghi vào sổ")
    press(window, "Ctrl+Z")
    assert count(session.store.reader, UnitPlan) == 0
    assert window.message.text.startswith("Đã hoàn tác: ")
    assert not window.menus.undo.isEnabled()
    press(window, "Ctrl+Y")
    assert count(session.store.reader, UnitPlan) == 1
    assert window.message.text.startswith("Đã làm lại: ")


def test_undo_in_a_text_field_is_the_field_s_own(
    window: Window, session: Session
) -> None:
    do(session, lambda: record(session.store, a_plan(session, 1)))
    page = window.page("overview")
    assert isinstance(page, FirstPage)
    page.line.setFocus()
    QTest.keyClicks(page.line, "abc")
    press(window, "Ctrl+Z")
    assert (page.line.text(), count(session.store.reader, UnitPlan)) == ("", 1)
    press(window, "Ctrl+Y")
    assert page.line.text() == "abc"


def test_the_page_s_own_actions_are_in_a_menu(window: Window) -> None:
    assert not window.menus.page.menuAction().isVisible()
    window.go_to("plan")
    assert window.menus.page.menuAction().isVisible()
    assert [each.text() for each in window.menus.page.actions()] == ["Việc của trang"]


def test_a_search_hit_opens_in_its_place(window: Window) -> None:
    hit = Hit("tasks", "t1")
    window.top.found.emit(Goal("plan", hit))
    page = window.page("plan")
    assert isinstance(page, SecondPage)
    assert page.opened == [hit]


def test_a_page_of_help_that_was_found_is_asked_for(
    window: Window, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(window.help_page_wanted) as wanted:
        window.top.found.emit(Goal(HELP, "plans"))
    assert wanted.args == ["plans"]


def test_the_search_is_reached_by_key(window: Window) -> None:
    press(window, "Ctrl+K")
    assert window.top.search.hasFocus()


def test_choosing_a_period_tells_every_page(
    window: Window, session: Session, qtbot: QtBot
) -> None:
    assert window.top.period is not None
    with qtbot.waitSignal(session.period_changed) as told:
        window.top.period.changed.emit(replaced(session))
    assert told.args == [session.period]


def replaced(session: Session) -> object:
    from desktop.rules.calendar import parse_period

    return parse_period(f"{session.period.first_day.year + 1}-H1")


def test_the_practice_bar_shows_for_sample_data_only(
    window: Window, session: Session
) -> None:
    from dataclasses import replace

    assert window.practice.isHidden()
    sample = replace(session.preferences, practice=True)
    do(session, lambda: set_preferences(session.store, sample))
    assert window.practice.isVisible()
    assert "DỮ LIỆU MẪU" in window.practice.text()


def test_a_deed_is_said_to_be_kept(window: Window, session: Session) -> None:
    do(session, lambda: record(session.store, a_plan(session, 2)))
    assert window.status.saved.text().startswith("Đã lưu ")


def test_every_focusable_widget_has_a_name(window: Window) -> None:
    window.draw_icons()
    assert not nameless(window)


def test_closing_may_be_forbidden(window: Window) -> None:
    window.closing.connect(lambda: setattr(window, "may_close", False))
    window.close()
    assert window.isVisible()


def test_geometry_is_kept_for_the_next_start(
    window: Window, settings: Settings, jobs: Jobs, qtbot: QtBot
) -> None:
    window.resize(window.width(), 600)
    window.close()
    again = Window(settings, jobs)
    qtbot.addWidget(again)
    assert again.height() == 600


@pytest.mark.parametrize("size", [90, 100, 150])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_frame_fits_a_small_screen_at_every_text_size(
    window: Window, qapp: QApplication, size: int, scheme: str
) -> None:
    try:
        theme.apply(qapp, scheme, size)  # type: ignore[arg-type]
        hint = window.minimumSizeHint()
        assert (hint.width() <= 1366, hint.height() <= 700) == (True, True), hint
        assert theme.is_dark() is (scheme == "dark")
    finally:
        theme.apply(qapp, "light", 100)


def test_what_waits_in_a_place_is_a_number_on_the_rail(
    window: Window, session: Session
) -> None:
    session.waiting.emit("overview", 3, "%d việc")
    badge = window.rail.button("overview").badge
    assert (badge.text(), badge.toolTip()) == ("3", "3 việc")
    session.waiting.emit("overview", 0, "%d việc")
    assert badge.text() == ""


def test_no_key_is_underlined_twice_in_any_place(
    session: Session, settings: Settings, qtbot: QtBot
) -> None:
    window = Window(settings, session.jobs)
    qtbot.addWidget(window)
    window.open_session(session)
    window.show()
    for place in places.PLACES:
        window.go_to(place.code)
        page = window.page(place.code)
        assert page is not None
        assert not twice_underlined(window), place.code
        for sheets in page.findChildren(QTabWidget):
            for number in range(sheets.count()):
                sheets.setCurrentIndex(number)
                assert not twice_underlined(window), sheets.tabText(number)


def test_with_the_largest_letters_every_place_fits_a_screen_of_1366(
    qapp: QApplication, session: Session, settings: Settings, qtbot: QtBot
) -> None:
    theme.apply(qapp, "light", 150)
    try:
        window = Window(settings, session.jobs)
        qtbot.addWidget(window)
        window.open_session(session)
        window.show()
        for place in places.PLACES:
            window.go_to(place.code)
            QApplication.processEvents()
            assert window.minimumSizeHint().width() <= 1366, place.code
    finally:
        theme.apply(qapp, "light", 100)


def dragged(path: Path) -> QMimeData:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    return data


def entering(data: QMimeData) -> QDragEnterEvent:
    return QDragEnterEvent(
        QPoint(5, 5),
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )


def dropping(data: QMimeData) -> QDropEvent:
    return QDropEvent(
        QPointF(5, 5),
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )


def test_a_signed_file_dropped_anywhere_is_handed_on_to_be_checked(
    window: Window, session: Session, tmp_path: Path, qtbot: QtBot
) -> None:
    window.open_session(session, PAGES)
    file = tmp_path / "báo cáo.pdf"
    file.touch()
    data = dragged(file)
    # What the system sends goes to what lies below the pointer, and up from there.
    event = entering(data)
    event.ignore()
    QApplication.sendEvent(window.rail, event)
    assert event.isAccepted()
    with qtbot.waitSignal(window.file_dropped) as dropped:
        window.dropEvent(dropping(data))
    assert dropped.args == [file]


def test_a_page_that_takes_files_itself_keeps_its_drops(
    window: Window, session: Session, tmp_path: Path, qtbot: QtBot
) -> None:
    class Taking(QWidget):
        taken = 0

        def dragEnterEvent(self, event: QDragEnterEvent) -> None:
            event.acceptProposedAction()

        def dropEvent(self, event: QDropEvent) -> None:
            Taking.taken += 1

    window.open_session(session, PAGES)
    page = window.page("overview")
    assert page is not None
    taking = Taking(page)
    taking.setAcceptDrops(True)
    taking.show()
    file = tmp_path / "báo cáo.pdf"
    file.touch()
    data = dragged(file)
    with qtbot.assertNotEmitted(window.file_dropped):
        event = entering(data)
        QApplication.sendEvent(taking, event)
        QApplication.sendEvent(taking, dropping(data))
    assert Taking.taken == 1


def test_a_picture_dropped_on_the_frame_is_not_taken(
    window: Window, tmp_path: Path
) -> None:
    (tmp_path / "ảnh.jpg").touch()
    data = dragged(tmp_path / "ảnh.jpg")  # the event only points to it
    event = entering(data)
    event.ignore()
    window.dragEnterEvent(event)
    assert not event.isAccepted()
