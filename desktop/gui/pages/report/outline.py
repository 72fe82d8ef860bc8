"""List the sections and tables of a draft, and say where something is to be done."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QAbstractItemView, QTreeView, QWidget

from desktop.gui import theme
from desktop.gui.pages.report.figure_pane import tables_of
from desktop.records.report import Report

_GOAL = Qt.ItemDataRole.UserRole
_ROW = 24


@dataclass(frozen=True, slots=True)
class OutlineLine:
    """One line: what it leads to, its words, and how deep it stands."""

    goal: str
    """`section:PLACE` or `table:CODE`."""
    words: str
    level: int
    note: str = ""
    """What is to be done there, such as `▲ 2`."""


def table_lines(report: Report) -> Iterator[OutlineLine]:
    """Yield a line for every table of a report."""
    for table in tables_of(report):
        yield OutlineLine(f"table:{table.code}", f"▦ {table.sheet or table.title}", 1)


class Outline(QTreeView):
    """The outline of a report; choosing a line shows what it names."""

    chosen = Signal(str)
    """Goal of the line chosen."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Begin without lines."""
        super().__init__(parent)
        self._rows = QStandardItemModel(self)
        self._filling = False
        self.setModel(self._rows)
        self.setAccessibleName("Mục lục bản thảo")
        self.setHeaderHidden(True)
        self.setRootIsDecorated(False)
        self.setIndentation(0)
        self.setUniformRowHeights(True)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTabKeyNavigation(False)
        self.selectionModel().currentChanged.connect(self._on_current)
        self.clicked.connect(self._on_current)

    @property
    def lines(self) -> tuple[str, ...]:
        """Return the words of every line, from the top down."""
        count = self._rows.rowCount()
        return tuple(self._rows.item(row).text() for row in range(count))

    def show_lines(self, lines: Sequence[OutlineLine]) -> None:
        """Show these lines; the one chosen stays so."""
        at = self.currentIndex().row()
        goal = str(self.currentIndex().data(_GOAL) or "")
        self._filling = True
        known = [self._rows.item(n).data(_GOAL) for n in range(self._rows.rowCount())]
        if known != [each.goal for each in lines]:
            self._rows.clear()
            for _ in lines:
                self._rows.appendRow(QStandardItem())
        for row, each in enumerate(lines):
            self._show(self._rows.item(row), each)
        goals = [each.goal for each in lines]
        if goal in goals and goals.index(goal) != at:
            self.setCurrentIndex(self._rows.index(goals.index(goal), 0))
        self._filling = False

    def choose(self, goal: str) -> None:
        """Mark a line as the one shown, without a word."""
        self._filling = True
        for row in range(self._rows.rowCount()):
            if self._rows.item(row).data(_GOAL) == goal:
                self.setCurrentIndex(self._rows.index(row, 0))
        self._filling = False

    def changeEvent(self, event: QEvent) -> None:
        """Follow the size of the text."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            for row in range(self._rows.rowCount()):
                self._rows.item(row).setSizeHint(QSize(0, theme.scaled(_ROW)))

    def _show(self, item: QStandardItem, line: OutlineLine) -> None:
        indent = "   " * (line.level - 1)
        note = f"{line.note}  " if line.note else ""
        item.setText(f"{indent}{note}{line.words}")
        item.setData(line.goal, _GOAL)
        item.setToolTip(f"{line.words} {line.note}".strip())
        item.setData(
            f"{line.words} {line.note}".strip(), Qt.ItemDataRole.AccessibleTextRole
        )
        item.setSizeHint(QSize(0, theme.scaled(_ROW)))

    def _on_current(self) -> None:
        goal = self.currentIndex().data(_GOAL)
        if goal and not self._filling:
            self.chosen.emit(str(goal))
