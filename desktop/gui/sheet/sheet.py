"""Work a register's table like a sheet: write, clear, fill, paste, add rows."""

from typing import Any

from PySide6.QtCore import QObject, Qt, Signal

from desktop.errors import Problem
from desktop.gui.forms.fields import Offer
from desktop.gui.session import Session
from desktop.gui.sheet.cell_editing import Move
from desktop.gui.sheet.cells_view import CellsView
from desktop.gui.sheet.new_row import NewRow
from desktop.gui.sheet.new_row_desk import NewRowDesk
from desktop.gui.sheet.paste import Paste
from desktop.gui.sheet.register_cells import RegisterCells
from desktop.gui.sheet.twin_marks import TwinMarks
from desktop.gui.tables.reading_names import read_products
from desktop.gui.tables.register_table import DOUBT, TYPED, RegisterModel
from desktop.rules import cell_edits

_MOST_LINES = 6
_ONLY_READ = "Cột này chỉ để xem; F2 mở mục để đính kèm hoặc bỏ tệp."


class Sheet(QObject):
    """Everything that writes through one view of a register."""

    said = Signal(str, bool)
    """Something worth a line above the table, and whether it is a fault."""
    recorded = Signal(object)
    """A new entry as it was kept."""
    continue_wanted = Signal(object)
    """Values of a new entry that are to go on in the form, by field."""
    open_wanted = Signal(int, str)
    """A row is to be opened in the form, at a field; blank: at the first."""
    remove_wanted = Signal()
    """The rows selected are to be removed."""
    edited = Signal()
    """Something was kept: sums are to be asked for again."""
    column_wanted = Signal(int)
    """A column is to be shown, for something in it is missing."""
    import_wanted = Signal(object)
    """`QMimeData` of rows with headings, or of more rows than a paste takes."""

    def __init__(
        self,
        session: Session,
        model: RegisterModel,
        rows: CellsView,
        new_rows: CellsView,
        owner: QObject,
    ) -> None:
        """Let the rows of a view be written, and add the row for new ones.

        `owner` outlives the view: what is on its way to the file is answered there.
        """
        super().__init__(rows)
        self.model = model
        self.rows = rows
        self.new_rows = new_rows
        offer = Offer(
            names=model.names,
            products=lambda: read_products(session),
            today=session.today,
            year=session.period.last_day.year,
        )
        self.cells = RegisterCells(session, model, offer, owner)
        self.new = NewRow(
            session,
            model.register,
            model.columns,
            offer,
            known=lambda: self.cells.known,
            parent=rows,
        )
        rows.work_with(self.cells, offer)
        new_rows.setModel(self.new)
        new_rows.work_with(self.new, offer)
        self.desk = NewRowDesk(self.new, new_rows)
        self.marks = TwinMarks(session, model, owner, self)
        self.paster = Paste(self.cells, rows, self.new, new_rows)
        rows.destroyed.connect(self.cells.retire)
        self._connect()

    def keep_drafts(self) -> None:
        """Keep at once what is being typed."""
        self.cells.keep_draft()
        self.new.keep_draft()

    def clear(self) -> None:
        """Empty the cells selected; what is required stays and is named."""
        cells = self.rows.cells_selected()
        self._take(dict.fromkeys(cells), "clear_cells")

    def fill_down(self) -> None:
        """Give the cells selected the value of the topmost, or of the one above."""
        rows = self.rows.rows_selected()
        above = (rows[0] - 1 if len(rows) == 1 else rows[0]) if rows else -1
        source = self.model.record(above)
        if source is None:
            return
        columns = self.model.columns
        values = {
            (row, column): getattr(source, columns[column].field.name, None)
            for row, column in self.rows.cells_selected()
            if row != above
        }
        self._take(values, "fill_down")

    def fill_all(self) -> None:
        """Give every cell selected in the current column the current value."""
        at = self.rows.currentIndex()
        value = self.cells.value(at)
        values = {
            (row, column): value
            for row, column in self.rows.cells_selected()
            if column == at.column() and row != at.row()
        }
        self._take(values, "fill_down")

    def _connect(self) -> None:
        rows = self.rows
        rows.asked.connect(self._on_asked)
        rows.passed_end.connect(self._on_passed_end)
        rows.opened_at.connect(self.open_wanted)
        for view in (rows, self.new_rows):
            view.pointed.connect(lambda of=view: _show_note(of))
            view.model().dataChanged.connect(lambda *_, of=view: _show_note(of))
        self.cells.refused.connect(lambda text: self.said.emit(text, True))
        self.cells.edited.connect(self.edited)
        self.cells.kept.connect(self.marks.note)
        self.new.recorded.connect(lambda record: self.marks.note((record,)))
        self.new.recorded.connect(self.recorded)
        self.desk.said.connect(self.said)
        self.desk.left.connect(self._on_left_new)
        self.desk.column_wanted.connect(self.column_wanted)
        self.desk.continue_wanted.connect(self.continue_wanted)
        self.desk.paste_wanted.connect(self.paster.paste)
        self.paster.said.connect(self.said)
        self.paster.import_wanted.connect(self.import_wanted)

    def _take(self, values: dict[tuple[int, int], Any], verb: str) -> None:
        """Keep new values of cells as one deed; name those that are refused."""
        by_row: dict[int, dict[str, object]] = {}
        for (row, column), value in values.items():
            if self.model.columns[column].kept:
                name = self.model.columns[column].field.name
                by_row.setdefault(row, {})[name] = value
        if values and not by_row:
            self.said.emit(_ONLY_READ, False)
        refused: list[tuple[int, Problem]] = []
        changes: dict[str, dict[str, object]] = {}
        for row, given in by_row.items():
            record = self.model.record(row)
            if record is None:
                continue
            kept, found = cell_edits.acceptable(record, given, self.cells.known)
            refused.extend((row, one) for one in found)
            fresh = self._fresh(record, kept)
            if fresh:
                changes[str(record.id)] = fresh
        if changes:
            self.cells.change(changes, verb)
        self._say_refused(refused)

    def _fresh(self, record: Any, kept: dict[str, object]) -> dict[str, object]:  # noqa: ANN401  of any register
        """Return the values that change anything, or clear away refused words."""
        after = cell_edits.changed(record, kept)
        typed = self.model.pending.typed
        return {
            name: value
            for name, value in kept.items()
            if getattr(after, name) != getattr(record, name)
            or (str(record.id), name) in typed
        }

    def _say_refused(self, refused: list[tuple[int, Problem]]) -> None:
        if not refused:
            return
        lines = [
            f"Dòng {row + 1}, {self.cells.said(problem)}"
            for row, problem in refused[:_MOST_LINES]
        ]
        more = len(refused) - len(lines)
        lines += [f"… và {more} ô khác."] if more > 0 else []
        self.said.emit("\n".join([f"{len(refused)} ô giữ nguyên:", *lines]), True)

    def _on_asked(self, wish: str) -> None:
        calls = {
            "clear": self.clear,
            "fill": self.fill_down,
            "fill_all": self.fill_all,
            "paste": self.paster.paste,
            "remove": self.remove_wanted.emit,
        }
        calls[wish]()

    def _on_passed_end(self, move: Move) -> None:
        if move is Move.DOWN:
            self.desk.enter(self.rows.currentIndex().column())
        elif move is Move.RIGHT:
            self.desk.enter()

    def _on_left_new(self, column: int) -> None:
        rows, count = self.rows, self.model.rowCount()
        if count:
            rows.setFocus(Qt.FocusReason.OtherFocusReason)
            rows.go(count - 1, column)


def _show_note(rows: CellsView) -> None:
    """Say at the current cell what is wrong or doubtful with it."""
    if rows.editing is None or rows.editing.editor is not None or not rows.hasFocus():
        return
    index, note = rows.currentIndex(), rows.editing.note
    typed, doubt = index.data(TYPED), index.data(DOUBT)
    if typed is None and not doubt:
        note.hide()
        return
    role = "doubt" if typed is None else "problem"
    note.say(
        doubt if typed is None else typed.sentence, rows.visualRect(index), role=role
    )
