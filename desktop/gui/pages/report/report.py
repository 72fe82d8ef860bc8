"""Báo cáo: write, check, preview, issue, export and sign the report of a period."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import (
    QDragEnterEvent,
    QDropEvent,
    QHideEvent,
    QResizeEvent,
    QShowEvent,
)
from PySide6.QtWidgets import (
    QLabel,
    QPushButton,
    QSplitter,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from desktop.gui import theme
from desktop.gui.pages.report import following
from desktop.gui.pages.report import work as report_work
from desktop.gui.pages.report.checking.panel import CheckPanel
from desktop.gui.pages.report.draft import DraftForm
from desktop.gui.pages.report.drafting import COUNTED, Drafted
from desktop.gui.pages.report.due import DueSentence
from desktop.gui.pages.report.figures_desk import FiguresDesk
from desktop.gui.pages.report.frame import facts_row, head_row
from desktop.gui.pages.report.frozen import Frozen
from desktop.gui.pages.report.issued_desk import IssuedDesk
from desktop.gui.pages.report.issuing import Issuing
from desktop.gui.pages.report.kind_box import KindBox
from desktop.gui.pages.report.left_side import LeftSide
from desktop.gui.pages.report.list import ReportList, facts_line
from desktop.gui.pages.report.outline import Outline, table_lines
from desktop.gui.pages.report.period_desk import PeriodDesk
from desktop.gui.pages.report.steps import ReportSteps
from desktop.gui.pages.report.work import Standing
from desktop.gui.running import run
from desktop.gui.widgets.message_bar import MessageBar
from desktop.gui.widgets.pdf_view import PdfView

if TYPE_CHECKING:
    from pathlib import Path

    from desktop.gui.pages.signing.dialog import SignDialog
    from desktop.gui.session import Session
    from desktop.records.report import Report

CHECK_WIDTH = 680
"""Pixels at 100 % in which what was found can be read."""


class ReportPage(QWidget):
    """One kind of report on the period shown, and every report issued so far."""

    def __init__(self, session: "Session") -> None:
        """Lay out; figures are computed when the page is first shown."""
        super().__init__()
        self._session = session
        self._stale = True
        self._step = "write"
        self._errors = 0
        self.kinds = KindBox(session)
        self.steps = ReportSteps()
        self.reports = ReportList()
        self.draft = DraftForm(session)
        self.outline = Outline()
        self.left = LeftSide(self.reports, self.outline)
        self.checking = CheckPanel(session)
        self.figures = FiguresDesk(session)
        self.view = PdfView("Bản xem trước báo cáo")
        self.facts = QLabel()
        self.next_line = QLabel()
        self.folder_button = QPushButton("Mở thư mục")
        self.message = MessageBar()
        self.stack = QStackedWidget()
        self.due = DueSentence(session, self)
        self.frozen = Frozen(session, self)
        self.period = PeriodDesk(session, self)
        self.issuing = Issuing(session, self, self)
        self.issued = IssuedDesk(session, self, self)
        self.more = QToolButton()
        self.draft.show_draft(session.period, self.kinds.kind.code)
        self._lay_out()
        self._connect()
        self.refresh()

    @property
    def state(self) -> QLabel:
        """Return the sentence of state."""
        return self.due.label

    @property
    def current(self) -> Standing | None:
        """Return the issued report chosen, or None for the draft."""
        return self.reports.current

    @property
    def sign_dialog(self) -> "SignDialog | None":
        """Return the dialog of signing, while it is open."""
        return self.issuing.sign_dialog

    def refresh(self, wanted: str | None = None) -> None:
        """Read the list anew, keeping what is chosen or choosing the one wanted."""
        if wanted is None:
            wanted = self.current.issued.id if self.current else ""
        found = report_work.standings(self._session.store)
        self.reports.show_reports(
            self._session.period, found, wanted, self.kinds.currentText()
        )
        self.show_facts()

    def open(self, what: object) -> None:
        """Show the issued report with this id, or the draft of a kind."""
        wanted = self.draft.address(what)
        if self.kinds.findData(wanted) >= 0:
            self.kinds.choose(wanted)
            return
        self.refresh(wanted)
        self._on_chosen()

    def write(self) -> None:
        """Show the words of the draft."""
        self._show_draft("write")

    def check(self) -> None:
        """Look for what whoever receives the report would send back."""
        if not self.draft.readable:
            return
        self._show_draft("check")
        self.checking.show_request(self.draft.request)
        self.stack.setCurrentWidget(self.checking)
        self.checking.list.setFocus()

    def preview(self) -> None:
        """Draw the very PDF: of the draft as it is now, or as it was issued."""
        if self.current is None and not self.draft.readable:
            return
        self._step = "preview"
        self.view.show_nothing("Đang vẽ bản xem trước…")
        self.stack.setCurrentWidget(self.view)
        self.show_facts()
        run(
            self._session,
            self.issuing.preview_work(),
            title="Xem trước báo cáo",
            then=self._on_drawn,
        )

    def issue(self) -> None:
        """Freeze the draft as an issued report, after saying what that means."""
        self.issuing.issue()

    def export(self) -> None:
        """Write the files of the issued report into a folder somebody chooses."""
        self.issuing.export()

    def sign(self) -> None:
        """Open the dialog that signs the exported files."""
        self.issuing.sign()

    def show_table(self, code: str) -> None:
        """Show a table of the draft, or of the issued report chosen."""
        if self.current is None:
            self._show_draft("write")
        if self.figures.show_table(code):
            self.stack.setCurrentWidget(self.figures)
            self.figures.pane.view.setFocus()
        self.show_facts()

    def attach(self, path: "Path | None" = None) -> None:
        """Attach the copy that was signed elsewhere."""
        self.issued.attach(path)

    def show_facts(self) -> None:
        """Say what is on screen, and what comes next."""
        standing = self.current
        self.facts.setText(
            following.draft_facts(self.draft, letter=self.kinds.kind.letter)
            if standing is None
            else facts_line(standing)
        )
        state = following.steps_of(
            standing,
            self._step,
            letter=self.kinds.kind.letter,
            refused=self.draft.refusal,
        )
        self.steps.show_steps(
            allowed=state.allowed, done=state.done, following=state.following
        )
        goal = state.following or following.after(standing)
        stale, errors = self.draft.stale_count, self._errors
        said = following.next_words(goal, stale, errors, standing)
        self.next_line.setText(f"Tiếp theo: {said}" if said else "")
        self.folder_button.setVisible(standing is not None and standing.exported)
        self.issued.allow(standing)

    def showEvent(self, event: QShowEvent) -> None:
        """Compute what is missing when first shown and after changes."""
        super().showEvent(event)
        if self._stale:
            self._compute(soon=False)

    def hideEvent(self, event: QHideEvent) -> None:
        """Keep what was typed before something else is shown."""
        self.draft.keep()
        super().hideEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave a wide table, or the check, the room it needs."""
        super().resizeEvent(event)
        self._give_room()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take a PDF a report waits for; any other file is the window's, to check."""
        pdf = following.dropped_pdf(event.mimeData())
        if pdf is not None and self.issued.awaits_signed:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Attach the PDF that was dropped."""
        path = following.dropped_pdf(event.mimeData())
        if path is not None:
            event.acceptProposedAction()
            self.attach(path)

    def _lay_out(self) -> None:
        self.setAcceptDrops(True)
        self.stack.addWidget(self.draft)
        self.stack.addWidget(self.checking)
        self.stack.addWidget(self.figures)
        self.stack.addWidget(self.view)
        split = QSplitter(Qt.Orientation.Horizontal)
        split.setChildrenCollapsible(False)
        split.addWidget(self.left)
        split.addWidget(self._right())
        split.setStretchFactor(1, 1)
        split.setSizes([self.left.wide, 3 * self.left.wide])
        column = QVBoxLayout(self)
        column.setContentsMargins(*[theme.AROUND] * 4)
        column.setSpacing(theme.BETWEEN)
        self.more.setMenu(self.issued.menu(self.more))
        column.addLayout(head_row(self.kinds, self.period.chip, self.more))
        for part in (self.state, self.steps, self.message):
            column.addWidget(part)
        column.addWidget(split, stretch=1)

    def _right(self) -> QWidget:
        right = QWidget()
        column = QVBoxLayout(right)
        column.setContentsMargins(theme.BETWEEN, 0, 0, 0)
        column.setSpacing(theme.BETWEEN)
        column.addLayout(facts_row(self.facts, self.next_line, self.folder_button))
        column.addWidget(self.stack, stretch=1)
        return right

    def _connect(self) -> None:
        self.steps.wanted.connect(self._on_step)
        self.kinds.kind_changed.connect(self._show_other)
        self.reports.chosen.connect(self._on_chosen)
        self.outline.chosen.connect(self._on_outline)
        self.draft.looked.connect(self._on_looked)
        self.draft.table_wanted.connect(self.show_table)
        self.draft.preview_wanted.connect(self.preview)
        self.draft.drafting.arrived.connect(self._on_drafted)
        self.frozen.arrived.connect(self._on_frozen)
        self.figures.pane.back.clicked.connect(self._on_chosen)
        self.draft.tracing.room_wanted.connect(self._give_room)
        self.figures.room_wanted.connect(self._give_room)
        self.stack.currentChanged.connect(self._give_room)
        self.checking.checked.connect(self._on_checked)
        self.checking.section_wanted.connect(self._on_section)
        self.folder_button.setAccessibleName("Mở thư mục chứa tệp báo cáo")
        self.folder_button.clicked.connect(self.issuing.open_folder)
        self.period.told.connect(self.message.say)
        for owner in (self.steps, self.period.chip):
            self.addActions(list(owner.page_actions.values()))
        self.addActions(list(self.issued.page_actions.values()))
        self._session.period_changed.connect(self._on_period)
        self._session.jobs.changed.connect(self._on_changed)
        self._on_looked()

    def _give_room(self) -> None:
        shown = self.stack.currentWidget()
        needed = {
            self.draft: self.draft.beside.needed_width,
            self.figures: self.figures.needed_width,
            self.checking: theme.scaled(CHECK_WIDTH),
        }
        self.left.leave_room(needed.get(shown, 0), self.width() - 2 * theme.AROUND)

    def _show_draft(self, step: str) -> None:
        self._step = step
        if self.current is not None:
            self.refresh("")
            self.figures.forget()
            self._show_tables()
        self.stack.setCurrentWidget(self.draft)
        self.show_facts()

    def _compute(self, *, soon: bool) -> None:
        self._stale = False
        self.due.read()
        self.draft.read(soon=soon)

    def _on_step(self, code: str) -> None:
        steps = {
            "write": self.write,
            "check": self.check,
            "preview": self.preview,
            "issue": self.issue,
            "export": self.export,
            "sign": self.issuing.sign_or_attach,
        }
        steps[code]()

    def _on_chosen(self) -> None:
        self.figures.forget()
        if self.current is None:
            self._show_draft("write")
            self._show_tables()
        else:
            self.outline.show_lines(())
            self.frozen.read(self.current.issued)
            self.preview()

    def _show_tables(self) -> None:
        """Offer the tables of the draft again."""
        self._on_looked()
        if self.draft.drafted is not None:
            self._on_drafted(self.draft.drafted)

    def _on_outline(self, goal: str) -> None:
        what, _, name = goal.partition(":")
        if what == "section":
            self._on_section(name)
        else:
            self.show_table(name)

    def _on_looked(self) -> None:
        if self.current is None:
            self.outline.show_lines(tuple(self.draft.outline()))
            self.show_facts()

    def _on_drafted(self, drafted: Drafted) -> None:
        if self.current is None and drafted is self.draft.drafted:
            self.figures.show_report(drafted.report, self.draft.trace)

    def _on_frozen(self, report: "Report") -> None:
        """Show the tables of the issued report chosen."""
        if self.current is not None and report.id == self.current.issued.id:
            self.figures.show_report(report, lambda _store, _progress: report)
            self.outline.show_lines(tuple(table_lines(report)))

    def _on_checked(self, errors: int, _doubts: int) -> None:
        self._errors = errors
        self.show_facts()

    def _on_section(self, place: str) -> None:
        self._show_draft("write")
        self.draft.show_section(place)

    def _on_drawn(self, drawn: report_work.Drawn) -> None:
        shown = "" if self.current is None else self.current.issued.id
        if drawn.report == shown:  # else another was chosen meanwhile
            self.view.show_pdf(drawn.pdf)

    def _on_period(self) -> None:
        self._show_other()
        self.due.forget()

    def _show_other(self) -> None:
        """Show the draft of another kind or period."""
        self.draft.show_draft(self._session.period, self.kinds.kind.code)
        self._errors = 0
        self.message.hide()
        self.figures.forget()
        self.refresh("")
        self._show_draft("write")
        self._look_again(soon=False)

    def _on_changed(self, touched: frozenset[str]) -> None:
        if touched & {"issued_reports", "issued_copies", "deliveries", "receipts"}:
            self.refresh()
        if "office_templates" in touched:
            self.draft.show_draft(self._session.period, self.kinds.kind.code)
        if touched & COUNTED:
            self.due.forget()
            self._look_again(soon=True)

    def _look_again(self, *, soon: bool) -> None:
        self._stale = True
        if self.isVisible():
            self._compute(soon=soon)
