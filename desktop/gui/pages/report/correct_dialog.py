"""Say why each figure of an issued report changes, then issue the correction slip."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from desktop.gui import theme
from desktop.gui.pages.report.changes_list import changes_list, columns
from desktop.gui.running import run
from desktop.operations.correct_report import CorrectionRequest
from desktop.rules.numbers import format_integer

if TYPE_CHECKING:
    from desktop.gui.session import Session
    from desktop.records.issued import IssuedReport
    from desktop.records.report import FigureChange, FigureKey, Report

WIDTH, HEIGHT = 980, 600
_REASON = 4
"""Number of the column in which a reason is written."""
WHAT_A_SLIP_DOES = (
    "Bản điều chỉnh ghi từng số: đã báo cáo, nay là, lý do, ảnh hưởng đến số tổng. Bản "
    "đã ban hành giữ nguyên."
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

    def issue(self) -> None:
        """Issue the slip, once every figure has its reason."""
        from desktop.operations.correct_report import correct_report

        blank = not self.reasons and not self.reason.text().strip()
        if self.lacking or blank:
            count = len(self.lacking) or len(self._slip.changes)
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

    def _reason_of(self, change: "FigureChange") -> str:
        return self.reasons.get(change.at, "") or self.reason.text().strip()

    def _on_typed(self, change: "FigureChange", _column: int, text: str) -> None:
        self.reasons[change.at] = text
        self._show()

    def _show(self) -> None:
        self.wrong.clear()
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
        self.issue_button.clicked.connect(self.issue)
        self.leave_button.clicked.connect(self.reject)

    def _lay_out(self) -> None:
        note = QLabel(WHAT_A_SLIP_DOES)
        note.setWordWrap(True)
        note.setProperty("role", "quiet")
        label = QLabel("Lý do &chung")
        label.setBuddy(self.reason)
        self.reason.setAccessibleName("Lý do chung")
        grid = QGridLayout()
        grid.setHorizontalSpacing(theme.BETWEEN)
        grid.addWidget(label, 0, 0)
        grid.addWidget(self.reason, 0, 1)
        theme.make_primary(self.issue_button)
        buttons = QHBoxLayout()
        buttons.setSpacing(theme.BETWEEN)
        buttons.addWidget(self.wrong, stretch=1)
        for button in (self.leave_button, self.issue_button):
            button.setAccessibleName(button.text().replace("&", ""))
            button.setAutoDefault(False)
            buttons.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(*[theme.AROUND] * 4)
        column.setSpacing(theme.BETWEEN)
        column.addWidget(note)
        column.addWidget(self.said)
        column.addLayout(grid)
        column.addWidget(self.changes, stretch=1)
        column.addLayout(buttons)
        self.resize(theme.scaled(WIDTH), min(theme.scaled(HEIGHT), 690))


def _summary(slip: "Report") -> str:
    totals = sum(one.total for one in slip.changes)
    own = len(slip.changes) - totals
    follow = f", kéo theo {format_integer(totals)} số tổng" if totals else ""
    return f"{format_integer(own)} số thay đổi{follow}; số đổi nhiều nhất ở trên."
