"""Read an issued report back beside the window, to show its tables."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from desktop.errors import DesktopError
from desktop.gui.lookout import found_or_fault
from desktop.records.report import Report

if TYPE_CHECKING:
    from desktop.gui.session import Session
    from desktop.records.issued import IssuedReport
    from desktop.store.store import Store


class Frozen(QObject):
    """The content of the issued report chosen, exactly as it was issued."""

    arrived = Signal(object)
    """The `Report`."""

    def __init__(self, session: "Session", parent: QObject) -> None:
        """Begin without a report."""
        super().__init__(parent)
        self._session = session
        self._lookout = session.lookout(self)
        self._lookout.answered.connect(self._on_answered)

    def read(self, issued: "IssuedReport") -> None:
        """Read a report, in the place of any other."""
        self._lookout.ask(issued.id, lambda store: _read(store, issued))

    def _on_answered(self, _report_id: object, answer: object) -> None:
        if isinstance(answer, Report):
            self.arrived.emit(answer)
        elif isinstance(answer, DesktopError):
            from desktop.gui.running import tell_fault

            tell_fault(self._session, answer)


def _read(store: "Store", issued: "IssuedReport") -> Report | DesktopError:
    """Return the report, or why it cannot be read."""
    from desktop.operations.reports.read_report import read_report

    return found_or_fault(lambda: read_report(store, issued))
