"""Buttons in one line that choose which rows of a preview are shown."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QPushButton, QWidget

from desktop.gui import theme
from desktop.gui.pages.activities.importing.digest import Digest
from desktop.rules.entry_table.fates import Fate
from desktop.rules.numbers import format_integer
from desktop.wording.entry_preview import fate_label, fate_shape

ALL, DOUBTFUL = "all", "doubtful"
_ORDER = (
    ALL,
    Fate.ADD.value,
    Fate.CHANGE.value,
    Fate.KEPT.value,
    Fate.REFUSED.value,
    DOUBTFUL,
    Fate.SAME.value,
    Fate.LEFT_OUT.value,
)


class FateFilter(QWidget):
    """All rows, those of one fate, or those worth a look."""

    chosen = Signal()
    """Other rows are to be shown."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Begin with all rows."""
        super().__init__(parent)
        self.buttons: dict[str, QPushButton] = {}
        self._group = QButtonGroup(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.INSIDE)
        for key in _ORDER:
            made = QPushButton()
            made.setObjectName("segment")
            made.setCheckable(True)
            made.setAutoDefault(False)
            self._group.addButton(made)
            self.buttons[key] = made
            row.addWidget(made)
        self.buttons[ALL].setChecked(True)
        self._group.buttonClicked.connect(lambda _button: self.chosen.emit())

    @property
    def current(self) -> str:
        """Return which rows are shown: `all`, `doubtful` or a fate."""
        checked = (key for key, one in self.buttons.items() if one.isChecked())
        return next(checked, ALL)

    def choose(self, key: str) -> None:
        """Show other rows, as a click would."""
        if key != self.current:
            self.buttons[key].setChecked(True)
            self.chosen.emit()

    def show_digest(self, places: Digest, seen: int) -> None:
        """Count the rows each button shows; one that shows none is not there."""
        for key, button in self.buttons.items():
            count = seen if key == ALL else len(_places(places, key))
            words = _words(key)
            button.setText(f"{words} {format_integer(count)}")
            button.setAccessibleName(f"Xem {words}: {format_integer(count)} dòng")
            button.setVisible(bool(count) or key == ALL or button.isChecked())

    def places(self, found: Digest, seen: int) -> list[int] | range:
        """Return which rows of a preview are shown."""
        return range(seen) if self.current == ALL else _places(found, self.current)


def _places(found: Digest, key: str) -> list[int]:
    return found.doubtful if key == DOUBTFUL else found.places[Fate(key)]


def _words(key: str) -> str:
    if key == ALL:
        return "Tất cả"
    if key == DOUBTFUL:
        return "? Nên xem"
    return f"{fate_shape(Fate(key))} {fate_label(Fate(key))}"
