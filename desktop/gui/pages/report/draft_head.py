"""Ask above the words of a draft for what only a clerk knows: number and days."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QLineEdit, QWidget

from desktop.gui import theme
from desktop.gui.widgets.date_field import DateField

if TYPE_CHECKING:
    import datetime as dt

    from desktop.gui.session import Session
    from desktop.records.period import Period

_NUMBER, _DAY = 90, 130
"""Widths of the fields, in pixels at 100 %."""


class DraftHead(QWidget):
    """Number and date; of a reminder, the day by which an answer is asked for."""

    changed = Signal()
    """Somebody typed a number or a date."""
    reply_changed = Signal()
    """Somebody typed the day by which an answer is asked for."""

    def __init__(self, session: "Session") -> None:
        """Begin with blank fields."""
        super().__init__()
        self._today = session.today
        self._asks_reply = False
        self.number = QLineEdit()
        self.number.setMaxLength(20)
        self.date = DateField(today=lambda: session.today)
        self.reply = DateField(today=lambda: session.today)
        self._reply_label = QLabel("Đề nghị gửi trước n&gày")
        self._lay_out()
        self.number.textEdited.connect(self.changed)
        self.date.changed.connect(self.changed)
        self.reply.changed.connect(self.reply_changed)

    @property
    def reply_day(self) -> "dt.date | None":
        """Return the day by which an answer is asked for, where any is."""
        return self.reply.value if self._asks_reply else None

    @property
    def wrong(self) -> DateField | None:
        """Return the first field whose date is none, or None."""
        asked = (self.date, self.reply) if self._asks_reply else (self.date,)
        return next((one for one in asked if one.problem), None)

    def show_for(self, period: "Period", *, asks_reply: bool) -> None:
        """Show the fields that a draft on a period has."""
        self._asks_reply = asks_reply
        self.date.default_year = period.first_day.year
        self.reply.default_year = self._today.year
        self._reply_label.setVisible(asks_reply)
        self.reply.setVisible(asks_reply)

    def values(self) -> dict[str, object]:
        """Return what stands in the fields, to be kept."""
        return {
            "number": self.number.text(),
            "date": self.date.text(),
            "reply": self.reply.text(),
        }

    def fill(self, values: Mapping[str, object]) -> None:
        """Show what was kept."""
        self.number.setText(str(values.get("number", "")))
        self.date.setText(str(values.get("date", "")))
        self.reply.setText(str(values.get("reply", "")))

    def _lay_out(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(theme.BETWEEN)
        grid.setVerticalSpacing(theme.INSIDE)
        for label, field, width, row, column, span in (
            (QLabel("Số văn &bản"), self.number, _NUMBER, 0, 0, 1),
            (QLabel("&Ngày ban hành"), self.date, _DAY, 0, 2, 1),
            (self._reply_label, self.reply, _DAY, 1, 0, 3),
        ):
            label.setBuddy(field)
            field.setAccessibleName(label.text().replace("&", ""))
            field.setFixedWidth(theme.scaled(width))
            grid.addWidget(label, row, column, 1, span)
            grid.addWidget(field, row, column + span)
        hint = QLabel("Để trống số, ngày thì bản in chừa chỗ cho văn thư ghi.")
        hint.setProperty("role", "quiet")
        hint.setWordWrap(True)
        grid.addWidget(hint, 2, 0, 1, 5)
        grid.setColumnStretch(4, 1)
