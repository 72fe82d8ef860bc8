"""Take a time of day as people type one: a line of text to the last."""

import datetime as dt

from PySide6.QtWidgets import QWidget

from desktop.gui.widgets.marking import mark
from desktop.gui.widgets.typed_line import TypedLine
from desktop.rules.times import format_time, parse_time

SENTENCES = {
    "not_time": "Chưa đọc được giờ này. Ví dụ: 8h30, 08:30, 14 giờ.",
    "no_such_time": "Giờ từ 0 đến 23, phút từ 0 đến 59.",
}
"""What is said beside the field, by the reason of the parser."""


class TimeField(TypedLine):
    """A time of day, or none; shown as `08:30` once the field is left."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Begin blank."""
        super().__init__(parent)
        self.setPlaceholderText("giờ:phút")

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
        self.show_value("" if time is None else format_time(time))

    def _settle(self) -> None:
        if self.value is not None:
            self.set_value(self.value)
        mark(self, SENTENCES.get(self.problem, ""))
