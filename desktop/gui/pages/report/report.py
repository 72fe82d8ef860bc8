"""Báo cáo: write, preview, issue, export and sign the report of a period."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from desktop.gui import theme
from desktop.gui.opening import open_path
from desktop.gui.pages.report import state as report_state
from desktop.gui.pages.report import work as report_work
from desktop.gui.pages.report.draft import DraftForm
from desktop.gui.pages.report.list import ReportList, facts_line, period_of
from desktop.gui.pages.report.steps import ReportSteps
from desktop.gui.pages.report.work import Standing
from desktop.gui.running import run
from desktop.gui.widgets.message_bar import MessageBar
from desktop.gui.widgets.pdf_view import PdfView
from desktop.operations.read_report import export_folder
from desktop.wording.periods import period_phrase

if TYPE_CHECKING:
    from desktop.gui.pages.signing.dialog import SignDialog
    from desktop.gui.session import Session
    from desktop.operations.export_report import Exported
    from desktop.records.issued import IssuedReport

LIST_WIDTH = 360
FIGURES = frozenset(
    {"activities", "products", "postings", "broadcasts", "tallies", "headcounts"}
    | {"targets", "milestones", "tasks", "task_states", "preferences"}
)
"""Tables whose change may change what a report says."""
WHAT_ISSUING_DOES = (
    "Số liệu được tính lại lần cuối rồi giữ nguyên trong sổ thành bản {version}; "
    "sau này có sửa hoạt động thì bản này cũng không đổi. "
    "Muốn sửa thì ban hành bản tiếp theo."
)


class ReportPage(QWidget):
    """The report of the period shown, and every report issued so far."""

    def __init__(self, session: "Session") -> None:
        """Lay out; figures are computed when the page is first shown."""
        super().__init__()
        self._session = session
        self._unknown: int | None = None
        self._stale = True
        self.sign_dialog: SignDialog | None = None
        self.state = QLabel()
        self.state.setWordWrap(True)
        self.steps = ReportSteps()
        self.reports = ReportList()
        self.draft = DraftForm(session)
        self.view = PdfView("Bản xem trước báo cáo")
        self.facts = QLabel()
        self.facts.setProperty("role", "quiet")
        self.facts.setWordWrap(True)
        self.folder_button = QPushButton("Mở thư mục")
        self.message = MessageBar()
        self.stack = QStackedWidget()
        self._lay_out()
        self._connect()
        self.addActions(list(self.steps.page_actions.values()))
        self.refresh()

    @property
    def current(self) -> Standing | None:
        """Return the issued report chosen, or None for the draft."""
        return self.reports.current

    def refresh(self, wanted: str | None = None) -> None:
        """Read the list anew, keeping what is chosen or choosing the one wanted."""
        if wanted is None:
            wanted = self.current.issued.id if self.current else ""
        found = report_work.standings(self._session.store)
        self.reports.show_reports(self._session.period, found, wanted)
        self._show_facts()

    def open(self, what: object) -> None:
        """Show the issued report with this id."""
        self.refresh(str(what))
        self._on_chosen()

    def write(self) -> None:
        """Show the fields of the draft."""
        if self.current is not None:
            self.refresh("")
        self.stack.setCurrentWidget(self.draft)
        self._show_facts()
        self.draft.number.setFocus()

    def preview(self) -> None:
        """Draw the very PDF: of the draft as it is now, or as it was issued."""
        if self.current is None and not self.draft.readable:
            return
        self.view.show_nothing("Đang vẽ bản xem trước…")
        self.stack.setCurrentWidget(self.view)
        self._show_facts()
        run(
            self._session,
            self._preview_work(),
            title="Xem trước báo cáo",
            then=self._on_drawn,
        )

    def issue(self) -> None:
        """Freeze the draft as an issued report, after saying what that means."""
        if not self.draft.readable:
            return
        period = self._session.period
        same = [
            each
            for each in report_work.standings(self._session.store)
            if period_of(each.issued) == period
        ]
        if self._session.ask.confirm(
            f"Ban hành báo cáo {period_phrase(period)}?",
            verb="Ban hành",
            detail=WHAT_ISSUING_DOES.format(version=len(same) + 1),
        ):
            self.draft.keep()
            work = partial(report_work.issue, self._session.store, self.draft.request)
            run(self._session, work, title="Ban hành báo cáo", then=self._on_issued)

    def export(self) -> None:
        """Write workbook and PDF into a folder somebody chooses."""
        if self.current is None:
            return
        folder = self._ask_for_folder()
        if folder is not None:
            from desktop.operations.export_report import export_report

            report_id = self.current.issued.id
            store = self._session.store
            run(
                self._session,
                lambda progress: export_report(store, report_id, folder, progress),
                title="Xuất báo cáo",
                then=self._on_exported,
            )

    def sign(self) -> None:
        """Open the dialog that signs the exported files."""
        standing = self.current
        if standing is None:
            return
        folder = report_work.folder_of(self._session, standing.issued.id)
        if folder is None:
            self._session.ask.tell(
                "Không tìm thấy tệp đã xuất của báo cáo này.",
                detail="Tệp đã bị chuyển đi hoặc xóa. Xuất lại rồi ký.",
            )
            return
        from desktop.gui.pages.signing.dialog import SignDialog

        self.sign_dialog = SignDialog(self._session, standing.issued.id, folder, self)
        self.sign_dialog.finished.connect(self._on_signed)
        self.sign_dialog.open()

    def showEvent(self, event: QShowEvent) -> None:
        """Compute what is missing when first shown and after changes."""
        super().showEvent(event)
        if self._stale:
            self._compute()

    def hideEvent(self, event: QHideEvent) -> None:
        """Keep what was typed before something else is shown."""
        self.draft.keep()
        super().hideEvent(event)

    def _lay_out(self) -> None:
        title = QLabel("Báo cáo")
        title.setProperty("role", "title")
        self.stack.addWidget(self.draft)
        self.stack.addWidget(self.view)
        split = QSplitter(Qt.Orientation.Horizontal)
        split.setChildrenCollapsible(False)
        split.addWidget(self.reports)
        split.addWidget(self._right())
        split.setStretchFactor(1, 1)
        split.setSizes([theme.scaled(LIST_WIDTH), theme.scaled(2 * LIST_WIDTH)])
        column = QVBoxLayout(self)
        column.setContentsMargins(*[theme.AROUND] * 4)
        column.setSpacing(theme.BETWEEN)
        for part in (title, self.state, self.steps, self.message):
            column.addWidget(part)
        column.addWidget(split, stretch=1)

    def _right(self) -> QWidget:
        right = QWidget()
        line = QHBoxLayout()
        line.addWidget(self.facts, stretch=1)
        line.addWidget(self.folder_button)
        column = QVBoxLayout(right)
        column.setContentsMargins(theme.BETWEEN, 0, 0, 0)
        column.setSpacing(theme.BETWEEN)
        column.addLayout(line)
        column.addWidget(self.stack, stretch=1)
        return right

    def _connect(self) -> None:
        self.steps.wanted.connect(self._on_step)
        self.reports.chosen.connect(self._on_chosen)
        self.folder_button.setAccessibleName("Mở thư mục chứa tệp báo cáo")
        self.folder_button.clicked.connect(self._on_folder)
        self._session.period_changed.connect(self._on_period)
        self._session.jobs.changed.connect(self._on_changed)

    def _compute(self) -> None:
        self._stale = False
        self.state.setText(self._sentence())
        session = self._session
        run(
            session,
            partial(report_state.unknown_targets, session.store, session.period),
            title="Tính chỉ tiêu",
            then=self._on_computed,
        )

    def _sentence(self) -> str:
        due = report_state.due_day(self._session)
        return report_state.sentence(due, self._session.today, self._unknown)

    def _preview_work(self) -> "report_work.PreviewWork":
        store = self._session.store
        if self.current is None:
            return partial(report_work.preview, store, self.draft.request)
        issued = self.current.issued
        folder = report_work.folder_of(self._session, issued.id)
        return partial(report_work.pdf_of, store, issued, folder)

    def _ask_for_folder(self) -> Path | None:
        usual = export_folder(self._session.store)
        chosen = self._session.ask.choose(
            "Xuất tệp Excel và PDF vào đâu?",
            ("Thư mục “bao-cao” cạnh sổ", "Chọn thư mục khác…"),
            detail=str(usual),
        )
        if chosen is None:
            return None
        if chosen == 0:
            return usual
        return self._session.ask.choose_folder("Nơi xuất báo cáo", purpose="export")

    def _show_facts(self) -> None:
        standing = self.current
        writing = self.stack.currentWidget() is self.draft
        if standing is None:
            self.facts.setText(
                f"Bản thảo báo cáo {period_phrase(self._session.period)}: "
                "số liệu, bảng và câu đầu các mục đã có sẵn; "
                "phần đánh giá, phương hướng do người soạn viết."
            )
            allowed = {"write", "preview", "issue"}
            following = "preview" if writing else "issue"
            done = set() if writing else {"write"}
        else:
            self.facts.setText(facts_line(standing))
            allowed = {"write", "preview", "export"}
            allowed |= {"sign"} if standing.exported else set()
            done = {"write", "preview", "issue"}
            done |= {"export"} if standing.exported else set()
            done |= {"sign"} if standing.signed else set()
            following = _following(standing)
        self.folder_button.setVisible(standing is not None and standing.exported)
        self.steps.show_steps(allowed=allowed, done=done, following=following)

    def _on_step(self, code: str) -> None:
        steps = {
            "write": self.write,
            "preview": self.preview,
            "issue": self.issue,
            "export": self.export,
            "sign": self.sign,
        }
        steps[code]()

    def _on_chosen(self) -> None:
        if self.current is None:
            self.stack.setCurrentWidget(self.draft)
            self._show_facts()
        else:
            self.preview()

    def _on_drawn(self, drawn: report_work.Drawn) -> None:
        shown = "" if self.current is None else self.current.issued.id
        if drawn.report == shown:  # else another was chosen meanwhile
            self.view.show_pdf(drawn.pdf)

    def _on_issued(self, issued: "IssuedReport") -> None:
        self.refresh(issued.id)
        self.preview()
        self.message.say(
            f"Đã ban hành bản {issued.version}. Số liệu của bản này không đổi nữa.",
            "Xuất Excel và PDF",
            self.export,
        )

    def _on_exported(self, exported: "Exported") -> None:
        purpose = report_work.purpose_of(exported.report.id)
        self._session.settings.remember_folder(purpose, exported.pdf.parent)
        self.refresh(exported.report.id)
        self.message.say(
            f"Đã xuất {exported.pdf.name} và {exported.workbook.name}.",
            "Mở thư mục",
            lambda: open_path(self._session.ask, exported.pdf.parent),
        )
        self.preview()

    def _on_signed(self) -> None:
        self.sign_dialog = None
        self.refresh()
        if self.current is not None and self.current.signed_by:
            report_id = self.current.issued.id
            self.message.say(
                f"Đã ký bởi {self.current.signed_by}.",
                "Bàn giao",
                lambda: self._session.place_wanted.emit("hand_off", report_id),
            )
            self.preview()

    def _on_computed(self, unknown: int) -> None:
        self._unknown = unknown
        self.state.setText(self._sentence())

    def _on_folder(self) -> None:
        if self.current is not None:
            found = report_work.folder_of(self._session, self.current.issued.id)
            open_path(self._session.ask, found or export_folder(self._session.store))

    def _on_period(self) -> None:
        self.draft.show_period(self._session.period)
        self.refresh("")
        self.stack.setCurrentWidget(self.draft)
        self._show_facts()
        self._look_again()

    def _on_changed(self, touched: frozenset[str]) -> None:
        if touched & {"issued_reports", "issued_copies", "deliveries"}:
            self.refresh()
        if touched & FIGURES:
            self._look_again()

    def _look_again(self) -> None:
        self._stale = True
        self._unknown = None
        if self.isVisible():
            self._compute()


def _following(standing: Standing) -> str:
    if not standing.exported:
        return "export"
    return "" if standing.signed else "sign"
