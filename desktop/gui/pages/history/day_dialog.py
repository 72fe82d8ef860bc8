"""Ask as of which day the office is to be looked at."""

import datetime as dt

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from desktop.gui import theme
from desktop.gui.widgets.button_row import button_row
from desktop.gui.widgets.date_field import SENTENCES, DateField
from desktop.gui.widgets.marking import mark
from desktop.rules.dates import format_date

WIDTH = 460
NOTE = (
    "Sổ được dựng lại như cuối ngày ấy trong một bản riêng chỉ để đọc. Sổ hôm nay "
    "không thay đổi."
)


class DayDialog(QDialog):
    """One field: a day."""

    def __init__(
        self, today: dt.date, first: dt.date, parent: QWidget | None = None
    ) -> None:
        """Propose yesterday, or the first day there was an office."""
        super().__init__(parent)
        self._today = today
        self._first = first
        self.setWindowTitle("Xem sổ như ngày…")
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.day = DateField(today=lambda: today)
        self.day.set_value(max(today - dt.timedelta(days=1), first))
        self.said = QLabel()
        self.said.setWordWrap(True)
        self.said.setProperty("role", "problem")
        self.view_button = QPushButton("&Xem")
        self.leave_button = QPushButton("Thôi")
        self._lay_out()
        self.view_button.clicked.connect(self._take)
        self.leave_button.clicked.connect(self.reject)
        self.day.setFocus()

    @property
    def value(self) -> dt.date | None:
        """Return the day, if it is one on which there was an office."""
        day = self.day.value
        return day if day is not None and not self._wrong() else None

    def _wrong(self) -> str:
        day = self.day.value
        if day is None:
            return SENTENCES.get(self.day.problem, "Ghi ngày muốn xem.")
        if day > self._today:
            return "Ngày này chưa đến."
        if day < self._first:
            return f"Sổ được lập ngày {format_date(self._first)}."
        return ""

    def _take(self) -> None:
        wrong = self._wrong()
        mark(self.day, wrong)
        self.said.setText(f"▲ {wrong}" if wrong else "")
        if wrong:
            self.day.setFocus()
        else:
            self.accept()

    def _lay_out(self) -> None:
        note = QLabel(NOTE)
        note.setWordWrap(True)
        note.setProperty("role", "quiet")
        label = QLabel("Xem sổ như cuối &ngày")
        label.setBuddy(self.day)
        self.day.setAccessibleName("Xem sổ như cuối ngày")
        self.day.setFixedWidth(theme.scaled(160))
        theme.make_primary(self.view_button)
        self.view_button.setDefault(True)
        self.leave_button.setAutoDefault(False)
        buttons = button_row(self.leave_button, self.view_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(*[theme.AROUND] * 4)
        column.setSpacing(theme.BETWEEN)
        column.addWidget(label)
        column.addWidget(self.day)
        column.addWidget(self.said)
        column.addWidget(note)
        column.addLayout(buttons)
        self.setFixedWidth(theme.scaled(WIDTH))
