"""Ways into an import from the place itself: button, drop, paste, one after another."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from openpyxl import load_workbook
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from desktop.gui.pages.activities.activities import ActivitiesPage
from desktop.gui.pages.activities.importing.dialog import ImportDialog
from desktop.gui.pages.activities.importing.import_desk import dropped
from desktop.gui.session import Session
from desktop.operations.entries.read_entry_table import read_entry_file
from desktop.rules.calendar import parse_period
from tests import builders
from tests.fakes import Answers
from tests.gui.entry_office import keep
from tests.gui.pages.activities.importing.sheets import (
    FIRST,
    LAST,
    a_sheet,
    answers,
    kept,
    pasted,
    workbook,
)

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def ask(session: Session) -> Answers:
    return answers(session)


@pytest.fixture
def page(session: Session, ask: Answers, qtbot: QtBot) -> Iterator[ActivitiesPage]:
    made = ActivitiesPage(session)
    qtbot.addWidget(made)
    made.resize(1150, 660)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    yield made
    if made.importing.dialog is not None:
        made.importing.dialog.done(0)


def dialog(page: ActivitiesPage, qtbot: QtBot) -> ImportDialog:
    opened = page.importing.dialog
    assert opened is not None
    qtbot.waitUntil(opened.isActiveWindow)
    return opened


def files(*paths: Path) -> QMimeData:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    return data


def drop(page: ActivitiesPage, data: QMimeData) -> tuple[bool, bool]:
    """Drag something over the page and drop it; tell what was accepted."""
    copy, none = Qt.DropAction.CopyAction, Qt.KeyboardModifier.NoModifier
    left = Qt.MouseButton.LeftButton
    enter = QDragEnterEvent(QPoint(300, 300), copy, data, left, none)
    enter.ignore()
    QApplication.sendEvent(page, enter)
    event = QDropEvent(QPointF(300, 300), copy, data, left, none)
    event.ignore()
    QApplication.sendEvent(page, event)
    return enter.isAccepted(), event.isAccepted()


def titles(page: ActivitiesPage) -> set[str]:
    rows = range(page.model.rowCount())
    return {str(page.model.record(row).title) for row in rows}


def test_a_file_is_chosen_looked_at_accepted_and_taken_back(
    page: ActivitiesPage, session: Session, ask: Answers, qtbot: QtBot, tmp_path: Path
) -> None:
    path = workbook(tmp_path / "lop.xlsx", a_sheet(4))
    ask.script.append((path,))
    QTest.keyClick(page, Qt.Key.Key_I, CTRL | SHIFT)
    opened = dialog(page, qtbot)
    assert kept(session) == ()
    QTest.keyClick(opened, Qt.Key.Key_Return, CTRL)
    assert len(kept(session)) == 4
    assert page.importing.dialog is None
    assert page.message.text == "Đã nhập 4 dòng"
    qtbot.waitUntil(lambda: len(titles(page)) == 4)
    assert page.view is not None
    assert page.view.record() is not None, "one is on the first of them"
    (undo,) = [
        button
        for button in page.message.findChildren(QPushButton)
        if button.text() == "Hoàn tác"
    ]
    undo.click()
    assert kept(session) == ()


def test_dropped_tables_are_looked_at_and_not_imported(
    page: ActivitiesPage, session: Session, qtbot: QtBot, tmp_path: Path
) -> None:
    path = workbook(tmp_path / "lop.xlsx", a_sheet(2))
    assert drop(page, files(path)) == (True, True)
    opened = dialog(page, qtbot)
    assert opened.preview is not None
    assert kept(session) == ()


@pytest.mark.parametrize("name", ["anh.jpg", "van-ban.pdf", "thu.eml"])
def test_other_files_are_not_taken_for_tables(
    page: ActivitiesPage, tmp_path: Path, name: str
) -> None:
    path = tmp_path / name
    path.write_bytes(b"x")
    assert drop(page, files(path)) == (False, False)
    table = workbook(tmp_path / "lop.xlsx", a_sheet(1))
    assert drop(page, files(table, path)) == (False, False), "nor a mixture"
    assert page.importing.dialog is None
    assert dropped(QMimeData()) == ()


def test_several_files_come_one_after_another(
    page: ActivitiesPage, session: Session, ask: Answers, qtbot: QtBot, tmp_path: Path
) -> None:
    rows = a_sheet(6)
    paths = [workbook(tmp_path / f"{n}.xlsx", rows[n : n + 2]) for n in (0, 2, 4)]
    page.importing.open_files(paths)
    first = dialog(page, qtbot)
    ask.script += [True, False]
    QTest.keyClick(first, Qt.Key.Key_Return, CTRL)
    assert ask.asked[-1].startswith("Còn 2 tệp chưa xem. Xem tiếp?")
    second = dialog(page, qtbot)
    assert second is not first
    assert second.inspection.name == "2.xlsx"
    second.reject()
    assert page.importing.dialog is None
    assert len(kept(session)) == 2


def test_a_pasted_table_is_looked_at(
    page: ActivitiesPage, session: Session, qtbot: QtBot
) -> None:
    QGuiApplication.clipboard().setText(pasted(a_sheet(3)))
    page.importing.paste()
    opened = dialog(page, qtbot)
    assert opened.preview is not None
    assert opened.preview.seen == 3


def test_rows_with_headings_pasted_into_the_table_come_here(
    page: ActivitiesPage, session: Session, qtbot: QtBot
) -> None:
    QGuiApplication.clipboard().setText(pasted(a_sheet(3)))
    page.sheets.paste()
    opened = dialog(page, qtbot)
    assert opened.preview is not None
    assert opened.preview.seen == 3
    assert kept(session) == ()


def test_an_empty_clipboard_is_told(page: ActivitiesPage) -> None:
    QGuiApplication.clipboard().clear()
    page.importing.paste()
    assert page.message.text.startswith("Chưa có bảng nào được chép")
    assert page.importing.dialog is None


def test_rows_outside_the_period_are_told_where_they_are(
    page: ActivitiesPage, session: Session, qtbot: QtBot
) -> None:
    session.set_period(parse_period("2025"))
    rows = a_sheet(2)
    rows[0][FIRST] = rows[0][LAST] = "25/08/2024"
    QGuiApplication.clipboard().setText(pasted(rows[:1]))
    page.importing.paste()
    QTest.keyClick(dialog(page, qtbot), Qt.Key.Key_Return, CTRL)
    assert page.message.text == (
        "Đã nhập 1 dòng; 1 dòng ngoài kỳ đang xem (ngày 25/08/2024): "
        "đổi kỳ ở phía trên để thấy."
    )


def test_filters_that_would_hide_the_new_rows_are_taken_away(
    page: ActivitiesPage, session: Session, qtbot: QtBot
) -> None:
    keep(session, builders.an_activity(title="Việc cũ"))
    page.search.setText("viec cu")
    page.model.set_text("viec cu")
    QGuiApplication.clipboard().setText(pasted(a_sheet(2)))
    page.importing.paste()
    QTest.keyClick(dialog(page, qtbot), Qt.Key.Key_Return, CTRL)
    qtbot.waitUntil(lambda: len(titles(page)) == 3)


def test_a_template_filled_in_comes_back_as_entries(
    page: ActivitiesPage, session: Session, ask: Answers, tmp_path: Path
) -> None:
    path = tmp_path / "mau.xlsx"
    ask.script.append(path)
    page.importing.save_template()
    assert ask.asked == ["Lưu tệp mẫu để điền mau-tap-huan-boi-duong.xlsx"]
    assert page.message.text.startswith("Đã lưu tệp mẫu mau.xlsx")
    assert read_entry_file(path).value.grids


def test_entries_shown_are_written_and_read_back_as_the_same(
    page: ActivitiesPage, session: Session, ask: Answers, qtbot: QtBot, tmp_path: Path
) -> None:
    day = builders.DAY
    keep(
        session,
        builders.an_activity(id="a", title="Một"),
        builders.an_activity(id="b", title="Hai", last_day=day.replace(month=3)),
        builders.an_activity(id="c", title="Xưa", last_day=day.replace(year=2023)),
    )
    page.model.reload()
    qtbot.waitUntil(lambda: len(titles(page)) == 2)
    path = tmp_path / "ra.xlsx"
    ask.script.append(path)
    page.importing.save_entries()
    book = load_workbook(path)
    texts = {str(cell.value) for row in book.worksheets[0].iter_rows() for cell in row}
    assert {"Một", "Hai"} <= texts
    assert "Xưa" not in texts, "the period does not show it"
    page.importing.open_files([path])
    opened = dialog(page, qtbot)
    assert opened.rows.counts.text() == (
        "Đã đọc 2 dòng = 0 nhận (0 thêm, 0 sửa) + 0 không nhận + 2 không đổi"
    )


def test_a_file_that_cannot_be_written_is_told(
    page: ActivitiesPage, ask: Answers, tmp_path: Path
) -> None:
    ask.script.append(tmp_path / "khong-co" / "mau.xlsx")
    page.importing.save_template()
    assert len(ask.faults) == 1


def test_a_file_in_which_nothing_is_found_is_told_on_the_page(
    page: ActivitiesPage, tmp_path: Path
) -> None:
    path = workbook(tmp_path / "rong.xlsx", [], headings=())
    page.importing.open_files([path])
    assert page.message.text.startswith("rong.xlsx: ")
    assert page.importing.dialog is None


def test_a_register_chosen_in_the_window_is_shown_afterwards(
    page: ActivitiesPage, session: Session, qtbot: QtBot
) -> None:
    QGuiApplication.clipboard().setText(pasted(a_sheet(1)))
    page.importing.paste()
    opened = dialog(page, qtbot)
    opened.columns.register_chosen.emit("conference")
    (form, *_) = session.catalogue("conference_form").values()
    opened.inspection.amend(lambda one: replace(one, fixed={"form": form.name}))
    assert opened.preview is not None
    assert opened.preview.wanting == ()
    opened.inspection.keep()
    assert page.register.code == "conference"
    assert page.message.text == "Đã nhập 1 dòng"


def test_the_empty_place_offers_the_way_in(page: ActivitiesPage, ask: Answers) -> None:
    (button,) = [
        one for one in page.findChildren(QPushButton) if one.text() == "Nhập từ Excel"
    ]
    ask.script.append(())
    button.click()
    assert ask.asked == ["Chọn tệp để nhập"]
