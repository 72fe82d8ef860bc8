"""The row for a new entry: typed like any other, recorded when it is whole."""

from collections import deque
from collections.abc import Callable, Mapping, Sequence
from types import SimpleNamespace
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from desktop.errors import DesktopError, InputError, Problem
from desktop.gui import theme
from desktop.gui.forms.drafting import DraftKeeper
from desktop.gui.forms.editors import make_editor
from desktop.gui.forms.fields import Offer
from desktop.gui.forms.proposals import propose
from desktop.gui.forms.reading import build
from desktop.gui.jobs import Job
from desktop.gui.running import show_error
from desktop.gui.session import Session
from desktop.gui.sheet import new_row_words
from desktop.gui.tables.columns import Column
from desktop.gui.tables.pending import Typed
from desktop.gui.tables.register_table import alignment, said_of_cell
from desktop.operations.entries import keep_draft, record_entry
from desktop.operations.entries.keep_draft import Draft
from desktop.records.identity import RecordId
from desktop.records.register import Field, Register
from desktop.rules import cell_edits, entry
from desktop.rules.known import Known
from desktop.wording.problems import sentence

Index = QModelIndex | QPersistentModelIndex
_NO_PARENT = QModelIndex()

_BLANKS = (None, "", (), False)

INVITATION = "Gõ vào đây để ghi mục mới"


