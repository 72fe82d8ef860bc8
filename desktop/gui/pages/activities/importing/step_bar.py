"""The three steps of an import, in one line: where one is, and what is still open."""

from enum import Enum

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QPushButton, QWidget

from desktop.gui import theme
from desktop.rules.entry_table.fates import Match, Preview
from desktop.rules.numbers import format_integer

DOUBTFUL = frozenset({Match.SIMILAR, Match.POSITION})
"""Ways of matching a column that somebody should look at."""


class Place(Enum):
    """What one looks at."""

    COLUMNS = 0
    WORDS = 1
    ROWS = 2


class StepBar(QWidget):
    """A button for each step; the words are there only when there are any."""

    chosen = Signal(object)
    """A `Place` somebody wants to see."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Begin at the columns."""
        super().__init__(parent)
        self._group = QButtonGroup(self)
        self.buttons: dict[Place, QPushButton] = {}
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.INSIDE)
        for place in Place:
            made = QPushButton()
            made.setObjectName("segment")
            made.setCheckable(True)
            made.setAutoDefault(False)
            self._group.addButton(made, place.value)
            self.buttons[place] = made
            row.addWidget(made)
        self.buttons[Place.COLUMNS].setChecked(True)
        self._group.idClicked.connect(lambda at: self.chosen.emit(Place(at)))
        self._say(Place.COLUMNS, "&1 Cột", "")
        self._say(Place.WORDS, "&2 Chữ chưa biết", "")
        self._say(Place.ROWS, "&3 Dòng", "")
        self.buttons[Place.WORDS].hide()

    @property
    def current(self) -> Place:
        """Return which step is shown."""
        return Place(max(self._group.checkedId(), 0))

    @property
    def button(self) -> QPushButton:
        """Return the button of the step shown."""
        return self.buttons[self.current]

    def choose(self, place: Place) -> None:
        """Mark a step as shown."""
        self.buttons[place].setChecked(True)

    def show_preview(self, preview: Preview, *, words: bool) -> None:
        """Say of each step what is still open."""
        asking = sum(bool(one.asked) for one in preview.columns) + len(preview.wanting)
        doubtful = sum(one.match in DOUBTFUL for one in preview.columns)
        state = f"? {doubtful}" if doubtful else "✓"
        state = f"▲ {asking}" if asking else state
        self._say(Place.COLUMNS, "&1 Cột", state)
        unknown = len(preview.unknown_words)
        state = f"▲ {format_integer(unknown)}" if unknown else "✓"
        self._say(Place.WORDS, "&2 Chữ chưa biết", state)
        self.buttons[Place.WORDS].setVisible(words)
        self._say(Place.ROWS, "&3 Dòng", format_integer(preview.seen))

    def _say(self, place: Place, words: str, state: str) -> None:
        button = self.buttons[place]
        button.setText(f"{words}  {state}".strip())
        button.setAccessibleName(f"Bước {words.replace('&', '')} {state}".strip())
