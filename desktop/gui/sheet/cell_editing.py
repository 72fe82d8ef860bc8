"""Write inside a cell: open a field over it, judge it, keep it or say why not.

The field is a widget over the rows and not Qt's own editor of an item: it outlives a
list that is read again, and it stays where words mean nothing yet.
"""

from collections.abc import Sequence
from enum import Enum
from typing import Protocol

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QPlainTextEdit,
    QTableView,
    QWidget,
)

from desktop.gui import theme
from desktop.gui.forms.fields import Editor, Offer
from desktop.gui.sheet import cell_editors
from desktop.gui.sheet.cell_note import CellNote
from desktop.gui.tables.pending import Typed
from desktop.gui.widgets.choice_field import ChoiceField
from desktop.gui.widgets.date_field import DateField
from desktop.records.register import Field


class Move(Enum):
    """Where to go from a cell that was written."""

    STAY = "stay"
    DOWN = "down"
    UP = "up"
    RIGHT = "right"
    LEFT = "left"
    OUT = "out"
    """Out of the table."""
    FILL = "fill"
    """Nowhere: the other cells selected take the same value."""


class Cells(Protocol):
    """What stands behind the cells of a view."""

    def field(self, index: QModelIndex) -> Field:
        """Return the field of a cell."""

    def value(self, index: QModelIndex) -> object:
        """Return what a cell holds."""

    def typed(self, index: QModelIndex) -> Typed | None:
        """Return words in a cell that are not kept, or None."""

    def accept(self, index: QModelIndex, value: object) -> str:
        """Keep a value; return why not, or blank when it is kept."""

    def leave_typed(self, index: QModelIndex, typed: Typed) -> None:
        """Show words in a cell that are not kept."""

    def typing(self, index: QModelIndex, typed: object) -> None:
        """Hear what is being typed, so that no crash takes it."""

    def dropped(self, index: QModelIndex) -> None:
        """Hear that what was typed is given up."""

    def place_of(self, index: QModelIndex) -> tuple[str, int]:
        """Return by what a cell is found again when rows have moved."""

    def index_at(self, place: tuple[str, int]) -> QModelIndex:
        """Return where a cell now is; an invalid index when it is gone."""

    @property
    def writable(self) -> bool:
        """Tell whether anything may be written."""


_ENTER = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})
_TABS = frozenset({Qt.Key.Key_Tab, Qt.Key.Key_Backtab})
_OWN = _ENTER | _TABS | {Qt.Key.Key_Escape, Qt.Key.Key_F2, Qt.Key.Key_Delete}
"""Keys that mean something in the field, whatever they mean on the page."""

_ARROWS = {
    Qt.Key.Key_Up: Move.UP,
    Qt.Key.Key_Down: Move.DOWN,
    Qt.Key.Key_Left: Move.LEFT,
    Qt.Key.Key_Right: Move.RIGHT,
}
_ELSEWHERE = frozenset(
    {
        Qt.FocusReason.PopupFocusReason,
        Qt.FocusReason.MenuBarFocusReason,
        Qt.FocusReason.ActiveWindowFocusReason,
    }
)
"""Reasons to lose the focus for a moment: a list, a menu, another program."""


