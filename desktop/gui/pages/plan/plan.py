"""The place `Kế hoạch`: its text, tasks, targets, deadlines and agencies."""

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QLabel, QTabWidget, QVBoxLayout, QWidget

from desktop.gui import theme
from desktop.gui.pages.plan.agencies import PlanAgencies
from desktop.gui.pages.plan.chooser import PlanChooser
from desktop.gui.pages.plan.deadlines import PlanDeadlines
from desktop.gui.pages.plan.deeds import Deeds
from desktop.gui.pages.plan.targets import PlanTargets
from desktop.gui.pages.plan.tasks import PlanTasks
from desktop.gui.pages.plan.text import PlanText
from desktop.gui.reading import Reading
from desktop.gui.session import Session
from desktop.gui.widgets.message_bar import MessageBar
from desktop.operations.entries.record_entry import record
from desktop.operations.periods.read_deadlines import Due
from desktop.operations.plans.read_plan import PlanBook, read_plan
from desktop.records.plan import PlanState
from desktop.records.result import Verdict
from desktop.rules.dates import parse_date
from desktop.store.search import Hit
from desktop.wording.labels import label


class PlanPage(QWidget):
    """The plan the office works by in five parts, each written where it is shown."""

    def __init__(self, session: Session) -> None:
        """Lay out everything; the plan comes from the worker."""
        super().__init__()
        self._session = session
        self.book: PlanBook | None = None
        self._wanted: object = None
        self.sentence = QLabel("Đang đọc kế hoạch…")
        self.message = MessageBar()
        self.deeds = Deeds(session, self.message, self)
        self.chooser = PlanChooser(self.deeds)
        self.text = PlanText(self.deeds)
        self.tasks = PlanTasks(self.deeds)
        self.targets = PlanTargets(self.deeds)
        self.deadlines = PlanDeadlines(session, self.message)
        self.agencies = PlanAgencies(session)
        self.tabs = QTabWidget()
        self.tabs.tabBar().setAccessibleName("Các phần của kế hoạch")
        self.tabs.setAccessibleName("Các phần của kế hoạch")
        self.tabs.setDocumentMode(True)
        for part, name in (
            (self.text, "Văn bản"),
            (self.tasks, "Nhiệm vụ"),
            (self.targets, "Chỉ tiêu"),
            (self.deadlines, "Thời hạn"),
            (self.agencies, "Cơ quan"),
        ):
            self.tabs.addTab(part, name)
        # What is looked at every week, and not what is first on paper.
        self.tabs.setCurrentWidget(self.tasks)
        self.reading = Reading(self, session, read_plan)
        self._lay_out()
        self.reading.arrived.connect(self._on_read)
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
        for part in (title, self.chooser, self.sentence, self.message):
            page.addWidget(part)
        page.addWidget(self.tabs, stretch=1)

    def _on_read(self, book: PlanBook) -> None:
        self.book = book
        self.sentence.setText(headline(book))
        self.chooser.show_book(book)
        self.text.show_book(book)
        self.tasks.show_book(book)
        self.targets.show_book(book)
        self.deadlines.show_book(book)
        self.agencies.show_book(book)
        self._show_wanted()

    def _show_wanted(self) -> None:
        """Go to what was asked for, once the plan is there."""
        wanted = str(self._wanted or "")
        if self.book is None or not wanted:
            return
        self._wanted = None
        parts: dict[str, QWidget] = {
            "deadlines": self.deadlines,
            "targets": self.targets,
            "text": self.text,
        }
        if wanted in parts:
            self.tabs.setCurrentWidget(parts[wanted])
            return
        for part in (self.tasks, self.targets, self.deadlines, self.agencies):
            if part.list.select(wanted):
                self.tabs.setCurrentWidget(part)
                part.list.setFocus()

    def _on_dated(self, due: Due, text: str) -> None:
        """Keep the day somebody typed as the one before which a report is due."""
        parsed = parse_date(text, today=self._session.today)
        if text and parsed.value is None:
            self.message.warn(
                f"Chưa ghi “{text}”: cần ngày và tháng có trong lịch, ví dụ 25/11."
            )
            return
        day, store = parsed.value, self._session.store
        made = replace(
            due.deadline,
            due_month=day.month if day else None,
            due_day=day.day if day else None,
        )
        self.deeds.do(
            lambda progress: record(store, made, progress),
            f"Đã ghi thời hạn: trước ngày {day.day}/{day.month}"
            if day
            else "Đã bỏ ngày của thời hạn",
        )


def headline(book: PlanBook) -> str:
    """Say who issued the plan, under which plan, and how its targets stand."""
    plan = book.plan
    number = " ".join(plan.number.split())
    numbered = f" số {number}" if number and not number.startswith("/") else ""
    issuer = next((one.name for one in book.agencies if one.id == plan.issuer), "")
    years = f"{plan.first_day.year}–{plan.last_day.year}"
    if plan.first_day.year == plan.last_day.year:
        years = str(plan.first_day.year)
    said = f"{plan.document_type.capitalize()}{numbered} của {issuer}, {years}"
    if plan.state is not PlanState.IN_FORCE:
        said += f", {label(plan.state).lower()}"
    if plan.carried_by is not None and plan.carried_by != plan.issuer:
        carrier = next((o.name for o in book.agencies if o.id == plan.carried_by), "")
        said += f", nay do {carrier} thực hiện" if carrier else ""
    above = next((one.title for one in book.plans if one.id == plan.parent), "")
    said += f". Thực hiện kế hoạch cấp trên: {above}." if above else "."
    unknown = sum(one.headline.verdict is Verdict.UNKNOWN for one in book.results)
    return f"{said} {unknown} chỉ tiêu chưa đủ số liệu." if unknown else said
