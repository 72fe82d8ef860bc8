"""Say what belongs in an empty place, and offer the first steps."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from desktop.gui import theme

FirstStep = tuple[str, Callable[[], object]]
"""What the button says, and what it does."""


class EmptyState(QWidget):
    """A sentence in the middle of an empty place, with buttons below it."""

    def __init__(
        self,
        text: str,
        steps: Sequence[FirstStep] = (),
        hint: str = "",
        parent: QWidget | None = None,
    ) -> None:
        """Offer the steps in order; the first is the one most people want."""
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(*[theme.AROUND] * 4)
        column.setSpacing(theme.BETWEEN)
        column.addStretch()
        self._text = _centred(text, "title")
        column.addWidget(self._text)
        if hint:
            column.addWidget(_centred(hint, "quiet"))
        column.addSpacing(theme.BETWEEN)
        row = QHBoxLayout()
        row.setSpacing(theme.BETWEEN)
        row.addStretch()
        for number, (verb, call) in enumerate(steps):
            row.addWidget(_button(verb, call, primary=not number))
        row.addStretch()
        column.addLayout(row)
        column.addStretch()

    def set_text(self, text: str) -> None:
        """Say something else."""
        self._text.setText(text)


def _centred(text: str, role: str) -> QLabel:
    label = QLabel(text)
    label.setProperty("role", role)
    label.setWordWrap(True)
    label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
    return label


def _button(verb: str, call: Callable[[], object], *, primary: bool) -> QPushButton:
    button = QPushButton(verb)
    if primary:
        theme.make_primary(button)
    button.setAccessibleName(verb)
    button.clicked.connect(lambda _checked=False: call())
    return button
