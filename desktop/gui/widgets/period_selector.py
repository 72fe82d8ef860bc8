"""Choose the period everything on screen speaks of."""

import datetime as dt
from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QWidget

from desktop.errors import InputError
from desktop.gui import theme
from desktop.gui.widgets.date_field import DateField
from desktop.gui.widgets.marking import mark
from desktop.records.period import Period, Regime
from desktop.rules.calendar import (
    CUSTOM,
    closed_on,
    part_of_year,
    read_code,
    span,
    year_of,
)
from desktop.wording.problems import sentence

FROM_PLAN_START = "from_plan_start"
PARTS = (
    ("", "Cả năm"),
    ("H1", "6 tháng đầu năm"),
    ("H2", "6 tháng cuối năm"),
    ("N9", "9 tháng đầu năm"),
    *((f"Q{n}", f"Quý {roman}") for n, roman in enumerate(("I", "II", "III", "IV"), 1)),
    *((f"M{n:02}", f"Tháng {n}") for n in range(1, 13)),
    (FROM_PLAN_START, "Từ đầu kế hoạch đến ngày"),
    (CUSTOM, "Từ ngày đến ngày"),
)
"""Parts of a year as in a period's code, spans, and what people call them."""

DAY_WIDTH, PART_LETTERS, SPAN_LETTERS = 108, 12, 18
"""Room for a day, for a part in letters as wide as an X, and for the name of a span."""
BACKWARDS = "Ngày cuối phải bằng hoặc sau ngày đầu."
DOUBT = "▲"


