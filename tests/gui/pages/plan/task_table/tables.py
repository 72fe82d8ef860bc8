"""Tables to be pasted, and the window they are pasted into."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.gui.pages.plan.task_table.dialog import TaskTableDialog
from desktop.gui.session import Session
from desktop.operations.plans.inspect_task_table import read_against

HEADING = "STT\tNhiệm vụ, giải pháp\tĐơn vị chủ trì\tĐơn vị phối hợp thực hiện"
ROWS = (
    "6\tViệc sáu\tCông an huyện\t",
    "7\tViệc bảy\tHội Chữ thập xanh; Công an huyện\t",
    "8\tViệc tám\tCông an huyên\t",
)


def copied(*rows: str) -> None:
    """Put a table on the clipboard."""
    QApplication.clipboard().setText("\n".join((HEADING, *rows)))


def opened(session: Session, qtbot: QtBot) -> TaskTableDialog:
    """Open the window; it outlives its closing, for the test to look at."""
    dialog = TaskTableDialog(session)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


def pasted(session: Session, qtbot: QtBot, *rows: str) -> TaskTableDialog:
    """Open the window and paste a table into it."""
    dialog = opened(session, qtbot)
    copied(*(rows or ROWS))
    dialog.paste()
    return dialog


def codes(session: Session) -> list[str]:
    """Return the numbers of the plan's tasks as they are stored."""
    return [one.code for one in read_against(session.store).tasks]
