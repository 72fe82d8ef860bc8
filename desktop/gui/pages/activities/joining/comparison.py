"""Two entries side by side, field by field."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.gui.tables.columns import columns_of
from desktop.gui.tables.names import Names
from desktop.gui.tables.short_list import Column, ShortList, ShortModel
from desktop.records.register import Register


@dataclass(frozen=True, slots=True)
class Line:
    """What both entries hold in one field."""

    field: str
    label: str
    first: str
    second: str

    @property
    def differs(self) -> bool:
        """Tell whether the entries disagree in it."""
        return self.first != self.second


class Comparison(QWidget):
    """Fields in which either entry has something; where they differ, it is marked."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Begin without entries."""
        super().__init__(parent)
        columns = [
            Column(heading="", text=_mark, weight=3, whole=True),
            Column(heading="Nội dung", text=lambda line: line.label, weight=24),
            Column(heading="Mục thứ nhất", text=lambda line: line.first, weight=36),
            Column(heading="Mục thứ hai", text=lambda line: line.second, weight=36),
        ]
        self.model_ = ShortModel(columns, lambda line: line.field, self)
        self.list = ShortList(self.model_, "Hai mục đặt cạnh nhau", self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.list)

    @property
    def lines(self) -> tuple[Line, ...]:
        """Return what is shown."""
        return self.model_.rows

    def compare(
        self,
        register: Register,
        names: Names,
        first: Any,  # noqa: ANN401  entries of any register
        second: Any,  # noqa: ANN401
    ) -> None:
        """Show two entries of one register."""
        self.model_.show_rows(tuple(_lines(register, names, first, second)))


def _lines(register: Register, names: Names, first: Any, second: Any) -> Iterator[Line]:  # noqa: ANN401
    for column in columns_of(register, names):
        texts = column.text(first), column.text(second)
        if any(texts):
            yield Line(column.field.name, column.field.label, *texts)


def _mark(line: Line) -> str:
    return "≠" if line.differs else ""
