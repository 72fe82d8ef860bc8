"""Show a fault in four lines: what happened, why, your data, what next."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QVBoxLayout, QWidget

from desktop.gui import theme

if TYPE_CHECKING:
    from desktop.wording.faults import Message

HEADINGS = ("Vì sao", "Dữ liệu của anh/chị", "Làm gì tiếp")


class FaultDialog(QDialog):
    """A fault that stays until it is read, and whose text can be copied."""

    def __init__(
        self,
        message: "Message",
        actions: Sequence[str] = (),
        parent: QWidget | None = None,
    ) -> None:
        """Lay the lines out, with a button for each thing the user may do next."""
        super().__init__(parent)
        self.chosen: int | None = None
        self._lines = (message.what, message.why, message.data, message.next)
        self.setWindowTitle("Chưa làm được")
        self.setMinimumWidth(theme.scaled(460))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*[theme.AROUND] * 4)
        layout.setSpacing(theme.BETWEEN)
        layout.addWidget(_selectable(message.what, "title"))
        for heading, line in zip(HEADINGS, self._lines[1:], strict=True):
            layout.addWidget(_selectable(heading, "quiet"))
            layout.addWidget(_selectable(line, ""))
        layout.addStretch()
        layout.addSpacing(theme.BETWEEN)
        layout.addWidget(self._buttons(actions))

    @property
    def text(self) -> str:
        """Return the four lines as they are copied."""
        return "\n".join(line for line in self._lines if line)

    def _buttons(self, actions: Sequence[str]) -> QDialogButtonBox:
        box = QDialogButtonBox()
        role = QDialogButtonBox.ButtonRole
        copy = box.addButton("Chép nội dung", role.HelpRole)
        copy.clicked.connect(self._copy)
        for number, verb in enumerate(actions):
            button = box.addButton(verb, role.AcceptRole)
            button.clicked.connect(lambda _=False, n=number: self._choose(n))
        close = box.addButton("Đóng", role.RejectRole)
        close.setDefault(not actions)
        close.setFocus()
        box.rejected.connect(self.reject)
        return box

    def _choose(self, number: int) -> None:
        self.chosen = number
        self.accept()

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.text)


def _selectable(text: str, role: str) -> QLabel:
    label = QLabel(text)
    label.setWordWrap(True)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setProperty("role", role)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    label.setVisible(bool(text))
    return label
