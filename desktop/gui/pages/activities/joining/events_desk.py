"""What the place `Hoạt động` does about twins and about events held together."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from desktop.errors import DesktopError
from desktop.gui import icons
from desktop.gui.jobs import Job
from desktop.gui.pages.activities.actions import Shown
from desktop.gui.pages.activities.joining.join_dialog import JoinDialog
from desktop.gui.pages.activities.joining.twins_dialog import TwinsDialog
from desktop.gui.running import show_error
from desktop.gui.session import Session
from desktop.gui.steps import offer
from desktop.gui.widgets.message_bar import MessageBar
from desktop.operations.entries.join_events import unjoin
from desktop.records.activity import Activity
from desktop.records.figure import Source
from desktop.store import joint_events

JOINED = "Đã ghép thành sự kiện chung"
FREED = "Đã tách khỏi sự kiện chung"

_FEW = 100
"""Entries looked at one by one whenever the selection changes; of more, nobody asks."""


class EventsDesk(QObject):
    """Going through likely twins, joining and taking apart."""

    amend_wanted = Signal(object)
    """An entry is to be opened."""

    def __init__(
        self, page: QWidget, session: Session, shown: Shown, message: MessageBar
    ) -> None:
        """Serve a page."""
        super().__init__(page)
        self._page = page
        self._session = session
        self._shown = shown
        self._message = message
        self.look = self._action("Rà trùng…", "Ctrl+Shift+D", self.look_through)
        self.join = self._action(
            "Ghép thành sự kiện chung…", "Ctrl+Shift+J", self.join_chosen
        )
        self.free = self._action("Tách khỏi sự kiện chung", "", self.free_chosen)
        self.allow()

    def add_to(self, menu: QMenu) -> None:
        """Put what can be done into a menu."""
        menu.addSeparator()
        menu.addActions([self.look, self.join, self.free])
        self.draw_icons()

    def draw_icons(self) -> None:
        """Draw the icons in the colours now shown."""
        self.look.setIcon(icons.icon("twins"))
        self.join.setIcon(icons.icon("join"))

    def allow(self) -> None:
        """Allow what makes sense for the rows selected."""
        count = self._shown.chosen_count()
        events = bool(count) and self._shown.register.source is Source.ACTIVITY
        self.join.setEnabled(events and count > 1)
        self.free.setEnabled(events and (count > _FEW or self._any_joined()))

    def look_through(self) -> TwinsDialog:
        """Go through what may be there twice."""
        dialog = TwinsDialog(self._session, self._shown.names(), self._page)
        dialog.amend_wanted.connect(self.amend_wanted)
        dialog.open()
        return dialog

    def join_chosen(self) -> JoinDialog:
        """Ask which of the entries selected is counted, and join the others to it."""
        dialog = JoinDialog(
            self._session, self._shown.register, self._activities(), self._page
        )
        dialog.done_.connect(lambda _joining: self._say(JOINED))
        dialog.open()
        return dialog

    def free_chosen(self) -> None:
        """Let the entries selected be counted by themselves again."""
        store, ids = self._session.store, [one.id for one in self._activities()]
        job = Job(
            lambda progress: unjoin(store, ids, progress),
            title="Tách khỏi sự kiện chung",
            initiator=self._page,
        )
        job.succeeded.connect(lambda _freed: self._say(FREED))
        job.failed.connect(self._on_failed)
        self._session.jobs.start(job)

    def _activities(self) -> tuple[Activity, ...]:
        found = self._shown.chosen_records()
        return tuple(one for one in found if isinstance(one, Activity))

    def _any_joined(self) -> bool:
        leads = joint_events.leads(self._session.store.reader)
        return any(one.joined_to or one.id in leads for one in self._activities())

    def _say(self, done: str) -> None:
        offer(self._session, done, self._message)

    def _on_failed(self, error: Exception) -> None:
        if isinstance(error, DesktopError):
            show_error(self._session, error)
        else:
            self._session.jobs.unheard.emit(error)

    def _action(self, words: str, key: str, call: Callable[[], object]) -> QAction:
        action = QAction(words, self._page)
        action.setShortcut(QKeySequence(key))
        action.setShortcutContext(Qt.ShortcutContext.WindowShortcut)
        plain = words.removesuffix("…")
        action.setToolTip(f"{plain} ({key})" if key else plain)
        action.triggered.connect(lambda _checked=False: call())
        self._page.addAction(action)
        return action
