"""The list of files in the tray: ticked or not, of which group, whose, and why."""

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from desktop.gui.pages.collect.tray.contents import Line
from desktop.gui.session import Session
from desktop.gui.tables.short_list import Column, ShortList, ShortModel
from desktop.records.arrival import Sorting
from desktop.rules.intake.statements import takeable
from desktop.rules.numbers import format_integer
from desktop.wording import arrivals
from desktop.wording.labels import label

TICKED, UNTICKED = "☑", "☐"
_COLOURS = {
    Sorting.READY: "good",
    Sorting.RECEIPT: "good",
    Sorting.TO_FIX: "bad",
    Sorting.REFUSED: "bad",
    Sorting.TO_MAP: "warn",
    Sorting.LOCKED: "warn",
    Sorting.HELD: "warn",
    Sorting.OTHER_PERIOD: "warn",
}
_SIGNS = {
    Sorting.READY: "✓",
    Sorting.RECEIPT: "✓",
    Sorting.TO_FIX: "▲",
    Sorting.REFUSED: "✕",
    Sorting.TO_MAP: "▲",
    Sorting.LOCKED: "▲",
    Sorting.HELD: "▲",
    Sorting.OTHER_PERIOD: "▲",
}


NOTHING = "Không có tệp nào trong nhóm này."


class FilesList(ShortList):
    """Files of the tray; Space or a click on the box ticks one."""

    toggled = Signal(object)
    """A `Line` whose tick is to be turned."""

    def __init__(self, session: Session, parent: QWidget) -> None:
        """Begin without files."""
        self._session = session
        model = ShortModel(self._columns(), lambda line: line.key)
        super().__init__(model, "Tệp trong khay", parent)
        model.setParent(self)
        self.keep_one_line()
        self.when_empty = NOTHING
        self.clicked.connect(self._on_clicked)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Turn the tick with Space."""
        if event.key() == Qt.Key.Key_Space and self.current is not None:
            self.toggled.emit(self.current)
            return
        super().keyPressEvent(event)

    def _columns(self) -> tuple[Column, ...]:
        return (
            Column(heading="Nhận", text=_tick, weight=5, whole=True, tip=_tick_tip),
            Column(
                heading="Nhóm",
                text=_group,
                weight=14,
                whole=True,
                colour=lambda line: _COLOURS.get(line.arrival.sorting, "quiet"),
                tip=lambda line: arrivals.sorting_hint(line.arrival.sorting),
            ),
            Column(heading="Đơn vị", text=self._unit, weight=18),
            Column(heading="Tệp", text=lambda line: line.arrival.name, weight=22),
            Column(heading="Mục", text=_rows, weight=6, number=True, tip=_counts),
            Column(
                heading="Thay đổi, lý do",
                text=lambda line: arrivals.summary(line.arrival),
                weight=36,
            ),
        )

    def _unit(self, line: Line) -> str:
        one = line.arrival
        return self._session.agency_name(one.agency) or one.sender_name or "–"

    def _on_clicked(self, index: QModelIndex) -> None:
        if index.column() == 0 and self.current is not None:
            self.toggled.emit(self.current)


def _tick(line: Line) -> str:
    if not takeable(line.arrival):
        return ""
    return TICKED if line.ticked else UNTICKED


def _tick_tip(line: Line) -> str:
    if not takeable(line.arrival):
        return "Tệp này không nhận được"
    return "Sẽ nhận (phím cách để bỏ)" if line.ticked else "Chưa đánh dấu (phím cách)"


def _group(line: Line) -> str:
    sorting = line.arrival.sorting
    return f"{_SIGNS.get(sorting, '–')} {label(sorting)}"


def _rows(line: Line) -> str:
    seen = line.arrival.counts.seen
    return format_integer(seen) if seen else ""


def _counts(line: Line) -> str:
    return arrivals.counted(line.arrival.counts)
