"""Show the six steps of a report from left to right, and do the one clicked."""

from collections.abc import Iterable

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from desktop.gui import theme

STEPS = (
    ("write", "Soạn", "Alt+1"),
    ("check", "Soát", "Alt+2"),
    ("preview", "Xem trước", "Ctrl+P"),
    ("issue", "Ban hành", "Ctrl+Shift+B"),
    ("export", "Xuất", "Ctrl+E"),
    ("sign", "Ký, gắn bản đã ký", "Ctrl+Shift+K"),
)
"""Code, words and key of each step."""

TIPS = {
    "write": "Sửa lời văn, xem các bảng số liệu",
    "check": "Soát những gì cấp trên sẽ trả lại, trước khi ký",
    "preview": "Xem đúng tệp PDF sẽ gửi",
    "issue": "Chốt số liệu và lời văn thành một bản không đổi nữa",
    "export": "Ghi tệp PDF, Excel và Word",
    "sign": "Ký số tại đây, hoặc gắn bản văn thư đã ký và đóng dấu",
}


class ReportSteps(QWidget):
    """Six buttons; what is done has a tick, what comes next stands out."""

    wanted = Signal(str)
    """Code of the step somebody wants to take."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Make the buttons, and actions with keys for the menu of the page."""
        super().__init__(parent)
        self.buttons: dict[str, QPushButton] = {}
        self.page_actions: dict[str, QAction] = {}
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.INSIDE)
        for number, (code, words, key) in enumerate(STEPS, 1):
            if number > 1:
                row.addWidget(QLabel("→"))
            row.addWidget(self._button(code, number, words, key))
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

    def _button(self, code: str, number: int, words: str, key: str) -> QPushButton:
        button = QPushButton(f"{number}  {words}")
        button.setAccessibleName(words)
        button.setToolTip(f"{TIPS[code]} ({key})")
        button.clicked.connect(lambda: self.wanted.emit(code))
        self.buttons[code] = button
        return button

    def _action(self, code: str, words: str, key: str) -> QAction:
        action = QAction(words, self)
        action.setShortcut(QKeySequence(key))
        action.triggered.connect(lambda: self.wanted.emit(code))
        return action
