"""Lead the keyboard through the row for new entries, and record it."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal

from desktop.errors import Problem
from desktop.gui.sheet.cell_editing import Move
from desktop.gui.sheet.cells_view import CellsView
from desktop.gui.sheet.new_row import NewRow

Say = Callable[[str, str, Callable[[], object]], None]
"""Says something, with a verb and what it does."""


class NewRowDesk(QObject):
    """The view of the new row, between the rows above and the entry it becomes."""

    said = Signal(str, bool)
    """Something worth a line above the table, and whether it is a fault."""
    left = Signal(int)
    """The row was left upwards, in a column."""
    continue_wanted = Signal(object)
    """Values of the row that are to go on in the form, by field."""
    paste_wanted = Signal()
    column_wanted = Signal(int)
    """A column is to be shown, for something in it is missing."""

    def __init__(self, row: NewRow, view: CellsView) -> None:
        """Work one view of one row."""
        super().__init__(view)
        self._row = row
        self._view = view
        view.asked.connect(self._on_asked)
        view.passed_end.connect(self._on_passed_end)
        view.opened_at.connect(self._on_opened)
        row.refused.connect(self._on_refused)
        view.installEventFilter(self)

    def enter(self, column: int = -1) -> None:
        """Put the cursor into the row, at a column or at the first."""
        shown = self._view.columns_shown()
        self._view.setFocus(Qt.FocusReason.ShortcutFocusReason)
        if shown:
            self._view.go(0, column if column in shown else shown[0])

    def finish(self) -> None:
        """Record the row, or go to the first cell that is in the way."""
        if not self._row.begun:
            return
        found = self._row.record()
        if not found:
            self.enter()
            return
        names = [one.field.name for one in self._row.columns]
        first = found[0]
        if first.field not in names:
            self.said.emit(self._row.said(first), True)
            return
        at = names.index(first.field)
        # Nobody can write what nobody sees: what is required shows from now on.
        self.column_wanted.emit(at)
        self._view.go(0, at)
        # The columns find their places only when Qt comes back to them.
        QTimer.singleShot(0, self, lambda: self._say_missing(at, first))

    def offer_draft(self, say: Say) -> None:
        """Offer to go on with the row being typed when the program last ended."""
        draft = self._row.waiting()
        if draft is None:
            return

        def resume() -> None:
            self._row.resume(draft.id, draft.values)
            self.enter()

        at = f"{draft.kept_at:%H:%M, %d/%m/%Y}"
        say(f"Có dòng mới đang gõ dở lúc {at}.", "Gõ tiếp dòng đó", resume)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Record the row once it is whole and one leaves it."""
        if event.type() == QEvent.Type.FocusOut:
            editing = self._view.editing
            writing = editing is not None and editing.editor is not None
            if not writing and self._row.begun and not self._row.problems():
                self._row.record()
        return False

    def _say_missing(self, column: int, problem: Problem) -> None:
        if self._view.editing is not None and self._view.editing.editor is None:
            label = self._row.columns[column].label
            cell = self._view.visualRect(self._row.index(0, column))
            self._view.editing.note.say(f"{label}: {self._row.said(problem)}", cell)

    def _on_asked(self, wish: str) -> None:
        if wish == "paste":
            self.paste_wanted.emit()
        elif wish in {"clear", "remove"}:
            for _, column in self._view.cells_selected():
                self._row.accept(self._row.index(0, column), None)

    def _on_passed_end(self, move: Move) -> None:
        if move in (Move.DOWN, Move.RIGHT):
            self.finish()
        else:
            self.left.emit(self._view.currentIndex().column())

    def _on_opened(self, _row: int, _field: str) -> None:
        values = self._row.values
        self._row.clear()
        self.continue_wanted.emit(values)

    def _on_refused(self, said: str) -> None:
        self.said.emit(f"Chưa ghi được dòng mới. {said}", True)
