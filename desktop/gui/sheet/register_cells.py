"""The cells of a register's entries: what is written in them becomes deeds.

What is written shows at once. The file follows in its own time, one deed after the
other; what it refuses comes back into its cell with the reason.
"""

from collections import deque
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QModelIndex, QObject, QTimer, Signal

from desktop.errors import DesktopError, InputError, Problem
from desktop.gui.forms.drafting import DraftKeeper
from desktop.gui.forms.fields import Offer
from desktop.gui.jobs import Job
from desktop.gui.running import show_error
from desktop.gui.session import Session
from desktop.gui.sheet.cell_editors import around
from desktop.gui.sheet.new_row_words import OWN_TABLES
from desktop.gui.tables.kinds import record_of
from desktop.gui.tables.pending import Typed
from desktop.gui.tables.register_table import RegisterModel
from desktop.operations.entries.amend_cells import amend_cells
from desktop.operations.entries.read_known import read_known
from desktop.records.register import Field
from desktop.rules import cell_edits
from desktop.rules.cell_edits import CellEdit
from desktop.rules.cell_text import write_text
from desktop.rules.entry import title_of
from desktop.rules.known import Known
from desktop.wording.problems import sentence
from desktop.wording.verbs import deed

_MOST_DOUBTED = 50
"""Entries of one deed whose doubts are looked for: more nobody reads at their cells."""


@dataclass(frozen=True, slots=True)
class _Handed:
    """Edits on their way to the file."""

    number: int
    edits: tuple[CellEdit, ...]
    adds: bool
    """Whether new entries come along: the rows are to be read again."""


