"""Mark quietly, after an edit, the entries that may be in the register already.

Nothing waits for it: it is looked for on a reading thread, once the writing pauses.
"""

from collections.abc import Iterable, Mapping
from functools import partial

from PySide6.QtCore import QObject, QTimer

from desktop.gui.lookout import Lookout
from desktop.gui.session import Session
from desktop.gui.tables.kinds import record_of
from desktop.gui.tables.register_table import RegisterModel
from desktop.operations.entries.find_twins import compared, find_twins
from desktop.store import records
from desktop.store.store import Store
from desktop.wording import twins

WAIT = 400
"""Milliseconds after the last entry was kept."""
MOST = 50
"""Entries looked at together: more of them no hand writes at once."""

_TITLE = "title"
_NAME = "twins"


class TwinMarks(QObject):
    """The marks of one table: a corner at the title, and a sentence in its tip."""

    def __init__(
        self, session: Session, model: RegisterModel, owner: QObject, parent: QObject
    ) -> None:
        """Begin without any.

        `owner` outlives the table: all its tables read on one thread, one at a time.
        """
        super().__init__(parent)
        self._model = model
        self._compared = compared(model.register)
        self._asked: dict[str, None] = {}
        self._said: dict[str, str] = {}
        self._lookout = _lookout_of(session, owner)
        self._lookout.answered.connect(self._on_answer)
        self._wait = QTimer(self, singleShot=True, interval=WAIT)
        self._wait.timeout.connect(self._look)
        session.jobs.changed.connect(self._on_changed)

    def note(self, kept: Iterable[object]) -> None:
        """Look, once writing pauses, whether entries just kept were there before."""
        ids = [str(getattr(one, "id", "")) for one in kept]
        if self._compared and len(ids) <= MOST:
            self._asked.update(dict.fromkeys(ids))
            self._wait.start()

    def _look(self) -> None:
        ids = tuple(self._asked)[-MOST:]
        cls = record_of(self._model.register)
        self._lookout.ask((self, ids), partial(_found, cls=cls, ids=ids))

    def _on_answer(
        self, asked: tuple[object, tuple[str, ...]], found: Mapping[str, str]
    ) -> None:
        asker, ids = asked
        if asker is not self:
            return
        doubts = self._model.pending.doubts
        for one in ids:
            self._asked.pop(one, None)
            before, said = self._said.pop(one, ""), found.get(one, "")
            if doubts.get((one, _TITLE), "") in {"", before}:  # not another doubt
                doubts.pop((one, _TITLE), None)
                if said:
                    self._said[one] = doubts[one, _TITLE] = said
        self._model.show_cells()

    def _on_changed(self, touched: frozenset[str], _initiator: object) -> None:
        """Look again at what is marked: its twin may be gone, or be joined to it."""
        if self._said and self._model.table in touched:
            self._asked.update(dict.fromkeys(self._said))
            self._wait.start()


def _lookout_of(session: Session, owner: QObject) -> Lookout:
    known = owner.findChild(Lookout, _NAME)
    if known is not None:
        return known
    made = session.lookout(owner)
    made.setObjectName(_NAME)
    return made


def _found(store: Store, *, cls: type, ids: Iterable[str]) -> dict[str, str]:
    """Return what is said of entries that have a likely twin, by id."""
    said: dict[str, str] = {}
    for one in ids:
        record: object = records.get(store.reader, cls, one)
        likely = () if record is None else find_twins(store, record)
        if likely:
            other = likely[0].record
            called = twins.called(other, "", twins.days_of(other))
            said[one] = twins.doubted(called, twins.why(likely[0].twin.why))
    return said
