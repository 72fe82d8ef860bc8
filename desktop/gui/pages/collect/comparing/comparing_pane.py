"""Units side by side: figures, shares, the year before, and who is missing."""

from functools import partial
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from desktop.gui import theme
from desktop.gui.pages.collect.comparing.lines import (
    Line,
    lines,
    names,
    said,
    shared,
    shown,
)
from desktop.gui.reading import Reading
from desktop.gui.running import run
from desktop.gui.session import Session
from desktop.gui.tables.short_list import Column, ShortList, ShortModel
from desktop.gui.widgets.message_bar import MessageBar
from desktop.operations.reports.compare_units import (
    CODES,
    UnitComparison,
    compare_units,
)
from desktop.records.identity import AgencyId, Code
from desktop.records.report import FigureKey

if TYPE_CHECKING:
    from desktop.gui.pages.report.tracing.panel import TracePanel
    from desktop.operations.intake.sent_results import SentResults
    from desktop.operations.outcome import Outcome
    from desktop.operations.tracing.trace_figure import Asked, Traced
    from desktop.progress import Progress
    from desktop.records.period import Period
    from desktop.store.store import Store

TRACE = "Số này từ đâu?"
OWN = "Chỉ tiêu đơn vị tự tính…"
NO_PACKAGE = "{0} không gửi gói nào của kỳ này: chỉ gói mới kể chỉ tiêu của đơn vị."
_TABLE = "units"
_TOTAL = "total"


