"""Go to where a finding is looked at and mended."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from desktop.gui.new_entry import AtField
from desktop.records.finding import Where
from desktop.records.identity import TaskId
from desktop.store.search import Hit

if TYPE_CHECKING:
    from desktop.gui.session import Session


def go(
    session: "Session", where: Where, page: QWidget, write: Callable[[str], None]
) -> None:
    """Show the record, unit, target, setting or section a finding is about.

    Args:
        session: The open office.
        where: What the finding tells.
        page: On which a dialog may open.
        write: Shows a section of the draft by its key.
    """
    match where.place:
        case "report":
            write(where.record)
        case "evidence":
            _show_unproven(session, where, page)
        case "activities" if where.table and where.record:
            hit = Hit(where.table, where.record)
            wish = AtField(hit=hit, field=where.field) if where.field else hit
            session.place_wanted.emit("activities", wish)
        case "settings":
            session.place_wanted.emit("settings", where.field or None)
        case place:
            session.place_wanted.emit(place, where.record or None)


def _show_unproven(session: "Session", where: Where, page: QWidget) -> None:
    from desktop.gui.forms.evidence.missing_dialog import MissingDialog

    task = TaskId(where.record) if where.record else None
    MissingDialog(session, page, task).open()
