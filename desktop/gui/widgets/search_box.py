"""Find anything by typing any part of it: what fits is listed below the line."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QRect, QStringListModel, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCompleter, QLineEdit, QWidget

from desktop.gui import theme

PAUSE = 250
"""Milliseconds after the last key before it looks."""

_LIST_WIDTH = 640
"""Pixels at 100 %: kind, day and most of a title."""

NOTHING = "Không tìm thấy gì"


@dataclass(frozen=True, slots=True)
class Found:
    """One thing found: how the list shows it, and what it stands for."""

    text: str
    what: object


Look = Callable[[str], Sequence[Found]]


class SearchBox(QLineEdit):
    """A line that looks a moment after the last key."""

    chosen = Signal(object)
    """What the chosen line of the list stands for."""
    wanted = Signal(str)
    """The text to look for, a moment after the last key; blank to show all again."""

    def __init__(
        self, hint: str, look: Look | None = None, parent: QWidget | None = None
    ) -> None:
        """Show a hint; with `look`, what it finds is listed below."""
        super().__init__(parent)
        self.setTextMargins(theme.INSIDE, 0, theme.INSIDE, 0)
        self._look = look
        self._found: Sequence[Found] = ()
        self.setPlaceholderText(hint)
        self.setAccessibleName(hint)
        self.setClearButtonEnabled(True)
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._pause.timeout.connect(self._find)
        self.textChanged.connect(lambda _text: self._pause.start())
        self._lines = QStringListModel(self)
        self._list = QCompleter(self._lines, self)
        self._list.setCompletionMode(
            QCompleter.CompletionMode.UnfilteredPopupCompletion
        )
        self._list.setWidget(self)
        by_line = self._list.activated[QModelIndex]  # type: ignore[index]
        by_line.connect(self._on_activated)

    def set_look(self, look: Look | None) -> None:
        """Look this way from now on."""
        self._look = look

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Empty the line on Esc; look at once on Enter."""
        match event.key():
            case Qt.Key.Key_Escape if self.text():
                self.clear()
            case Qt.Key.Key_Return | Qt.Key.Key_Enter if self._list.popup().isVisible():
                event.ignore()  # so that the list takes it
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self._find()
            case _:
                super().keyPressEvent(event)

    def _find(self) -> None:
        from desktop.rules.vietnamese import normalise

        self._pause.stop()
        text = normalise(self.text())
        self.wanted.emit(text)
        if self._look is None:
            return
        self._found = self._look(text) if text else ()
        self._lines.setStringList([each.text for each in self._found] or [NOTHING])
        if text and self.hasFocus():
            self._list.complete(self._room())
        else:
            self._list.popup().hide()

    def _room(self) -> QRect:
        """Return where the list goes: below, and wider to the left."""
        wide = max(self.width(), min(theme.scaled(_LIST_WIDTH), self.window().width()))
        return QRect(self.width() - wide, 0, wide, self.height())

    def _on_activated(self, index: QModelIndex) -> None:
        if index.row() < len(self._found):
            what = self._found[index.row()].what
            self.clear()
            self.chosen.emit(what)
