"""Take a time of day as people type one: a line of text to the last."""

import datetime as dt

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from desktop.gui import theme
from desktop.gui.widgets.marking import mark
from desktop.rules.times import format_time, parse_time

SENTENCES = {
    "not_time": "Chưa đọc được giờ này. Ví dụ: 8h30, 08:30, 14 giờ.",
    "no_such_time": "Giờ từ 0 đến 23, phút từ 0 đến 59.",
}
"""What is said beside the field, by the reason of the parser."""


class TimeField(QLineEdit):
    """A time of day, or none; shown as `08:30` once the field is left."""

    changed = Signal()
    """The text was edited; not when a value is set in code."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Begin blank."""
        super().__init__(parent)
        self.setTextMargins(theme.INSIDE, 0, theme.INSIDE, 0)
        self.setPlaceholderText("giờ:phút")
        self.setInputMethodHints(Qt.InputMethodHint.ImhPreferNumbers)
        self.textEdited.connect(self._on_edited)
        self.editingFinished.connect(self._settle)

    @property
    def value(self) -> dt.time | None:
        """Return the time the text now means; None when blank or no time."""
        return parse_time(self.text()).value

    @property
    def problem(self) -> str:
        """Return why the text is no time, by the parser's word; blank when well."""
        reason = parse_time(self.text()).reason
        return "" if reason == "blank" else reason

    def set_value(self, time: dt.time | None) -> None:
        """Show a time, or nothing."""
        self.setText("" if time is None else format_time(time))
        mark(self, "")

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Select all when reached by Tab, so that typing replaces."""
        super().focusInEvent(event)
        if event.reason() in (
            Qt.FocusReason.TabFocusReason,
            Qt.FocusReason.BacktabFocusReason,
        ):
            self.selectAll()

    def _on_edited(self) -> None:
        mark(self, "")
        self.changed.emit()

    def _settle(self) -> None:
        if self.value is not None:
            self.set_value(self.value)
        mark(self, SENTENCES.get(self.problem, ""))
