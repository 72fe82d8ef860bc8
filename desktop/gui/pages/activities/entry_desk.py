"""The window in which entries are written, one after the other."""

from collections.abc import Callable, Mapping
from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from desktop.gui.forms.entry_dialog import EntryDialog
from desktop.gui.forms.proposals import duplicate, propose
from desktop.gui.pages.history.opening import show_history
from desktop.gui.session import Session
from desktop.gui.sheet.register_view import RegisterView
from desktop.gui.tables.names import Names
from desktop.records.identity import TaskId
from desktop.records.register import Register


class EntryDesk(QObject):
    """Open the form for a new entry, a kept one, a copy of one."""

    recorded = Signal(object)
    """The record as it was kept."""
    closed = Signal()
    """The form was closed."""

    def __init__(
        self,
        page: QWidget,
        session: Session,
        register: Callable[[], Register],
        names: Callable[[], Names],
        view: Callable[[], RegisterView | None],
    ) -> None:
        """Serve a page; it tells by calls what it shows now."""
        super().__init__(page)
        self._page = page
        self._session = session
        self._register = register
        self._names = names
        self._view = view
        self.dialog: EntryDialog | None = None

    def write_new(self, tasks: tuple[TaskId, ...] = ()) -> None:
        """Open a blank entry of the register shown, for tasks if any are given."""
        values = propose(self._session, self._register())
        if tasks and "tasks" in values:
            values["tasks"] = tasks
        dialog = self._open()
        dialog.write_new(values)
        dialog.open()

    def go_on(self, values: Mapping[str, object]) -> None:
        """Open a new entry that was begun elsewhere."""
        dialog = self._open()
        dialog.write_new(values, offer_draft=False)
        dialog.open()

    def duplicate(self, record: object) -> None:
        """Open a new entry like another one, on today's date."""
        self.go_on(duplicate(self._session, self._register(), record))

    def amend(self, record: Any, field: str = "") -> None:  # noqa: ANN401  of any register
        """Open an entry as it is kept, at a field if one is given."""
        dialog = self._open()
        dialog.amend(record)
        dialog.open()
        if field:
            dialog.focus_field(field)

    def amend_row(self, row: int, field: str = "") -> None:
        """Open the entry of a row of the table."""
        view = self._view()
        record = None if view is None else view.model.record(row)
        if record is not None:
            self.amend(record, field)

    def _open(self) -> EntryDialog:
        dialog = EntryDialog(self._session, self._register(), self._names(), self._page)
        dialog.recorded.connect(self.recorded)
        dialog.another_wanted.connect(self._on_another)
        dialog.step_wanted.connect(self._on_step)
        dialog.history_wanted.connect(
            lambda record: show_history(self._session, record, dialog)
        )
        dialog.finished.connect(self._on_closed)
        self.dialog = dialog
        return dialog

    def _on_another(self) -> None:
        if self.dialog is not None:
            values = propose(self._session, self._register())
            self.dialog.write_new(values, offer_draft=False)

    def _on_step(self, by: int) -> None:
        view = self._view()
        if view is None or self.dialog is None:
            return
        row = view.model.row_of(self.dialog.form.record_id)
        record = None if row is None else view.model.record(row + by)
        if row is not None and record is not None:
            view.select_row(row + by)
            self.dialog.amend(record)

    def _on_closed(self) -> None:
        self.dialog = None
        self.closed.emit()
