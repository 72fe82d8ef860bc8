"""A table is looked at before it is stored; rows and matches are the user's choice."""

from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.gui.jobs import Jobs
from desktop.gui.pages.plan.task_table.dialog import TaskTableDialog
from desktop.gui.session import Session
from desktop.operations.history.undo import undo
from desktop.rules.task_table.fates import Fate
from tests.fakes import Answers
from tests.files.task_table.workbooks import SOLUTIONS, a_workbook
from tests.gui.pages.plan.task_table.tables import codes, copied, opened, pasted


@pytest.fixture
def dialog(session: Session, qtbot: QtBot) -> TaskTableDialog:
    return pasted(session, qtbot)


def fates(dialog: TaskTableDialog) -> list[Fate]:
    assert dialog.preview is not None
    return [row.fate for row in dialog.preview.rows]


def test_nothing_is_stored_until_it_is_accepted(
    dialog: TaskTableDialog, session: Session
) -> None:
    before = codes(session)
    assert fates(dialog) == [Fate.ADD, Fate.REFUSED, Fate.ADD]
    assert dialog.import_button.text() == "&Nhập 2 nhiệm vụ"
    assert "3 dòng: thêm 2, không nhập 1." in dialog.text()
    stored: list[int] = []
    dialog.imported.connect(stored.append)
    assert codes(session) == before
    dialog.accept_rows()
    assert stored == [2]
    assert codes(session) == [*before, "6", "8"]
    undo(session.store)
    assert codes(session) == before


def test_a_row_can_be_taken_out_by_space(dialog: TaskTableDialog) -> None:
    dialog.rows.select("1")
    QTest.keyClick(dialog.rows, Qt.Key.Key_Space)
    assert fates(dialog)[0] is Fate.LEFT_OUT
    assert dialog.import_button.text() == "&Nhập 1 nhiệm vụ"
    QTest.keyClick(dialog.rows, Qt.Key.Key_Space)
    assert fates(dialog)[0] is Fate.ADD
    dialog.rows.select("2")
    QTest.keyClick(dialog.rows, Qt.Key.Key_Space)
    assert fates(dialog)[1] is Fate.REFUSED, "there is nothing to take out"


def test_a_match_that_is_chosen_frees_its_row(dialog: TaskTableDialog) -> None:
    dialog.rows.select("2")
    (field,) = dialog.detail.fields
    field.set_value("phong-vhtt-dak-ha")
    field.changed.emit()
    assert fates(dialog)[1] is Fate.ADD
    assert dialog.preview is not None
    task = dialog.preview.rows[1].task
    assert task is not None
    assert task.leads == ("phong-vhtt-dak-ha", "cong-an-huyen-dak-ha")


def test_a_file_may_be_chosen_or_dropped(
    session: Session, ask: Answers, qtbot: QtBot, tmp_path: Path
) -> None:
    path = a_workbook(tmp_path / "a.xlsx", [SOLUTIONS, ["6", "Việc", "Công an huyện"]])
    made = opened(session, qtbot)
    ask.script.append(path)
    made.choose_file()
    assert fates(made) == [Fate.ADD]
    assert "a.xlsx, trang “Phụ lục”" in made.text()
    other = opened(session, qtbot)
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    other.dropEvent(
        QDropEvent(
            QPoint(5, 5),
            Qt.DropAction.CopyAction,
            data,
            Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
        )
    )
    assert fates(other) == [Fate.ADD]


def test_what_is_no_table_is_said_and_changes_nothing(
    dialog: TaskTableDialog, session: Session, ask: Answers, tmp_path: Path
) -> None:
    copied()
    dialog.paste()
    assert dialog.message.text == "Không thấy bảng nào có nội dung."
    assert len(fates(dialog)) == 3, "the table there was stays"
    path = tmp_path / "a.xlsx"
    path.write_text("x", "utf-8")
    dialog.read_file(path)
    assert ask.faults[0].what == "“a.xlsx” không phải là bảng tính Excel."


def test_a_change_elsewhere_is_seen_in_the_preview(
    dialog: TaskTableDialog, session: Session, qtbot: QtBot
) -> None:
    second = pasted(session, qtbot, "6\tViệc sáu\tCông an huyện\t")
    second.accept_rows()
    assert fates(dialog) == [Fate.SAME, Fate.REFUSED, Fate.ADD]


def test_without_a_table_there_is_nothing_to_import(
    session: Session, qtbot: QtBot
) -> None:
    made = opened(session, qtbot)
    assert not made.import_button.isEnabled()
    made.accept_rows()
    assert made.preview is None


def test_closing_while_a_table_is_read_stores_and_breaks_nothing(
    session: Session, qtbot: QtBot, tmp_path: Path
) -> None:
    path = a_workbook(tmp_path / "a.xlsx", [SOLUTIONS, ["6", "Việc", "Công an huyện"]])
    session.jobs = Jobs()
    before = codes(session)
    dialog = TaskTableDialog(session)
    dialog.show()
    with qtbot.captureExceptions() as broken:
        with qtbot.waitSignal(session.jobs.ended):
            dialog.read_file(path)
            dialog.reject()
            QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        QApplication.processEvents()
    session.jobs.close()
    assert not broken
    assert codes(session) == before
