"""One editor for each type of field: a widget, its value, and what was typed."""

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QCheckBox, QLineEdit, QPlainTextEdit, QWidget

from desktop.gui import theme
from desktop.gui.tables.names import Names
from desktop.records.register import Field

_LONG_TEXT_LINES = 3


@dataclass(frozen=True, slots=True)
class Offer:
    """What editors choose from, and the day they reckon from."""

    names: Names
    products: Callable[[], tuple[tuple[str, str], ...]]
    """Ids and titles of products, asked for when the list opens."""
    today: dt.date
    year: int
    """Year of a day typed without one."""


class Editor(QObject):
    """What a form knows of one field, whatever its widget."""

    changed = Signal()

    def __init__(self, field: Field, widget: QWidget) -> None:
        """Name the widget as its label does."""
        super().__init__(widget)
        self.field = field
        self.widget = widget
        name = f"{field.label} ({field.unit})" if field.unit else field.label
        widget.setAccessibleName(name)
        widget.setAccessibleDescription(field.help)

    def value(self) -> object:
        """Return what the field holds; None when blank or not understood."""
        raise NotImplementedError

    def set_value(self, value: object) -> None:
        """Show a value of a record."""
        raise NotImplementedError

    def typed(self) -> object:
        """Return what a draft keeps: plain values, half-typed ones too."""
        return self.value()

    def set_typed(self, typed: object) -> None:
        """Show what a draft kept."""
        self.set_value(typed)

    def unreadable(self) -> str:
        """Return the sentence why what was typed means nothing; blank when it does."""
        return ""

    def mark(self, *, wrong: bool) -> None:
        """Give the widget a red edge, or take it away."""
        if bool(self.widget.property("wrong")) != wrong:
            self.widget.setProperty("wrong", wrong)
            self.widget.style().unpolish(self.widget)
            self.widget.style().polish(self.widget)

    def focus(self) -> None:
        """Put the cursor here."""
        self.widget.setFocus()


class TextEditor(Editor):
    """A line of text."""

    def __init__(self, field: Field) -> None:
        """Make the line."""
        self._line = QLineEdit()
        super().__init__(field, self._line)
        self._line.textChanged.connect(lambda _: self.changed.emit())

    def value(self) -> str:
        """Return the line."""
        return self._line.text()

    def set_value(self, value: object) -> None:
        """Show a line."""
        self._line.setText(str(value or ""))
        self._line.setCursorPosition(0)


class LongTextEditor(Editor):
    """A few lines of text; Tab leaves it."""

    def __init__(self, field: Field) -> None:
        """Make room for three lines."""
        self._text = QPlainTextEdit()
        super().__init__(field, self._text)
        self._text.setTabChangesFocus(True)
        line = self._text.fontMetrics().lineSpacing()
        self._text.setFixedHeight(line * _LONG_TEXT_LINES + theme.scaled(theme.AROUND))
        self._text.textChanged.connect(self.changed)

    def value(self) -> str:
        """Return the text."""
        return self._text.toPlainText()

    def set_value(self, value: object) -> None:
        """Show a text."""
        self._text.setPlainText(str(value or ""))


class FlagEditor(Editor):
    """A box to tick."""

    def __init__(self, field: Field) -> None:
        """Make the box; its label stands beside it as every label does."""
        self._box = QCheckBox("Có")
        super().__init__(field, self._box)
        self._box.toggled.connect(lambda _: self.changed.emit())

    def value(self) -> bool:
        """Tell whether it is ticked."""
        return self._box.isChecked()

    def set_value(self, value: object) -> None:
        """Tick it or not."""
        self._box.setChecked(bool(value))
