"""The words of one table: its title, notes and the headings of its columns."""

from collections.abc import Mapping
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QFormLayout, QLabel, QLineEdit, QWidget

from desktop.gui import theme
from desktop.gui.pages.report.template_editor.panes import lines_field
from desktop.gui.pages.report.template_editor.word_pairs import (
    Pair,
    PairModel,
    pair_table,
)
from desktop.records.figure import Figure
from desktop.records.identity import Code
from desktop.records.template import TableColumnTemplate, TableTemplate

BETWEEN = " / "
"""Between the cells of a heading, from the top down."""


class TablePane(QWidget):
    """Write the words of a table; what its columns count stays as it is."""

    edited = Signal()

    def __init__(self, figures: Mapping[Code, Figure]) -> None:
        """Make a field for each."""
        super().__init__()
        self._figures = figures
        self._table: TableTemplate | None = None
        self.title = QLineEdit()
        self.sheet = QLineEdit()
        self.unit = QLineEdit()
        self.notes = lines_field("Ghi chú dưới biểu", 64)
        self.landscape = QCheckBox("Trang ngang")
        self.model = PairModel(("Số liệu của cột", "Tiêu đề cột"), self)
        self.columns = pair_table(self.model, "Các cột", self)
        self._lay_out()

    def show_table(self, table: TableTemplate) -> None:
        """Fill the fields."""
        self._table = None
        self.title.setText(table.title)
        self.sheet.setText(table.sheet)
        self.unit.setText(table.unit)
        self.notes.setPlainText("\n".join(table.notes))
        self.landscape.setChecked(table.landscape)
        self.model.show_pairs(
            [
                Pair(
                    key=str(place),
                    given=self._counted(column),
                    words=BETWEEN.join(column.heading),
                    marked=False,
                )
                for place, column in enumerate(table.columns)
            ]
        )
        self._table = table

    def changed(self, table: TableTemplate) -> TableTemplate:
        """Return a table with what the fields say."""
        notes = self.notes.toPlainText().split("\n")
        columns = tuple(
            replace(column, heading=self._heading(place))
            for place, column in enumerate(table.columns)
        )
        return replace(
            table,
            title=self.title.text(),
            sheet=self.sheet.text(),
            unit=self.unit.text(),
            notes=tuple(line for line in notes if line.strip()),
            landscape=self.landscape.isChecked(),
            columns=columns,
        )

    def _heading(self, place: int) -> tuple[str, ...]:
        words = str(self.model.data(self.model.index(place, 1)))
        return tuple(part.strip() for part in words.split(BETWEEN))

    def _counted(self, column: TableColumnTemplate) -> str:
        if column.figure is None:
            return "(tên dòng)" if not column.key else "(cột ghi tay)"
        figure = self._figures.get(column.figure)
        return f"{figure.label} ({figure.unit})" if figure else f"▲ {column.figure}"

    def _on_edit(self) -> None:
        if self._table is not None:
            self.edited.emit()

    def _lay_out(self) -> None:
        form = QFormLayout(self)
        form.setContentsMargins(0, 0, 0, 0)
        form.setSpacing(theme.BETWEEN)
        rows: tuple[tuple[str, QWidget], ...] = (
            ("&Tên biểu", self.title),
            ("T&ên trang tính", self.sheet),
            ("Đơn &vị tính", self.unit),
            ("&Ghi chú", self.notes),
            ("", self.landscape),
            ("&Các cột", self.columns),
        )
        for words, field in rows:
            label = QLabel(words)
            label.setBuddy(field)
            form.addRow(label, field)
            if not field.accessibleName():
                field.setAccessibleName(words.replace("&", "") or "Trang ngang")
        for line in (self.title, self.sheet, self.unit):
            line.textEdited.connect(self._on_edit)
        self.notes.textChanged.connect(self._on_edit)
        self.landscape.clicked.connect(self._on_edit)
        self.model.edited.connect(self._on_edit)
