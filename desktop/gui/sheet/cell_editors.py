"""The field that opens inside a cell: the form's own, or one line of words."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from desktop.gui import theme
from desktop.gui.forms.editors import make_editor
from desktop.gui.forms.fields import Editor, Offer
from desktop.gui.tables.columns import EVIDENCE, kind_of
from desktop.gui.tables.names import Named
from desktop.gui.widgets.choice_field import ChoiceField
from desktop.records.register import Field, FieldType
from desktop.rules.cell_text import (
    LISTS,
    TABLES,
    Around,
    Reading,
    read_text,
    write_text,
)
from desktop.wording.problems import sentence

_IN_WORDS = LISTS | {FieldType.FLAG, FieldType.DATETIME}
"""Fields the form writes with more than one widget: in a cell they are one line."""

_LEAST_WIDTH = {FieldType.DATE: 150, FieldType.DATETIME: 180, FieldType.LONG_TEXT: 320}
_LEAST_CHOICE = 240


class WordsEditor(Editor):
    """One line of words, read as a value of any field."""

    def __init__(self, field: Field, around: Around) -> None:
        """Make the line."""
        self._line = QLineEdit()
        self._line.setTextMargins(theme.INSIDE, 0, theme.INSIDE, 0)
        super().__init__(field, self._line)
        self._around = around
        self._line.textChanged.connect(lambda _: self.changed.emit())

    def value(self) -> object:
        """Return what the words mean."""
        return self._read().value

    def set_value(self, value: object) -> None:
        """Show a value in words."""
        self._line.setText(write_text(self.field, value, self._around))

    def typed(self) -> str:
        """Keep the words."""
        return self._line.text()

    def set_typed(self, typed: object) -> None:
        """Show the words."""
        self._line.setText(str(typed or ""))

    def unreadable(self) -> str:
        """Return why the words mean nothing."""
        problem = self._read().problem
        return "" if problem is None else sentence(problem)

    def _read(self) -> Reading:
        return read_text(self.field, self._line.text(), self._around, parts=True)


def around(offer: Offer) -> Around:
    """Return what the reading of cells depends on, from what editors offer."""

    def choices(field: Field) -> Sequence[Named]:
        if field.type is FieldType.PRODUCT:
            return [Named(*one) for one in offer.products()]
        return offer.names.of(kind_of(field))

    return Around(choices=choices, today=offer.today, year=offer.year)


def in_form_only(field: Field) -> bool:
    """Tell whether a field is too large for a cell: it is written in the form."""
    return field.type in TABLES or is_only_read(field)


def is_only_read(field: Field) -> bool:
    """Tell whether a cell shows what no record keeps: nothing is written there."""
    return field.name == EVIDENCE


def make_cell_editor(field: Field, offer: Offer) -> Editor:
    """Return the editor that opens in a cell of a field."""
    if field.type in _IN_WORDS:
        return WordsEditor(field, around(offer))
    editor = make_editor(field, offer)
    if isinstance(editor.widget, QPlainTextEdit):
        editor.widget.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
    return editor


def least_width(field: Field) -> int:
    """Return the width below which nobody sees what is typed, in pixels at 100 %."""
    if field.type in LISTS or kind_of(field) or field.type is FieldType.PRODUCT:
        return _LEAST_CHOICE
    return _LEAST_WIDTH.get(field.type, 0)


def line_of(widget: QWidget) -> QLineEdit | None:
    """Return the line in which one types, or None in a text of several lines."""
    if isinstance(widget, ChoiceField):
        return widget.lineEdit()
    return widget if isinstance(widget, QLineEdit) else None


def settle(widget: QWidget) -> None:
    """Let a field make of its words what it does when it is left."""
    line = line_of(widget)
    if line is not None:
        line.editingFinished.emit()


def start_blank(editor: Editor) -> None:
    """Empty a field, for what is typed over a cell."""
    line = line_of(editor.widget)
    if line is not None:
        line.clear()
    else:
        editor.set_typed("")


def put_cursor_last(widget: QWidget) -> None:
    """Put the cursor behind what the field holds, with nothing selected."""
    line = line_of(widget)
    if line is not None:
        line.deselect()
        line.end(False)
    elif isinstance(widget, QPlainTextEdit):
        cursor = widget.textCursor()
        cursor.movePosition(cursor.MoveOperation.End)
        widget.setTextCursor(cursor)
