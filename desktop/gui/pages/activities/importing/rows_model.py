"""The rows of a preview as a Qt model: tick, fate, and the cells of each."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)

from desktop.gui import theme
from desktop.gui.pages.activities.importing.digest import ROW
from desktop.rules.entry_table.fates import (
    CellFate,
    ColumnMatch,
    Fate,
    Preview,
    RowFate,
)
from desktop.wording.entry_preview import (
    cell_sentence,
    column_letter,
    fate_label,
    fate_shape,
    letters_label,
)

Index = QModelIndex | QPersistentModelIndex
_NO_PARENT = QModelIndex()
CELL = Qt.ItemDataRole.UserRole
"""Role under which a cell gives its `CellFate`, or None."""
ROW_FATE = Qt.ItemDataRole.UserRole + 1
TICK, FATE = 0, 1
FIXED = 2
"""Columns before those of the file."""
TICKED, UNTICKED = "☑", "☐"
_COLOURS = {
    Fate.ADD: "good",
    Fate.CHANGE: "accent",
    Fate.REFUSED: "bad",
    Fate.KEPT: "accent",
    Fate.SAME: "quiet",
    Fate.LEFT_OUT: "quiet",
}
_NOTHING = "–"


@dataclass(frozen=True, slots=True)
class Heading:
    """One column of the file that has a field."""

    match: ColumnMatch
    label: str
    number: bool = False


class RowsModel(QAbstractTableModel):
    """A window on the rows of a preview; a filter chooses which."""

    def __init__(self, parent: QObject | None = None) -> None:
        """Begin without rows."""
        super().__init__(parent)
        self.headings: tuple[Heading, ...] = ()
        self._rows: tuple[RowFate, ...] = ()
        self._places: Sequence[int] = ()
        self._at: dict[int, int] = {}

    def show_preview(
        self, preview: Preview, headings: Sequence[Heading], places: Sequence[int]
    ) -> bool:
        """Show some rows of a preview, by their places; tell whether they are others.

        Where the same rows and columns stand as before, only their cells change: what
        is selected and scrolled to stays.
        """
        columns = [(one.match.column, one.label) for one in self.headings]
        same = (
            columns == [(one.match.column, one.label) for one in headings]
            and len(self._rows) == len(preview.rows)
            and list(self._places) == list(places)
        )
        if not same:
            self.beginResetModel()
        self.headings = tuple(headings)
        self._rows, self._places = preview.rows, places
        self._at = {one.match.column: n for n, one in enumerate(headings)}
        if not same:
            self.endResetModel()
        elif places:
            last = self.index(len(places) - 1, self.columnCount() - 1)
            self.dataChanged.emit(self.index(0, 0), last)
        return not same

    def row(self, at: int) -> RowFate | None:
        """Return the row shown at a place, or None."""
        if not 0 <= at < len(self._places):
            return None
        return self._rows[self._places[at]]

    def place(self, at: int) -> int:
        """Return which row of the preview is shown at a place; -1 for none."""
        return self._places[at] if 0 <= at < len(self._places) else -1

    def shown_at(self, place: int) -> int | None:
        """Return where a row of the preview is shown, or None while it is not."""
        try:
            return self._places.index(place)
        except ValueError:
            return None

    def column_of(self, column: int) -> int:
        """Return where a column of the file is shown; its row's fate for `ROW`."""
        return FATE if column == ROW else FIXED + self._at.get(column, 0)

    def cell(self, index: Index) -> CellFate | None:
        """Return what becomes of one cell, or None where it is of no column."""
        row = self.row(index.row())
        at = index.column() - FIXED
        if row is None or at < 0:
            return None
        column = self.headings[at].match.column
        if at < len(row.cells) and row.cells[at].column == column:
            return row.cells[at]
        return next((one for one in row.cells if one.column == column), None)

    def rowCount(self, parent: Index = _NO_PARENT) -> int:
        """Return how many rows are shown."""
        return 0 if parent.isValid() else len(self._places)

    def columnCount(self, parent: Index = _NO_PARENT) -> int:
        """Return how many columns there are."""
        return 0 if parent.isValid() else FIXED + len(self.headings)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return what one cell shows."""
        row = self.row(index.row())
        if row is None:
            return None
        if role == CELL:
            return self.cell(index)
        if role == ROW_FATE:
            return row
        if role == Qt.ItemDataRole.ForegroundRole and index.column() == FATE:
            return theme.colour(_COLOURS[row.fate])
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return self._alignment(index.column())
        return self._text(row, index, role)

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        """Return the heading of a column, or the number of a row in the file."""
        if orientation is Qt.Orientation.Vertical:
            row = self.row(section)
            shown = role == Qt.ItemDataRole.DisplayRole and row is not None
            return f"{row.number}" if shown and row else None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return self._alignment(section)
        if section < FIXED:
            words = ("Nhập", "Kết quả")
            return words[section] if role == Qt.ItemDataRole.DisplayRole else None
        heading = self.headings[section - FIXED]
        if role == Qt.ItemDataRole.ToolTipRole:
            letter = column_letter(heading.match.column)
            return f"{heading.label}\nCột {letter}: “{heading.match.heading}”"
        said = {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}
        return heading.label if role in said else None

    def _alignment(self, column: int) -> Qt.AlignmentFlag:
        number = column >= FIXED and self.headings[column - FIXED].number
        side = Qt.AlignmentFlag.AlignRight if number else Qt.AlignmentFlag.AlignLeft
        return side | Qt.AlignmentFlag.AlignVCenter

    def _text(self, row: RowFate, index: Index, role: int) -> str | None:
        if index.column() == TICK:
            return _of_role(role, tick(row), _tick_words(row))
        if index.column() == FATE:
            hidden = " (ẩn)" if row.hidden else ""
            words = f"{fate_shape(row.fate)} {fate_label(row.fate)}{hidden}"
            return _of_role(role, words, f"Dòng {row.number}: {fate_label(row.fate)}")
        cell = self.cell(index)
        if cell is None:
            return None
        text = cell_text(row, cell)
        if role == Qt.ItemDataRole.DisplayRole:
            return text
        label = self.headings[index.column() - FIXED].label
        notes = notes_of(row, cell, label)
        if role == Qt.ItemDataRole.ToolTipRole:
            return "\n".join((text, *notes))
        return _of_role(role, text, "; ".join((f"{label}: {text}", *notes)))


def can_tick(row: RowFate) -> bool:
    """Tell whether a row can be taken out or in: there is something to keep."""
    # Sums and titles between the rows are left out too, and have no cells.
    left = row.fate in (Fate.KEPT, Fate.LEFT_OUT)
    return row.accepted or (left and bool(row.cells))


def tick(row: RowFate) -> str:
    """Return the sign of whether a row is wanted; blank where there is no choice."""
    if not can_tick(row):
        return ""
    return TICKED if row.accepted else UNTICKED


def is_refused(cell: CellFate) -> bool:
    """Tell whether a cell cannot be kept as it stands."""
    return any(problem.blocking for problem in cell.problems)


def changes(row: RowFate, cell: CellFate) -> bool:
    """Tell whether a kept value would become another."""
    return row.before is not None and cell.changed and not is_refused(cell)


def cell_text(row: RowFate, cell: CellFate) -> str:
    """Return what a cell shows: what is wrong as it was found, else what is kept."""
    if is_refused(cell):
        return one_line(f"▲ {cell.found}")
    if changes(row, cell):
        return one_line(f"{cell.before or _NOTHING} → {cell.shown or _NOTHING}")
    sign = "? " if cell.problems else ""
    return one_line(f"{sign}{cell.shown}")


def notes_of(row: RowFate, cell: CellFate, label: str) -> tuple[str, ...]:
    """Return what is to be said of a cell besides its text."""
    said = [cell_sentence(row, cell, one, label) for one in cell.problems]
    if cell.healed:
        said.append(
            f"{letters_label(cell.healed)}: “{one_line(cell.found)}” → "
            f"“{one_line(cell.text)}”"
        )
    return tuple(said)


def one_line(text: str) -> str:
    """Return a text on one line."""
    return " ".join(text.split())


def _tick_words(row: RowFate) -> str:
    if not can_tick(row):
        return "Không nhập được"
    if row.fate is Fate.KEPT:
        return "Mục đã ghi được giữ; phím cách để sửa theo bảng"
    return "Sẽ nhập; phím cách để bỏ" if row.accepted else "Đã bỏ; phím cách để nhập"


def _of_role(role: int, shown: str, spoken: str) -> str | None:
    if role == Qt.ItemDataRole.DisplayRole:
        return shown
    return spoken if role == Qt.ItemDataRole.AccessibleTextRole else None
