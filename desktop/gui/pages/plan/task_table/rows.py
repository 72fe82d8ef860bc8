"""The rows of a task table, each with what becomes of it, and a tick."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from desktop.gui.tables.short_list import Column, ShortList, ShortModel
from desktop.rules.task_table.fates import Fate, PreviewRow
from desktop.rules.task_table.tidying import joined
from desktop.rules.task_table.words import Role
from desktop.wording.task_tables import fate_label, fate_shape, problem_sentences

_COLOURS = {
    Fate.ADD: "good",
    Fate.CHANGE: "accent",
    Fate.SAME: "quiet",
    Fate.REFUSED: "bad",
    Fate.LEFT_OUT: "quiet",
}
_DOUBTS = {Fate.REFUSED: "bad", Fate.LEFT_OUT: "quiet"}
"""Colours of what is to be looked at: a doubt about a good row is still a doubt."""
_TICKED, _OPEN = "☑", "☐"
WHEN_EMPTY = (
    "Chọn tệp Excel, hoặc chép bảng trong Word hay Excel rồi bấm Dán bảng, "
    "hoặc kéo tệp thả vào đây. Chưa có gì được ghi cho đến khi anh/chị bấm Nhập."
)


class TableRows(ShortList):
    """The rows, one line each; Space or a click on its tick takes one out or in."""

    ticked = Signal(object)
    """The `PreviewRow` to be taken out, or in again."""

    when_empty = WHEN_EMPTY

    def __init__(self, parent: QWidget) -> None:
        """Begin without rows."""
        columns = (
            Column(heading="Nhập", text=_tick, weight=5, whole=True),
            Column(
                heading="Kết quả",
                text=lambda row: f"{fate_shape(row.fate)} {fate_label(row.fate)}",
                weight=11,
                whole=True,
                colour=lambda row: _COLOURS[row.fate],
            ),
            Column(heading="Số", text=_number, weight=5, whole=True),
            Column(
                heading="Nhiệm vụ",
                text=lambda row: _one(row, Role.TEXT),
                weight=32,
                colour=lambda row: "accent" if row.line.group else "",
            ),
            Column(
                heading="Chủ trì", text=lambda row: _one(row, Role.LEADS), weight=16
            ),
            Column(
                heading="Phối hợp",
                text=lambda row: _one(row, Role.PARTNERS),
                weight=16,
            ),
            Column(
                heading="Cần xem",
                text=lambda row: " ".join(problem_sentences(row.problems)),
                weight=25,
                colour=lambda row: _DOUBTS.get(row.fate, "warn"),
            ),
        )
        super().__init__(
            ShortModel(columns, lambda row: str(row.key), parent),
            "Các dòng của bảng nhiệm vụ",
            parent,
        )
        self.keep_one_line()
        self.model_.show_rows(())
        self.clicked.connect(self._on_clicked)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take the row one is on out or in by Space."""
        if event.key() == Qt.Key.Key_Space and self.current is not None:
            self.ticked.emit(self.current)
            return
        super().keyPressEvent(event)

    def _on_clicked(self, index: QModelIndex | QPersistentModelIndex) -> None:
        if index.column() == 0 and self.current is not None:
            self.ticked.emit(self.current)


def can_tick(row: PreviewRow) -> bool:
    """Tell whether a row can be taken out or in: there is something to store."""
    return row.accepted or row.fate is Fate.LEFT_OUT


def _tick(row: PreviewRow) -> str:
    if not can_tick(row):
        return ""
    return _TICKED if row.accepted else _OPEN


def _number(row: PreviewRow) -> str:
    return row.line.printed or (row.task.code if row.task else "")


def _one(row: PreviewRow, role: Role) -> str:
    return joined(row.line.text(role)).replace("\n", " ")
