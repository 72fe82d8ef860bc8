"""Log that units were asked: in which way, and what they answered."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QLabel,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from desktop.gui import theme
from desktop.gui.running import run
from desktop.gui.widgets.deed_box import deed_box
from desktop.gui.widgets.labelled_form import labelled_form
from desktop.operations.units.log_call import WAYS, log_call
from desktop.wording import unit_states as words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop.gui.session import Session
    from desktop.operations.units.unit_states import UnitState

WIDTH = 480
VERB = "Ghi lần liên hệ"
_MOST = 3
"""Units named one by one."""


class CallDialog(QDialog):
    """One deed for all chosen units."""

    def __init__(
        self, session: "Session", units: "Sequence[UnitState]", parent: QWidget
    ) -> None:
        """Ask about these units."""
        super().__init__(parent)
        self._session = session
        self._units = tuple(units)
        self.setWindowTitle(VERB)
        self.setMinimumWidth(theme.scaled(WIDTH))
        self.way = QComboBox()
        for code in WAYS:
            self.way.addItem(words.way(code), code)
        self.note = QLineEdit()
        self.note.setPlaceholderText(
            "Ví dụ: hẹn gửi trước thứ Sáu; không ghi tên người"
        )
        self._lay_out()

    def log(self) -> None:
        """Log it, and close."""
        store, period = self._session.store, self._session.period
        agencies = [one.agency.id for one in self._units]
        way, note = str(self.way.currentData()), self.note.text().strip()
        subject = self._units[0].agency.name if len(agencies) == 1 else ""
        run(
            self._session,
            lambda _progress: log_call(
                store, agencies, period, way, note=note, subject=subject
            ),
            title=VERB,
            then=self._on_logged,
        )

    def _on_logged(self, _made: object) -> None:
        self.accept()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(*[theme.AROUND] * 4)
        column.setSpacing(theme.BETWEEN)
        whom = QLabel(named(self._units))
        whom.setTextFormat(Qt.TextFormat.PlainText)
        whom.setWordWrap(True)
        form = labelled_form(("&Cách liên hệ:", self.way), ("&Nội dung:", self.note))
        column.addWidget(whom)
        column.addLayout(form)
        column.addWidget(deed_box(self, VERB, self.log))
        self.note.setFocus()


def named(units: "Sequence[UnitState]") -> str:
    """Return who is meant: their names, or how many more there are."""
    names = [one.agency.name for one in units]
    rest = len(names) - _MOST
    if rest > 0:
        return f"{', '.join(names[:_MOST])} và {rest} đơn vị khác"
    return ", ".join(names)
