"""Open the import of a task table, and write the table of the plan to a file."""

from pathlib import Path

from PySide6.QtWidgets import QWidget

from desktop.errors import DesktopError
from desktop.gui.jobs import Job
from desktop.gui.pages.plan.task_table.dialog import TaskTableDialog
from desktop.gui.running import show_error
from desktop.gui.session import Session
from desktop.operations.plans.export_task_table import export_task_table, layouts
from desktop.rules.vietnamese import slug

PURPOSE = "task_table"
"""Whose folder is remembered."""
_WORKBOOK = (("Bảng tính Excel", "*.xlsx"),)


def open_import(session: Session, parent: QWidget) -> TaskTableDialog:
    """Open the window in which a table is chosen or pasted, looked at and accepted.

    It is not waited for: `imported` tells how many rows were stored, and every page
    hears of the change as of any other.
    """
    dialog = TaskTableDialog(session, parent)
    dialog.open()
    return dialog


def export(session: Session, parent: QWidget) -> None:
    """Ask for a layout and a file, and write the plan's tasks there."""
    known = layouts()
    names = [layout.name for layout in known]
    chosen = session.ask.choose("Xuất bảng nhiệm vụ theo mẫu nào?", names)
    if chosen is None:
        return
    proposed = f"{slug('nhiệm vụ ' + session.plan.title)}.xlsx"
    path = session.ask.save_file(
        "Xuất bảng nhiệm vụ", proposed, _WORKBOOK, purpose=PURPOSE
    )
    if path is not None:
        _write(session, parent, path, known[chosen].code)


def _write(session: Session, parent: QWidget, path: Path, layout: str) -> None:
    job = Job(
        lambda progress: export_task_table(
            session.store, path, layout, progress=progress
        ),
        title="Xuất bảng nhiệm vụ",
        initiator=parent,
    )

    def tell(written: Path) -> None:
        session.ask.tell(f"Đã xuất bảng nhiệm vụ: {written.name}", detail=str(written))

    def complain(error: Exception) -> None:
        if not isinstance(error, DesktopError):
            session.jobs.unheard.emit(error)
            return
        show_error(session, error)

    job.succeeded.connect(tell)
    job.failed.connect(complain)
    session.jobs.start(job)