class PeriodSelector(QWidget):
    """A part of a year by one of the ways to cut it, or any span of days."""

    changed = Signal(object)
    """The `Period` chosen by hand; not when one is set in code."""
    regime_chosen = Signal(str)
    """Code of the regime chosen by hand."""

    def __init__(
        self,
        period: Period,
        parent: QWidget | None = None,
        *,
        regimes: Sequence[Regime] = (),
        regime: str = "",
    ) -> None:
        """Show a period and the years around it; without regimes, by the calendar."""
        super().__init__(parent)
        self._period = period
        self._regimes = {one.code: one for one in regimes}
        self._plan_days = (period.first_day, period.last_day)
        self.close_as_planned: Callable[[Period, Regime], Period] = lambda one, _: one
        """Puts into a period just chosen the closing day its plan tells."""
        self.doubt_of: Callable[[Period], str] = lambda _: ""
        """Returns what is doubtful about a period's closing day; blank when nothing."""
        self._part = _combo("Kỳ", PARTS)
        self._part.setMaxVisibleItems(len(PARTS))
        self._year = _combo("Năm", ())
        self._regime = _combo("Cách chia kỳ", [(one.code, one.name) for one in regimes])
        self._first = _day_field("Từ ngày", period)
        self._last = _day_field("Đến ngày", period)
        self._closing = _day_field("Ngày chốt số liệu", period)
        self._doubt = QLabel(DOUBT)
        self._doubt.setProperty("role", "doubt")
        self._dash = QLabel("–")
        self._closing_label = QLabel("Chốt:")
        self._lay_out()
        self.set_years(period.first_day.year - 2, period.first_day.year + 1)
        self.set_regime(regime)
        self.set_period(period)
        self._connect()

    @property
    def period(self) -> Period:
        """Return the period now chosen."""
        return self._period

    def set_years(self, first: int, last: int) -> None:
        """Offer these years, both included, and always that of the period shown."""
        shown = year_of(self._period)
        years = sorted({*range(first, last + 1), shown})
        self._year.clear()
        for year in years:
            self._year.addItem(str(year), year)
        self._year.setCurrentIndex(years.index(shown))

    def set_plan(self, first_day: dt.date, last_day: dt.date) -> None:
        """Offer the years of a plan, and the days from its first one on."""
        self._plan_days = (first_day, last_day)
        self.set_years(first_day.year, last_day.year)
        self.set_period(self._period)

    def set_regime(self, code: str) -> None:
        """Show how years are cut, without choosing another period."""
        self._regime.setCurrentIndex(max(self._regime.findData(code), 0))
        self._show_parts()

    def follow_regime(self, code: str) -> None:
        """Cut the part of a year now shown by another regime."""
        self.set_regime(code)
        if self._part.currentData() not in {CUSTOM, FROM_PLAN_START}:
            self._on_choice()

    def set_period(self, period: Period) -> None:
        """Show a period, and the regime that cuts it."""
        self._period = period
        code = read_code(period.code)
        self._part.setCurrentIndex(self._part.findData(self._part_of(period)))
        if code is not None:
            self._show_regime(code.regime)
        year = year_of(period)
        if self._year.findData(year) < 0:
            self.set_years(year, year)
        self._year.setCurrentIndex(self._year.findData(year))
        self._show_days()
        self._show_parts()

    def changeEvent(self, event: QEvent) -> None:
        """Fit the fields to the size of letters, when it is chosen anew."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange:
            self._fit()

    def _connect(self) -> None:
        self._part.activated.connect(self._on_part)
        self._year.activated.connect(self._on_choice)
        self._regime.activated.connect(self._on_regime)
        for field, done in (
            (self._first, self._on_days),
            (self._last, self._on_days),
            (self._closing, self._on_closing),
        ):
            field.editingFinished.connect(done)
            # A day chosen in the calendar, or Ctrl+;, is whole; a typed one not yet.
            field.changed.connect(
                lambda field=field, done=done: None if field.isModified() else done()
            )

    def _lay_out(self) -> None:
        label = QLabel("&Kỳ:")
        label.setBuddy(self._part)
        self._closing_label.setBuddy(self._closing)
        self._part.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self._part.setMinimumContentsLength(PART_LETTERS)
        self._fit()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.INSIDE)
        for part in (label, self._part, self._year, self._regime, self._first):
            row.addWidget(part)
        for part in (self._dash, self._last, self._closing_label, self._closing):
            row.addWidget(part)
        row.addWidget(self._doubt)

    def _fit(self) -> None:
        """Give days room for their digits, and the list for its longest line."""
        for field in (self._first, self._last, self._closing):
            field.setFixedWidth(theme.scaled(DAY_WIDTH))
        listed = self._part.view()
        listed.setMinimumWidth(listed.sizeHintForColumn(0) + theme.scaled(theme.AROUND))

    @property
    def _regime_now(self) -> Regime | None:
        return self._regimes.get(str(self._regime.currentData() or ""))

    def _part_of(self, period: Period) -> str:
        code = read_code(period.code)
        if code is not None:
            return code.part
        return FROM_PLAN_START if period.first_day == self._plan_days[0] else CUSTOM

    def _show_regime(self, code: str) -> None:
        """Show the regime of a period's code; the calendar's are told by no code."""
        now = self._regime_now
        if code:
            self._regime.setCurrentIndex(max(self._regime.findData(code), 0))
        elif now is not None and now.cut_day is not None:
            usual = (one for one in self._regimes.values() if one.cut_day is None)
            self.set_regime(next(usual, now).code)

    def _show_days(self) -> None:
        self._first.set_value(self._period.first_day)
        self._last.set_value(self._period.last_day)
        self._closing.set_value(self._period.closing_day)
        doubt = self.doubt_of(self._period)
        self._doubt.setVisible(bool(doubt))
        self._doubt.setToolTip(doubt)
        if doubt:
            self._closing.setToolTip(doubt)
            self._closing.setAccessibleDescription(doubt)

    def _show_parts(self) -> None:
        """Show the fields that the kind of period has."""
        part, regime = self._part.currentData(), self._regime_now
        spans = part in {CUSTOM, FROM_PLAN_START}
        closes = not spans and regime is not None and regime.typed_closing
        self._part.setMinimumContentsLength(SPAN_LETTERS if spans else PART_LETTERS)
        for field, shown in (
            (self._year, not spans),
            (self._regime, not spans and bool(self._regimes)),
            (self._first, part == CUSTOM),
            (self._dash, part == CUSTOM),
            (self._last, spans),
            (self._closing_label, closes),
            (self._closing, closes),
        ):
            field.setVisible(shown)

    def _on_part(self) -> None:
        part = self._part.currentData()
        self._show_parts()
        if part == CUSTOM:
            self._first.setFocus()
            self._on_days()
        elif part == FROM_PLAN_START:
            first, last = self._plan_days
            self._last.setFocus()
            self._take(span(first, min(max(self._period.last_day, first), last)))
        else:
            self._on_choice()

    def _on_regime(self) -> None:
        self._show_parts()
        self._on_choice()
        self.regime_chosen.emit(str(self._regime.currentData()))

    def _on_choice(self) -> None:
        year, part = self._year.currentData(), self._part.currentData()
        regime = self._regime_now
        try:
            period = part_of_year(year, part, regime)
        except InputError:
            self.set_period(self._period)
            return
        self._take(self.close_as_planned(period, regime) if regime else period)

    def _on_days(self) -> None:
        planned = self._part.currentData() == FROM_PLAN_START
        first = self._plan_days[0] if planned else self._first.value
        last = self._last.value
        if first is None or last is None:
            return
        backwards = last < first
        mark(self._last, BACKWARDS if backwards else "")
        if not backwards:
            self._take(span(first, last))

    def _on_closing(self) -> None:
        """Close the figures on the day typed; blank: on the period's last."""
        if self._closing.problem:
            return
        day = self._closing.value or self._period.last_day
        try:
            period = closed_on(self._period, day)
        except InputError as error:
            mark(self._closing, sentence(error.problems[0]))
            return
        mark(self._closing, "")
        self._take(period)

    def _take(self, period: Period) -> None:
        changed = period != self._period
        self._period = period
        self._show_days()
        if changed:
            self.changed.emit(period)


def _combo(name: str, items: Sequence[tuple[str, str]]) -> QComboBox:
    made = QComboBox()
    made.setAccessibleName(name)
    for code, words in items:
        made.addItem(words, code)
    return made


def _day_field(name: str, period: Period) -> DateField:
    made = DateField(default_year=period.first_day.year)
    made.setAccessibleName(name)
    return made
