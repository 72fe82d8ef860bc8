"""Say why each figure of an issued report changes, then issue the correction slip."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from desktop.gui import theme
from desktop.gui.pages.report.changes_list import changes_list, columns
from desktop.gui.running import run
from desktop.gui.widgets.date_field import SENTENCES, DateField
from desktop.gui.widgets.marking import mark
from desktop.gui.widgets.pdf_view import PdfView
from desktop.operations.issuing.correct_report import CorrectionRequest
from desktop.operations.outcome import Outcome
from desktop.rules.numbers import format_integer

if TYPE_CHECKING:
    from desktop.gui.session import Session
    from desktop.progress import Progress
    from desktop.records.issued import IssuedReport
    from desktop.records.report import FigureChange, FigureKey, Report
    from desktop.store.store import Store

WIDTH, HEIGHT, WIDEST = 980, 600, 1_300
PREVIEW, BACK = "&Xem trước", "&Trở lại lý do"
_REASON = 4
"""Number of the column in which a reason is written."""
WHAT_A_SLIP_DOES = (
    "Bản điều chỉnh ghi từng số: đã báo cáo, nay là, lý do, ảnh hưởng đến số tổng. Bản "
    "đã ban hành giữ nguyên. Để trống số, ngày thì bản in chừa chỗ cho văn thư ghi."
)


class CorrectDialog(QDialog):
    """Figures that changed since a report was issued, each with its reason."""

    issued = Signal(object)
    """The `IssuedReport` of the slip."""

    def __init__(
        self,
        session: "Session",
        report_id: str,
        slip: "Report",
        parent: QWidget | None = None,
    ) -> None:
        """Show what a slip, drafted without reasons, changes."""
        super().__init__(parent)
        self._session = session
        self._report_id = report_id
        self._slip = slip
        self._busy = False
        self.reasons: dict[FigureKey, str] = {}
        self.setWindowTitle(f"Bản điều chỉnh số {slip.slip}")
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.reason = QLineEdit()
        self.reason.setPlaceholderText("Dùng cho những số chưa ghi lý do riêng")
        self.number = QLineEdit()
        self.number.setMaxLength(20)
        self.date = DateField(today=lambda: session.today)
        self.date.default_year = session.today.year
        self.view = PdfView("Bản xem trước bản điều chỉnh")
        self.stack = QStackedWidget()
        self.changes = changes_list(
            columns("Đã báo cáo", "Nay là", self._reason_of),
            "Các số thay đổi và lý do",
            self,
        )
        self.changes.write_in_place(_REASON)
        self.said = QLabel()
        self.said.setWordWrap(True)
        self.wrong = QLabel()
        self.wrong.setProperty("role", "problem")
        self.wrong.setWordWrap(True)
        self.preview_button = QPushButton(PREVIEW)
        self.issue_button = QPushButton(f"&Lập bản điều chỉnh số {slip.slip}")
        self.leave_button = QPushButton("Thôi")
        self._lay_out()
        self._connect()
        self.changes.model_.show_rows(slip.changes)
        self.said.setText(_summary(slip))
        self.reason.setFocus()

    @property
    def request(self) -> CorrectionRequest:
        """Return the slip asked for."""
        return CorrectionRequest(
            report=self._report_id,
            reason=self.reason.text().strip(),
            reasons=dict(self.reasons),
            number=self.number.text().strip(),
            dated=self.date.value,
        )

    @property
    def lacking(self) -> "tuple[FigureChange, ...]":
        """Return the figures nobody said a reason for."""
        if self.reason.text().strip():
            return ()
        return tuple(
            one
            for one in self._slip.changes
            if not one.total and not self.reasons.get(one.at, "")
        )

    def preview(self) -> None:
        """Draw the very page the slip would be now, or go back to the reasons."""
        if self.stack.currentWidget() is self.view:
            self._show_list()
            return
        if not self._dated:
            return
        self.view.show_nothing("Đang vẽ bản xem trước…")
        self.stack.setCurrentWidget(self.view)
        self.preview_button.setText(BACK)
        run(
            self._session,
            partial(_drawn, self._session.store, self.request),
            title="Xem trước bản điều chỉnh",
            then=self.view.show_pdf,
        )

    def issue(self) -> None:
        """Issue the slip, once every figure has its reason."""
        from desktop.operations.issuing.correct_report import correct_report

        if not self._dated:
            return
        blank = not self.reasons and not self.reason.text().strip()
        if self.lacking or blank:
            count = len(self.lacking) or len(self._slip.changes)
            self._show_list()
            self.wrong.setText(f"▲ Còn {format_integer(count)} số chưa ghi lý do.")
            self.reason.setFocus()
            return
        if self._busy:
            return
        self._busy = True
        self.issue_button.setEnabled(False)
        request, store = self.request, self._session.store
        run(
            self._session,
            lambda progress: correct_report(store, request, progress),
            title="Lập bản điều chỉnh",
            then=self._on_issued,
            ended=self._on_ended,
        )

    @property
    def _dated(self) -> bool:
        """Tell whether the date is one, or blank; else say what is wrong with it."""
        wrong = SENTENCES.get(self.date.problem, "Ngày chưa đúng.")
        wrong = wrong if self.date.problem else ""
        mark(self.date, wrong)
        self.wrong.setText(f"▲ {wrong}" if wrong else "")
        if wrong:
            self.date.setFocus()
        return not wrong

    def _show_list(self) -> None:
        self.stack.setCurrentWidget(self.changes)
        self.preview_button.setText(PREVIEW)

    def _reason_of(self, change: "FigureChange") -> str:
        return self.reasons.get(change.at, "") or self.reason.text().strip()

    def _on_typed(self, change: "FigureChange", _column: int, text: str) -> None:
        self.reasons[change.at] = text
        self._show()

    def _show(self) -> None:
        self.wrong.clear()
        self._show_list()
        self.changes.model_.show_rows(self._slip.changes)

    def _on_issued(self, issued: "IssuedReport") -> None:
        self.issued.emit(issued)
        self.accept()

    def _on_ended(self) -> None:
        self._busy = False
        self.issue_button.setEnabled(True)

    def _connect(self) -> None:
        self.reason.textChanged.connect(self._show)
        self.changes.model_.typed.connect(self._on_typed)
        self.preview_button.clicked.connect(self.preview)
        self.issue_button.clicked.connect(self.issue)
        self.leave_button.clicked.connect(self.reject)

    def _lay_out(self) -> None:
        note = QLabel(WHAT_A_SLIP_DOES)
        note.setWordWrap(True)
        note.setProperty("role", "quiet")
        self.stack.addWidget(self.changes)
        self.stack.addWidget(self.view)
        theme.make_primary(self.issue_button)
        buttons = QHBoxLayout()
        buttons.setSpacing(theme.BETWEEN)
        buttons.addWidget(self.wrong, stretch=1)
        for button in (self.preview_button, self.leave_button, self.issue_button):
            button.setAccessibleName(button.text().replace("&", ""))
            button.setAutoDefault(False)
            buttons.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(*[theme.AROUND] * 4)
        column.setSpacing(theme.BETWEEN)
        column.addWidget(note)
        column.addWidget(self.said)
        column.addLayout(self._fields())
        column.addWidget(self.stack, stretch=1)
        column.addLayout(buttons)
        self.resize(min(theme.scaled(WIDTH), WIDEST), min(theme.scaled(HEIGHT), 690))

    def _fields(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(theme.AROUND)
        grid.setVerticalSpacing(theme.INSIDE)
        for at, (words, field, name) in enumerate(
            (
                ("Lý do &chung", self.reason, "Lý do chung"),
                ("&Số văn bản", self.number, "Số văn bản, để trống được"),
                ("&Ngày ban hành", self.date, "Ngày ban hành, để trống được"),
            )
        ):
            label = QLabel(words)
            label.setBuddy(field)
            field.setAccessibleName(name)
            grid.addWidget(label, 0, at)
            grid.addWidget(field, 1, at)
        for field, width in ((self.number, 90), (self.date, 150)):
            field.setFixedWidth(theme.scaled(width))
        grid.setColumnStretch(0, 1)
        return grid


def _drawn(
    store: "Store", request: CorrectionRequest, progress: "Progress"
) -> Outcome[bytes]:
    """Return the PDF of the slip as it would be issued now."""
    from desktop.operations.issuing.correct_report import draft_correction
    from desktop.operations.issuing.export_report import draw_preview

    return Outcome(draw_preview(draft_correction(store, request, progress), progress))


def _summary(slip: "Report") -> str:
    totals = sum(one.total for one in slip.changes)
    own = len(slip.changes) - totals
    follow = f", kéo theo {format_integer(totals)} số tổng" if totals else ""
    return f"{format_integer(own)} số thay đổi{follow}; số đổi nhiều nhất ở trên."