class RegisterCells(QObject):
    """Read and write the cells of a model, for one view."""

    refused = Signal(str)
    """Why something was not kept, in one line."""
    edited = Signal()
    """Something was kept: sums are to be asked for again."""
    kept = Signal(object)
    """Entries as the file now has them."""

    def __init__(
        self, session: Session, model: RegisterModel, offer: Offer, parent: QObject
    ) -> None:
        """Write through the session's jobs."""
        super().__init__(parent)
        self.session = session
        self.model = model
        self.offer = offer
        self.around = around(offer)
        self._known: Known | None = None
        self._handed: deque[_Handed] = deque()
        self._retired = False
        self._last_row = -1
        self._open: tuple[str, str, object] = ("", "", None)
        self._drafts = DraftKeeper(session, model.register, self._drafted, self)
        session.jobs.changed.connect(self._on_changed)

    @property
    def writable(self) -> bool:
        """Tell whether the file may be changed."""
        return self.session.store.writable

    @property
    def known(self) -> Known:
        """Return what entries are checked against, read once."""
        if self._known is None:
            self._known = read_known(self.session.store)
        return self._known

    def field(self, index: QModelIndex) -> Field:
        """Return the field of a cell."""
        return self.model.columns[index.column()].field

    def value(self, index: QModelIndex) -> object:
        """Return what a cell holds."""
        record = self.model.record(index.row())
        return getattr(record, self.field(index).name, None)

    def typed(self, index: QModelIndex) -> Typed | None:
        """Return words in a cell that are not kept, or None."""
        return self.model.pending.typed.get(self._key(index))

    def accept(self, index: QModelIndex, value: object) -> str:
        """Keep a value; return why not, or blank when it is kept."""
        record, field = self.model.record(index.row()), self.field(index)
        if record is None:
            return ""
        _, refused = cell_edits.acceptable(record, {field.name: value}, self.known)
        if refused:
            return self.said(refused[0], field)
        self.change({str(record.id): {field.name: value}}, "edit_cell")
        return ""

    def leave_typed(self, index: QModelIndex, typed: Typed) -> None:
        """Show words in a cell that are not kept, and keep them as a draft."""
        self.model.pending.typed[self._key(index)] = typed
        self.model.show_cells()
        self._open = (self._key(index)[0], "", None)
        self._drafts.note()
        self._drafts.flush()

    def typing(self, index: QModelIndex, typed: object) -> None:
        """Keep what is being typed as a draft, within two seconds."""
        record_id, name = self._key(index)
        if self._known is None:
            QTimer.singleShot(0, self, lambda: self.known)  # long before Enter
        if record_id != self._open[0]:
            left = bool(self.model.pending.of_record(record_id))
            self._drafts.begin(record_id, new=False, kept=left)
        self._open = (record_id, name, typed)
        self._drafts.note()

    def resume(self, record_id: str) -> None:
        """Go on with the draft of one entry: keep it anew, drop it once it is kept."""
        self._drafts.begin(record_id, new=False, kept=True)
        self._open = (record_id, "", None)

    def dropped(self, index: QModelIndex) -> None:
        """Forget what was typed in a cell, and what stood in it unkept."""
        self._forget(*self._key(index))
        self.model.show_cells()

    def place_of(self, index: QModelIndex) -> tuple[str, int]:
        """Return the id of a row's entry and the column."""
        self._last_row = index.row()
        return self._key(index)[0], index.column()

    def index_at(self, place: tuple[str, int]) -> QModelIndex:
        """Return where a cell now is; an invalid index when it is gone."""
        row = self._row_of(place[0])
        return QModelIndex() if row is None else self.model.index(row, place[1])

    def change(
        self,
        values: Mapping[str, Mapping[str, object]],
        verb: str,
        *,
        new: Sequence[object] = (),
    ) -> None:
        """Hand over new values by entry and field, and new entries, as one deed."""
        cls = record_of(self.model.register)
        edits = tuple(
            CellEdit(record=cls, id=record_id, values=fields)
            for record_id, fields in values.items()
        )
        subject = self._subject(values, len(new))
        self.model.stay()
        number = self.model.pending.begin(edits)
        self._handed.append(_Handed(number, edits, bool(new)))
        for record_id, fields in values.items():
            for name in fields:
                self._forget(record_id, name)
        self._note_doubts(edits)
        self.model.show_cells()
        store = self.session.store
        job = Job(
            lambda progress: amend_cells(
                store, edits, verb, subject, new=new, progress=progress
            ),
            title=deed(verb, subject),
            initiator=self,
        )
        job.succeeded.connect(self._on_kept)
        job.failed.connect(self._on_failed)
        job.cancelled.connect(self._on_cancelled)
        self.session.jobs.start(job)

    def said(self, problem: Problem, field: Field | None = None) -> str:
        """Return the sentence of a problem, after the name of another field."""
        if field is not None and problem.field == field.name:
            return sentence(problem)
        labels = {one.field.name: one.field.label for one in self.model.columns}
        return sentence(problem, labels.get(problem.field, ""))

    def keep_draft(self) -> None:
        """Keep at once what is being typed."""
        self._drafts.flush()

    def retire(self) -> None:
        """Go once everything handed over is answered: nobody looks any more."""
        self._retired = True
        if not self._handed:
            self.deleteLater()

    def _row_of(self, record_id: str) -> int | None:
        """Return the row of an entry: most likely that of the last cell opened."""
        record = self.model.record(self._last_row)
        if record is not None and str(record.id) == record_id:
            return self._last_row
        return self.model.row_of(record_id)

    def _key(self, index: QModelIndex) -> tuple[str, str]:
        record = self.model.record(index.row())
        return str(getattr(record, "id", "")), self.field(index).name

    def _subject(self, values: Mapping[str, Mapping[str, object]], new: int) -> str:
        cells = sum(map(len, values.values()))
        if cells == 1 and not new:
            (record_id, fields), *_ = values.items()
            labels = {one.field.name: one.field.label for one in self.model.columns}
            row = self._row_of(record_id)
            record = None if row is None else self.model.record(row)
            label = labels.get(next(iter(fields)), "")
            return f"{label} – {title_of(record)}" if title_of(record) else label
        told = [f"{cells} ô trong {len(values)} dòng"] if cells else []
        return ", ".join([*told, f"{new} dòng mới"] if new else told)

    def _note_doubts(self, edits: Sequence[CellEdit]) -> None:
        if len(edits) > _MOST_DOUBTED:
            return
        for one in edits:
            row = self._row_of(one.id)
            record: Any = None if row is None else self.model.record(row)
            if record is None:
                continue
            for problem in cell_edits.doubts(record, self.known):
                if problem.field in one.values:
                    key = one.id, problem.field
                    self.model.pending.doubts[key] = sentence(problem)

    def _forget(self, record_id: str, name: str) -> None:
        self.model.pending.forget(record_id, name)
        if self._open[0] != record_id:
            return
        if self._open[1] == name:
            self._open = (record_id, "", None)
        if not self._drafted():
            self._drafts.drop()

    def _drafted(self) -> dict[str, object]:
        """Return what a draft keeps: words left in cells, and those being typed."""
        record_id, name, typed = self._open
        left = self.model.pending.of_record(record_id) if record_id else {}
        kept: dict[str, object] = {field: one.text for field, one in left.items()}
        return {**kept, name: typed} if name else kept

    def _answered(self) -> _Handed:
        done = self._handed.popleft()
        if not self._retired:
            self.model.pending.end(done.number)
        elif not self._handed:
            self.deleteLater()
        return done

    def _on_kept(self, kept: tuple[object, ...]) -> None:
        done = self._answered()
        if self._retired:
            return
        if done.adds:
            self.model.reload()
        else:
            self.model.show_kept(kept)
        self.edited.emit()
        self.kept.emit(kept)

    def _on_failed(self, error: Exception) -> None:
        done = self._answered()
        if isinstance(error, InputError):
            said = self._mark(done, error.problems)
            self.refused.emit(f"Chưa ghi được. {said}")
        elif isinstance(error, DesktopError):
            from desktop.wording.faults import explain

            message = explain(error)
            self._mark_all(done, message.what)
            show_error(self.session, error)
        else:
            self._mark_all(done, "Chưa ghi được.")
            self.session.jobs.unheard.emit(error)

    def _on_cancelled(self) -> None:
        self._mark_all(self._answered(), "Đã dừng; chưa ghi.")

    def _mark(self, done: _Handed, problems: Sequence[Problem]) -> str:
        """Put refused values back into their cells as words; return the sentence."""
        first = problems[0]
        number = first.entry - 1
        said = self.said(Problem(first.field, first.code, first.facts))
        guilty = done.edits[number : number + 1] if number >= 0 else ()
        self._leave(guilty, said)
        return said

    def _mark_all(self, done: _Handed, said: str) -> None:
        self._leave(done.edits, said)

    def _leave(self, edits: Iterable[CellEdit], said: str) -> None:
        if self._retired:
            return
        fields = {one.field.name: one.field for one in self.model.columns}
        for one in edits:
            for name, value in one.values.items():
                words = write_text(fields[name], value, self.around)
                self.model.pending.typed[one.id, name] = Typed(words, said)
        self.model.show_cells()

    def _on_changed(self, touched: frozenset[str], _initiator: object) -> None:
        if touched - OWN_TABLES:
            self._known = None
