"""An office with some history, for the windows that show it."""

from dataclasses import replace

from PySide6.QtWidgets import QDialog

from desktop.gui.session import Session
from desktop.operations.entries.record_entry import record, record_many
from desktop.operations.entries.remove_entry import remove
from desktop.records.activity import Activity
from tests.builders import an_activity

TITLE = "Tập huấn kiến thức về quyền con người"
RECORDED, MANY, AMENDED, REMOVED = 2, 3, 4, 5
"""Numbers of the changes."""


def some_history(session: Session) -> None:
    """Record one, record three, amend the one, remove the three."""
    store = session.store
    store.officer = "Y Hà"
    first = an_activity(id="a")
    record(store, first)
    names = ("b0", "b1", "b2")
    record_many(store, [an_activity(id=one, title=f"Lớp {one}") for one in names])
    store.officer = "Lan"
    record(store, replace(first, attendance=45, integrated=True))
    remove(store, Activity, names, "3 lớp")


def buttons(dialog: QDialog) -> dict[str, bool]:
    """Return which buttons of a window can be pressed, by their names."""
    from PySide6.QtWidgets import QPushButton

    found = dialog.findChildren(QPushButton)
    return {one.accessibleName(): one.isEnabled() for one in found if one.text()}
