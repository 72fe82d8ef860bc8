"""Which rows are kept: counts that agree, filters, the rows, and one in full."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from desktop.gui import theme
from desktop.gui.pages.activities.importing.digest import ROW
from desktop.gui.pages.activities.importing.fate_filter import ALL, FateFilter
from desktop.gui.pages.activities.importing.inspection import Seen
from desktop.gui.pages.activities.importing.preview_table import PreviewTable, Width
from desktop.gui.pages.activities.importing.row_detail import RowDetail, twins_kept
from desktop.gui.pages.activities.importing.rows_model import Heading, can_tick
from desktop.gui.pages.activities.importing.targets import Targets
from desktop.gui.tables.columns import Column
from desktop.gui.widgets.elided_label import ElidedLabel
from desktop.rules.entry_table.columns import ID
from desktop.rules.entry_table.fates import Choices, RowFate
from desktop.rules.numbers import format_integer
from desktop.wording.entry_preview import common_lines, counts_sentence

FindTwin = Callable[[str], Any]
"""Gives a kept entry by its id, or None."""
_USUAL_WIDTH, _ID_WIDTH, _SIGN_WIDTH = 100, 70, 16


class RowsPane(QWidget):
    """The rows of a preview."""

    amended = Signal(object)
    """How the choices are to change: takes `Choices`, gives `Choices`."""
    step_wanted = Signal(object)
    """The `Place` where something that holds the row back is settled."""

    def __init__(self, find_twin: FindTwin, parent: QWidget | None = None) -> None:
        """Begin without rows."""
        super().__init__(parent)
        self._find_twin = find_twin
        self._seen: Seen | None = None
        self._targets: Targets | None = None
        self._columns: Sequence[Column] = ()
        self.counts = QLabel()
        self.common = ElidedLabel()
        self.filter = FateFilter()
        self.before = _button("Lỗi trước", "Shift+F8")
        self.next = _button("Lỗi sau", "F8")
        self.where = QLabel()
        self.overwrite = QCheckBox()
        self.overwrite.setToolTip(
            "Không đánh dấu: chỉ thêm mục mới, mục đã ghi giữ nguyên."
        )
        self.table = PreviewTable(self)
        self.detail = RowDetail(self)
        self._lay_out()
        self.filter.chosen.connect(self._show_rows)
        self.before.clicked.connect(lambda: self.step_to_fault(-1))
        self.next.clicked.connect(lambda: self.step_to_fault(1))
        self.overwrite.clicked.connect(self._on_overwrite)
        self.table.moved.connect(self._show_detail)
        self.table.ticked.connect(self._on_ticked)
        self.detail.row_wanted.connect(self._go_to_number)
        self.detail.step_wanted.connect(self.step_wanted)

    def show_seen(
        self, seen: Seen, targets: Targets, columns: Sequence[Column]
    ) -> None:
        """Show the rows of a preview; one stays where one was."""
        first = self._seen is None or self._seen.source is not seen.source
        self._seen, self._targets, self._columns = seen, targets, columns
        preview = seen.preview
        self.counts.setText(counts_sentence(preview))
        self.filter.show_digest(seen.places, preview.seen)
        every = seen.choices.overwrite is None
        others = sum(can_tick(row) and row.before is not None for row in preview.rows)
        self.overwrite.setVisible(bool(others) or every)
        self.overwrite.setText(f"&Sửa cả {format_integer(others)} mục đã ghi")
        self.overwrite.setChecked(every)
        for button in (self.before, self.next):
            button.setVisible(bool(seen.places.faults))
        self.where.setVisible(bool(seen.places.faults))
        self.where.setText(f"{format_integer(len(seen.places.faults))} lỗi")
        common = " ".join(common_lines(preview, targets.label))
        self.common.show_text(f"? {common}" if common else "")
        self.common.setVisible(bool(common))
        self._show_rows()
        if first:
            self._go_to_what_matters()

    def focus_first(self) -> None:
        """Go to the rows."""
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def stops(self) -> tuple[QWidget, ...]:
        """Return where F6 leads to, in order."""
        return (self.filter.buttons[self.filter.current], self.table, self.detail)

    def step_to_fault(self, by: int) -> None:
        """Go to the next cell that is refused, or the one before; round the end."""
        seen = self._seen
        if seen is None or not seen.places.faults:
            return
        faults = seen.places.faults
        number = _step(faults, self._here(), by)
        place, column = faults[number]
        if self.table.model_.shown_at(place) is None:
            self.filter.choose(ALL)
        self._go_to_place(place, column)
        self.where.setText(
            f"Lỗi {format_integer(number + 1)}/{format_integer(len(faults))}"
        )

    # --- slots ---------------------------------------------------------------------

    def _on_overwrite(self) -> None:
        wanted = None if self.overwrite.isChecked() else frozenset[int]()
        self.amended.emit(lambda choices: replace(choices, overwrite=wanted))

    def _on_ticked(self) -> None:
        rows = [row for row in self.table.selected() if can_tick(row)]
        if rows:
            take = not any(row.accepted for row in rows)
            self.amended.emit(lambda choices: _with_ticks(choices, rows, take=take))

    def _go_to_number(self, number: int) -> None:
        rows = self._seen.preview.rows if self._seen else ()
        for place, row in enumerate(rows):
            if row.number == number:
                if self.table.model_.shown_at(place) is None:
                    self.filter.choose(ALL)
                self._go_to_place(place, ROW)
                return

    # --- what is seen --------------------------------------------------------------

    def _show_rows(self) -> None:
        seen, targets = self._seen, self._targets
        if seen is None or targets is None:
            return
        known = {column.field.name: column for column in self._columns}
        headings, widths = [], []
        for match in seen.preview.columns:
            if not match.field:
                continue
            column = known.get(match.field)
            number = (column is not None and column.number) or "#" in match.field
            headings.append(Heading(match, targets.label(match.field), number))
            widths.append(_width(match.field, column))
        places = self.filter.places(seen.places, seen.preview.seen)
        self.table.show_preview(seen.preview, headings, places, widths)
        self._show_detail()

    def _show_detail(self) -> None:
        row = self.table.row()
        if self._targets is None:
            return
        found = {one: self._find_twin(one) for one in twins_kept(row)}
        twins = {one: kept for one, kept in found.items() if kept is not None}
        self.detail.show_row(row, self._targets, self._columns, twins)

    def _go_to_what_matters(self) -> None:
        """Begin at the first fault, else the first row that would be kept."""
        seen = self._seen
        if seen is None:
            return
        if seen.places.faults:
            self._go_to_place(*seen.places.faults[0])
        else:
            kept = (n for n, row in enumerate(seen.preview.rows) if row.accepted)
            self._go_to_place(next(kept, 0), ROW)

    def _go_to_place(self, place: int, column: int) -> None:
        at = self.table.model_.shown_at(place)
        if at is not None:
            self.table.go_to(at, self.table.model_.column_of(column))

    def _here(self) -> tuple[int, int]:
        """Return the row of the preview and the column of the file one is on."""
        index = self.table.currentIndex()
        cell = self.table.model_.cell(index)
        place = self.table.model_.place(index.row())
        return place, ROW if cell is None else cell.column

    def _lay_out(self) -> None:
        bold = self.counts.font()
        bold.setBold(True)
        self.counts.setFont(bold)
        self.counts.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
        )
        for label in (self.where, self.common):
            label.setProperty("role", "quiet")
        top = QHBoxLayout()
        top.setSpacing(theme.AROUND)
        top.addWidget(self.counts, stretch=1)
        top.addWidget(self.overwrite)
        tools = QHBoxLayout()
        tools.setSpacing(theme.BETWEEN)
        tools.addWidget(self.filter)
        tools.addStretch(1)
        for part in (self.where, self.before, self.next):
            tools.addWidget(part)
        parts = QSplitter(Qt.Orientation.Vertical)
        parts.setChildrenCollapsible(False)
        parts.addWidget(self.table)
        parts.addWidget(self.detail)
        parts.setStretchFactor(0, 3)
        parts.setStretchFactor(1, 1)
        parts.setSizes([theme.scaled(size) for size in (320, 130)])
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.BETWEEN)
        column.addLayout(top)
        column.addWidget(self.common)
        column.addLayout(tools)
        column.addWidget(parts, stretch=1)


def _with_ticks(choices: Choices, rows: Iterable[RowFate], *, take: bool) -> Choices:
    """Return choices with rows taken in or out; an entry not changed is kept."""
    some = choices.overwrite
    changing = frozenset(row.number for row in rows if row.before is not None)
    out = frozenset(row.number for row in rows)
    if some is not None:
        some = some | changing if take else some - changing
        out = out if take else out - changing
    left = choices.left_out - out if take else choices.left_out | out
    return replace(choices, left_out=left, overwrite=some)


def _width(name: str, column: Column | None) -> Width:
    """Return the width of a column, with room for the sign of a fault."""
    if column is None:
        return (_ID_WIDTH if name == ID else _USUAL_WIDTH), False
    return column.width + _SIGN_WIDTH, column.elastic


def _step(faults: list[tuple[int, int]], here: tuple[int, int], by: int) -> int:
    """Return the number of the fault after, or before, where one is."""
    if by > 0:
        after = (n for n, one in enumerate(faults) if one > here)
        return next(after, 0)
    before = [n for n, one in enumerate(faults) if one < here]
    return before[-1] if before else len(faults) - 1


def _button(words: str, key: str) -> QPushButton:
    made = QPushButton(words)
    made.setAutoDefault(False)
    made.setAccessibleName(f"{words} ({key})")
    made.setToolTip(f"{words} ({key})")
    return made
