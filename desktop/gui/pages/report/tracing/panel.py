"""Answer “Số này từ đâu?”: a figure, its addends, and where each of them came from."""

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout

from desktop.gui import theme
from desktop.gui.pages.report.tracing.addend_table import AddendTable
from desktop.gui.pages.report.tracing.lines import (
    Book,
    Line,
    Traced,
    lines_of_several,
    number,
)
from desktop.gui.widgets.plain_label import plain_label
from desktop.records.report import FigureKey, Trace
from desktop.rules.counting import RECORD_OF
from desktop.rules.tracing.origin import Origin
from desktop.store.search import Hit
from desktop.store.shelves import BY_RECORD
from desktop.wording.origins import origin_lines

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from desktop.gui.session import Session
    from desktop.store.store import Store

NOTHING = "Không có mục nào được tính vào ô này."
SEVERAL = "Nhiều số, mỗi số có mã riêng. Enter mở số đang chọn."
_REGISTERS = frozenset(BY_RECORD[one].table for one in RECORD_OF.values())
"""Tables whose records are shown under Hoạt động."""


@dataclass(frozen=True, slots=True)
class _Shown:
    """What was shown before, and on which row one was."""

    traces: tuple[Trace, ...]
    row: int


class TracePanel(QFrame):
    """One figure with everything it is made of; codes lead on to other figures."""

    closed = Signal()
    """Somebody has read enough."""

    def __init__(self, session: "Session", parent: "QWidget | None" = None) -> None:
        """Begin without a figure."""
        super().__init__(parent)
        self._session = session
        self._book: Book | None = None
        self._traced: Traced | None = None
        self._traces: tuple[Trace, ...] = ()
        self._before: list[_Shown] = []
        self._lookout = session.lookout(self)
        self._lookout.answered.connect(self._on_origin)
        self.setAccessibleName("Số này từ đâu?")
        self.heading = QLabel("Số này từ đâu?")
        self.heading.setProperty("role", "title")
        self.back_button = _button("← &Trở lại", "Trở lại số trước (Alt+←)")
        self.close_button = _button("Đóng", "Đóng phần truy vết (Esc)")
        self.label = plain_label()
        self.value = plain_label()
        self.value.setProperty("level", 1)
        self.how = plain_label(role="quiet")
        self.table = AddendTable(self)
        self.source = plain_label(role="quiet")
        self.source.setAccessibleName("Nguồn của mục đang chọn")
        self.open_button = _button("&Mở mục này", "Mở mục đang chọn (Enter)")
        self._lay_out()
        self._connect()
        self._show(())

    def show_report(self, report: Traced) -> None:
        """Take the figures of a report; nothing is shown until one is asked about."""
        if report is not self._traced:
            self._traced, self._book = report, Book(report)
            self._before.clear()

    def show_trace(self, trace: Trace, report: Traced) -> None:
        """Show what a figure of a report is made of."""
        self.show_report(report)
        self._before.clear()
        self._show((trace,))

    def show_all(self, report: Traced) -> None:
        """Show every figure that has a trace, to choose one of them."""
        self.show_report(report)
        self._before.clear()
        self._show(tuple(one for one in report.traces if one.at))

    def show_figure(self, key: FigureKey) -> bool:
        """Show the figure that stands in a cell; tell whether it has any addends."""
        found = () if self._book is None else self._book.at(key)
        self._before.clear()
        self._show(found)
        return bool(found)

    def open(self) -> None:
        """Open the addend one is on: its record, or the other figure it is."""
        line = self.table.current
        if line is None or self._book is None:
            return
        other = self._book.of(line.code) if line.code else None
        if other is not None:
            self._before.append(_Shown(self._traces, self.table.currentIndex().row()))
            self._show((other,))
        elif line.place:
            self._open_record(line.place)

    def back(self) -> None:
        """Show the figure that was shown before."""
        if self._before:
            shown = self._before.pop()
            self._show(shown.traces, shown.row)

    def text(self) -> str:
        """Return everything that is told, as it is read from the top."""
        labels = (self.label, self.value, self.how, self.source)
        return "\n".join(one.text() for one in labels if one.text())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close with Esc."""
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    def _show(self, traces: tuple[Trace, ...], row: int = 0) -> None:
        self._traces = traces
        self.back_button.setVisible(bool(self._before))
        if len(traces) == 1:
            self._show_one(traces[0], row)
        else:
            shared, lines = lines_of_several(traces)
            self._say(shared, "", SEVERAL if traces else NOTHING)
            self.table.show_lines(lines, row)
        self.table.setVisible(bool(traces))
        self._on_chosen()

    def _show_one(self, trace: Trace, row: int) -> None:
        self._say(trace.label, f"{number(trace.value)}   (mã {trace.code})", trace.how)
        book = self._book
        self.table.show_lines(() if book is None else book.lines(trace), row)

    def _say(self, *texts: str) -> None:
        labels = (self.label, self.value, self.how)
        for label, text in zip(labels, texts, strict=True):
            label.setText(text)
            label.setVisible(bool(text))

    def _on_chosen(self) -> None:
        """Tell of the addend one is on where it came from."""
        line = self.table.current
        self.source.setText("")
        leads = line is not None and bool(line.code or _leads(line.place))
        self.open_button.setVisible(leads)
        if line is None:
            self._lookout.drop()
            return
        words = f"Xem mã {line.code}" if line.code else "Mở mục này"
        self.open_button.setText(f"&{words}")
        self.open_button.setAccessibleName(words)
        if line.place:
            self._lookout.ask(line, partial(_look, line.place))

    def _on_origin(self, question: object, found: object) -> None:
        line = self.table.current
        if (
            isinstance(found, Origin)
            and isinstance(question, Line)
            and question == line
        ):
            told = origin_lines(found, self._labels(), question.fields)
            self.source.setText("\n".join(told))

    def _labels(self) -> dict[str, str]:
        return {
            field.name: field.label
            for register in self._session.registers
            for field in register.fields
        }

    def _open_record(self, place: str) -> None:
        table, _, record = place.partition("/")
        if table in _REGISTERS:
            self._session.place_wanted.emit("activities", Hit(table, record))
        elif table == "agencies":
            self._session.place_wanted.emit("collect", record)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(theme.BETWEEN)
        head.addWidget(self.back_button)
        head.addWidget(self.heading, stretch=1)
        head.addWidget(self.close_button)
        foot = QHBoxLayout()
        foot.setSpacing(theme.BETWEEN)
        foot.addWidget(self.source, stretch=1)
        foot.addWidget(self.open_button, alignment=Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.BETWEEN)
        column.addLayout(head)
        for label in (self.label, self.value, self.how):
            column.addWidget(label)
        column.addWidget(self.table, stretch=1)
        column.addLayout(foot)

    def _connect(self) -> None:
        self.back_button.clicked.connect(self.back)
        self.close_button.clicked.connect(self.closed)
        self.open_button.clicked.connect(self.open)
        self.table.opened.connect(self.open)
        self.table.selectionModel().currentRowChanged.connect(
            lambda *_: self._on_chosen()
        )
        backwards = QShortcut(QKeySequence("Alt+Left"), self, self.back)
        backwards.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)


def _look(place: str, store: "Store") -> Origin:
    from desktop.operations.entries.source_of import source_of

    return source_of(store, place)


def _leads(place: str) -> bool:
    table = place.partition("/")[0]
    return table in _REGISTERS or table == "agencies"


def _button(words: str, name: str) -> QPushButton:
    made = QPushButton(words)
    made.setAccessibleName(name)
    made.setToolTip(name)
    return made
