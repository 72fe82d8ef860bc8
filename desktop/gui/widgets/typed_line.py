"""A line of text that means something: a day, a time, a number."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from desktop.gui import theme
from desktop.gui.widgets.marking import mark


class TypedLine(QLineEdit):
    """Text that is read only once the field is left, and stays as typed until then.

    Reached by Tab all of it is selected, as Qt does, so that typing replaces.
    """

    changed = Signal()
    """The text was edited, or a value was chosen; not when one is set in code."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Begin blank."""
        super().__init__(parent)
        self.setTextMargins(theme.INSIDE, 0, theme.INSIDE, 0)
        self.setInputMethodHints(Qt.InputMethodHint.ImhPreferNumbers)
        self.textEdited.connect(self._on_edited)
        self.editingFinished.connect(self._settle)

    def show_value(self, text: str) -> None:
        """Show how a value is written; nothing is wrong with it."""
        self.setText(text)
        mark(self, "")

    def _on_edited(self) -> None:
        mark(self, "")
        self.changed.emit()

    def _settle(self) -> None:
        """Show the value as it is written, or say what is wrong with the text."""
        raise NotImplementedError
