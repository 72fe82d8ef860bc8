"""Open the history of a record from where the record is shown."""

from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QWidget

from desktop.store.shelves import BY_RECORD

if TYPE_CHECKING:
    from desktop.gui.pages.history.record_dialog import RecordHistoryDialog
    from desktop.gui.session import Session


def show_history(
    session: "Session",
    record: Any,  # noqa: ANN401  of any shelf
    parent: QWidget,
) -> "RecordHistoryDialog":
    """Open the history of one record; return its window."""
    from desktop.gui.pages.history.record_dialog import RecordHistoryDialog

    shelf = BY_RECORD[type(record)]
    dialog = RecordHistoryDialog(session, shelf.table, shelf.key(record), parent)
    dialog.open()
    return dialog
