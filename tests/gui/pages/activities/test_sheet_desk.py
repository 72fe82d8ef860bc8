"""The place `Hoạt động` worked like a sheet: its keys and what comes of them."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from desktop.gui.pages.activities.activities import ActivitiesPage
from desktop.gui.session import Session
from desktop.gui.sheet import register_view
from desktop.gui.sheet.paste_dialog import PasteDialog
from desktop.gui.steps import take
from desktop.gui.widgets.message_bar import MessageBar
from desktop.operations.entries import keep_draft
from desktop.records.activity import Activity
from desktop.store import records
from tests import builders
from tests.gui.entry_office import keep

CTRL = Qt.KeyboardModifier.ControlModifier


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
    if made.dialog is not None:
        made.dialog.reject()


NONE = Qt.KeyboardModifier.NoModifier


def press(key: Qt.Key, held: Qt.KeyboardModifier = NONE) -> None:
    at: QWidget | None = QApplication.focusWidget()
    assert at is not None
    QTest.keyClick(at, key, held)


def kept(session: Session, record_id: str) -> Activity:
    found = records.get(session.store.reader, Activity, record_id)
    assert found is not None
    return found


def test_an_edit_leaves_the_rows_and_the_cell_where_they_are(
    page: ActivitiesPage, session: Session
) -> None:
    view = page.view
    assert view is not None
    view.rows.setFocus()
    view.rows.go(1, 0)
    QTest.keyClicks(view.rows, "x")
    press(Qt.Key.Key_Return)
    assert kept(session, "a2").title == "x"
    assert view.rows.currentIndex().row() == 2
    assert view.rows.hasFocus()
    take(session, "undo", MessageBar(page))
    assert kept(session, "a2").title == "Lớp 2"
    assert page.model.index(1, 0).data() == "Lớp 2"
    assert view.rows.currentIndex().row() == 2
    assert view.rows.hasFocus()


def test_the_form_opens_with_f4_and_with_ctrl_enter(
    page: ActivitiesPage, qtbot: QtBot
) -> None:
    assert page.view is not None
    for key, held in (
        (Qt.Key.Key_F4, Qt.KeyboardModifier.NoModifier),
        (Qt.Key.Key_Return, CTRL),
    ):
        page.view.rows.setFocus()
        page.view.rows.go(1, 0)
        press(key, held)
        assert page.dialog is not None
        qtbot.waitUntil(page.dialog.isActiveWindow)
        assert page.dialog.form.record_id == "a2"
        page.dialog.reject()
        page.activateWindow()
        qtbot.waitUntil(page.isActiveWindow)


def test_ctrl_d_fills_and_ctrl_delete_removes(
    page: ActivitiesPage, session: Session
) -> None:
    assert page.view is not None
    title = 0
    page.view.rows.setFocus()
    page.view.rows.go(0, title)
    page.view.rows.go(1, title, extend=True)
    press(Qt.Key.Key_D, CTRL)
    assert kept(session, "a2").title == "Lớp 3"
    page.view.rows.go(1, title)
    press(Qt.Key.Key_Delete, CTRL)
    assert records.get(session.store.reader, Activity, "a2") is None


def test_ctrl_v_pastes_what_was_copied(page: ActivitiesPage, session: Session) -> None:
    assert page.view is not None
    page.view.rows.setFocus()
    page.view.rows.go(0, 0)
    press(Qt.Key.Key_C, CTRL)
    assert QGuiApplication.clipboard().text() == "Lớp 3\r\n"
    page.view.rows.go(2, 0)
    press(Qt.Key.Key_V, CTRL)
    assert kept(session, "a1").title == "Lớp 3"


def test_an_empty_register_is_typed_into_at_once(
    page: ActivitiesPage, session: Session, qtbot: QtBot
) -> None:
    page.open("exhibition")
    button = next(
        one
        for one in page.findChildren(QPushButton)
        if one.text() == "Gõ ngay trong bảng"
    )
    QTest.keyClick(button, Qt.Key.Key_Space)
    assert page.view is not None
    qtbot.waitUntil(page.view.new_rows.hasFocus)
    QTest.keyClicks(page.view.new_rows, "T")
    assert page.view.sheet is not None
    editing = page.view.new_rows.editing
    assert editing is not None
    assert editing.editor is not None


def test_a_chip_takes_its_filter_away_and_the_count_with_it(
    page: ActivitiesPage, qtbot: QtBot
) -> None:
    view = page.view
    assert view is not None
    page.model.set_filter(0, "lop 1")
    page.search.setText("x")
    page.model.set_text("lop")
    assert page.counted == "1/3 dòng"
    labels = [one.text() for one in view.chips.chips]
    assert labels == ["Tên lớp, hội nghị tập huấn: lop 1  ×", "Tìm: lop  ×"]
    view.chips.chips[0].click()
    assert page.counted == "3/3 dòng"
    view.chips.chips[0].click()
    assert page.search.text() == ""


def test_filters_and_order_are_there_when_one_comes_back(
    page: ActivitiesPage, session: Session
) -> None:
    page.model.set_filter(0, "lop 1")
    assert page.view is not None
    page.view.header.setSortIndicator(0, Qt.SortOrder.DescendingOrder)
    page.open("exhibition")
    page.open("training")
    assert page.counted == "1/3 dòng"
    assert page.view is not None
    field = page.view.header.field(0)
    assert field is not None
    assert field.text() == "lop 1"
    assert page.view.header.sortIndicatorSection() == 0


def test_columns_are_chosen_by_keyboard(page: ActivitiesPage, qtbot: QtBot) -> None:
    QTest.keyClick(page, Qt.Key.Key_C, CTRL | Qt.KeyboardModifier.ShiftModifier)
    menu = QApplication.activePopupWidget()
    assert menu is not None
    view = page.view
    assert view is not None
    before = len(view.rows.columns_shown())
    QTest.keyClick(menu, Qt.Key.Key_Down)
    QTest.keyClick(menu, Qt.Key.Key_Space)
    assert len(view.rows.columns_shown()) != before
    assert menu.isVisible(), "one goes on choosing"
    menu.close()


def test_more_rows_than_can_be_copied_are_not_left_out_in_silence(
    page: ActivitiesPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(register_view, "MOST_COPIED", 2)
    assert page.view is not None
    page.view.rows.setFocus()
    page.view.rows.selectAll()
    press(Qt.Key.Key_C, CTRL)
    assert page.message.text.startswith("Mới chép 2 trong 3 dòng")
    assert len(QGuiApplication.clipboard().text().splitlines()) == 2
    page.view.select_row(0)
    press(Qt.Key.Key_C, CTRL)
    assert page.message.text == "Đã chép 1 dòng, dán được vào Excel."


def test_typing_cut_off_in_a_cell_is_offered_when_the_register_opens(
    page: ActivitiesPage, session: Session
) -> None:
    keep_draft.keep(session.store, "a2", "training", {"title": "Lớp viết t"})
    page.registers.choose("product")
    page.registers.choose("training")
    assert page.message.text.startswith("Có ô đang gõ dở lúc ")
    buttons = page.message.findChildren(QPushButton)
    next(one for one in buttons if one.text() == "Gõ tiếp ô đó").click()
    press(Qt.Key.Key_Return)
    assert kept(session, "a2").title == "Lớp viết t"
    assert keep_draft.kept(session.store) == ()


def test_rows_that_lack_a_column_can_be_imported_instead(
    page: ActivitiesPage, session: Session
) -> None:
    assert page.view is not None
    rows = page.view.new_rows
    QGuiApplication.clipboard().setText("Lớp 8\t5/8/2024\nLớp 9\t6/8/2024\n")
    rows.setFocus()
    rows.go(0, page.view.rows.columns_shown()[0])
    press(Qt.Key.Key_V, CTRL)
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, PasteDialog)
    assert not dialog.do.isEnabled()
    assert dialog.instead.isVisible()
    dialog.instead.click()
    opened = page.importing.dialog
    assert opened is not None
    assert opened.preview is not None
    assert opened.preview.seen == 2
    opened.done(0)
