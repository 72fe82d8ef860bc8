"""Show the five steps of a report from left to right, and do the one clicked."""

from collections.abc import Iterable

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from desktop.gui import theme

STEPS = (
    ("write", "Soạn", "Alt+1"),
    ("preview", "Xem trước", "Ctrl+P"),
    ("issue", "Ban hành", "Ctrl+Shift+B"),
    ("export", "Xuất Excel và PDF", "Ctrl+E"),
    ("sign", "Ký", "Ctrl+Shift+K"),
)
"""Code, words and key of each step."""


class ReportSteps(QWidget):
    """Five buttons; what is done has a tick, what comes next stands out."""

    wanted = Signal(str)
    """Code of the step somebody wants to take."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Make the buttons, and actions with keys for the menu of the page."""
        super().__init__(parent)
        self.buttons: dict[str, QPushButton] = {}
        self.page_actions: dict[str, QAction] = {}
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.BETWEEN)
        for number, (code, words, key) in enumerate(STEPS, 1):
            if number > 1:
                row.addWidget(QLabel("→"))
            row.addWidget(self._button(code, number, words))
            self.page_actions[code] = self._action(code, words, key)
        row.addStretch()

    def show_steps(
        self, *, allowed: Iterable[str], done: Iterable[str], following: str
    ) -> None:
        """Allow some steps, tick those done, and make one the obvious next."""
        allowed, done = set(allowed), set(done)
        for number, (code, words, _) in enumerate(STEPS, 1):
            button = self.buttons[code]
            button.setText(f"✓ {words}" if code in done else f"{number}  {words}")
            button.setAccessibleDescription("Đã xong" if code in done else "")
            button.setEnabled(code in allowed)
            self.page_actions[code].setEnabled(code in allowed)
            if bool(button.property("primary")) != (code == following):
                button.setProperty("primary", code == following)
                button.style().unpolish(button)
                button.style().polish(button)

    def _button(self, code: str, number: int, words: str) -> QPushButton:
        button = QPushButton(f"{number}  {words}")
        button.setAccessibleName(words)
        button.clicked.connect(lambda: self.wanted.emit(code))
        self.buttons[code] = button
        return button

    def _action(self, code: str, words: str, key: str) -> QAction:
        action = QAction(words, self)
        action.setShortcut(QKeySequence(key))
        action.triggered.connect(lambda: self.wanted.emit(code))
        return action
