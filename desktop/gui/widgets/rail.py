"""Show the places of the program at the window's left edge."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtWidgets import (
    QAbstractButton,
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from desktop.gui import theme

if TYPE_CHECKING:
    from collections.abc import Iterable

    from desktop.gui.places import PageSpec


class RailButton(QPushButton):
    """One place: its icon, its word, and how many things there wait."""

    def __init__(self, place: "PageSpec") -> None:
        """Show the word; the icon comes after the window's first paint."""
        from desktop.gui.widgets.badge import Badge

        super().__init__(place.title)
        self.place = place
        self.setCheckable(True)
        self.setFlat(True)
        self.setToolTip(f"{place.title} ({place.shortcut})")
        self.setAccessibleName(place.title)
        self.setIconSize(QSize(theme.scaled(theme.ICON), theme.scaled(theme.ICON)))
        self.badge = Badge(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, theme.BETWEEN, 0)
        row.addStretch()
        row.addWidget(self.badge, alignment=Qt.AlignmentFlag.AlignVCenter)


class Rail(QFrame):
    """Every place, one of them chosen; arrows move, a click or Ctrl+digit goes."""

    chosen = Signal(str)
    """Code of the place to go to."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Begin without places."""
        super().__init__(parent)
        self.setObjectName("rail")
        self.setFixedWidth(_width())
        self.setAccessibleName("Các phần của chương trình")
        self._buttons: dict[str, RailButton] = {}
        self._group = QButtonGroup(self)
        self._group.setExclusive(True)
        self._group.buttonToggled.connect(self._on_toggled)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, theme.BETWEEN, 0, theme.BETWEEN)
        self._column.setSpacing(theme.INSIDE // 2)
        self._column.addStretch()
        self._drawn = False

    def show_places(self, places: "Iterable[PageSpec]") -> None:
        """List these places, none of them chosen yet."""
        for button in self._buttons.values():
            self._group.removeButton(button)
            self._column.removeWidget(button)
            button.hide()  # until it is gone, others stand in its place
            button.deleteLater()
        self._buttons = {place.code: RailButton(place) for place in places}
        for row, button in enumerate(self._buttons.values()):
            self._group.addButton(button)
            self._column.insertWidget(row, button)
        if self._drawn:
            self.draw_icons()

    @property
    def current(self) -> str:
        """Return the code of the chosen place, or blank."""
        button = self._group.checkedButton()
        return button.place.code if isinstance(button, RailButton) else ""

    def button(self, code: str) -> RailButton:
        """Return the button of a place. Raise KeyError when it is not listed."""
        return self._buttons[code]

    def choose(self, code: str) -> None:
        """Mark a place as chosen; `chosen` tells of it if it was not."""
        if code in self._buttons:
            self._buttons[code].setChecked(True)

    def show_count(self, code: str, count: int, meaning: str) -> None:
        """Show how many things wait in a place; `%d` in the meaning is the number."""
        if code in self._buttons:
            self._buttons[code].badge.show_count(count, meaning)

    def draw_icons(self) -> None:
        """Give every place its icon, in the colours now shown."""
        from desktop.gui import icons

        self._drawn = True
        side = theme.scaled(theme.ICON)
        for button in self._buttons.values():
            button.setIcon(icons.icon(button.place.code))
            button.setIconSize(QSize(side, side))

    def changeEvent(self, event: QEvent) -> None:
        """Follow text size and scheme."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.PaletteChange):
            self.setFixedWidth(_width())
            if self._drawn:
                self.draw_icons()

    def _on_toggled(self, button: QAbstractButton, checked: bool) -> None:
        button.setFocusPolicy(
            Qt.FocusPolicy.StrongFocus if checked else Qt.FocusPolicy.ClickFocus
        )
        if checked and isinstance(button, RailButton):
            self.chosen.emit(button.place.code)


def _width() -> int:
    # Half as fast as the text: at 150 % the page needs the room more.
    return (theme.RAIL_WIDTH + theme.scaled(theme.RAIL_WIDTH)) // 2
