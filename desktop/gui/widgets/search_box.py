"""Find anything by typing any part of it: what fits is listed below the line."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from desktop.gui import theme

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop.gui.widgets.found_list import FoundList, Group

PAUSE = 250
"""Milliseconds after the last key before it looks: a keyboard of Vietnamese takes
letters back and types others, and a list in between would only flicker."""

_A_PAGE = 8
_STEPS = {
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_PageDown: _A_PAGE,
    Qt.Key.Key_PageUp: -_A_PAGE,
}
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class SearchBox(QLineEdit):
    """A line that asks a moment after the last key, and lists what it is answered."""

    chosen = Signal(object)
    """What the chosen line of the list stands for."""
    asked = Signal(object)
    """What a line of the list that asks for more stands for."""
    wanted = Signal(str)
    """The text to look for, a moment after the last key; blank to show all again."""

    def __init__(self, hint: str, parent: QWidget | None = None) -> None:
        """Show a hint."""
        super().__init__(parent)
        self.setTextMargins(theme.INSIDE, 0, theme.INSIDE, 0)
        self.list: FoundList | None = None
        self._answered = ""
        self.setPlaceholderText(hint)
        self.setAccessibleName(hint)
        self.setClearButtonEnabled(True)
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._pause.timeout.connect(self._ask)
        self.textChanged.connect(self._on_text)

    def plain_text(self) -> str:
        """Return what is looked for, in the form texts are stored."""
        from desktop.rules.vietnamese import normalise

        return normalise(self.text())

    def show_found(self, text: str, groups: "Sequence[Group]") -> None:
        """List what was found for a text, if it is still what stands in the line."""
        if text != self.plain_text() or not text or not self.hasFocus():
            return
        self._answered = text
        self._made_list().show_groups(groups)
        self._tell_current()

    def empty(self) -> None:
        """Take the text away without asking for anything."""
        self.clear()
        self._pause.stop()

    def hide_found(self) -> None:
        """Take the list away."""
        self._answered = ""
        if self.list is not None:
            self.list.hide()
        self.setAccessibleDescription("")

    @property
    def listing(self) -> bool:
        """Tell whether the list is there."""
        return self.list is not None and self.list.isVisible()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move in the list, choose on Enter, leave on Esc; type everything else."""
        key = event.key()
        if key == Qt.Key.Key_Escape and (self.listing or self.text()):
            self._leave()
        elif key in _ENTER:
            self._enter()
        elif key in _STEPS and self.list is not None and self.listing:
            self.list.move_by(_STEPS[Qt.Key(key)])
            self._tell_current()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take the list away with the cursor."""
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.hide_found()

    def changeEvent(self, event: QEvent) -> None:
        """Take the list away when there is nothing to look in."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.EnabledChange and not self.isEnabled():
            self.hide_found()

    def _on_text(self, text: str) -> None:
        self._pause.start()
        if not text:
            self.hide_found()

    def _ask(self) -> None:
        self._pause.stop()
        self.wanted.emit(self.plain_text())

    def _enter(self) -> None:
        """Take what is ready; a list of what stood there before is looked up anew."""
        current = self._answered == self.plain_text() and not self._pause.isActive()
        if self.listing and current and self.list is not None:
            self.list.take()
        else:
            self._ask()

    def _leave(self) -> None:
        """Take the list away; without one, empty the line."""
        if self.listing:
            self.hide_found()
        else:
            self.clear()

    def _made_list(self) -> "FoundList":
        from desktop.gui.widgets.found_list import FoundList

        if self.list is None:
            self.list = FoundList(self)
            self.list.chosen.connect(self._on_chosen)
            self.list.asked.connect(self.asked)
        return self.list

    def _tell_current(self) -> None:
        """Let a reader of the screen say which line is ready."""
        if self.list is not None:
            self.setAccessibleDescription(self.list.current_text())

    def _on_chosen(self, what: object) -> None:
        self.hide_found()
        self.clear()
        self.chosen.emit(what)
