"""The place `Kế hoạch`: its text, tasks, targets, deadlines and agencies."""

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QLabel, QTabWidget, QVBoxLayout, QWidget

from desktop.errors import DesktopError, InputError
from desktop.gui import theme
from desktop.gui.jobs import Job, Work
from desktop.gui.pages.plan.agencies import PlanAgencies
from desktop.gui.pages.plan.deadlines import PlanDeadlines
from desktop.gui.pages.plan.targets import PlanTargets, milestone_of
from desktop.gui.pages.plan.tasks import PlanTasks
from desktop.gui.pages.plan.text import PlanText
from desktop.gui.reading import Reading
from desktop.gui.session import Session
from desktop.gui.steps import take
from desktop.gui.widgets.message_bar import MessageBar
from desktop.gui.widgets.number_field import SENTENCES as NUMBER_SENTENCES
from desktop.operations.read_deadlines import Due
from desktop.operations.read_plan import PlanBook, read_plan
from desktop.operations.record_entry import record
from desktop.operations.remove_entry import remove
from desktop.records.result import Result, Verdict
from desktop.records.target import Milestone
from desktop.records.task import TaskState
from desktop.rules.dates import parse_date
from desktop.rules.numbers import parse_integer
from desktop.store.search import Hit
from desktop.wording.labels import label
from desktop.wording.problems import sentence as problem_sentence


