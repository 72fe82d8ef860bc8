"""Choose the period everything on screen speaks of."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QWidget

from desktop.errors import UnknownNameError
from desktop.gui import theme
from desktop.gui.widgets.date_field import DateField
from desktop.gui.widgets.marking import mark
from desktop.records.period import Period
from desktop.rules.calendar import CUSTOM, parse_period, span

PARTS = (
    ("", "Cả năm"),
    ("-H1", "6 tháng đầu năm"),
    ("-H2", "6 tháng cuối năm"),
    *(
        (f"-Q{n}", f"Quý {roman}")
        for n, roman in enumerate(("I", "II", "III", "IV"), 1)
    ),
    *((f"-M{n:02}", f"Tháng {n}") for n in range(1, 13)),
    (CUSTOM, "Từ ngày đến ngày"),
)
"""What follows the year in a period's code, and what people call it."""

BACKWARDS = "Ngày cuối phải bằng hoặc sau ngày đầu."


class PeriodSelector(QWidget):
    """A part of a year, or any span of days."""

    changed = Signal(object)
    """The `Period` chosen by hand; not when one is set in code."""

    def __init__(self, period: Period, parent: QWidget | None = None) -> None:
        """Show a period and the years around it."""
        super().__init__(parent)
        self._period = period
        self._part = QComboBox()
        self._part.setAccessibleName("Kỳ")
        self._part.setMaxVisibleItems(len(PARTS))
        for code, name in PARTS:
            self._part.addItem(name, code)
        self._year = QComboBox()
        self._year.setAccessibleName("Năm")
        self._first = DateField(default_year=period.first_day.year)
        self._first.setAccessibleName("Từ ngày")
        self._last = DateField(default_year=period.first_day.year)
        self._last.setAccessibleName("Đến ngày")
        self._dash = QLabel("–")
        self._lay_out()
        self.set_years(period.first_day.year - 2, period.first_day.year + 1)
        self.set_period(period)
        self._part.activated.connect(self._on_part)
        self._year.activated.connect(self._on_choice)
        self._first.editingFinished.connect(self._on_days)
        self._last.editingFinished.connect(self._on_days)
        self._first.changed.connect(self._on_day_chosen)
        self._last.changed.connect(self._on_day_chosen)

    @property
    def period(self) -> Period:
        """Return the period now chosen."""
        return self._period

    def set_years(self, first: int, last: int) -> None:
        """Offer these years, both included, and always that of the period shown."""
        shown = self._period.first_day.year
        years = sorted({*range(first, last + 1), shown})
        self._year.clear()
        for year in years:
            self._year.addItem(str(year), year)
        self._year.setCurrentIndex(years.index(shown))

    def set_period(self, period: Period) -> None:
        """Show a period."""
        self._period = period
        year = period.first_day.year
        part = CUSTOM if period.code == CUSTOM else period.code[len(str(year)) :]
        self._part.setCurrentIndex(self._part.findData(part))
        if self._year.findData(year) < 0:
            self.set_years(year, year)
        self._year.setCurrentIndex(self._year.findData(year))
        self._first.set_value(period.first_day)
        self._last.set_value(period.last_day)
        self._show_days(part == CUSTOM)

    def _lay_out(self) -> None:
        label = QLabel("&Kỳ:")
        label.setBuddy(self._part)
        for field in (self._first, self._last):
            field.setFixedWidth(theme.scaled(128))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.INSIDE)
        parts = (label, self._part, self._year, self._first, self._dash, self._last)
        for part in parts:
            row.addWidget(part)

    def _show_days(self, days: bool) -> None:
        self._year.setVisible(not days)
        for part in (self._first, self._dash, self._last):
            part.setVisible(days)

    def _on_part(self) -> None:
        days = self._part.currentData() == CUSTOM
        self._show_days(days)
        if days:
            self._first.setFocus()
            self._on_days()
        else:
            self._on_choice()

    def _on_choice(self) -> None:
        year, part = self._year.currentData(), self._part.currentData()
        try:
            self._take(parse_period(f"{year}{part}"))
        except UnknownNameError:
            self.set_period(self._period)

    def _on_day_chosen(self) -> None:
        # A day chosen in the calendar, or Ctrl+;, is whole; a typed one is not yet.
        if not any(field.isModified() for field in (self._first, self._last)):
            self._on_days()

    def _on_days(self) -> None:
        first, last = self._first.value, self._last.value
        if first is None or last is None:
            return
        backwards = last < first
        mark(self._last, BACKWARDS if backwards else "")
        if not backwards:
            self._take(span(first, last))

    def _take(self, period: Period) -> None:
        if period != self._period:
            self._period = period
            self._first.set_value(period.first_day)
            self._last.set_value(period.last_day)
            self.changed.emit(period)
