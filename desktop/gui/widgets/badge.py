"""Show a count or a state as a small word with a shape and a colour."""

from typing import Literal

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget

from desktop.gui import theme

State = Literal["count", "good", "warn", "bad", "plain"]

MOST = 99
"""Above it a badge reads `99+`."""


class Badge(QLabel):
    """A word or a number; colour only repeats what it says."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Begin empty, and so unseen."""
        super().__init__(parent)
        self.setObjectName("badge")
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setMinimumWidth(theme.scaled(18))
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def show_count(self, count: int, meaning: str) -> None:
        """Show how many; 0 hides the badge. `meaning` says of what, `%d` the number."""
        self.show_word("" if not count else f"{MOST}+" if count > MOST else str(count))
        spoken = meaning.replace("%d", str(count)) if count else ""
        self.setToolTip(spoken)
        self.setAccessibleName(spoken)

    def show_word(self, word: str, state: State = "count") -> None:
        """Show a word in the colour of a state; a blank word hides the badge."""
        self.setText(word)
        self.setAccessibleName(word)
        self.setProperty("state", state)
        self.style().unpolish(self)
        self.style().polish(self)
        self.setVisible(bool(word))
