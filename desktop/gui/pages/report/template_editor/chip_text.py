"""A field in which what is filled in stands as chips, by what they are called.

The text it is made from names them in braces, `{figure:trainings}`; whoever writes
never sees the braces, and a chip is erased, moved and copied like one letter.
"""

import re
from collections.abc import Callable

from PySide6.QtCore import QMimeData, QPointF, QRect, QRectF, QSizeF, Qt, Signal
from PySide6.QtGui import (
    QFontMetricsF,
    QKeyEvent,
    QPainter,
    QPyTextObject,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
)
from PySide6.QtWidgets import QTextEdit, QWidget

from desktop.gui import theme

Naming = Callable[[str], str]
"""Returns what a name in braces is called; blank where nobody knows it."""

_KIND = QTextFormat.ObjectTypes.UserObject + 1
_NAME = QTextFormat.Property.UserProperty + 1
_LETTER = "\ufffc"
_BRACED = re.compile(r"(\{[^{}\n]*\})")
_ROOM = 6
"""Pixels inside a chip, left and right."""
_WIDEST = 360


class _Chip(QPyTextObject):
    """Draw a name as a chip."""

    def __init__(self, naming: Naming, parent: QWidget) -> None:
        super().__init__(parent)
        self._naming = naming

    def intrinsicSize(
        self, _document: QTextDocument, _place: int, form: QTextFormat
    ) -> QSizeF:
        metrics = self._metrics(form)
        width = metrics.horizontalAdvance(self._words(form)) + 2 * _ROOM
        return QSizeF(width, metrics.ascent() + 1)

    def drawObject(
        self,
        painter: QPainter,
        rect: QRectF | QRect,
        _document: QTextDocument,
        _place: int,
        form: QTextFormat,
    ) -> None:
        known = bool(self._naming(str(form.property(_NAME))))
        metrics = self._metrics(form)
        line = rect.bottom()  # where the letters beside it stand
        body = QRectF(rect.left(), line - metrics.ascent(), rect.width(), 0)
        body.setHeight(metrics.height())
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("accent_soft" if known else "bad_soft"))
        painter.drawRoundedRect(body.adjusted(1, 0, -1, 0), 4, 4)
        painter.setPen(theme.colour("text" if known else "bad"))
        painter.setFont(form.toCharFormat().font())
        painter.drawText(QPointF(body.left() + _ROOM, line), self._words(form))
        painter.restore()

    def _words(self, form: QTextFormat) -> str:
        name = str(form.property(_NAME))
        words = self._naming(name) or f"▲ {name}"
        metrics = self._metrics(form)
        return metrics.elidedText(
            words, Qt.TextElideMode.ElideRight, theme.scaled(_WIDEST)
        )

    @staticmethod
    def _metrics(form: QTextFormat) -> QFontMetricsF:
        return QFontMetricsF(form.toCharFormat().font())


class ChipText(QTextEdit):
    """Write sentences, one a line, with chips for what is filled in."""

    edited = Signal()
    """Somebody changed the words."""

    def __init__(
        self, naming: Naming, *, lines: int = 1, parent: QWidget | None = None
    ) -> None:
        """Show so many lines; with one, Enter does nothing."""
        super().__init__(parent)
        self._lines = lines
        self._filling = False
        self.setAcceptRichText(False)
        self.setTabChangesFocus(True)
        self._chip = _Chip(naming, self)
        self.document().documentLayout().registerHandler(_KIND, self._chip)
        self.textChanged.connect(self._on_text)
        height = self.fontMetrics().lineSpacing() * max(lines, 2)
        self.setMinimumHeight(height + 2 * theme.BETWEEN)
        if lines == 1:
            self.setMaximumHeight(height + 2 * theme.BETWEEN)

    def set_source(self, text: str) -> None:
        """Show a text that names what is filled in in braces."""
        if text == self.source():
            return
        self._filling = True
        self.clear()
        self._write(self.textCursor(), text)
        self.document().clearUndoRedoStacks()
        self.moveCursor(QTextCursor.MoveOperation.Start)
        self._filling = False

    def source(self) -> str:
        """Return the text with names in braces, one sentence a line."""
        cursor = QTextCursor(self.document())
        cursor.select(QTextCursor.SelectionType.Document)
        return self._source(cursor)

    def insert_name(self, name: str) -> None:
        """Put a chip where the cursor stands."""
        self._write(self.textCursor(), f"{{{name}}}")
        self.setFocus()

    def wrap(self, before: str, after: str) -> None:
        """Put what is selected between two signs."""
        cursor = self.textCursor()
        inside = self._source(cursor)
        self._write(cursor, f"{before}{inside}{after}")
        self.setFocus()

    def createMimeDataFromSelection(self) -> QMimeData:
        """Copy chips as their names, so that they can be pasted as chips."""
        data = QMimeData()
        data.setText(self._source(self.textCursor()))
        return data

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Paste a text with its names as chips."""
        text = source.text()
        if self._lines == 1:
            text = " ".join(text.split("\n"))
        self._write(self.textCursor(), text)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Enter begin no line in a field of one."""
        if self._lines == 1 and event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            event.ignore()
            return
        super().keyPressEvent(event)

    def _write(self, cursor: QTextCursor, text: str) -> None:
        plain = QTextCharFormat()
        cursor.beginEditBlock()
        cursor.removeSelectedText()
        for part in _BRACED.split(text):
            if _BRACED.fullmatch(part):
                form = QTextCharFormat()
                form.setObjectType(_KIND)
                form.setProperty(_NAME, part[1:-1])
                cursor.insertText(_LETTER, form)
            elif part:
                cursor.insertText(part, plain)
        cursor.setCharFormat(plain)
        cursor.endEditBlock()
        self.setTextCursor(cursor)

    def _source(self, cursor: QTextCursor) -> str:
        first, last = cursor.selectionStart(), cursor.selectionEnd()
        lines: list[str] = []
        block = self.document().findBlock(first)
        while block.isValid() and block.position() <= last:
            parts: list[str] = []
            walk = block.begin()
            while not walk.atEnd():
                fragment = walk.fragment()
                start = max(first - fragment.position(), 0)
                end = max(last - fragment.position(), 0)
                text = fragment.text()[start:end]
                name = fragment.charFormat().property(_NAME)
                parts.append(text.replace(_LETTER, f"{{{name}}}") if name else text)
                walk += 1
            lines.append("".join(parts).replace("\u2028", "\n"))
            block = block.next()
        return "\n".join(lines)

    def _on_text(self) -> None:
        if not self._filling:
            self.edited.emit()
