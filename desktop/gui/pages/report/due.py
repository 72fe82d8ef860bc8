"""Say in one sentence how the report of the period shown stands."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QLabel

from desktop.gui.pages.report import state as report_state
from desktop.gui.running import run

if TYPE_CHECKING:
    from desktop.gui.session import Session


class DueSentence(QObject):
    """Days left, and how many targets lack figures."""

    def __init__(self, session: "Session", parent: QObject) -> None:
        """Begin blank; `read` asks for the figures."""
        super().__init__(parent)
        self._session = session
        self._unknown: int | None = None
        self.label = QLabel()
        self.label.setWordWrap(True)

    def forget(self) -> None:
        """Let go of what was counted: it is out of date."""
        self._unknown = None

    def read(self) -> None:
        """Say what is known, and count what lacks."""
        self._say()
        session = self._session
        run(
            session,
            partial(report_state.unknown_targets, session.store, session.period),
            title="Tính chỉ tiêu",
            then=self._on_computed,
        )

    def _say(self) -> None:
        due = report_state.due_day(self._session)
        said = report_state.sentence(due, self._session.today, self._unknown)
        self.label.setText(said)

    def _on_computed(self, unknown: int) -> None:
        self._unknown = unknown
        self._say()
