"""Paste what was copied elsewhere: lay it on the table, judge it, keep it."""

from PySide6.QtCore import QMimeData, QObject, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from desktop.gui.forms.proposals import propose
from desktop.gui.sheet import pasting
from desktop.gui.sheet.cell_editors import in_form_only
from desktop.gui.sheet.cells_view import CellsView
from desktop.gui.sheet.new_row import NewRow
from desktop.gui.sheet.pasting import Ground, Landing
from desktop.gui.sheet.register_cells import RegisterCells
from desktop.gui.tables.pending import Typed
from desktop.rules import clip_table, paste_shape
from desktop.rules.cell_text import read_text
from desktop.rules.clip_table import Rows
from desktop.rules.numbers import format_integer
from desktop.rules.vietnamese import fold
from desktop.wording.problems import sentence

MOST_PASTED = 5_000
"""Rows pasted at once; more of them are a file to be imported."""
_LEAST_HEADINGS = 2


class Paste(QObject):
    """The clipboard's way into one table and its row for new entries."""

    said = Signal(str, bool)
    """Something worth a line above the table, and whether it is a fault."""
    import_wanted = Signal(object)
    """`QMimeData` of rows with headings, or of more rows than a paste takes; None
    for what is still on the clipboard."""

    def __init__(
        self, cells: RegisterCells, rows: CellsView, new: NewRow, new_rows: CellsView
    ) -> None:
        """Paste into the view of the rows, or into that of the new one."""
        super().__init__(rows)
        self._cells = cells
        self._rows = rows
        self._new = new
        self._new_rows = new_rows
        self.imports = False
        """Whether somebody takes tables with headings."""

    def paste(self, mime: QMimeData | None = None) -> None:
        """Paste from the current cell on, what this or another program copied."""
        # Qt's own annotation denies it, but an empty clipboard may give None.
        found: QMimeData | None = mime or QGuiApplication.clipboard().mimeData()
        block = () if found is None else block_of(found)
        if not block or not self._cells.writable:
            return
        if self.imports and (self._is_headed(block) or len(block) > MOST_PASTED):
            self.import_wanted.emit(found)
        elif len(block) > MOST_PASTED:
            most = format_integer(MOST_PASTED)
            self.said.emit(f"Dán được nhiều nhất {most} dòng một lần.", True)
        elif self._new_rows.hasFocus() and len(block) == 1:
            self._paste_into_new(block)
        else:
            self._settle(block)

    def _settle(self, block: Rows) -> None:
        """Keep a paste: at once, after one question, or after a look at its faults."""
        first_row, columns, shape = self._place(block)
        ground = self._ground(columns)
        landing = pasting.land(ground, shape, first_row)
        if landing.faults or landing.beside:
            self._show(landing, [one.label for one in ground.columns])
        elif not landing.lands:
            self.said.emit("Các ô vừa dán giống hệt nội dung đang có.", False)
        elif not landing.new or self._may_add(len(landing.new)):
            self._keep(landing)

    def _place(self, block: Rows) -> tuple[int, list[int], Rows]:
        """Return the first row, the columns from the first on, and what lies there."""
        shown, count = self._rows.columns_shown(), self._cells.model.rowCount()
        chosen, columns = self._rows.rows_selected(), self._rows.columns_selected()
        if self._new_rows.hasFocus() or not chosen or not columns:
            at = self._new_rows.currentIndex().column()
            return count, shown[shown.index(at) :] if at in shown else shown, block
        width = 1 if self._rows.whole_rows() else len(columns)
        shape = paste_shape.spread(block, len(chosen), width)
        return chosen[0], shown[shown.index(columns[0]) :], shape

    def _ground(self, columns: list[int]) -> Ground:
        model = self._cells.model
        return Ground(
            register=model.register,
            columns=[model.columns[at] for at in columns],
            record=model.record,
            known=self._cells.known,
            around=self._cells.around,
            proposed=lambda: propose(self._cells.session, model.register),
        )

    def _show(self, landing: Landing, headings: list[str]) -> None:
        from desktop.gui.sheet.paste_dialog import PasteDialog

        parent = self._rows.parent()
        host = parent if isinstance(parent, QWidget) else self._rows
        dialog = PasteDialog(landing, headings, host, imports=self.imports)
        dialog.import_wanted.connect(lambda: self.import_wanted.emit(None))
        dialog.accepted.connect(lambda: self._keep(landing))
        dialog.open()

    def _may_add(self, count: int) -> bool:
        words = format_integer(count)
        return self._cells.session.ask.confirm(
            f"Dán thêm {words} dòng mới?",
            verb=f"Dán thêm {words} dòng",
            detail="Bảng không còn dòng nào ở chỗ dán; các dòng này thành mục mới.",
        )

    def _keep(self, landing: Landing) -> None:
        if landing.lands:
            self._cells.change(landing.changes, "paste_cells", new=landing.new)

    def _paste_into_new(self, block: Rows) -> None:
        """Write one pasted row into the row for new entries."""
        values: dict[str, object] = {}
        _, columns, _ = self._place(block)
        for at, text in zip(columns, block[0], strict=False):
            if not self._new.columns[at].kept:
                continue
            field, plain = self._new.columns[at].field, clip_table.unguarded(text)
            read = read_text(field, plain, self._cells.around)
            if read.problem is not None and not in_form_only(field):
                typed = Typed(plain, sentence(read.problem))
                self._new.leave_typed(self._new.index(0, at), typed)
            elif plain.strip() and read.problem is None:
                values[field.name] = read.value
        self._new.take(values)

    def _is_headed(self, block: Rows) -> bool:
        """Tell whether the first row holds names of columns."""
        labels = {
            fold(text)
            for one in self._cells.model.columns
            for text in (one.label, one.field.label)
        }
        known = sum(fold(text) in labels for text in block[0] if text.strip())
        return len(block) > 1 and known >= _LEAST_HEADINGS


def block_of(mime: QMimeData) -> Rows:
    """Return the cells on a clipboard; what is merged downwards stands in each."""
    if not mime.hasText():
        return ()
    rows = clip_table.read_lines(mime.text())
    if mime.hasHtml():
        rows = clip_table.filled_down(rows, clip_table.merged_areas(mime.html()))
    return rows
