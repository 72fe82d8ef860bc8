"""One table of a report in the page: title, unit, figures, notes."""

from collections.abc import Iterator
from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from desktop.gui import theme
from desktop.gui.pages.report.figure_table import FigureTable
from desktop.records.report import Report, Table

_TALL = 380
"""Height from which there is room for notes below the figures."""
HINT = "Bấm vào một số, hoặc Enter, để hỏi: Số này từ đâu?"


def tables_of(report: Report) -> Iterator[Table]:
    """Yield every table a reader of the report sees, in order, each with a title.

    A table that is all of an annex is titled by it.
    """
    for block in report.blocks:
        if isinstance(block, Table):
            yield block
    for annex in report.annexes:
        for block in annex.blocks:
            if isinstance(block, Table):
                title = block.title or f"{annex.label}. {annex.title}".lstrip(". ")
                yield replace(block, title=title)


class FigurePane(QWidget):
    """A table with what stands above and below it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Begin without a table."""
        super().__init__(parent)
        self.title = QLabel()
        self.title.setProperty("level", 1)
        self.title.setWordWrap(True)
        self.unit = QLabel()
        self.unit.setProperty("role", "quiet")
        self.back = QPushButton("← Trở lại")
        self.back.setAccessibleName("Trở lại báo cáo")
        self.view = FigureTable()
        self.notes = QLabel()
        self.notes.setProperty("role", "quiet")
        self.notes.setWordWrap(True)
        self.notes.setTextFormat(Qt.TextFormat.PlainText)
        head = QHBoxLayout()
        head.setSpacing(theme.BETWEEN)
        head.addWidget(self.title, stretch=1)
        head.addWidget(self.back, alignment=Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.INSIDE)
        column.addLayout(head)
        column.addWidget(self.unit)
        column.addWidget(self.view, stretch=1)
        column.addWidget(self.notes)

    def show_table(self, table: Table) -> None:
        """Show a table of a report."""
        self.title.setText(table.title)
        unit = f"Đơn vị tính: {table.unit}. " if table.unit else ""
        self.unit.setText(f"{unit}{HINT}")
        self.view.show_table(table)
        self.notes.setText("\n".join(table.notes))
        self.view.setToolTip(self.notes.text())
        self._give_room()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the notes to the tip where the figures need the room."""
        super().resizeEvent(event)
        self._give_room()

    def _give_room(self) -> None:
        tall = self.height() >= theme.scaled(_TALL)
        self.notes.setVisible(tall and bool(self.notes.text()))
