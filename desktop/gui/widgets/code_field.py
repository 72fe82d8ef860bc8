"""Take a code typed or scanned from paper, and say whether a file's data have it."""

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLabel, QLineEdit, QVBoxLayout, QWidget

from desktop.gui import theme
from desktop.rules.short_code import Match
from desktop.wording.codes import CODE_QUESTION, answer

if TYPE_CHECKING:
    from desktop.operations.reports.compare_code import CodeVerdict
    from desktop.records.verification import FileVerdict

_LONGEST: Final = 200
"""A scanned code has 90 letters, and a scanner may put words before it."""
_NAME: Final = "Mã đối chiếu in trên bản giấy"
_ROLES: Final = {
    Match.SAME: ("✓ ", ""),
    Match.MISTYPED: ("▲ ", "doubt"),
    Match.OTHER: ("▲ ", "problem"),
}


class CodeLine(QLineEdit):
    """A line whose Enter only readies it for the next code.

    Scanners end with Enter, which would press the button a dialog is left by.
    """

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keep Enter to itself, and select what is there."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.selectAll()
            event.accept()
            return
        super().keyPressEvent(event)


class CodeField(QWidget):
    """One line to type into, and below it the answer, which comes while one types."""

    compared = Signal(object)
    """The `CodeVerdict`, after each change of what is typed."""

    def __init__(self, verdict: "FileVerdict", parent: QWidget | None = None) -> None:
        """Compare with the data found in a file."""
        super().__init__(parent)
        self._verdict = verdict
        self.line = CodeLine()
        self.line.setAccessibleName(_NAME)
        self.line.setMaxLength(_LONGEST)
        self.line.setClearButtonEnabled(True)
        question = QLabel(f"&{_NAME}:")
        question.setBuddy(self.line)
        question.setToolTip(CODE_QUESTION)
        self.answer = QLabel()
        self.answer.setWordWrap(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.INSIDE)
        for one in (question, self.line, self.answer):
            column.addWidget(one)
        self.line.textChanged.connect(self._on_typed)
        self._on_typed("")
        self.setFocusProxy(self.line)

    def _on_typed(self, typed: str) -> None:
        from desktop.operations.reports.compare_code import compare_code

        found = compare_code(self._verdict, typed)
        self.line.setEnabled(found.report is not None)
        self._say(found)
        self.compared.emit(found)

    def _say(self, found: "CodeVerdict") -> None:
        match = found.comparison.match if found.comparison else Match.UNREAD
        mark, role = _ROLES.get(match, ("", "quiet"))
        said = answer(found.comparison)
        self.answer.setText(mark + said)
        self.answer.setProperty("role", role)
        # A rule of the sheet that hangs on a property is looked up again only so.
        self.answer.style().unpolish(self.answer)
        self.answer.style().polish(self.answer)
        self.line.setAccessibleDescription(said)
