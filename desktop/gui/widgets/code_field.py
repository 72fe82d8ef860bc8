"""Take a code typed or scanned from paper, and say whether a file's data have it."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QLineEdit, QVBoxLayout, QWidget

from desktop.gui import theme
from desktop.rules.short_code import Match
from desktop.wording.codes import answer

if TYPE_CHECKING:
    from desktop.operations.compare_code import CodeVerdict
    from desktop.records.verification import FileVerdict


class CodeField(QWidget):
    """One line to type into, and below it the answer, which comes while one types."""

    compared = Signal(object)
    """The `CodeVerdict`, after each change of what is typed."""

    def __init__(self, verdict: "FileVerdict", parent: QWidget | None = None) -> None:
        """Compare with the data found in a file."""
        super().__init__(parent)
        self._verdict = verdict
        label = QLabel("&Mã đối chiếu in trên bản giấy:")
        self.line = QLineEdit()
        self.line.setAccessibleName("Mã đối chiếu in trên bản giấy")
        self.line.setMaxLength(200)
        label.setBuddy(self.line)
        self.answer = QLabel()
        self.answer.setWordWrap(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.INSIDE)
        for one in (label, self.line, self.answer):
            column.addWidget(one)
        self.line.textChanged.connect(self._on_typed)
        self._on_typed("")

    def _on_typed(self, typed: str) -> None:
        from desktop.operations.compare_code import compare_code

        found = compare_code(self._verdict, typed)
        self.answer.setText(answer(found.comparison))
        self._show_role(found)
        self.compared.emit(found)

    def _show_role(self, found: "CodeVerdict") -> None:
        wrong = found.comparison is not None and found.comparison.match in {
            Match.MISTYPED,
            Match.OTHER,
        }
        self.answer.setProperty("role", "problem" if wrong else "")
        self.answer.style().polish(self.answer)
