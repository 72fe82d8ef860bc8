"""Repeat an entry: every so many days, weeks or months, until some day."""

from typing import Any

from PySide6.QtWidgets import QCheckBox, QComboBox, QLabel, QWidget

from desktop.errors import Problem
from desktop.gui.forms.deed_dialog import DeedDialog
from desktop.gui.forms.field_grid import day_problems
from desktop.gui.jobs import Work
from desktop.gui.session import Session
from desktop.gui.widgets.date_field import DateField
from desktop.gui.widgets.number_field import NumberField
from desktop.operations.entries.record_series import day_field, record_series
from desktop.operations.periods.read_deadlines import read_work_days
from desktop.records.register import Register
from desktop.rules.dates import format_date
from desktop.rules.entry import title_of
from desktop.rules.numbers import format_integer
from desktop.rules.series import LONGEST, Rhythm, Unit, days_after

_UNITS = {Unit.DAY: "ngày", Unit.WEEK: "tuần", Unit.MONTH: "tháng"}
_NAMED = 3
"""Days named before the dots."""


class SeriesDialog(DeedDialog):
    """Say how often and until when; the days that follow are shown as one types."""

    def __init__(
        self,
        session: Session,
        register: Register,
        record: Any,  # noqa: ANN401  of any register
        parent: QWidget,
    ) -> None:
        """Begin with every week until the end of the period."""
        super().__init__(session, f"Ghi lặp lại {register.one}", "&Ghi", parent)
        self._register = register
        self._record = record
        self._first = getattr(record, day_field(register))
        self.step = NumberField()
        self.unit = QComboBox()
        self.until = DateField(
            today=lambda: session.today, default_year=session.period.last_day.year
        )
        self.work_days_only = QCheckBox("&Bỏ thứ bảy, chủ nhật, ngày nghỉ, ngày lễ")
        self.preview = QLabel()
        self._days = read_work_days(session.store.reader)
        self._fill()
        self._show_days()

    def problems(self) -> tuple[Problem, ...]:
        """Return what is wrong with the rhythm."""
        found = list(day_problems("until", self.until, needed=True))
        if not (self.step.whole or 0) > 0:
            found.append(Problem("step", "missing"))
        if not found and not self._found():
            found.append(Problem("until", "series_empty", (format_date(self._first),)))
        if not found and len(self._found()) > LONGEST:
            found.append(Problem("until", "series_too_long", (str(LONGEST),)))
        return tuple(found)

    def deed(self) -> Work:
        """Return the deed that records all of them."""
        store, days = self.session.store, self._found()
        return lambda progress: record_series(
            store, self._register, self._record, days, progress
        )

    def _fill(self) -> None:
        title = title_of(self._record) or self._register.one
        said = QLabel(f"{title} · {format_date(self._first)}")
        said.setWordWrap(True)
        self.step.set_value(1)
        for unit, words in _UNITS.items():
            self.unit.addItem(words, unit)
        self.unit.setCurrentIndex(1)
        self.until.set_value(self.session.period.last_day)
        self.preview.setWordWrap(True)
        self.preview.setProperty("role", "quiet")
        self.grid.add("record", "Mục được lặp lại", said)
        self.grid.add("step", "&Cứ mỗi *", self.step, "Số ngày, tuần hoặc tháng.")
        self.grid.add("unit", "Đơn &vị thời gian *", self.unit)
        self.grid.add("until", "Đến &hết ngày *", self.until)
        self.grid.add_check("work_days", self.work_days_only)
        self.grid.add("preview", "Sẽ ghi", self.preview)
        self.step.changed.connect(self._show_days)
        self.unit.currentIndexChanged.connect(self._show_days)
        self.until.changed.connect(self._show_days)
        self.work_days_only.toggled.connect(self._show_days)
        self.lay_out()
        self.step.setFocus()

    def _found(self) -> tuple[Any, ...]:
        step, until = self.step.whole, self.until.value
        if not step or step < 1 or until is None:
            return ()
        days = self._days if self.work_days_only.isChecked() else None
        unit = Unit(self.unit.currentData())
        rhythm = Rhythm(unit=unit, step=int(step), until=until, work_days=days)
        return days_after(self._first, rhythm)

    def _show_days(self, *_: object) -> None:
        days = self._found()
        named = [format_date(day) for day in days[:_NAMED]]
        if len(days) > _NAMED:
            named += ["…", format_date(days[-1])]
        many = len(days) > LONGEST
        count = f"hơn {LONGEST}" if many else format_integer(len(days))
        said = f"{count} {self._register.one}: {', '.join(named)}"
        self.preview.setText(said if days else "Chưa có ngày nào.")
        self.do_button.setText(f"&Ghi {count} mục" if days else "&Ghi")
        self.do_button.setAccessibleName(self.do_button.text().replace("&", ""))