class NewRow(QAbstractTableModel):
    """One row that is no entry yet."""

    recorded = Signal(object)
    """The record as it was kept."""
    refused = Signal(str)
    """Why an entry was not kept; it is in the row again, or waits as a draft."""
    begun_changed = Signal()
    """Somebody began to type, or the row is blank again."""

    def __init__(
        self,
        session: Session,
        register: Register,
        columns: Sequence[Column],
        offer: Offer,
        known: Callable[[], Known],
        parent: QObject,
    ) -> None:
        """Begin with what is proposed; `known` is what entries are checked against."""
        super().__init__(parent)
        self.session = session
        self.register = register
        self.columns = tuple(columns)
        self._offer = offer
        self._known = known
        self._values: dict[str, object] = {}
        self._typed: dict[str, Typed] = {}
        self._own: set[str] = set()
        """Fields somebody wrote in; the others hold proposals."""
        self._id = RecordId("")
        self._open: tuple[str, object] = ("", None)
        self._drafts = DraftKeeper(session, register, self._drafted, self)
        self._waiting: deque[tuple[str, dict[str, object]]] = deque()
        self._blank()

    # -- what the view asks ----------------------------------------------------

    @property
    def writable(self) -> bool:
        """Tell whether the file may be changed."""
        return self.session.store.writable

    @property
    def begun(self) -> bool:
        """Tell whether somebody wrote in the row."""
        return bool(self._own or self._typed)

    @property
    def values(self) -> dict[str, object]:
        """Return what the row holds, proposals too."""
        return dict(self._values)

    def field(self, index: QModelIndex) -> Field:
        """Return the field of a cell."""
        return self.columns[index.column()].field

    def value(self, index: QModelIndex) -> object:
        """Return what a cell holds."""
        return self._values.get(self.field(index).name)

    def typed(self, index: QModelIndex) -> Typed | None:
        """Return words in a cell that mean nothing, or None."""
        return self._typed.get(self.field(index).name)

    def accept(self, index: QModelIndex, value: object) -> str:
        """Keep a value in the row; what is missing is asked for at the end."""
        self.take({self.field(index).name: value})
        return ""

    def take(self, values: Mapping[str, object]) -> None:
        """Write values into the row."""
        for name, value in values.items():
            self._typed.pop(name, None)
            self._follow(name, value)
            self._values[name] = value
            if value in _BLANKS:
                self._own.discard(name)
            else:
                self._own.add(name)
        self._open = ("", None)
        self._drafts.note()
        self._tell()

    def leave_typed(self, index: QModelIndex, typed: Typed) -> None:
        """Show words that mean nothing yet."""
        self._typed[self.field(index).name] = typed
        self._open = ("", None)
        self._drafts.note()
        self._tell()

    def typing(self, index: QModelIndex, typed: object) -> None:
        """Keep what is being typed as a draft, within two seconds."""
        self._open = (self.field(index).name, typed)
        self._drafts.note()

    def dropped(self, index: QModelIndex) -> None:
        """Forget what was typed in a cell."""
        self._typed.pop(self.field(index).name, None)
        self._open = ("", None)
        self._tell()

    def place_of(self, index: QModelIndex) -> tuple[str, int]:
        """Return the column: there is one row."""
        return "", index.column()

    def index_at(self, place: tuple[str, int]) -> QModelIndex:
        """Return the cell of a column."""
        return self.index(0, place[1])

    # -- what becomes of the row -----------------------------------------------

    def problems(self) -> tuple[Problem, ...]:
        """Return what keeps the row from being recorded, in the order of columns."""
        words = [Problem(name, "typed") for name in self._typed]
        record = None if words else self._record()
        lacking = () if words or record else self._lacking()
        refused: tuple[Problem, ...] = ()
        if record is not None:
            refused = cell_edits.refusals(None, record, self._known())
        found = (*words, *lacking, *refused)
        order = {one.field.name: at for at, one in enumerate(self.columns)}
        return tuple(sorted(found, key=lambda one: order.get(one.field, len(order))))

    def said(self, problem: Problem) -> str:
        """Return the sentence of a problem of the row."""
        typed = self._typed.get(problem.field)
        return sentence(problem) if typed is None else typed.sentence

    def record(self) -> tuple[Problem, ...]:
        """Record the row and begin a blank one; return what is in the way instead."""
        found = self.problems()
        made = None if found else self._record()
        if made is None:
            return found
        store = self.session.store
        job = Job(
            lambda progress: record_entry.record(store, made, progress),
            title=f"Ghi {self.register.one}",
            initiator=self,
        )
        self._waiting.append((self._id, self._drafted()))
        job.succeeded.connect(self._on_recorded)
        job.failed.connect(self._on_failed)
        self._drafts.flush()
        self._blank()
        self.session.jobs.start(job)
        return ()

    def keep_draft(self) -> None:
        """Keep at once what is being typed."""
        self._drafts.flush()

    def clear(self) -> None:
        """Forget the row and its draft."""
        self._drafts.drop()
        self._blank()

    def waiting(self) -> Draft | None:
        """Return what was being typed in this row when the program last ended."""
        draft = self._drafts.waiting()
        mine = draft is not None and new_row_words.MARK in draft.values
        return draft if mine else None

    def resume(self, draft_id: str, values: Mapping[str, object]) -> None:
        """Show again what a draft holds."""
        self._blank()
        self._id = RecordId(draft_id)
        self._drafts.begin(draft_id, new=True, kept=True)
        for field in self.register.fields:
            if field.name in values:
                self._resume(field, values[field.name])
        self._tell()

    # -- Qt's own --------------------------------------------------------------

    def rowCount(self, parent: Index = _NO_PARENT) -> int:
        """Return one."""
        return 0 if parent.isValid() else 1

    def columnCount(self, parent: Index = _NO_PARENT) -> int:
        """Return how many columns the register has."""
        return 0 if parent.isValid() else len(self.columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return what one cell shows: proposals in the colour of hints."""
        if not index.isValid():
            return None
        column = self.columns[index.column()]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return alignment(column)
        if role == Qt.ItemDataRole.ForegroundRole:
            own = column.field.name in self._own
            return None if own else theme.colour("quiet")
        return self._said(role, column) if role in new_row_words.ROLES else None

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        """Return the sign of a new row."""
        if orientation is Qt.Orientation.Vertical:
            if role == Qt.ItemDataRole.DisplayRole:
                return "✳" if self.begun else "＋"
            if role == Qt.ItemDataRole.AccessibleTextRole:
                return "Dòng mới"
            return None
        shown = role == Qt.ItemDataRole.DisplayRole
        return self.columns[section].label if shown else None

    # -- within ----------------------------------------------------------------

    def _blank(self) -> None:
        self._values = {
            name: value
            for name, value in propose(self.session, self.register).items()
            if value is not None
        }
        self._typed.clear()
        self._own.clear()
        self._open = ("", None)
        self._id = record_entry.new_record_id()
        self._drafts.begin(self._id, new=True)
        self._tell()

    def _tell(self) -> None:
        if self.columns:
            self.dataChanged.emit(
                self.index(0, 0), self.index(0, len(self.columns) - 1)
            )
            self.headerDataChanged.emit(Qt.Orientation.Vertical, 0, 0)
        self.begun_changed.emit()

    def _follow(self, name: str, value: object) -> None:
        """Let the last day of an event follow its first, while nobody wrote it."""
        follows = name == "first_day" and "last_day" in self._values
        if follows and "last_day" not in self._own and value is not None:
            self._values["last_day"] = value

    def _said(self, role: int, column: Column) -> object:
        first = column is self.columns[0]
        if role == Qt.ItemDataRole.DisplayRole and first and not self.begun:
            return INVITATION
        names = [one.field.name for one in self.columns]
        shown = SimpleNamespace(**{name: self._values.get(name) for name in names})
        typed = self._typed.get(column.field.name)
        return said_of_cell(role, column, column.text(shown), typed)

    def _lacking(self) -> tuple[Problem, ...]:
        return tuple(
            Problem(one.name, "missing")
            for one in self.register.fields
            if one.required and self._values.get(one.name) in (None, "", ())
        )

    def _record(self) -> Any:  # noqa: ANN401  a record of any register
        needed = (one for one in self._lacking() if self._is_structural(one.field))
        if next(needed, None) is not None:
            return None
        values = {one.name: self._values.get(one.name) for one in self.register.fields}
        return entry.clean(build(self.register, self._id, values, None))

    def _is_structural(self, name: str) -> bool:
        """Tell whether no record can be made without a field."""
        kinds = {one.name: one.type for one in self.register.fields}
        return kinds[name] in new_row_words.STRUCTURAL

    def _drafted(self) -> dict[str, object]:
        """Return what a draft keeps, in the shape the form keeps it too."""
        kept: dict[str, object] = {new_row_words.MARK: True}
        for field in self.register.fields:
            value = self._values.get(field.name)
            if value not in (None, "", ()):
                kept[field.name] = new_row_words.kept_of(value)
        kept.update({name: one.text for name, one in self._typed.items()})
        name, typed = self._open
        return {**kept, name: typed} if name else kept

    def _resume(self, field: Field, typed: object) -> None:
        editor = make_editor(field, self._offer)
        editor.set_typed(typed)
        said = editor.unreadable()
        if said:
            self._typed[field.name] = Typed(str(typed), said)
        else:
            value = editor.value()
            if value not in _BLANKS and value != self._values.get(field.name):
                self._own.add(field.name)
            self._values[field.name] = value
        editor.widget.deleteLater()

    def _on_recorded(self, record: object) -> None:
        draft_id, _ = self._waiting.popleft()
        store = self.session.store
        self.session.start(lambda _progress: keep_draft.drop(store, draft_id))
        self.recorded.emit(record)

    def _on_failed(self, error: Exception) -> None:
        draft_id, values = self._waiting.popleft()
        if not self.begun:
            self.resume(draft_id, values)
        if isinstance(error, InputError):
            self.refused.emit(self.said(error.problems[0]))
        elif isinstance(error, DesktopError):
            from desktop.wording.faults import explain

            message = explain(error)
            show_error(self.session, error)
            self.refused.emit(message.what)
        else:
            self.session.jobs.unheard.emit(error)
