"""Stand beside the report: what was issued, the outline; leave room where it lacks."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSplitter, QWidget

from desktop.gui import theme

LIST_WIDTH, WIDEST = 312, 400
"""Pixels at 100 %, and at most: with large letters the words need the room more."""


class LeftSide(QSplitter):
    """The reports above, the outline below; hidden while a wide table needs it."""

    def __init__(self, reports: QWidget, outline: QWidget) -> None:
        """Stand the one above the other."""
        super().__init__(Qt.Orientation.Vertical)
        self.setChildrenCollapsible(False)
        self.addWidget(reports)
        self.addWidget(outline)
        self.setSizes([theme.scaled(150), theme.scaled(330)])

    @property
    def wide(self) -> int:
        """Return the width it begins with, in pixels."""
        return min(theme.scaled(LIST_WIDTH), WIDEST)

    def leave_room(self, needed: int, whole: int) -> None:
        """Stay only where both fit: what is shown beside it, and itself."""
        gap = 2 * theme.BETWEEN
        self.setVisible(needed + gap + max(self.width(), self.wide) <= whole)