class CellEditing(QObject):
    """The one cell of a view in which somebody writes."""

    finished = Signal(object)
    """A `Move`: the cell was written, or left as it was."""

    def __init__(
        self,
        view: QTableView,
        cells: Cells,
        offer: Offer,
        *,
        over: QWidget | None = None,
    ) -> None:
        """Write in the cells of a view.

        `over` is what fields lie over; left out, the rows of the view.
        """
        super().__init__(view)
        self._view = view
        self._over = view.viewport() if over is None else over
        self._cells = cells
        self.offer = offer
        self.editor: Editor | None = None
        self.note = CellNote(view)
        self._place: tuple[str, int] = ("", -1)
        self._before = ""
        self._typing = False
        """Whether the cell was typed over: arrows then leave it, as in spreadsheets."""
        header = view.horizontalHeader()
        header.sectionResized.connect(self.place)
        header.sectionMoved.connect(self.place)
        view.horizontalScrollBar().valueChanged.connect(self.place)
        view.verticalScrollBar().valueChanged.connect(self.place)
        view.model().modelReset.connect(self.place)

    @property
    def index(self) -> QModelIndex:
        """Return the cell being written; invalid when there is none."""
        if self.editor is None:
            return QModelIndex()
        return self._cells.index_at(self._place)

    def open(self, index: QModelIndex, *, first: QEvent | None = None) -> bool:
        """Open a cell, with its words or, given a first key, blank; tell if it did."""
        field = self._cells.field(index)
        if not self._cells.writable or cell_editors.in_form_only(field):
            return False
        if self.editor is not None and not self.finish(Move.STAY):
            return False
        editor = cell_editors.make_cell_editor(field, self.offer)
        self._show_words(editor, index)
        self._place = self._cells.place_of(index)
        self._before = words_of(editor)
        self._typing = first is not None
        self._put_over(editor, index)
        cell_editors.put_cursor_last(editor.widget)
        if first is not None:
            cell_editors.start_blank(editor)
            QApplication.sendEvent(editor.widget, first)
        editor.changed.connect(self._on_changed)
        if words_of(editor) != self._before:
            self._on_changed()
        return True

    def insert_today(self) -> None:
        """Write today into the field that is open, if it is a day's."""
        widget = None if self.editor is None else self.editor.widget
        if isinstance(widget, DateField):
            widget.insert_today()

    def finish(self, move: Move) -> bool:
        """Keep what was typed and close; stay open, saying why, where it cannot be."""
        editor = self.editor
        if editor is None:
            return True
        sentence = self._judge(editor)
        if sentence:
            self._refuse(editor, sentence)
            return False
        self._close(focus=True)
        self.finished.emit(move)
        return True

    def drop(self) -> None:
        """Close, and leave the cell as it was."""
        if self.editor is not None:
            self._cells.dropped(self.index)
            self._close(focus=True)

    def leave(self) -> None:
        """Close because the focus went; words that mean nothing stay in the cell."""
        editor = self.editor
        if editor is None:
            return
        index, sentence = self.index, self._judge(editor)
        if sentence and index.isValid():
            self._cells.leave_typed(index, Typed(words_of(editor), sentence))
        self._close(focus=False)

    def place(self) -> None:
        """Put the field where its cell now is."""
        if self.editor is None:
            return
        index = self.index
        if not index.isValid():
            self._close(focus=True)  # the entry is gone; its draft is kept
            return
        cell = self._view.visualRect(index)
        self.editor.widget.setGeometry(self._room(cell))
        if not self.note.isHidden():
            self.note.place(self._field_in_view())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take the keys that leave the cell; everything else is the field's."""
        if self.editor is None:
            return False
        kind = event.type()
        if kind == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            lists = isinstance(self.editor.widget, ChoiceField)
            if event.key() in _OWN or (lists and event.key() == Qt.Key.Key_F4):
                event.accept()
            return False
        if kind == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if isinstance(watched, QAbstractItemView):
                return self._on_list_key(watched, event)
            return self._on_key(event)
        if kind == QEvent.Type.FocusOut and isinstance(event, QFocusEvent):
            self._on_focus_out(event)
        return False

    def _show_words(self, editor: Editor, index: QModelIndex) -> None:
        typed = self._cells.typed(index)
        if typed is None:
            editor.set_value(self._cells.value(index))
        else:
            editor.set_typed(typed.text)

    def _put_over(self, editor: Editor, index: QModelIndex) -> None:
        widget = editor.widget
        self.editor = editor
        widget.setParent(self._over)
        widget.setFont(self._view.font())
        for one in _watched(widget):
            one.installEventFilter(self)
        self._view.scrollTo(index)
        widget.setGeometry(self._room(self._view.visualRect(index)))
        widget.show()
        widget.setFocus(Qt.FocusReason.OtherFocusReason)

    def _room(self, cell: QRect) -> QRect:
        """Return the place of a field: its cell, larger where too little shows."""
        viewport, over = self._view.viewport(), self._over
        room = QRect(viewport.mapTo(over, cell.topLeft()), cell.size())
        if viewport is over:
            room = QRect(cell)
        if self.editor is None:
            return room
        least = theme.scaled(cell_editors.least_width(self.editor.field))
        room.setWidth(min(max(cell.width(), least), viewport.width()))
        if isinstance(self.editor.widget, QPlainTextEdit):
            room.setHeight(self.editor.widget.height())
            room.moveBottom(min(room.bottom(), over.height() - 1))
        room.moveRight(min(room.right(), over.width() - 1))
        return room

    def _field_in_view(self) -> QRect:
        """Return where the open field is, in the pixels of the rows."""
        if self.editor is None:
            return QRect()
        widget, viewport = self.editor.widget, self._view.viewport()
        return QRect(
            viewport.mapFromGlobal(widget.mapToGlobal(QPoint())), widget.size()
        )

    def _judge(self, editor: Editor) -> str:
        """Keep what was typed; return why it cannot be, or blank."""
        cell_editors.settle(editor.widget)
        if words_of(editor) == self._before:
            return ""
        sentence = editor.unreadable()
        index = self.index
        if sentence or not index.isValid():
            return sentence
        return self._cells.accept(index, editor.value())

    def _refuse(self, editor: Editor, sentence: str) -> None:
        editor.mark(wrong=True)
        editor.widget.setAccessibleDescription(sentence)
        self.note.say(sentence, self._field_in_view())

    def _close(self, *, focus: bool) -> None:
        editor, self.editor = self.editor, None
        self.note.hide()
        if editor is None:
            return
        for one in _watched(editor.widget):
            one.removeEventFilter(self)
        if focus:
            self._view.setFocus(Qt.FocusReason.OtherFocusReason)
        editor.widget.hide()
        editor.widget.deleteLater()

    def _on_changed(self) -> None:
        if self.editor is None:
            return
        if self.note.isVisible():
            self.editor.mark(wrong=False)
            self.note.hide()
        index = self.index
        if index.isValid():
            self._cells.typing(index, self.editor.typed())

    def _on_key(self, event: QKeyEvent) -> bool:
        key, held = Qt.Key(event.key()), event.modifiers()
        if key in _ENTER:
            return self._on_enter(held)
        if key in _TABS:
            out = bool(held & Qt.KeyboardModifier.ControlModifier)
            back = key == Qt.Key.Key_Backtab
            self.finish(Move.OUT if out else Move.LEFT if back else Move.RIGHT)
            return True
        if key == Qt.Key.Key_Escape:
            self.drop()
            return True
        if key == Qt.Key.Key_F2:
            self._typing = False
            return True
        return self._on_arrow(key, held)

    def _on_enter(self, held: Qt.KeyboardModifier) -> bool:
        widget = None if self.editor is None else self.editor.widget
        if held & Qt.KeyboardModifier.AltModifier:
            if isinstance(widget, QPlainTextEdit):
                widget.insertPlainText("\n")
        elif held & Qt.KeyboardModifier.ControlModifier:
            self.finish(Move.FILL)
        else:
            up = bool(held & Qt.KeyboardModifier.ShiftModifier)
            self.finish(Move.UP if up else Move.DOWN)
        return True

    def _on_arrow(self, key: Qt.Key, held: Qt.KeyboardModifier) -> bool:
        plain = held in (
            Qt.KeyboardModifier.NoModifier,
            Qt.KeyboardModifier.KeypadModifier,
        )
        lists = self.editor is not None and isinstance(self.editor.widget, ChoiceField)
        if not (self._typing and plain and key in _ARROWS) or lists:
            return False
        self.finish(_ARROWS[key])
        return True

    def _on_list_key(self, popup: QAbstractItemView, event: QKeyEvent) -> bool:
        """Take the proposal under the cursor and leave the cell with one key."""
        if event.key() not in _ENTER | _TABS or self.editor is None:
            return False
        chosen = popup.currentIndex()
        line = cell_editors.line_of(self.editor.widget)
        if chosen.isValid() and line is not None:
            line.setText(str(chosen.data()))
        popup.hide()
        return self._on_key(event)

    def _on_focus_out(self, event: QFocusEvent) -> None:
        if event.reason() in _ELSEWHERE or self.editor is None:
            return
        at = QApplication.focusWidget()
        widget = self.editor.widget
        if at is None or not (at is widget or widget.isAncestorOf(at)):
            self.leave()


def words_of(editor: Editor) -> str:
    """Return the words that stand in a field."""
    widget = editor.widget
    line = cell_editors.line_of(widget)
    if line is not None:
        return line.text()
    return widget.toPlainText() if isinstance(widget, QPlainTextEdit) else ""


def _watched(widget: QWidget) -> Sequence[QObject]:
    """Return every part of a field that keys may reach."""
    parts: list[QObject] = [widget]
    line = cell_editors.line_of(widget)
    if line is not None and line is not widget:
        parts.append(line)
    if isinstance(widget, ChoiceField):
        completer = widget.completer()
        if completer is not None:
            parts.append(completer.popup())
    return parts
