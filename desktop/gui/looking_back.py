"""Look at the open office as it was, in the same window, and come back."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from desktop.errors import DesktopError
from desktop.gui.running import run, tell_fault
from desktop.gui.session import Session
from desktop.gui.settings import Settings

if TYPE_CHECKING:
    import datetime as dt

    from PySide6.QtWidgets import QWidget

    from desktop.store.past import Past

PLACES = ("overview", "plan", "activities", "report")
"""Places that have something to read of the past."""


class LookingBack(QObject):
    """The copy that is looked at, beside the office that stays open and locked."""

    opened = Signal(object, object)
    """The `Session` of the past, and the `Past` it is of."""
    left = Signal()
    """Somebody wants the office of today again; the copy is still there."""

    def __init__(self, settings: Settings, parent: "QWidget") -> None:
        """Begin with the office of today, once there is one."""
        super().__init__(parent)
        self._settings = settings
        self._window = parent
        self._today: Session | None = None
        self._past: Session | None = None
        self._opening = False

    @property
    def past(self) -> Session | None:
        """Return the session of what is looked at, or None."""
        return self._past

    def follow(self, session: Session) -> None:
        """Look back in this office from now on."""
        self._today = session
        session.past_wanted.connect(self.view)

    def view(self, change: int, moment: "dt.datetime | None" = None) -> None:
        """Show the office as it was after a change, or at a moment behind it."""
        if self._today is None or self._opening:
            return
        from desktop.operations.history.view_past import view_past

        store = self._today.store
        self._opening = True
        run(
            self._today,
            lambda progress: view_past(store, change, progress, moment=moment),
            title="Xem sổ như trước",
            then=self._on_opened,
            ended=self._on_ended,
        )

    def ask_for_day(self) -> None:
        """Ask as of the end of which day, and show it."""
        if self._today is None:
            return
        from desktop.gui.pages.history.day_dialog import DayDialog
        from desktop.operations.history.view_past import (
            change_at,
            end_of_day,
            first_day,
        )

        store = self._today.store
        dialog = DayDialog(store.now().date(), first_day(store), self._window)
        day = dialog.value if dialog.exec() else None
        dialog.deleteLater()
        if day is None:
            return
        try:
            moment = end_of_day(store, day)
            self.view(change_at(store, moment), moment)
        except DesktopError as error:
            tell_fault(self._today, error)

    def leave(self) -> None:
        """Show the office of today again."""
        if self._past is not None:
            self.left.emit()
            self.close()

    def close(self) -> None:
        """Let go of the copy; whoever showed it has let go of it before."""
        past, self._past = self._past, None
        if past is not None:
            past.jobs.finish()
            past.store.close()
            past.deleteLater()

    def forget(self) -> None:
        """Let go of the copy and of the office, which is being closed."""
        self.close()
        self._today = None

    def _on_opened(self, found: "Past") -> None:
        live = self._today
        if live is None:
            found.store.close()
            return
        old, self._past = self._past, None
        today = live.today if found.at is None else found.at.date()
        self._past = Session(
            found.store,
            live.jobs,
            live.ask,
            self._settings,
            live.period,
            today=today,
        )
        self.opened.emit(self._past, found)
        if old is not None:
            old.store.close()
            old.deleteLater()

    def _on_ended(self) -> None:
        self._opening = False
