"""What the place `Hoạt động` does with many entries: repeat one, change all."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from desktop.gui.pages.activities.actions import Shown
from desktop.gui.pages.activities.change_many_dialog import ChangeManyDialog
from desktop.gui.pages.activities.series_dialog import SeriesDialog
from desktop.gui.session import Session
from desktop.gui.steps import offer
from desktop.gui.widgets.message_bar import MessageBar
from desktop.operations.entries.record_series import day_field
from desktop.rules.numbers import format_integer


class ManyDesk(QObject):
    """Repeat one entry until some day, change one field of those selected."""

    def __init__(
        self, page: QWidget, session: Session, shown: Shown, message: MessageBar
    ) -> None:
        """Serve a page."""
        super().__init__(page)
        self._page = page
        self._session = session
        self._shown = shown
        self._message = message
        self.repeat = self._action("Lặp lại…", "Ctrl+R", self.repeat_chosen)
        self.change = self._action(
            "Sửa một trường của nhiều mục…", "Ctrl+Shift+E", self.change_chosen
        )
        self.allow()

    def add_to(self, menu: QMenu) -> None:
        """Put what can be done into a menu."""
        menu.addActions([self.repeat, self.change])

    def allow(self) -> None:
        """Allow what makes sense for the rows selected."""
        chosen = self._shown.chosen_count()
        dated = bool(chosen) and bool(day_field(self._shown.register))
        self.repeat.setEnabled(chosen == 1 and dated)
        self.change.setEnabled(chosen > 0)

    def repeat_chosen(self) -> SeriesDialog:
        """Ask how often the entry selected is repeated, and until when."""
        (record,) = self._shown.chosen_records()
        register = self._shown.register
        dialog = SeriesDialog(self._session, register, record, self._page)
        dialog.done_.connect(
            lambda made: self._say(f"Đã ghi thêm {format_integer(len(made))} mục")
        )
        dialog.open()
        return dialog

    def change_chosen(self) -> ChangeManyDialog:
        """Ask which field of the entries selected gets what value."""
        dialog = ChangeManyDialog(
            self._session,
            self._shown.register,
            self._shown.names(),
            self._shown.chosen_records(),
            self._page,
        )
        dialog.done_.connect(
            lambda count: self._say(f"Đã sửa {format_integer(count)} mục")
        )
        dialog.open()
        return dialog

    def _say(self, done: str) -> None:
        offer(self._session, done, self._message)

    def _action(self, words: str, key: str, call: Callable[[], object]) -> QAction:
        action = QAction(words, self._page)
        action.setShortcut(QKeySequence(key))
        action.setShortcutContext(Qt.ShortcutContext.WindowShortcut)
        action.setToolTip(f"{words} ({key})")
        action.triggered.connect(lambda _checked=False: call())
        self._page.addAction(action)
        return action
