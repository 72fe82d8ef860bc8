"""Write one deadline: who reports what to whom, until when, and when to be reminded."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING, cast

from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from desktop.gui import theme
from desktop.gui.running import run
from desktop.gui.widgets.choice_field import UNKNOWN, ChoiceField
from desktop.gui.widgets.choices_field import ChoicesField
from desktop.gui.widgets.date_field import SENTENCES, DateField
from desktop.gui.widgets.marking import mark
from desktop.gui.widgets.number_field import NumberField
from desktop.operations.entries.record_entry import record
from desktop.operations.periods.read_deadlines import read_work_days
from desktop.records.period import Deadline, DeadlineKind
from desktop.rules import deadlines as rules
from desktop.rules.calendar import part_of_year
from desktop.rules.dates import FIRST_YEAR, LAST_YEAR, format_date
from desktop.rules.deadline_entry import (
    closing_doubt,
    counted_day,
    parse_day_month,
    parse_days,
    problems,
)
from desktop.wording import deadlines as words
from desktop.wording.labels import label
from desktop.wording.problems import sentence

if TYPE_CHECKING:
    from desktop.errors import Problem
    from desktop.gui.session import Session
    from desktop.records.identity import AgencyId
    from desktop.records.plan import Plan

WIDTH = 620
_ONCE = {DeadlineKind.MID_TERM, DeadlineKind.FINAL, DeadlineKind.THEMATIC}
_COUNTED = {DeadlineKind.MID_TERM, DeadlineKind.FINAL}
_CLOSED = {
    DeadlineKind.YEARLY,
    DeadlineKind.HALF_YEARLY,
    DeadlineKind.QUARTERLY,
    DeadlineKind.MONTHLY,
}


class DeadlineDialog(QDialog):
    """One form; what a kind of deadline does not have is not shown."""

    def __init__(
        self,
        session: "Session",
        deadline: Deadline,
        plan: "Plan",
        parent: QWidget | None = None,
    ) -> None:
        """Show a deadline of a plan, new or known."""
        super().__init__(parent)
        self._session = session
        self._deadline = deadline
        self._plan = plan
        self.kept: Deadline | None = None
        self.kind = QComboBox()
        for kind in DeadlineKind:
            self.kind.addItem(label(kind), kind)
        self.text = QLineEdit()
        self.reporters = QLineEdit()
        choices = [(each.id, each.name) for each in session.agencies.values()]
        self.owing = ChoicesField(choices)
        self.recipient = ChoiceField(choices)
        self.recipient_text = QLineEdit()
        self.due = QLineEdit()
        self.inclusive = QCheckBox("Kể cả chính ngày đó")
        self.year = QLineEdit()
        self.since = DateField(today=lambda: session.today)
        self.years = NumberField()
        self.hours = NumberField()
        self.closing = QLineEdit()
        self.remind = QLineEdit()
        self.informative = QCheckBox("Cơ quan khác báo cáo, ở đây chỉ để biết")
        self.said = QLabel()
        self.said.setWordWrap(True)
        self.save_button = QPushButton("Ghi thời hạn")
        self.leave_button = QPushButton("Thôi")
        self.setWindowTitle("Thời hạn báo cáo")
        self._form = QFormLayout()
        self._wrong: dict[QWidget, QLabel] = {}
        self._lay_out()
        self._fill(deadline)
        self._connect()
        self._on_changed()

    @property
    def deadline(self) -> Deadline:
        """Return the deadline as the form says it."""
        kind = self._kind
        day, closing = parse_day_month(self.due.text()), self._closing()
        counted = kind in _COUNTED
        return replace(
            self._deadline,
            kind=kind,
            text=self.text.text().strip(),
            reporters=self.reporters.text().strip(),
            owing=cast("tuple[AgencyId, ...]", self.owing.value),
            recipient=cast("AgencyId | None", self.recipient.value),
            recipient_text=self.recipient_text.text().strip(),
            due_year=_year(self.year.text()) if kind in _ONCE else None,
            due_month=None if kind in rules.ON_REQUEST else day.month,
            due_day=None if kind in rules.ON_REQUEST else day.day,
            inclusive=self.inclusive.isChecked(),
            counted_from=self.since.value if counted else None,
            after_years=self.years.whole if counted else None,
            within_hours=(
                self.hours.whole if kind is DeadlineKind.WITHIN_HOURS else None
            ),
            closing_month=closing[1],
            closing_day=closing[0],
            informative=self.informative.isChecked(),
            remind_days=parse_days(self.remind.text()) or (),
        )

    def save(self) -> None:
        """Keep the deadline, unless something is wrong with it."""
        found = dict(self._faults())
        for field in self._fields():
            self._say(field, found.get(field, ""))
        if found:
            first = next(field for field in self._fields() if field in found)
            first.setFocus()
            self.said.setText("Chưa ghi được: xem các chỗ có dấu ▲.")
            return
        store, made = self._session.store, self.deadline
        run(
            self._session,
            lambda progress: record(store, made, progress),
            title="Ghi thời hạn",
            then=self._on_kept,
        )

    @property
    def _kind(self) -> DeadlineKind:
        return DeadlineKind(self.kind.currentData())

    def _closing(self) -> tuple[int | None, int | None]:
        typed = parse_day_month(self.closing.text())
        return (typed.day, typed.month) if self._kind in _CLOSED else (None, None)

    def _say(self, field: QWidget, fault: str) -> None:
        """Say below a field what is wrong with it; blank: nothing is."""
        mark(field, fault)
        label = self._wrong[field]
        label.setText(f"▲ {fault}")
        self._form.setRowVisible(label, bool(fault) and self._form.isRowVisible(field))

    def _fields(self) -> tuple[QWidget, ...]:
        return tuple(field for _, field, _ in self._rows())

    def _rows(self) -> tuple[tuple[str, QWidget, str], ...]:
        """Return label, field and example of every line of the form."""
        return (
            ("&Kỳ báo cáo", self.kind, ""),
            ("&Việc phải báo cáo *", self.text, "Như kế hoạch ghi"),
            ("&Ai báo cáo", self.reporters, "Như kế hoạch ghi"),
            ("&Đơn vị phải báo cáo", self.owing, ""),
            ("Nơi &nhận", self.recipient, ""),
            ("Nơi nhận (như &ghi)", self.recipient_text, "Như kế hoạch ghi"),
            ("T&rước ngày", self.due, "ví dụ 25/11; hoặc 3 ngày làm việc sau 22/2"),
            ("", self.inclusive, ""),
            ("Tron&g năm", self.year, "ví dụ 2028"),
            ("Tính &từ ngày", self.since, ""),
            ("&Sau (năm)", self.years, "ví dụ 3"),
            ("Trong (&giờ)", self.hours, "ví dụ 24"),
            ("&Chốt số liệu ngày", self.closing, "ví dụ 14/11"),
            ("Nhắc trước (ngà&y)", self.remind, "ví dụ 30, 15, 7, 3, 1"),
            ("", self.informative, ""),
        )

    def _lay_out(self) -> None:
        self._form.setHorizontalSpacing(theme.AROUND)
        self._form.setVerticalSpacing(theme.INSIDE)
        for words_, field, example in self._rows():
            name = words_.replace("&", "").removesuffix(" *")
            if name:
                field.setAccessibleName(name)
            elif isinstance(field, QCheckBox):
                field.setAccessibleName(field.text())
            if example and isinstance(field, QLineEdit):
                field.setPlaceholderText(example)
            self._form.addRow(words_, field)
            self._wrong[field] = wrong = QLabel()
            wrong.setProperty("role", "problem")
            wrong.setWordWrap(True)
            self._form.addRow("", wrong)
            self._form.setRowVisible(wrong, False)
        all_units = "Bỏ trống: mọi đơn vị có nhiệm vụ trong kế hoạch."
        self.owing.setToolTip(all_units)
        self.owing.setAccessibleDescription(all_units)
        self.said.setProperty("role", "quiet")
        self.said.setMinimumHeight(3 * self.said.fontMetrics().lineSpacing())
        column = QVBoxLayout(self)
        column.setContentsMargins(*[theme.AROUND] * 4)
        column.setSpacing(theme.BETWEEN)
        column.addLayout(self._form)
        column.addWidget(self.said)
        column.addStretch()
        column.addLayout(self._buttons())
        self.setMinimumWidth(theme.scaled(WIDTH))

    def _buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(theme.BETWEEN)
        row.addStretch(1)
        self.save_button.setProperty("primary", True)
        for button in (self.leave_button, self.save_button):
            button.setAutoDefault(False)
            button.setAccessibleName(button.text())
            row.addWidget(button)
        self.save_button.setDefault(True)
        self.save_button.clicked.connect(self.save)
        self.leave_button.clicked.connect(self.reject)
        return row

    def _fill(self, one: Deadline) -> None:
        self.kind.setCurrentIndex(self.kind.findData(one.kind))
        self.text.setText(one.text)
        self.reporters.setText(one.reporters)
        self.owing.set_value(one.owing)
        self.recipient.set_value(one.recipient)
        self.recipient_text.setText(one.recipient_text)
        self.due.setText(words.before(one))
        self.inclusive.setChecked(one.inclusive)
        self.year.setText("" if one.due_year is None else str(one.due_year))
        self.since.set_value(one.counted_from)
        self.years.set_value(one.after_years)
        self.hours.set_value(one.within_hours)
        closing = one.closing_day, one.closing_month
        self.closing.setText("{}/{}".format(*closing) if all(closing) else "")
        self.remind.setText(", ".join(str(day) for day in one.remind_days))
        self.informative.setChecked(one.informative)
        for field in self._fields():
            if isinstance(field, QLineEdit):
                field.setCursorPosition(0)

    def _connect(self) -> None:
        self.kind.currentIndexChanged.connect(self._on_changed)
        self.due.editingFinished.connect(self._on_due_left)
        for field in self._fields():
            if isinstance(field, QLineEdit):
                field.textChanged.connect(self._on_changed)
            elif isinstance(field, QCheckBox):
                field.toggled.connect(self._on_changed)

    def _on_due_left(self) -> None:
        """Put the day that words count out: its last working day is in time."""
        year = _year(self.year.text()) or self._session.period.last_day.year
        work = read_work_days(self._session.store.reader)
        day = counted_day(self.due.text(), year, work)
        if day is not None:
            self.due.setText(f"{day.day}/{day.month}")
            self.inclusive.setChecked(True)

    def _faults(self) -> Iterator[tuple[QWidget, str]]:
        """Yield each field something is wrong with, and what."""
        for field in (self.due, self.closing):
            typed = parse_day_month(field.text())
            if typed.reason and self._form.isRowVisible(field):
                yield field, sentence(_problem(typed.reason, field.text()))
        if self.recipient.problem:
            yield self.recipient, UNKNOWN
        if self.since.problem and self._form.isRowVisible(self.since):
            yield self.since, SENTENCES[self.since.problem]
        if self.year.text().strip() and _year(self.year.text()) is None:
            yield self.year, SENTENCES["year"]
        if parse_days(self.remind.text()) is None:
            yield self.remind, "Ghi số ngày, cách nhau bằng dấu phẩy: 30, 15, 7, 3, 1."
        fields = {
            "text": self.text,
            "due_day": self.due,
            "closing_day": self.closing,
            "after_years": self.years,
            "within_hours": self.hours,
        }
        for one in problems(self.deadline):
            yield fields[one.field], sentence(one)

    def _on_changed(self) -> None:
        kind = self._kind
        dated = kind not in rules.ON_REQUEST
        for field, shown in (
            (self.due, dated),
            (self.inclusive, dated),
            (self.year, kind in _ONCE),
            (self.since, kind in _COUNTED),
            (self.years, kind in _COUNTED),
            (self.hours, kind is DeadlineKind.WITHIN_HOURS),
            (self.closing, kind in _CLOSED),
            (self.remind, dated),
        ):
            self._form.setRowVisible(field, shown)
            if not shown:
                self._say(field, "")
        self.said.setText("\n".join(self._preview()))

    def _preview(self) -> Iterator[str]:
        """Yield what follows from the form: the last day, and what is doubtful."""
        made = self.deadline
        year = self._session.period.last_day.year
        found = rules.current(made, self._plan, year, self._session.today)
        if found is None:
            asked = made.kind in rules.ON_REQUEST
            yield words.ON_REQUEST if asked else words.UNKNOWN
            return
        work = read_work_days(self._session.store.reader)
        day = found.last_day
        yield f"Ngày cuối: {words.weekday(day)} {format_date(day)}."
        before = rules.last_working_day(day, work)
        yield words.day_off(day, before)
        closing = self._closing_in(made, day)
        if closing is not None:
            for one in closing_doubt(closing, day, work):
                yield f"▲ {sentence(one)}"

    def _closing_in(self, made: Deadline, last_day: dt.date) -> dt.date | None:
        whole = part_of_year(last_day.year)
        yearly = replace(made, kind=DeadlineKind.YEARLY, informative=False)
        return rules.default_closing((yearly,), whole)

    def _on_kept(self, kept: Deadline) -> None:
        self.kept = kept
        self.accept()


def _year(text: str) -> int | None:
    """Return the year a text means: four digits, never grouped."""
    plain = text.strip()
    if not (plain.isascii() and plain.isdecimal()):
        return None
    return int(plain) if FIRST_YEAR <= int(plain) <= LAST_YEAR else None


def _problem(code: str, text: str) -> "Problem":
    from desktop.errors import Problem

    return Problem("", code, (text,))
