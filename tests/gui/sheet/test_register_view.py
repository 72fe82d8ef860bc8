"""A register's table: columns, copying, sums, keys."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu, QPushButton
from pytestqt.qtbot import QtBot

from desktop.gui.session import Session
from desktop.gui.sheet.register_view import RegisterView
from desktop.gui.tables.columns import EVIDENCE
from desktop.gui.tables.reading_names import read_names
from desktop.gui.tables.register_table import RegisterModel
from tests import builders
from tests.gui.entry_office import YEAR, keep, register


def make(session: Session, qtbot: QtBot) -> RegisterView:
    names = read_names(session)
    model = RegisterModel(session.store, register(session, "training"), names, YEAR)
    view = RegisterView(model, session.settings)
    model.setParent(view)
    qtbot.addWidget(view)
    view.resize(1000, 500)
    view.show()
    qtbot.waitExposed(view)
    return view


@pytest.fixture
def view(session: Session, qtbot: QtBot) -> RegisterView:
    keep(
        session,
        *(
            builders.an_activity(id=f"a{n}", title=f"Lớp {n}", attendance=1000 + n)
            for n in range(5)
        ),
    )
    return make(session, qtbot)


def at(view: RegisterView, name: str) -> int:
    return [one.field.name for one in view.model.columns].index(name)


def test_only_the_columns_of_the_register_show_at_first(view: RegisterView) -> None:
    shown = {
        one.field.name
        for n, one in enumerate(view.model.columns)
        if not view.header.isSectionHidden(n)
    }
    own = {one.name for one in view.model.register.fields if one.column}
    assert shown == own | {EVIDENCE}


def test_the_columns_fill_the_room_and_never_more(
    view: RegisterView, qtbot: QtBot
) -> None:
    qtbot.wait(10)
    room = view.rows.viewport().width()
    assert room - 12 <= view.header.length() <= room


def test_rows_are_as_high_as_a_finger_and_chosen_whole(view: RegisterView) -> None:
    assert view.rows.rowHeight(0) == 28
    view.select_row(2)
    assert view.selected() == [2]
    assert len(view.rows.selectionModel().selectedIndexes()) == len(view.model.columns)


def test_copying_gives_lines_for_excel_in_the_columns_shown(view: RegisterView) -> None:
    view.rows.selectAll()
    QTest.keyClick(view.rows, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    mime = QGuiApplication.clipboard().mimeData()
    lines = mime.text().split("\r\n")
    assert len(lines) == 6
    assert lines[0].startswith("Lớp 4\t05/06/2024\t")
    assert lines[0].endswith("\t1004\t0")
    assert "mso-number-format" in mime.html()


def test_enter_goes_down_as_in_a_sheet(view: RegisterView) -> None:
    view.rows.go(1, at(view, "first_day"))
    QTest.keyClick(view.rows, Qt.Key.Key_Return)
    here = view.rows.currentIndex()
    assert (here.row(), here.column()) == (2, at(view, "first_day"))


def test_typing_into_a_filter_narrows_rows_and_sums(
    view: RegisterView, qtbot: QtBot
) -> None:
    field = view.header.field(at(view, "title"))
    assert field is not None
    with qtbot.waitSignal(view.summed):
        QTest.keyClicks(field, "lop 3")
    assert view.model.rowCount() == 1
    assert view.totals.text("attendance") == "1.003"
    assert "(1 dòng)" in view.totals.accessibleName()


def test_escape_leaves_a_filter_for_the_rows(view: RegisterView, qtbot: QtBot) -> None:
    view.activateWindow()
    view.header.focus_first()
    field = view.header.field(at(view, "title"))
    assert field is not None
    qtbot.waitUntil(field.hasFocus)
    QTest.keyClick(field, Qt.Key.Key_Escape)
    qtbot.waitUntil(view.rows.hasFocus)


def test_a_column_chosen_is_there_next_time(
    view: RegisterView, session: Session, qtbot: QtBot
) -> None:
    hidden = at(view, "partners")
    menu = QMenu(view)
    view.header.fill_menu(menu)
    menu.actions()[hidden].setChecked(True)
    assert not view.header.isSectionHidden(hidden)
    again = make(session, qtbot)
    assert not again.header.isSectionHidden(hidden)
    again.header.reset_asked.emit()
    assert again.header.isSectionHidden(hidden)
    assert make(session, qtbot).header.isSectionHidden(hidden)


def test_a_hidden_column_leaves_no_gap(view: RegisterView, qtbot: QtBot) -> None:
    view.header.setSectionHidden(at(view, "place"), True)
    qtbot.wait(10)
    assert view.header.sectionSize(at(view, "place")) == 0
    field = view.header.field(at(view, "place"))
    assert field is not None
    assert not field.isVisible()


def test_a_heading_clicked_sorts_and_the_third_click_unsorts(
    view: RegisterView,
) -> None:
    title = at(view, "title")
    spot = view.header.sectionViewportPosition(title) + 20

    def click() -> str:
        point = view.header.rect().topLeft()
        point.setX(spot)
        point.setY(10)
        QTest.mouseClick(view.header.viewport(), Qt.MouseButton.LeftButton, pos=point)
        return str(view.model.record(0).title)

    assert [click(), click(), click()] == ["Lớp 0", "Lớp 4", "Lớp 4"]


def test_what_has_no_room_is_hidden_and_comes_back(
    view: RegisterView, qtbot: QtBot
) -> None:
    first = view.header.length()
    view.resize(460, 500)
    qtbot.waitUntil(lambda: view.header.isSectionHidden(at(view, "state")))
    assert not view.header.isSectionHidden(at(view, "title"))
    assert not view.header.isSectionHidden(at(view, "first_day"))
    assert view.header.length() <= view.rows.viewport().width()
    view.resize(1000, 500)
    qtbot.waitUntil(lambda: not view.header.isSectionHidden(at(view, "state")))
    assert view.header.length() == first


def test_a_heading_of_three_lines_is_read_whole(
    view: RegisterView, qtbot: QtBot
) -> None:
    for each in range(view.header.count()):
        view.header.resizeSection(each, 400)
    before = view.header.sizeHint().height()
    lines = view.header.fontMetrics().lineSpacing()
    title = view.header.fontMetrics().horizontalAdvance(view.model.columns[0].label)
    view.header.resizeSection(at(view, "title"), title // 2 + 6)
    qtbot.waitUntil(lambda: view.header.sizeHint().height() == before + lines)
    field = view.header.field(at(view, "title"))
    assert field is not None
    assert field.geometry().bottom() <= view.header.height()


def test_a_filter_that_fits_nothing_says_so_and_can_be_undone(
    view: RegisterView, qtbot: QtBot
) -> None:
    asked = []
    view.unfilter_wanted.connect(lambda: asked.append(True))
    assert not view.nothing.isVisible()
    view.model.set_text("không có gì như thế")
    assert view.nothing.isVisible()
    view.nothing.findChildren(QPushButton)[0].click()
    assert asked
    view.clear_filters()
    assert not view.nothing.isVisible()


def test_sums_that_leave_out_accounts_of_an_event_say_so(
    view: RegisterView, session: Session, qtbot: QtBot
) -> None:
    assert "một lần" not in view.totals.accessibleName()
    keep(
        session,
        builders.an_activity(
            id="x", agency=builders.UNIT, attendance=7, joined_to="a1"
        ),
    )
    with qtbot.waitSignal(view.summed):
        view.model.reload()
    assert view.totals.text("attendance") == "5.010"
    said = "(6 dòng; sự kiện chung tính một lần)"
    assert view.totals.accessibleName().startswith(f"Tổng cộng {said}")
    assert said in view.totals.toolTip()
    with qtbot.waitSignal(view.summed):
        view.model.set_filter(at(view, "title"), "lop 3")
    assert "một lần" not in view.totals.accessibleName(), "none of these is shared"


def test_whoever_comes_to_the_rows_has_a_cell_chosen(view: RegisterView) -> None:
    view.header.focus_first()
    view.rows.selectionModel().clear()
    assert view.copy() == 0
    view.rows.setFocus()
    assert view.selected() == [0]
    assert view.copy() == 1
