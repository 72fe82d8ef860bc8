"""What taking one file in would do, entry by entry and field by field."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from desktop.gui.pages.collect.tray import tray_words
from desktop.gui.tables.short_list import Column, ShortList, ShortModel
from desktop.records.arrival import Arrival, ArrivalRow, Fate, FieldChange
from desktop.wording.labels import label

TICKED, UNTICKED = "☑ Lấy theo tệp", "☐ Lấy theo tệp"
_COLOURS = {
    Fate.ADD: "good",
    Fate.CHANGE: "accent",
    Fate.REMOVE: "warn",
    Fate.KEEP: "bad",
    Fate.SAME: "quiet",
}
_NOTHING = "–"


@dataclass(frozen=True, slots=True)
class RowLine:
    """One field of one entry; an entry without differences has one line."""

    row: ArrivalRow
    number: int
    change: FieldChange | None
    theirs: bool

    @property
    def first(self) -> bool:
        """Tell whether it is the entry's first line."""
        return self.number == 0


class RowList(ShortList):
    """Three columns of a conflict: here, in the file, and what stays."""

    toggled = Signal(str)
    """Id of an entry edited here whose tick is to be turned."""

    def __init__(self, parent: QWidget) -> None:
        """Begin without rows."""
        model = ShortModel(_COLUMNS, _key)
        super().__init__(model, "Thay đổi nếu nhận tệp này", parent)
        model.setParent(self)
        self.keep_one_line()
        self.when_empty = tray_words.NO_CHANGES
        self.clicked.connect(self._on_clicked)

    def show_arrival(self, arrival: Arrival, is_theirs: Callable[[str], bool]) -> None:
        """Show what differs; entries that stay the same are only counted elsewhere."""
        self.model_.show_rows(tuple(_lines(arrival, is_theirs)))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Turn the tick of an entry edited here with Space."""
        if event.key() == Qt.Key.Key_Space and self._toggle():
            return
        super().keyPressEvent(event)

    def _on_clicked(self, index: QModelIndex) -> None:
        if index.column() == len(_COLUMNS) - 1:
            self._toggle()

    def _toggle(self) -> bool:
        line = self.current
        if line is None or line.row.fate is not Fate.KEEP:
            return False
        self.toggled.emit(line.row.row_id)
        return True


def _lines(arrival: Arrival, is_theirs: Callable[[str], bool]) -> Iterator[RowLine]:
    for row in arrival.rows:
        if row.fate is Fate.SAME:
            continue
        theirs = is_theirs(row.row_id)
        for number, change in enumerate(row.changes or (None,)):
            yield RowLine(row, number, change, theirs)


def _key(line: RowLine) -> str:
    return f"{line.row.place}/{line.row.row_id}/{line.number}"


def _fate(line: RowLine) -> str:
    return label(line.row.fate) if line.first else ""


def _ours(line: RowLine) -> str:
    return _NOTHING if line.change is None else line.change.ours or _NOTHING


def _theirs(line: RowLine) -> str:
    return _NOTHING if line.change is None else line.change.theirs or _NOTHING


def _result(line: RowLine) -> str:
    if line.row.fate is not Fate.KEEP or not line.first:
        return ""
    return TICKED if line.theirs else UNTICKED


_COLUMNS = (
    Column(
        heading="Việc",
        text=_fate,
        weight=13,
        whole=True,
        colour=lambda line: _COLOURS[line.row.fate],
    ),
    Column(
        heading="Mục",
        text=lambda line: line.row.title if line.first else "",
        weight=26,
        tip=lambda line: line.row.title,
    ),
    Column(
        heading="Trường",
        text=lambda line: "" if line.change is None else line.change.label,
        weight=14,
    ),
    Column(heading="Máy này", text=_ours, weight=14),
    Column(heading="Trong tệp", text=_theirs, weight=14),
    Column(heading="Chỗ", text=lambda line: line.row.at, weight=10, whole=True),
    Column(heading="Kết quả", text=_result, weight=14, whole=True),
)
