"""Keep what is typed within two seconds, so that no crash takes more than that."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, QTimer

from desktop.gui.session import Session
from desktop.operations.entries import keep_draft
from desktop.operations.entries.keep_draft import Draft
from desktop.records.register import Register

KEPT_WITHIN = 1_500
"""Milliseconds from the first key that is not kept yet to its keeping."""


class DraftKeeper(QObject):
    """Keep one form's fields while somebody types."""

    def __init__(
        self,
        session: Session,
        register: Register,
        typed: Callable[[], dict[str, object]],
        parent: QObject,
    ) -> None:
        """Ask for the fields by `typed` when they are to be kept."""
        super().__init__(parent)
        self._session = session
        self._register = register
        self._typed = typed
        self._id = ""
        self._new = True
        self._exists = False
        # Not restarted by a key: whoever types without a pause is kept as well.
        self._timer = QTimer(self, singleShot=True, interval=KEPT_WITHIN)
        self._timer.timeout.connect(self._keep)

    def begin(self, record_id: str, *, new: bool, kept: bool = False) -> None:
        """Keep for another entry from now on.

        Args:
            record_id: The entry, under whose id the draft is kept.
            new: It was never recorded; its draft is offered to the next new entry.
            kept: A draft of it exists already.
        """
        self.flush()
        self._id = record_id
        self._new = new
        self._exists = kept

    def note(self) -> None:
        """Somebody typed; where nothing may be written, nothing is kept."""
        if self._session.store.writable and not self._timer.isActive():
            self._timer.start()

    def flush(self) -> None:
        """Keep now what is not kept yet."""
        if self._timer.isActive():
            self._timer.stop()
            self._keep()

    def drop(self) -> None:
        """Forget the draft: it became an entry, or was given up."""
        self._timer.stop()
        if self._exists and not self._session.jobs.closed:
            self._exists = False
            store = self._session.store
            work = partial(keep_draft.drop, store, self._id)
            self._session.start(lambda _progress: work())

    def waiting(self) -> Draft | None:
        """Return the newest draft of this register, of an entry never recorded."""
        kept = keep_draft.kept(self._session.store)
        name = self._name(new=True)
        return next((one for one in kept if one.register == name), None)

    def of(self, record_id: str) -> Draft | None:
        """Return the draft of one recorded entry, or None."""
        kept = keep_draft.kept(self._session.store)
        return next((one for one in kept if one.id == record_id), None)

    def _keep(self) -> None:
        if self._session.jobs.closed:
            return  # the file is: what was typed before was kept on leaving
        self._exists = True
        register = self._name(new=self._new)
        store, values = self._session.store, self._typed()
        work = partial(keep_draft.keep, store, self._id, register, values)
        self._session.start(lambda _progress: work())

    def _name(self, *, new: bool) -> str:
        """Return what the draft says it is of."""
        return f"{self._register.code}/new" if new else self._register.code
