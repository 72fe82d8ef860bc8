"""The two deeds the plan's toolbar has for its task table."""

from pathlib import Path

from openpyxl import load_workbook
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop.gui.pages.plan.task_table.opening import export, open_import
from desktop.gui.session import Session
from tests.fakes import Answers


def test_the_window_opens_without_waiting(session: Session, qtbot: QtBot) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    dialog = open_import(session, parent)
    assert dialog.isVisible()
    assert dialog.parent() is parent
    dialog.close()


def test_the_table_is_written_in_the_layout_chosen(
    session: Session, ask: Answers, qtbot: QtBot, tmp_path: Path
) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    path = tmp_path / "bang.xlsx"
    ask.script += ["Tên nhiệm vụ, thời gian", path]
    export(session, parent)
    sheet = load_workbook(path).active
    assert sheet is not None
    assert sheet.title == "Tên nhiệm vụ"
    assert ask.told[0].startswith("Đã xuất bảng nhiệm vụ: bang.xlsx")


def test_a_file_that_cannot_be_written_is_told(
    session: Session, ask: Answers, qtbot: QtBot, tmp_path: Path
) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    ask.script += ["Nội dung, thời gian", tmp_path / "khong" / "bang.xlsx"]
    export(session, parent)
    assert len(ask.faults) == 1


def test_whoever_chooses_no_layout_or_file_gets_none(
    session: Session, ask: Answers, qtbot: QtBot
) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    ask.script += [None, "Nội dung, thời gian", None]
    export(session, parent)
    export(session, parent)
    assert not ask.told
