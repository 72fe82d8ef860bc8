"""What can be done with entries: buttons with words, keys, and the menu `Việc`."""

from collections.abc import Callable, Sequence
from typing import Any, Protocol

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QToolBar, QToolButton, QWidget

from desktop.gui import icons
from desktop.gui.jobs import Job
from desktop.gui.session import Session
from desktop.gui.steps import offer
from desktop.gui.tables.kinds import record_of
from desktop.gui.tables.names import Names
from desktop.gui.widgets.message_bar import MessageBar
from desktop.operations.entries.remove_entry import remove
from desktop.records.register import Register
from desktop.rules.entry import title_of

OPENERS = ("Ctrl+Return", "Ctrl+Enter", "F4")
"""Keys that open an entry in the form: Enter and F2 write in its cell."""


class Verbs(Protocol):
    """What the page does when an action is taken."""

    def write_new(self) -> None:
        """Open a blank entry."""

    def amend(self) -> None:
        """Open the current entry."""

    def duplicate(self) -> None:
        """Open a new entry like the current one."""

    def remove(self) -> None:
        """Remove the entries selected."""

    def show_history(self) -> None:
        """Open the history of the current entry."""

    def copy(self) -> None:
        """Copy the entries selected."""

    def filter(self) -> None:
        """Put the cursor into the filters."""

    def clear_filters(self) -> None:
        """Show everything again."""


class Shown(Protocol):
    """The register shown, and the entries selected in it."""

    @property
    def register(self) -> Register:
        """Return the register shown."""

    def chosen_count(self) -> int:
        """Return how many entries are selected, without reading them."""

    def chosen_records(self) -> Sequence[Any]:
        """Return the entries selected."""

    def names(self) -> Names:
        """Return what codes and ids are called."""


class ActivityActions:
    """The toolbar of the page and the actions behind it."""

    def __init__(self, page: QWidget, verbs: Verbs) -> None:
        """Make every action once, for the toolbar, the keys and the menu."""
        self._page = page
        self._icons: dict[QAction, str] = {}
        self.bar = QToolBar()
        self.bar.setAccessibleName("Việc với các mục")
        self.bar.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.new = self._add("Ghi mới", "Ctrl+N", verbs.write_new, "add", window=True)
        self.edit = self._add("Sửa", "Ctrl+Return", verbs.amend, "edit")
        self.edit.setShortcuts([QKeySequence(key) for key in OPENERS])
        self.delete = self._add("Xóa", "Ctrl+Del", verbs.remove, "remove")
        self.copied = self._add("Chép", "Ctrl+C", verbs.copy, "copy")
        self.filters = self._add(
            "Lọc", "Ctrl+Shift+L", verbs.filter, "filter", window=True
        )
        self.unfilter = self._add("Bỏ lọc", "", verbs.clear_filters)
        self.more = self._add_menu("Việc khác")
        self.twin = self._action("Nhân đôi", "Ctrl+Shift+R", verbs.duplicate)
        self.past = self._action("Lịch sử…", "Ctrl+H", verbs.show_history)
        self.more.addAction(self.twin)
        self.allow(chosen=0, filtered=False)

    def allow(self, *, chosen: int, filtered: bool) -> None:
        """Allow what makes sense for the rows selected."""
        self.edit.setEnabled(chosen > 0)
        self.twin.setEnabled(chosen == 1)
        self.delete.setEnabled(chosen > 0)
        self.copied.setEnabled(chosen > 0)
        self.past.setEnabled(chosen == 1)
        self.unfilter.setVisible(filtered)

    def draw_icons(self) -> None:
        """Draw the icons in the colours now shown."""
        for action, name in self._icons.items():
            action.setIcon(icons.icon(name))

    def remove(
        self,
        session: Session,
        message: MessageBar,
        register: Register,
        doomed: Sequence[Any],
    ) -> None:
        """Remove entries as one deed, and offer to take it back."""
        one = len(doomed) == 1
        title = title_of(doomed[0]) if one else ""
        subject = title or f"{len(doomed)} {register.one}"
        ids = tuple(str(record.id) for record in doomed)
        job = Job(
            lambda _progress: remove(session.store, record_of(register), ids, subject),
            title=f"Xóa {subject}",
            initiator=self._page,
        )
        job.succeeded.connect(
            lambda _count: offer(session, f"Đã xóa: {subject}", message)
        )
        session.jobs.start(job)

    def end_menu(self) -> None:
        """Put last into the menu what is needed least."""
        self.more.addSeparator()
        self.more.addAction(self.past)

    def _add(
        self,
        words: str,
        key: str,
        call: Callable[[], object],
        icon: str = "",
        *,
        window: bool = False,
    ) -> QAction:
        action = self._action(words, key, call, icon, window=window)
        self.bar.addAction(action)
        button = self.bar.widgetForAction(action)
        button.setAccessibleName(words)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        return action

    def _add_menu(self, words: str) -> QMenu:
        """Put a button into the toolbar that opens a menu."""
        button = QToolButton(self.bar)
        button.setText(words)
        button.setAccessibleName(words)
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        menu = QMenu(button)
        menu.setToolTipsVisible(True)
        button.setMenu(menu)
        self.bar.addWidget(button)
        return menu

    def _action(
        self,
        words: str,
        key: str,
        call: Callable[[], object],
        icon: str = "",
        *,
        window: bool = False,
    ) -> QAction:
        action = QAction(words, self._page)
        action.setShortcut(QKeySequence(key))
        # Keys that mean something inside a field too hold only among the rows.
        context = Qt.ShortcutContext.WidgetWithChildrenShortcut
        action.setShortcutContext(
            Qt.ShortcutContext.WindowShortcut if window else context
        )
        action.setToolTip(f"{words} ({key})" if key else words)
        action.triggered.connect(lambda _checked=False: call())
        if icon:
            self._icons[action] = icon
            action.setIcon(icons.icon(icon))
        self._page.addAction(action)
        return action
