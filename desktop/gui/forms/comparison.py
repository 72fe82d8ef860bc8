"""Two entries side by side, field by field."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from desktop.gui import theme
from desktop.gui.tables.columns import columns_of
from desktop.gui.tables.names import Names
from desktop.gui.tables.short_list import Column, ShortList, ShortModel
from desktop.records.register import Register

_WIDTH, _HEIGHT = 760, 480


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

    def __init__(
        self,
        parent: QWidget | None = None,
        headings: tuple[str, str] = ("Mục thứ nhất", "Mục thứ hai"),
    ) -> None:
        """Begin without entries."""
        super().__init__(parent)
        one, other = headings
        columns = [
            Column(heading="", text=_mark, weight=3, whole=True),
            Column(heading="Nội dung", text=lambda line: line.label, weight=24),
            Column(heading=one, text=lambda line: line.first, weight=36),
            Column(heading=other, text=lambda line: line.second, weight=36),
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


class CompareDialog(QDialog):
    """What is typed and what is kept; the entry kept can be opened instead."""

    open_wanted = Signal(object)
    """The entry that is kept is to be opened."""

    def __init__(
        self,
        register: Register,
        names: Names,
        both: tuple[Any, Any],
        parent: QWidget,
    ) -> None:
        """Show what is typed first, then what is kept."""
        super().__init__(parent)
        self._kept = both[1]
        self.setWindowTitle("So hai mục")
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.comparison = Comparison(headings=("Đang ghi", "Đã có trong sổ"))
        self.comparison.compare(register, names, *both)
        self.open_button = QPushButton("&Sửa mục đã có")
        self.open_button.setAccessibleName("Sửa mục đã có")
        self.open_button.clicked.connect(self._on_open)
        close = QPushButton("Quay lại")
        close.setAccessibleName("Quay lại mục đang ghi")
        close.clicked.connect(self.reject)
        row = QHBoxLayout()
        row.setSpacing(theme.BETWEEN)
        row.addStretch(1)
        row.addWidget(close)
        row.addWidget(self.open_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(*[theme.AROUND] * 4)
        column.setSpacing(theme.BETWEEN)
        column.addWidget(self.comparison, stretch=1)
        column.addLayout(row)
        self.resize(theme.scaled(_WIDTH), theme.scaled(_HEIGHT))

    def _on_open(self) -> None:
        self.accept()
        self.open_wanted.emit(self._kept)


def _lines(register: Register, names: Names, first: Any, second: Any) -> Iterator[Line]:  # noqa: ANN401
    for column in columns_of(register, names):
        texts = column.text(first), column.text(second)
        if any(texts):
            yield Line(column.field.name, column.field.label, *texts)


def _mark(line: Line) -> str:
    return "≠" if line.differs else ""
