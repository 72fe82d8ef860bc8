"""Say in the page, not in a box, what was done and what can be done about it."""

from collections.abc import Callable

from PySide6.QtCore import QTimer, SignalInstance
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QWidget

from desktop.gui import theme
from desktop.gui.widgets.plain_label import plain_label

STAYS = 8_000
"""Milliseconds a piece of good news stays; a fault stays until it is closed."""


class MessageBar(QFrame):
    """One line at the top of a page, with at most one thing to do about it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Begin unseen."""
        super().__init__(parent)
        self.setObjectName("message_bar")
        self._text = plain_label()
        self._do = QPushButton()
        self._do.clicked.connect(self._on_do)
        self._close = QPushButton("Đóng")
        self._close.setAccessibleName("Đóng thông báo")
        self._close.clicked.connect(self.hide)
        self._call: Callable[[], object] | None = None
        self._until: SignalInstance | None = None
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
        self,
        text: str,
        verb: str = "",
        call: Callable[[], object] | None = None,
        until: SignalInstance | None = None,
    ) -> None:
        """Say a piece of good news for a while, with a button that calls.

        `until` is a signal after which the news is old and the button would do
        something else than it says.
        """
        self._show("news", text, verb, call)
        self._fade.start()
        if until is not None:
            self._until = until
            until.connect(self._on_old)

    def warn(
        self, text: str, verb: str = "", call: Callable[[], object] | None = None
    ) -> None:
        """Say what is wrong until somebody closes it."""
        self._fade.stop()
        self._show("fault", text, verb, call)

    def _show(
        self, kind: str, text: str, verb: str, call: Callable[[], object] | None
    ) -> None:
        self._forget()
        self._call = call
        self._text.setText(text)
        self._do.setText(verb)
        self._do.setAccessibleName(verb)
        self._do.setVisible(bool(verb))
        self.setProperty("kind", kind)
        self.style().unpolish(self)
        self.style().polish(self)
        self.show()

    def _forget(self) -> None:
        """Listen no longer for what makes the news old."""
        until, self._until = self._until, None
        if until is not None:
            until.disconnect(self._on_old)

    def _on_old(self) -> None:
        self._forget()
        self.hide()

    def _on_do(self) -> None:
        call, self._call = self._call, None
        self.hide()
        if call is not None:
            call()
