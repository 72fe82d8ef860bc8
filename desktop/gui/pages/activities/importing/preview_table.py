"""The table of a preview: ticks by Space, one walks cell by cell."""

from collections.abc import Sequence

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtCore import Signal as QtSignal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QWidget

from desktop.gui import theme
from desktop.gui.pages.activities.importing.fate_cells import FateCells
from desktop.gui.pages.activities.importing.rows_model import (
    FATE,
    FIXED,
    TICK,
    Heading,
    RowsModel,
)
from desktop.gui.tables.rows_view import RowsView
from desktop.rules.entry_table.fates import Preview, RowFate

_TICK_WIDTH, _FATE_WIDTH, _LEAST = 50, 118, 76
_NUMBER_WIDTH = 44
Width = tuple[int, bool]
"""Of a column, in pixels at 100 %, and whether it gives way or grows."""


class PreviewTable(RowsView):
    """Rows with their numbers in the file at the left, whatever is scrolled."""

    ticked = QtSignal()
    """The rows selected are to be taken out, or in again."""
    moved = QtSignal()
    """One is on another row."""

    def __init__(self, parent: QWidget) -> None:
        """Begin without rows."""
        super().__init__(parent)
        self.model_ = RowsModel(self)
        self.setModel(self.model_)
        self.setAccessibleName("Các dòng của tệp")
        self.setItemDelegate(FateCells(self))
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        rows = self.verticalHeader()
        rows.setDefaultAlignment(
            Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        )
        rows.setObjectName("row_numbers")
        rows.setHighlightSections(False)
        rows.setFixedWidth(theme.scaled(_NUMBER_WIDTH))
        rows.show()
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setTextElideMode(Qt.TextElideMode.ElideRight)
        header.setMinimumSectionSize(theme.scaled(32))
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        self._widths: tuple[Width, ...] = ()
        self._sized: tuple[int, ...] = ()
        self.resized.connect(self._fit)
        self.clicked.connect(self._on_clicked)
        self.selectionModel().currentChanged.connect(self._on_current)

    def show_preview(
        self,
        preview: Preview,
        headings: Sequence[Heading],
        places: Sequence[int],
        widths: Sequence[Width],
    ) -> None:
        """Show some rows; where one was stays, or its neighbour is gone to."""
        kept = self.model_.place(self.currentIndex().row())
        at, column = self.currentIndex().row(), max(self.currentIndex().column(), FATE)
        scrolled = self.verticalScrollBar().value()
        other = self.model_.show_preview(preview, headings, places)
        if tuple(widths) != self._widths:
            self._widths, self._sized = tuple(widths), ()
            self._fit()
        if other:
            shown = self.model_.shown_at(kept)
            last = self.model_.rowCount() - 1
            self.go_to(min(max(at, 0), last) if shown is None else shown, column)
            self.verticalScrollBar().setValue(scrolled)

    def row(self) -> RowFate | None:
        """Return the row one is on, or None."""
        return self.model_.row(self.currentIndex().row())

    def selected(self) -> list[RowFate]:
        """Return the rows selected, from the top."""
        chosen = self.selectionModel().selectedRows()
        found = (self.model_.row(at) for at in sorted(one.row() for one in chosen))
        return [row for row in found if row is not None]

    def go_to(self, row: int, column: int = FATE) -> None:
        """Go to a cell; below 0: nowhere."""
        if not 0 <= row < self.model_.rowCount():
            return
        at = self.model_.index(row, min(column, self.model_.columnCount() - 1))
        flags = (
            QItemSelectionModel.SelectionFlag.ClearAndSelect
            | QItemSelectionModel.SelectionFlag.Rows
        )
        self.selectionModel().setCurrentIndex(at, flags)
        self.scrollTo(at)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take the rows selected out, or in again, by Space."""
        if event.key() == Qt.Key.Key_Space:
            self.ticked.emit()
            return
        super().keyPressEvent(event)

    def _on_clicked(self, index: QModelIndex | QPersistentModelIndex) -> None:
        if index.column() == TICK:
            self.ticked.emit()

    def _on_current(self, now: QModelIndex, before: QModelIndex) -> None:
        if now.row() != before.row() or not before.isValid():
            self.moved.emit()

    def _fit(self) -> None:
        """Share the width out, until somebody sets a column's."""
        header = self.horizontalHeader()
        count = self.model_.columnCount()
        if count != FIXED + len(self._widths):
            return
        now = tuple(header.sectionSize(at) for at in range(count))
        if self._sized and now != self._sized:
            return
        header.resizeSection(TICK, theme.scaled(_TICK_WIDTH))
        header.resizeSection(FATE, theme.scaled(_FATE_WIDTH))
        room = self.viewport().width() - theme.scaled(_TICK_WIDTH + _FATE_WIDTH)
        for at, width in enumerate(shared_out(self._widths, room)):
            header.resizeSection(FIXED + at, width)
        self._sized = tuple(header.sectionSize(at) for at in range(count))


def shared_out(widths: Sequence[Width], room: int) -> list[int]:
    """Return widths in pixels: stiff columns have what they need, others share."""
    grown = [(theme.scaled(width), elastic) for width, elastic in widths]
    stiff = sum(width for width, elastic in grown if not elastic)
    wanted = sum(width for width, elastic in grown if elastic) or 1
    rest = max(room - stiff, 0)
    return [
        max(rest * width // wanted, theme.scaled(_LEAST)) if elastic else width
        for width, elastic in grown
    ]
