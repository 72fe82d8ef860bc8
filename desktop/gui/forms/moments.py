"""The editor of a moment: a day, and beside it a time of day."""

import datetime as dt

from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.gui import theme
from desktop.gui.forms.fields import Editor, Offer
from desktop.gui.widgets import date_field, time_field
from desktop.gui.widgets.date_field import DateField
from desktop.gui.widgets.time_field import TimeField
from desktop.records.register import Field

_TIME_WIDTH = 90
_HALF = "Ghi cả ngày và giờ."


class MomentEditor(Editor):
    """A day and a time, which only together are a moment."""

    def __init__(self, field: Field, offer: Offer) -> None:
        """Reckon from the day and year the office is in."""
        holder = QWidget()
        self._date = DateField(today=lambda: offer.today, default_year=offer.year)
        self._time = TimeField()
        self._time.setFixedWidth(theme.scaled(_TIME_WIDTH))
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.BETWEEN)
        row.addWidget(self._date, stretch=1)
        row.addWidget(self._time)
        holder.setFocusProxy(self._date)
        super().__init__(field, holder)
        self._date.setAccessibleName(f"{field.label}, ngày")
        self._time.setAccessibleName(f"{field.label}, giờ")
        self._date.changed.connect(self.changed)
        self._time.changed.connect(self.changed)

    def value(self) -> dt.datetime | None:
        """Return the moment; None while one half is missing."""
        day, time = self._date.value, self._time.value
        if day is None or time is None:
            return None
        return dt.datetime.combine(day, time)

    def set_value(self, value: object) -> None:
        """Show a moment."""
        moment = value if isinstance(value, dt.datetime) else None
        self._date.set_value(moment.date() if moment else None)
        self._time.set_value(moment.time() if moment else None)

    def typed(self) -> list[str]:
        """Keep both texts, which may be half typed."""
        return [self._date.text(), self._time.text()]

    def set_typed(self, typed: object) -> None:
        """Show both texts."""
        texts = typed if isinstance(typed, list) else []
        day, time = (*map(str, texts), "", "")[:2]
        self._date.setText(day)
        self._time.setText(time)

    def unreadable(self) -> str:
        """Return why the texts are no moment."""
        if self._date.problem:
            return date_field.SENTENCES.get(self._date.problem, self._date.problem)
        if self._time.problem:
            return time_field.SENTENCES[self._time.problem]
        halves = bool(self._date.text().strip()), bool(self._time.text().strip())
        return _HALF if any(halves) and not all(halves) else ""

    def mark(self, *, wrong: bool) -> None:
        """Give both lines a red edge, or take it away."""
        super().mark(wrong=wrong)
        for line in (self._date, self._time):
            if bool(line.property("wrong")) != wrong:
                line.setProperty("wrong", wrong)
                line.style().unpolish(line)
                line.style().polish(line)
