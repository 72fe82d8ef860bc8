"""Show what was found of one file somebody sent."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QVBoxLayout, QWidget

from desktop.gui import theme
from desktop.gui.widgets.code_field import CodeField
from desktop.gui.widgets.verdict_view import VerdictView
from desktop.operations.reports.compare_code import report_in

if TYPE_CHECKING:
    from desktop.records.verification import FileVerdict

WIDTH, TALLEST = 690, 690


class VerifyDialog(QDialog):
    """What was found of one file; nothing in it was taken over."""

    def __init__(self, verdict: "FileVerdict", parent: QWidget | None = None) -> None:
        """Show the verdict on a file."""
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle("Kết quả kiểm tra tệp")
        self.code: CodeField | None = None
        """Where the code of a paper is typed; None where no data are inside."""
        self.view = VerdictView()
        self.view.show_verdicts((verdict,))
        box = QDialogButtonBox()
        close = box.addButton("Đóng", QDialogButtonBox.ButtonRole.RejectRole)
        close.setAccessibleName("Đóng")
        box.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(*[theme.AROUND] * 4)
        column.setSpacing(theme.AROUND)
        column.addWidget(self.view, stretch=1)
        width = theme.scaled(WIDTH)
        rest = box.sizeHint().height() + 3 * theme.AROUND
        if report_in(verdict) is not None:
            self.code = CodeField(verdict)
            column.addWidget(self.code)
            rest += self.code.sizeHint().height() + theme.AROUND
        column.addWidget(box)
        inside = self.view.whole_height(width - 2 * theme.AROUND)
        self.resize(width, min(inside + rest + theme.INSIDE, TALLEST))
        close.setFocus()
