"""Say in the page, not in a box, what was done and what can be done about it."""

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QWidget

from desktop.gui import theme

STAYS = 8_000
"""Milliseconds a piece of good news stays; a fault stays until it is closed."""


class MessageBar(QFrame):
    """One line at the top of a page, with at most one thing to do about it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Begin unseen."""
        super().__init__(parent)
        self.setObjectName("message_bar")
        self._text = QLabel()
        self._text.setWordWrap(True)
        self._text.setTextFormat(Qt.TextFormat.PlainText)
        self._text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._do = QPushButton()
        self._do.clicked.connect(self._on_do)
        self._close = QPushButton("Đóng")
        self._close.setAccessibleName("Đóng thông báo")
        self._close.clicked.connect(self.hide)
        self._call: Callable[[], object] | None = None
        self._fade = QTimer(self, singleShot=True, interval=STAYS)
        self._fade.timeout.connect(self.hide)
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.BETWEEN, theme.INSIDE, theme.BETWEEN, theme.INSIDE)
        row.setSpacing(theme.BETWEEN)
        row.addWidget(self._text, stretch=1)
        row.addWidget(self._do)
        row.addWidget(self._close)
        self.hide()

    @property
    def text(self) -> str:
        """Return what the bar says now; blank when it is unseen."""
        return "" if self.isHidden() else self._text.text()

    def say(
        self, text: str, verb: str = "", call: Callable[[], object] | None = None
    ) -> None:
        """Say a piece of good news for a while, with a button that calls."""
        self._show("news", text, verb, call)
        self._fade.start()

    def warn(
        self, text: str, verb: str = "", call: Callable[[], object] | None = None
    ) -> None:
        """Say what is wrong until somebody closes it."""
        self._fade.stop()
        self._show("fault", text, verb, call)

    def _show(
        self, kind: str, text: str, verb: str, call: Callable[[], object] | None
    ) -> None:
        self._call = call
        self._text.setText(text)
        self._do.setText(verb)
        self._do.setAccessibleName(verb)
        self._do.setVisible(bool(verb))
        self.setProperty("kind", kind)
        self.style().unpolish(self)
        self.style().polish(self)
        self.show()

    def _on_do(self) -> None:
        call, self._call = self._call, None
        self.hide()
        if call is not None:
            call()
