"""Enter the days off of a year, and the weekend days worked in exchange."""

import datetime as dt
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from desktop.files.catalogue import load_holidays
from desktop.gui import theme
from desktop.gui.running import run
from desktop.gui.tables.short_list import Column, ShortList, ShortModel
from desktop.gui.widgets.date_field import DateField
from desktop.gui.widgets.marking import mark
from desktop.operations.entries.record_entry import record_many
from desktop.operations.entries.remove_entry import remove
from desktop.records.period import DayOff
from desktop.rules.dates import format_date
from desktop.store import records
from desktop.wording.deadlines import weekday

if TYPE_CHECKING:
    from desktop.gui.session import Session

WIDTH, HEIGHT = 560, 520
MOST_DAYS = 31
"""Days one may enter at once; more is a slip of the year."""
NOTE = (
    "Tết Dương lịch, 30/4, 01/5 và 02/9 đã có sẵn. Tết Nguyên đán, Giỗ Tổ, ngày nghỉ "
    "thứ hai dịp Quốc khánh, ngày nghỉ bù và ngày làm bù thay đổi từng năm: nhập ở đây "
    "theo thông báo."
)
YEARLY = "yearly:"


class DaysOffDialog(QDialog):
    """The days known, and a line to enter more; each is kept at once."""

    def __init__(self, session: "Session", parent: QWidget | None = None) -> None:
        """Show the days of the period's year."""
        super().__init__(parent)
        self._session = session
        self._year = session.period.last_day.year
        self.list = self._make_list()
        self.first = DateField(today=lambda: session.today, default_year=self._year)
        self.last = DateField(today=lambda: session.today, default_year=self._year)
        self.name = QLineEdit()
        self.working = QCheckBox("&Làm bù (ngày nghỉ nhưng đi làm)")
        self.add_button = QPushButton("&Thêm")
        self.remove_button = QPushButton("&Bỏ ngày đang chọn")
        self.close_button = QPushButton("Đóng")
        self.said = QLabel()
        self.setWindowTitle(f"Ngày nghỉ năm {self._year}")
        self._lay_out()
        self.add_button.clicked.connect(self.add)
        self.remove_button.clicked.connect(self.remove)
        self.close_button.clicked.connect(self.accept)
        self.list.selectionModel().selectionChanged.connect(lambda *_: self._allow())
        self.refresh()

    def refresh(self) -> None:
        """List the days of the year, those of every year among them."""
        kept = records.find(self._session.store.reader, DayOff)
        fixed = [
            DayOff(
                id=f"{YEARLY}{one.name}",
                day=dt.date(self._year, one.month, one.day),
                name=one.name,
            )
            for one in load_holidays()
        ]
        rows = [*fixed, *(one for one in kept if one.day.year == self._year)]
        self.list.model_.show_rows(sorted(rows, key=lambda one: one.day))
        self._allow()

    def add(self) -> None:
        """Keep every day from the first to the last; a day kept before is renamed."""
        first, last = self.first.value, self.last.value or self.first.value
        wrong = self._wrong(first, last)
        mark(self.first, "" if first else "Ghi ngày nghỉ.")
        mark(self.last, wrong if first else "")
        if first is None or last is None or wrong:
            (self.last if first else self.first).setFocus()
            self.said.setText(f"▲ {wrong or 'Ghi ngày nghỉ.'}")
            return
        working = self.working.isChecked()
        name = self.name.text().strip() or ("Làm bù" if working else "Nghỉ")
        stretch = (first + dt.timedelta(n) for n in range((last - first).days + 1))
        many = [self._day_off(day, name, working=working) for day in stretch]
        store = self._session.store
        self._do(
            lambda progress: record_many(store, many, subject=name, progress=progress),
            f"Đã ghi {len(many)} ngày.",
        )

    def remove(self) -> None:
        """Drop the day one is on."""
        day: DayOff | None = self.list.current
        if day is None or day.id.startswith(YEARLY):
            return
        store = self._session.store
        self._do(
            lambda _progress: remove(store, DayOff, (day.id,)),
            f"Đã bỏ ngày {format_date(day.day)}.",
        )

    def _day_off(self, day: dt.date, name: str, *, working: bool) -> DayOff:
        """Return a day off, in the place of what was kept of that day."""
        where = {"day": day.isoformat()}
        known = records.find(self._session.store.reader, DayOff, where=where)
        kept = known[0].id if known else day.isoformat()
        return DayOff(id=kept, day=day, name=name, working=working)

    def _wrong(self, first: dt.date | None, last: dt.date | None) -> str:
        if first is None or last is None:
            return ""
        if last < first:
            return "Ngày cuối phải bằng hoặc sau ngày đầu."
        if (last - first).days >= MOST_DAYS:
            return f"Mỗi lần nhập nhiều nhất {MOST_DAYS} ngày."
        return ""

    def _do(self, work: Any, done: str) -> None:  # noqa: ANN401  any work of a job
        def then(_value: object) -> None:
            self.said.setText(done)
            self.first.set_value(None)
            self.last.set_value(None)
            self.refresh()
            self.first.setFocus()

        run(self._session, work, title="Ghi ngày nghỉ", then=then)

    def _allow(self) -> None:
        day: DayOff | None = self.list.current
        self.remove_button.setEnabled(day is not None and not day.id.startswith(YEARLY))

    def _make_list(self) -> ShortList:
        columns = (
            Column(
                heading="Ngày",
                text=lambda one: f"{format_date(one.day)}, {weekday(one.day)}",
                weight=34,
                whole=True,
            ),
            Column(heading="Dịp", text=lambda one: one.name, weight=40),
            Column(heading="Loại", text=_kind, weight=26, whole=True),
        )
        model = ShortModel(columns, lambda one: one.id, self)
        made = ShortList(model, "Ngày nghỉ trong năm", self)
        made.keep_one_line()
        return made

    def _lay_out(self) -> None:
        note = QLabel(NOTE)
        note.setWordWrap(True)
        note.setProperty("role", "quiet")
        column = QVBoxLayout(self)
        column.setContentsMargins(*[theme.AROUND] * 4)
        column.setSpacing(theme.BETWEEN)
        column.addWidget(note)
        column.addWidget(self.list, stretch=1)
        column.addLayout(self._entry())
        column.addWidget(self.said)
        column.addLayout(self._buttons())
        self.resize(theme.scaled(WIDTH), min(theme.scaled(HEIGHT), 690))

    def _entry(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(theme.BETWEEN)
        grid.setVerticalSpacing(theme.INSIDE)
        for column, (words, field) in enumerate(
            (("&Từ ngày", self.first), ("Đến n&gày", self.last), ("&Dịp", self.name))
        ):
            label = QLabel(words)
            label.setBuddy(field)
            field.setAccessibleName(words.replace("&", ""))
            grid.addWidget(label, 0, column)
            grid.addWidget(field, 1, column)
        for field in (self.first, self.last):
            field.setFixedWidth(theme.scaled(150))
        self.working.setAccessibleName("Làm bù")
        grid.addWidget(self.working, 2, 0, 1, 2)
        grid.addWidget(self.add_button, 2, 2, Qt.AlignmentFlag.AlignRight)
        grid.setColumnStretch(2, 1)
        return grid

    def _buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.addWidget(self.remove_button)
        row.addStretch()
        row.addWidget(self.close_button)
        for button in (self.add_button, self.remove_button, self.close_button):
            button.setAccessibleName(button.text().replace("&", ""))
            # Enter in a field of days must not close the window.
            button.setAutoDefault(button is self.add_button)
        return row


def _kind(one: DayOff) -> str:
    if one.id.startswith(YEARLY):
        return "Cố định hằng năm"
    return "Làm bù" if one.working else "Nghỉ"