class PlanPage(QWidget):
    """One plan in five parts; what an office adds to it is written in place."""

    def __init__(self, session: Session) -> None:
        """Lay out everything; the plan comes from the worker."""
        super().__init__()
        self._session = session
        self.book: PlanBook | None = None
        self._wanted: object = None
        self.sentence = QLabel("Đang đọc kế hoạch…")
        self.message = MessageBar()
        self.tasks = PlanTasks()
        self.targets = PlanTargets()
        self.text = PlanText()
        self.deadlines = PlanDeadlines(session, self.message)
        self.agencies = PlanAgencies()
        self.tabs = QTabWidget()
        self.tabs.setAccessibleName("Các phần của kế hoạch")
        self.tabs.setDocumentMode(True)
        for part, name in (
            (self.tasks, "Nhiệm vụ"),
            (self.targets, "Chỉ tiêu"),
            (self.text, "Nội dung"),
            (self.deadlines, "Thời hạn"),
            (self.agencies, "Đơn vị"),
        ):
            self.tabs.addTab(part, name)
        self.reading = Reading(self, session, read_plan)
        self._lay_out()
        self.reading.arrived.connect(self._on_read)
        self.tasks.stated.connect(self._on_stated)
        self.targets.planned.connect(self._on_planned)
        self.deadlines.dated.connect(self._on_dated)

    def open(self, what: object) -> None:
        """Show one part, a task, a target or an agency, by its id or as found."""
        self._wanted = what.row_id if isinstance(what, Hit) else what
        self._show_wanted()

    def showEvent(self, event: QShowEvent) -> None:
        """Put the cursor into the part shown."""
        super().showEvent(event)
        if self.focusWidget() is None:
            self.tabs.currentWidget().setFocus()
            self.tasks.list.setFocus()

    def _lay_out(self) -> None:
        title = QLabel("Kế hoạch")
        title.setProperty("role", "title")
        self.sentence.setProperty("role", "quiet")
        self.sentence.setWordWrap(True)
        self.sentence.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
        )
        page = QVBoxLayout(self)
        page.setContentsMargins(*[theme.AROUND] * 4)
        page.setSpacing(theme.BETWEEN)
        page.addWidget(title)
        page.addWidget(self.sentence)
        page.addWidget(self.message)
        page.addWidget(self.tabs, stretch=1)

    def _on_read(self, book: PlanBook) -> None:
        self.book = book
        self.sentence.setText(headline(book))
        self.tasks.show_book(book)
        self.targets.show_book(book)
        self.text.show_book(book)
        self.deadlines.show_book(book)
        self.agencies.show_book(book)
        self._show_wanted()

    def _show_wanted(self) -> None:
        """Go to what was asked for, once the plan is there."""
        wanted = str(self._wanted or "")
        if self.book is None or not wanted:
            return
        self._wanted = None
        parts = {"deadlines": self.deadlines, "targets": self.targets}
        if wanted in parts:
            self.tabs.setCurrentWidget(parts[wanted])
            return
        for part in (self.tasks, self.targets, self.deadlines, self.agencies):
            if part.list.select(wanted):
                self.tabs.setCurrentWidget(part)
                part.list.setFocus()

    def _on_stated(self, state: TaskState) -> None:
        self._do(
            lambda progress: record(self._session.store, state, progress),
            f"Đã ghi trạng thái: {label(state.progress).lower()}",
        )

    def _on_planned(self, result: Result, text: str) -> None:
        if self.book is None:
            return
        target, year = result.target, self.book.year
        known = self.targets.milestone(target.id)
        store = self._session.store
        if not text:
            if known is not None:
                self._do(
                    lambda _progress: remove(store, Milestone, (known.id,)),
                    f"Đã bỏ số giao năm {year}: {target.label}",
                )
            return
        parsed = parse_integer(text)
        if parsed.value is None or parsed.value < 0:
            reason = "below_zero" if parsed.value is not None else parsed.reason
            said = NUMBER_SENTENCES.get(reason, "Chưa đọc được số này.")
            self.message.warn(f"Chưa ghi “{text}”. {said}")
            return
        made = milestone_of(known, result, year, parsed.value)
        self._do(
            lambda progress: record(store, made, progress),
            f"Đã ghi số giao năm {year}: {target.label}",
        )

    def _on_dated(self, due: Due, text: str) -> None:
        parsed = parse_date(text, today=self._session.today)
        if text and parsed.value is None:
            self.message.warn(
                f"Chưa ghi “{text}”: cần ngày và tháng có trong lịch, ví dụ 25/11."
            )
            return
        day = parsed.value
        made = replace(
            due.deadline,
            due_month=day.month if day else None,
            due_day=day.day if day else None,
        )
        self._do(
            lambda progress: record(self._session.store, made, progress),
            f"Đã ghi thời hạn: trước ngày {day.day}/{day.month}"
            if day
            else "Đã bỏ ngày của thời hạn",
        )

    def _do(self, work: Work, done: str) -> None:
        """Run a deed, say that it is done, and offer to take it back."""
        session = self._session
        job = Job(work, title=done, initiator=self)
        job.succeeded.connect(
            lambda _value: self.message.say(
                done, "Hoàn tác", lambda: take(session, "undo", self.message)
            )
        )
        job.failed.connect(self._on_failed)
        session.jobs.start(job)

    def _on_failed(self, error: Exception) -> None:
        if isinstance(error, InputError):
            said = " ".join(problem_sentence(one, "") for one in error.problems)
            self.message.warn(f"Chưa ghi được. {said}")
        elif isinstance(error, DesktopError):
            from desktop.wording.faults import explain

            self._session.ask.show_fault(explain(error))
        else:
            self._session.jobs.unheard.emit(error)


def headline(book: PlanBook) -> str:
    """Say which plan this is, and how its targets stand."""
    plan = book.plan
    number = " ".join(plan.number.split())
    numbered = f" số {number}" if number and not number.startswith("/") else ""
    issuer = next((one.name for one in book.agencies if one.id == plan.issuer), "")
    years = f"{plan.first_day.year}–{plan.last_day.year}"
    unknown = sum(one.headline.verdict is Verdict.UNKNOWN for one in book.results)
    said = f"{plan.document_type.capitalize()}{numbered}: {plan.title}. "
    said += f"{issuer} ban hành, các năm {years}."
    return f"{said} {unknown} chỉ tiêu chưa đủ số liệu." if unknown else said
