"""The deadlines of every open plan: their days are written here, and taken along."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from desktop.gui import theme
from desktop.gui.pages import deadline_words
from desktop.gui.running import run
from desktop.gui.tables.short_list import Column, ShortList, ShortModel
from desktop.operations.entries.record_entry import new_record_id
from desktop.operations.entries.remove_entry import remove
from desktop.operations.periods.read_deadlines import Due
from desktop.operations.plans.read_plan import PlanBook
from desktop.records.period import Deadline, DeadlineKind
from desktop.wording import deadlines as words
from desktop.wording import endings
from desktop.wording.labels import label

if TYPE_CHECKING:
    from desktop.gui.session import Session
    from desktop.gui.widgets.message_bar import MessageBar
    from desktop.operations.periods.export_deadlines import ExportedDeadlines
    from desktop.records.plan import Plan

BEFORE = 4
"""Column of the day before which a report is due."""
CALENDARS = (("Tệp lịch", "*.ics"),)
NOTE = (
    "“Trước ngày 25/11” nghĩa là chậm nhất ngày 24/11. Bấm đúp vào cột Trước ngày, "
    "hoặc chọn dòng rồi nhấn F2, để nhập ngày và tháng; các phần khác: nút Sửa."
)


class PlanDeadlines(QWidget):
    """Who reports what to whom, before which day."""

    dated = Signal(object, str)
    """A `Due`, and the day somebody typed."""

    def __init__(
        self,
        session: "Session",
        message: "MessageBar",
        parent: QWidget | None = None,
    ) -> None:
        """Begin without deadlines; what is done is said in the page's message bar."""
        super().__init__(parent)
        self._session = session
        self._message = message
        self._plan: Plan | None = None
        self._year = session.period.last_day.year
        self.list = self._make_list()
        self.edit_button = QPushButton("Sửa thời hạn…")
        self.add_button = QPushButton("Thê&m thời hạn…")
        self.remove_button = QPushButton("&Bỏ thời hạn")
        self.days_button = QPushButton("N&gày nghỉ…")
        self.export_button = QPushButton("&Xuất lịch .ics…")
        self._lay_out()
        self.edit_button.clicked.connect(self.edit)
        self.add_button.clicked.connect(self.add)
        self.remove_button.clicked.connect(self.remove)
        self.days_button.clicked.connect(self.show_days_off)
        self.export_button.clicked.connect(self.export)
        self.list.selectionModel().selectionChanged.connect(lambda *_: self._allow())
        self._allow()

    def show_book(self, book: PlanBook) -> None:
        """Show the deadlines in the period's year; requests have their own place."""
        self._plan, self._year = book.plan, book.year
        dues = [due for due in book.dues if due.activity is None]
        self.list.model_.show_rows(dues)
        self._allow()

    def edit(self) -> None:
        """Write every part of the deadline one is on."""
        due: Due | None = self.list.current
        if due is not None and due.plan is not None:
            self._open(due.deadline, due.plan)

    def add(self) -> None:
        """Write a new deadline of the plan the office works by."""
        if self._plan is not None:
            made = Deadline(
                id=str(new_record_id()),
                plan=self._plan.id,
                kind=DeadlineKind.YEARLY,
                text="",
                reporters="",
            )
            self._open(made, self._plan)

    def remove(self) -> None:
        """Drop the deadline one is on; it can be taken back."""
        due: Due | None = self.list.current
        if due is None:
            return
        store, chosen = self._session.store, due.deadline
        run(
            self._session,
            lambda _progress: remove(store, Deadline, (chosen.id,)),
            title="Bỏ thời hạn",
            then=lambda _value: self._say(f"Đã bỏ thời hạn: {words.subject(chosen)}"),
        )

    def show_days_off(self) -> None:
        """Enter days off, and days worked in exchange."""
        from desktop.gui.pages.plan.days_off_dialog import DaysOffDialog

        DaysOffDialog(self._session, self).exec()

    def export(self) -> None:
        """Write the year's deadlines as a calendar for mail and telephone."""
        path = self._session.ask.save_file(
            "Xuất lịch thời hạn",
            f"thoi-han-{self._year}.ics",
            CALENDARS,
            purpose="calendar",
        )
        if path is None:
            return
        from desktop.operations.periods.export_deadlines import (
            CalendarWords,
            export_deadlines,
        )

        store, year = self._session.store, self._year
        calendar = CalendarWords(
            name=words.CALENDAR,
            event=words.event_words,
            ending=endings.event_words,
            practice=words.PRACTICE,
        )
        run(
            self._session,
            lambda _progress: export_deadlines(store, path, year, calendar),
            title="Xuất lịch thời hạn",
            then=self._on_exported,
        )

    def _open(self, deadline: Deadline, plan: "Plan") -> None:
        from desktop.gui.pages.plan.deadline_dialog import DeadlineDialog

        dialog = DeadlineDialog(self._session, deadline, plan, self)
        if dialog.exec() and dialog.kept is not None:
            self.list.select(dialog.kept.id)
            self._say(f"Đã ghi thời hạn: {words.subject(dialog.kept)}")

    def _make_list(self) -> ShortList:
        columns = (
            Column(heading="Việc", text=self._what, weight=24, tip=deadline_words.tip),
            Column(heading="Kỳ", text=lambda due: label(due.deadline.kind), weight=9),
            Column(
                heading="Ai báo cáo", text=lambda due: due.deadline.reporters, weight=24
            ),
            Column(
                heading="Nơi nhận",
                text=lambda due: due.deadline.recipient_text,
                weight=19,
            ),
            Column(heading="Trước ngày", text=_rule, weight=11, typed=_typed),
            Column(
                heading="Ngày cuối",
                text=_last_day,
                weight=13,
                whole=True,
                colour=deadline_words.colour,
                tip=deadline_words.tip,
            ),
        )
        model = ShortModel(columns, lambda due: due.deadline.id, self)
        made = ShortList(model, "Thời hạn báo cáo", self)
        made.write_in_place(BEFORE)
        made.when_empty = "Kế hoạch không nêu thời hạn báo cáo."
        model.typed.connect(lambda due, _column, text: self.dated.emit(due, text))
        return made

    def _lay_out(self) -> None:
        note = QLabel(NOTE)
        note.setWordWrap(True)
        note.setProperty("role", "quiet")
        row = QHBoxLayout()
        row.setSpacing(theme.BETWEEN)
        for button in (self.edit_button, self.add_button, self.remove_button):
            row.addWidget(button)
        row.addStretch()
        row.addWidget(self.days_button)
        row.addWidget(self.export_button)
        every = (self.edit_button, self.add_button, self.remove_button)
        for each in (*every, self.days_button, self.export_button):
            each.setAccessibleName(each.text().replace("&", "").rstrip("…"))
        column = QVBoxLayout(self)
        column.setContentsMargins(*[theme.BETWEEN] * 4)
        column.setSpacing(theme.BETWEEN)
        column.addLayout(row)
        column.addWidget(note)
        column.addWidget(self.list, stretch=1)

    def _what(self, due: Due) -> str:
        """Return what is due, and under which plan when it is another one."""
        said = deadline_words.what(due)
        if due.plan is None or self._plan is None or due.plan.id == self._plan.id:
            return said
        return f"{said}\n({due.plan.title})"

    def _allow(self) -> None:
        chosen = self.list.current is not None
        self.edit_button.setEnabled(chosen)
        self.remove_button.setEnabled(chosen)
        self.add_button.setEnabled(self._plan is not None)

    def _on_exported(self, done: "ExportedDeadlines") -> None:
        said = f"Đã ghi {done.events} mốc vào {done.path.name}."
        if done.undated:
            said += f" {done.undated} thời hạn chưa nhập ngày nên không có trong lịch."
        self._message.say(said)

    def _say(self, done: str) -> None:
        from desktop.gui.steps import offer

        offer(self._session, done, self._message)


def _typed(due: Due) -> str | None:
    """Return what the editor begins with; only a day and month are typed in place."""
    deadline = due.deadline
    written = deadline.kind in {
        DeadlineKind.YEARLY,
        DeadlineKind.HALF_YEARLY,
        DeadlineKind.THEMATIC,
    }
    return deadline_words.before(due) if written else None


def _rule(due: Due) -> str:
    if _typed(due) is not None:
        return deadline_words.before(due) or "Chưa nhập"
    said = words.rule(due.deadline)
    return f"{said[:1].upper()}{said[1:]}" or deadline_words.last_day(due)


def _last_day(due: Due) -> str:
    lines = [deadline_words.last_day(due), deadline_words.left(due)]
    if due.working_day is not None and due.working_day != due.last_day:
        lines.append(f"Làm việc: {due.working_day.day}/{due.working_day.month}")
    return "\n".join(line for line in lines if line)
