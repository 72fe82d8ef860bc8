"""Show what was found of one file somebody sent."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QVBoxLayout, QWidget

from desktop.gui import theme
from desktop.gui.widgets.verdict_view import VerdictView

if TYPE_CHECKING:
    from desktop.records.verification import FileVerdict

WIDTH, TALLEST = 640, 690


class VerifyDialog(QDialog):
    """What was found of one file; nothing in it was taken over."""

    def __init__(self, verdict: "FileVerdict", parent: QWidget | None = None) -> None:
        """Show the verdict on a file."""
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle("Kết quả kiểm tra tệp")
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
        column.addWidget(box)
        width = theme.scaled(WIDTH)
        rest = box.sizeHint().height() + 3 * theme.AROUND
        inside = self.view.whole_height(width - 2 * theme.AROUND)
        self.resize(width, min(inside + rest + theme.INSIDE, TALLEST))
        close.setFocus()