class ComparingPane(QWidget):
    """A table of units, and beside it what one of its numbers is made of."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        """Lay out everything; the figures come from the worker."""
        super().__init__(parent)
        self._session = session
        self._found: UnitComparison | None = None
        self.sentence = QLabel("Đang đọc số liệu của các đơn vị…")
        self.note = QLabel()
        self.note.setTextFormat(Qt.TextFormat.PlainText)
        self.figure = QComboBox()
        for code in CODES:
            self.figure.addItem(session.figures[code].label, code)
        self.trace_button = QPushButton(TRACE)
        self.own_button = QPushButton(OWN)
        self.message = MessageBar()
        self.dialog: QDialog | None = None
        self.list = self._make_list()
        self.tracing: TracePanel | None = None
        self._split = QSplitter(Qt.Orientation.Vertical)
        self.reading = Reading(self, session, compare_units)
        self._lookout = session.lookout(self)
        self._lay_out()
        self._connect()

    @property
    def chosen(self) -> Code:
        """Return the figure whose shares are told."""
        return Code(str(self.figure.currentData()))

    def trace(self) -> None:
        """Ask what the chosen figure of the unit one is on is made of."""
        line = self._line()
        if line is None or self._found is None or line.missing:
            return
        figure = next(one for one in self._found.figures if one.code == self.chosen)
        from desktop.operations.tracing.trace_figure import Asked

        key = FigureKey(table=_TABLE, row=line.key or _TOTAL, column=figure.code)
        asked = Asked(key=key, row=line.name, column=figure.label)
        self._lookout.ask(key, partial(_trace, self._session.period, asked))

    def show_own(self) -> None:
        """Show what the unit one is on counted of its targets itself."""
        line = self._line()
        if line is not None and line.key:
            work = partial(
                _own_results, self._session.store, line, self._session.period
            )
            run(self._session, work, title=OWN.removesuffix("…"), then=self._on_own)

    def showEvent(self, event: QShowEvent) -> None:
        """Put the cursor into the list."""
        super().showEvent(event)
        if self.focusWidget() is None:
            self.list.setFocus()

    def _make_list(self) -> ShortList:
        columns = [
            Column(
                heading="Đơn vị",
                text=lambda line: line.name,
                weight=24,
                colour=lambda line: "bad" if line.missing else "",
            ),
            Column(
                heading="Tình trạng",
                text=lambda line: line.state,
                weight=13,
                whole=True,
                colour=_state_colour,
            ),
        ]
        columns += [
            Column(heading=code, text=partial(_value, code), weight=9, number=True)
            for code in CODES
        ]
        columns += [
            Column(heading=heading, text=partial(_told, name), weight=9, number=True)
            for heading, name in (
                ("Tỷ trọng", "share"),
                ("Cùng kỳ", "before"),
                ("Tăng, giảm", "change"),
            )
        ]
        model = ShortModel(columns, lambda line: line.key, self)
        made = ShortList(model, "So sánh các đơn vị", self)
        made.keep_one_line()
        made.when_empty = "Kỳ này chưa đơn vị nào phải báo cáo hoặc có số liệu."
        return made

    def _lay_out(self) -> None:
        for label in (self.sentence, self.note):
            label.setProperty("role", "quiet")
            label.setWordWrap(True)
        self.note.hide()
        asked = QLabel("Tỷ trọng và tăng, giảm &theo")
        asked.setBuddy(self.figure)
        self.figure.setAccessibleName("Số liệu để tính tỷ trọng và tăng, giảm")
        self.trace_button.setAccessibleName(f"{TRACE} (Enter)")
        self.trace_button.setToolTip("Xem từng mục của số đang chọn (Enter)")
        tools = QHBoxLayout()
        tools.setSpacing(theme.BETWEEN)
        tools.addWidget(asked)
        tools.addWidget(self.figure)
        tools.addStretch(1)
        self.own_button.setAccessibleName(OWN.removesuffix("…"))
        tools.addWidget(self.own_button)
        tools.addWidget(self.trace_button)
        self._split.setChildrenCollapsible(False)
        self._split.addWidget(self.list)
        page = QVBoxLayout(self)
        page.setContentsMargins(0, theme.BETWEEN, 0, 0)
        page.setSpacing(theme.BETWEEN)
        page.addWidget(self.sentence)
        page.addLayout(tools)
        page.addWidget(self.message)
        page.addWidget(self._split, stretch=1)
        page.addWidget(self.note)

    def _connect(self) -> None:
        self.reading.arrived.connect(self._on_read)
        self.figure.currentIndexChanged.connect(lambda _at: self._show())
        self.trace_button.clicked.connect(self.trace)
        self.own_button.clicked.connect(lambda _checked=False: self.show_own())
        self.list.chosen.connect(lambda _row: self.trace())
        self.list.selectionModel().currentRowChanged.connect(lambda *_: self._allow())
        self._lookout.answered.connect(self._on_traced)

    def _on_read(self, found: UnitComparison) -> None:
        self._found = found
        for column, heading in enumerate(names(found.figures), start=2):
            self.list.model_.set_heading(column, heading)
        self.sentence.setText(said(found))
        self._close_tracing()
        self._show()

    def _show(self) -> None:
        found = self._found
        if found is None:
            return
        self.list.model_.show_rows(lines(found, self.chosen))
        figure = next(one for one in found.figures if one.code == self.chosen)
        told = shared(found, figure)
        self.note.setText(told)
        self.note.setHidden(not told)
        self._allow()

    def _allow(self) -> None:
        """Offer what a number is made of only where there is a number."""
        line = self._line()
        there = line is not None and not line.missing
        self.trace_button.setEnabled(there)
        self.own_button.setEnabled(there and bool(line and line.key))

    def _line(self) -> Line | None:
        index = self.list.currentIndex()
        rows = self.list.model_.rows
        return rows[index.row()] if index.isValid() else None

    def _on_own(self, told: "tuple[str, SentResults | None]") -> None:
        name, found = told
        if found is None:
            self.message.warn(NO_PACKAGE.format(name))
            return
        from desktop.gui.pages.collect.comparing.own_results import OwnResultsDialog

        self.dialog = OwnResultsDialog(found, self)
        self.dialog.open()

    def _on_traced(self, question: object, found: object) -> None:
        panel = self._panel()
        panel.show_report(cast("Traced", found))
        panel.show_figure(cast("FigureKey", question))
        panel.show()
        panel.table.setFocus()
        # The list is lower now: what is traced must not be out of sight.
        QTimer.singleShot(0, self.list, self._keep_in_sight)

    def _keep_in_sight(self) -> None:
        self.list.scrollTo(self.list.currentIndex().siblingAtColumn(0))

    def _panel(self) -> "TracePanel":
        if self.tracing is None:
            from desktop.gui.pages.report.tracing.panel import TracePanel

            self.tracing = TracePanel(self._session, self)
            self.tracing.closed.connect(self._on_closed)
            self._split.addWidget(self.tracing)
            self._split.setSizes([theme.scaled(240), theme.scaled(360)])
        return self.tracing

    def _on_closed(self) -> None:
        self._close_tracing()
        self.list.setFocus()

    def _close_tracing(self) -> None:
        if self.tracing is not None:
            self.tracing.hide()


def _trace(period: "Period", asked: "Asked", store: "Store") -> "Traced":
    from desktop.operations.tracing.trace_figure import trace_figures

    return trace_figures(store, period, [asked], "So sánh các đơn vị")


def _own_results(
    store: "Store", line: Line, period: "Period", progress: "Progress"
) -> "Outcome[tuple[str, SentResults | None]]":
    from desktop.operations.intake.sent_results import sent_results
    from desktop.operations.outcome import Outcome

    found = sent_results(store, AgencyId(line.key), period, progress)
    return Outcome((line.name, found))


def _state_colour(line: Line) -> str:
    return "bad" if line.missing or line.part else "quiet"


def _value(code: Code, line: Line) -> str:
    return shown(line.values, code)


def _told(name: str, line: Line) -> str:
    return str(getattr(line, name))
