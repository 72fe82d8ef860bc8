"""Choose the columns of a table from a menu that stays open while one chooses."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QMenu

_TICKS = frozenset({Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter})


class ColumnMenu(QMenu):
    """A menu in which ticking one line leaves it open for the next."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Tick with Space or Enter and stay."""
        if event.key() not in _TICKS or not self._tick(self.activeAction()):
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Tick with a click and stay."""
        if not self._tick(self.actionAt(event.position().toPoint())):
            super().mouseReleaseEvent(event)

    @staticmethod
    def _tick(action: QAction | None) -> bool:
        if action is None or not action.isCheckable():
            return False
        action.trigger()  # one that is not enabled does nothing
        return True
