"""Mark entries that share an event with others in the list of a register."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from desktop.records.activity import Activity
from desktop.store import joint_events, records
from desktop.store.store import Store
from desktop.wording import twins

if TYPE_CHECKING:
    from desktop.records.identity import RecordId

MARK = "⛓ "
_TITLE = "title"


class SharedMarks:
    """What stands before the title of an entry, and what its tip adds."""

    def __init__(self, store: Store) -> None:
        """Read nothing before a title is shown."""
        self._store = store
        self._leads: frozenset[RecordId] | None = None

    def forget(self) -> None:
        """Read again when the next title is shown."""
        self._leads = None

    def said(self, role: int, field: str, record: object, shown: object) -> object:
        """Return what a cell shows in a role, marked where it is a shared title."""
        if field != _TITLE or not isinstance(record, Activity):
            return shown
        if not self._shared(record):
            return shown
        if role == Qt.ItemDataRole.DisplayRole:
            return f"{MARK}{shown}"
        if role == Qt.ItemDataRole.ToolTipRole:
            return f"{shown}\n{self._told(record)}"
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{shown}. {self._told(record)}"
        return shown

    def _shared(self, record: Activity) -> bool:
        if self._leads is None:
            self._leads = joint_events.leads(self._store.reader)
        return record.joined_to is not None or record.id in self._leads

    def _told(self, record: Activity) -> str:
        db = self._store.reader
        if record.joined_to is None:
            return twins.led(len(joint_events.joined_to(db, record.id)))
        lead = records.get(db, Activity, record.joined_to)
        return twins.joined(f"“{lead.title}”" if lead else "mục khác")
