"""Check a file somebody sent, and show what was found."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QVBoxLayout, QWidget

from desktop.gui import theme
from desktop.gui.running import run
from desktop.gui.widgets.verdict_view import VerdictView
from desktop.operations.outcome import Outcome
from desktop.progress import Progress, Step

if TYPE_CHECKING:
    from desktop.gui.session import Session
    from desktop.records.verification import FileVerdict

FILES = (
    ("Gói, báo cáo, chữ ký", "*.zip *.pdf *.xlsx *.p7s"),
    ("Mọi tệp", "*"),
)
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


class Verifier(QWidget):
    """Ask for a file, check it off the main thread, and show the dialog."""

    def __init__(self, session: "Session", parent: QWidget) -> None:
        """Show dialogs above the parent; itself it is never seen."""
        super().__init__(parent)
        self.hide()
        self._session = session
        self.dialog: VerifyDialog | None = None

    def ask(self) -> None:
        """Ask which file to check."""
        chosen = self._session.ask.choose_file(
            "Kiểm tra tệp nhận được", FILES, purpose="verify"
        )
        if chosen is not None:
            self.check(chosen)

    def check(self, path: Path) -> None:
        """Check a file, and show what was found."""
        run(
            self._session,
            partial(_verify, path),
            title="Kiểm tra tệp",
            then=self._on_checked,
        )

    def _on_checked(self, verdict: "FileVerdict") -> None:
        self.dialog = VerifyDialog(verdict, self.parentWidget())
        self.dialog.finished.connect(self._on_closed)
        self.dialog.open()

    def _on_closed(self) -> None:
        self.dialog = None


def _verify(path: Path, progress: Progress) -> Outcome[object]:
    from desktop.operations.verify_file import own_trust, verify_file

    progress(Step("verifying", 0, 0))
    return Outcome(verify_file(path, own_trust()))
