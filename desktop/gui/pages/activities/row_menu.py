"""The menu of the rows: right click, or the Menu key, and what can be done there."""

from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtGui import QAction, QContextMenuEvent
from PySide6.QtWidgets import QMenu, QToolBar, QWidget

from desktop.gui.sheet.register_view import RegisterView


class RowMenu(QObject):
    """Offer at the rows themselves what the toolbar and its menu offer."""

    def __init__(self, bar: QToolBar, more: QMenu, parent: QObject) -> None:
        """Take the actions from a toolbar and from the menu at its end."""
        super().__init__(parent)
        self._bar = bar
        self._more = more
        self._view: RegisterView | None = None
        self.menu: QMenu | None = None
        """The menu shown last."""

    def serve(self, view: RegisterView) -> None:
        """Answer at the rows of a table and at their numbers."""
        self._view = view
        numbers = view.rows.verticalHeader()
        for one in (view.rows, view.rows.viewport(), numbers, numbers.viewport()):
            one.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Open the menu where it is asked for."""
        view = self._view
        if not isinstance(event, QContextMenuEvent) or view is None:
            return False
        if event.type() != QEvent.Type.ContextMenu or not _is_in(view.rows, watched):
            return False
        by_key = event.reason() == QContextMenuEvent.Reason.Keyboard
        if not by_key:
            self._choose_at(view, event.globalPos())
        self._open(view, _below_cell(view) if by_key else event.globalPos())
        return True

    def _choose_at(self, view: RegisterView, where: QPoint) -> None:
        """Choose the row somebody points at by its number, unless it is chosen."""
        viewport = view.rows.viewport()
        at = viewport.mapFromGlobal(where)
        row = view.rows.rowAt(at.y())
        if at.x() < 0 and row >= 0 and row not in view.selected():
            view.select_row(row)

    def _open(self, view: RegisterView, where: QPoint) -> None:
        menu = QMenu(view)
        menu.setAccessibleName("Việc với các mục đang chọn")
        menu.setToolTipsVisible(True)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addActions([one for one in self._bar.actions() if _is_of_rows(one)])
        menu.addSeparator()
        menu.addActions(self._more.actions())
        self.menu = menu
        menu.popup(where)


def _is_of_rows(action: QAction) -> bool:
    """Tell whether an action of the toolbar means the rows and not the whole place."""
    among = Qt.ShortcutContext.WidgetWithChildrenShortcut
    keyed = not action.shortcut().isEmpty()
    return keyed and action.shortcutContext() == among


def _is_in(rows: QWidget, watched: QObject) -> bool:
    return isinstance(watched, QWidget) and (
        watched is rows or rows.isAncestorOf(watched)
    )


def _below_cell(view: RegisterView) -> QPoint:
    """Return where a menu opens that was asked for by key: under the current cell."""
    rows = view.rows
    cell = rows.visualRect(rows.currentIndex())
    corner = cell.bottomLeft() if cell.isValid() else QPoint(0, 0)
    return rows.viewport().mapToGlobal(corner)
