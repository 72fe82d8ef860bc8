"""Take a date as people type one; Qt's own field stores other dates than those typed.

It is a line of text to the last: nothing in it changes by itself while one types.
"""

import datetime as dt
from collections.abc import Callable

from PySide6.QtCore import QDate, QEvent, QLocale, Qt
from PySide6.QtGui import QAction, QKeyEvent, QShowEvent
from PySide6.QtWidgets import QCalendarWidget, QLineEdit, QMenu, QWidget, QWidgetAction

from desktop.gui import icons
from desktop.gui.widgets.marking import mark
from desktop.gui.widgets.typed_line import TypedLine
from desktop.rules.dates import ParsedDate, format_date, parse_date

SENTENCES = {
    "not_date": "Chưa đọc được ngày này. Ví dụ: 5/8/2026, 05082026, hôm nay.",
    "no_such_day": "Không có ngày này trong lịch. Thứ tự là ngày, tháng, năm.",
    "year": "Năm phải từ 1900 đến 2199.",
}
"""What is said beside the field, by the reason of the parser."""


class DateField(TypedLine):
    """A day, or none; shown as `05/08/2026` once the field is left."""

    def __init__(
        self,
        parent: QWidget | None = None,
        *,
        today: Callable[[], dt.date] = dt.date.today,
        default_year: int | None = None,
    ) -> None:
        """Begin blank; a date without a year is in the default year, else this one."""
        super().__init__(parent)
        self.default_year = default_year
        self._today = today
        self.setPlaceholderText("ngày/tháng/năm")
        self._open = QAction("Mở lịch (Alt+Xuống)", self)
        self._open.triggered.connect(self.open_calendar)

    @property
    def value(self) -> dt.date | None:
        """Return the day the text now means; None when blank or not a date."""
        return self._parsed().value

    @property
    def problem(self) -> str:
        """Return why the text is no date, by the parser's word; blank when well."""
        reason = self._parsed().reason
        return "" if reason == "blank" else reason

    def set_value(self, day: dt.date | None) -> None:
        """Show a day, or nothing."""
        self.show_value("" if day is None else format_date(day))

    def open_calendar(self) -> None:
        """Show a month below the field to choose a day from."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        month = calendar_of(self.value or self._today())
        month.activated.connect(lambda day: self._choose(day, menu))
        month.clicked.connect(lambda day: self._choose(day, menu))
        holder = QWidgetAction(menu)
        holder.setDefaultWidget(month)
        menu.addAction(holder)
        menu.popup(self.mapToGlobal(self.rect().bottomLeft()))
        month.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Write today on Ctrl+; as a spreadsheet does; Alt+Down opens the calendar."""
        alone = event.modifiers()
        if event.key() == Qt.Key.Key_Semicolon and (
            alone == Qt.KeyboardModifier.ControlModifier
        ):
            self.insert_today()
        elif event.key() == Qt.Key.Key_Down and (
            alone & Qt.KeyboardModifier.AltModifier
        ):
            self.open_calendar()
        else:
            super().keyPressEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        """Draw the calendar button when first shown."""
        super().showEvent(event)
        if self._open not in self.actions():
            self._open.setIcon(icons.icon("calendar", "quiet"))
            self.addAction(self._open, QLineEdit.ActionPosition.TrailingPosition)

    def changeEvent(self, event: QEvent) -> None:
        """Redraw the button in the colours of another scheme."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and self._open in self.actions():
            self._open.setIcon(icons.icon("calendar", "quiet"))

    def insert_today(self) -> None:
        """Replace the text by today."""
        self.set_value(self._today())
        self.changed.emit()

    def _choose(self, day: QDate, menu: QWidget) -> None:
        chosen = dt.date(day.year(), day.month(), day.day())
        menu.close()
        self.set_value(chosen)
        self.setFocus()
        self.changed.emit()

    def _settle(self) -> None:
        parsed = self._parsed()
        if parsed.value is not None and self.text() != format_date(parsed.value):
            self.set_value(parsed.value)
        mark(self, SENTENCES.get(parsed.reason, ""))

    def _parsed(self) -> ParsedDate:
        return parse_date(self.text(), today=self._today(), year=self.default_year)


def calendar_of(day: dt.date) -> QCalendarWidget:
    """Return a month of the calendar as it is printed here: Monday first."""
    month = QCalendarWidget()
    month.setLocale(QLocale(QLocale.Language.Vietnamese, QLocale.Country.Vietnam))
    month.setFirstDayOfWeek(Qt.DayOfWeek.Monday)
    month.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
    month.setSelectedDate(QDate(day.year, day.month, day.day))
    month.setAccessibleName("Lịch")
    for part in month.findChildren(QWidget):
        if part.focusPolicy() != Qt.FocusPolicy.NoFocus and not part.accessibleName():
            part.setAccessibleName("Lịch")
    return month
