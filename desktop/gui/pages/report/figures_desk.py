"""Read the tables of a report in the page, and ask what any figure is made of."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from desktop.errors import Cancelled, DesktopError
from desktop.gui import theme
from desktop.gui.lookout import found_or_fault
from desktop.gui.pages.report.figure_pane import FigurePane, tables_of
from desktop.gui.pages.report.tracing.panel import TracePanel
from desktop.records.report import FigureKey, Report

if TYPE_CHECKING:
    from desktop.gui.session import Session
    from desktop.progress import Step
    from desktop.store.store import Store

LOOKING = "Đang tìm những mục làm nên số này…"
PANEL_WIDTH, LEAST_PANEL = 380, 280

Trace = Callable[["Store", Callable[["Step"], None]], Report]
"""Returns the report with the traces of its figures."""


class FiguresDesk(QWidget):
    """One table on the left; on the right, once asked, what a figure is made of."""

    room_wanted = Signal()
    """More or less room is needed than before: `needed_width`."""

    def __init__(self, session: "Session", parent: QWidget | None = None) -> None:
        """Begin without a report."""
        super().__init__(parent)
        self.pane = FigurePane()
        self.panel = TracePanel(session)
        self.side = QStackedWidget()
        self._looking = QLabel(LOOKING)
        self._report: Report | None = None
        self._traced: Report | None = None
        self._trace: Trace | None = None
        self._asked: FigureKey | None = None
        self._number = 0
        self._lookout = session.lookout(self)
        self._lookout.answered.connect(self._on_traced)
        session.ending.connect(self._stop)
        self._lay_out()
        self.pane.view.asked.connect(self.ask)
        self.panel.closed.connect(self.close_panel)

    @property
    def code(self) -> str:
        """Return the code of the table shown; blank for none."""
        table = self.pane.view.figures.table
        return "" if table is None else table.code

    @property
    def needed_width(self) -> int:
        """Return the width in which nothing is scrolled sideways, in pixels."""
        side = 0 if self.side.isHidden() else theme.scaled(LEAST_PANEL) + theme.BETWEEN
        return self.pane.view.least_width + side

    def show_report(self, report: Report, trace: Trace) -> None:
        """Take a report; the table shown stays, with its figures of now."""
        self._report, self._trace = report, trace
        self._traced = report if report.traces else None
        self._stop()
        if self.code and not self.show_table(self.code):
            self.pane.view.show_table(None)
        if self._asked is not None and self.isVisible():
            self.ask(self._asked)

    def forget(self) -> None:
        """Let go of the report, before another one is shown."""
        self._report = self._traced = self._asked = None
        self._stop()
        self.pane.view.show_table(None)
        self.side.hide()

    def show_table(self, code: str) -> bool:
        """Show a table; tell whether the report has it."""
        for table in tables_of(self._report) if self._report else ():
            if table.code == code:
                self.pane.show_table(table)
                self.room_wanted.emit()
                return True
        return False

    def ask(self, key: FigureKey) -> None:
        """Show what a figure is made of, beside the table."""
        self._asked = key
        if self._traced is not None:
            self._tell(self._traced)
            return
        self._show_side(self._looking)
        trace, number = self._trace, self._number
        if trace is None:
            return

        def progress(_step: "Step", /) -> None:
            if number != self._number:
                raise Cancelled

        self._lookout.ask(number, lambda store: _traced(trace, store, progress))

    def close_panel(self) -> None:
        """Close what a figure is made of, and go back to the table."""
        self._asked = None
        self.side.hide()
        self.room_wanted.emit()
        self.pane.view.setFocus()

    def _show_side(self, shown: QWidget) -> None:
        self.side.setCurrentWidget(shown)
        self.side.show()
        self.room_wanted.emit()
        self._share()

    def _share(self) -> None:
        """Give the table what it needs, and the panel the rest, within reason."""
        least, usual = theme.scaled(LEAST_PANEL), theme.scaled(PANEL_WIDTH)
        rest = self.width() - theme.BETWEEN - self.pane.view.least_width
        panel = max(least, min(rest, usual))
        self._split.setSizes([self.width() - panel, panel])

    def _tell(self, traced: Report) -> None:
        self.panel.show_report(traced)
        if self._asked is not None:
            self.panel.show_figure(self._asked)
        self._show_side(self.panel)
        self.panel.table.setFocus()

    def _on_traced(self, number: object, answer: object) -> None:
        if number != self._number:
            return
        if isinstance(answer, Report):
            self._traced = answer
            self._tell(answer)
        elif isinstance(answer, DesktopError):
            from desktop.wording.faults import explain

            self._looking.setText(explain(answer).what)

    def _stop(self) -> None:
        """Stop looking for what is no longer asked."""
        self._number += 1
        self._looking.setText(LOOKING)

    def _lay_out(self) -> None:
        self._looking.setWordWrap(True)
        self._looking.setProperty("role", "quiet")
        self._looking.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.side.addWidget(self._looking)
        self.side.addWidget(self.panel)
        self.side.setMinimumWidth(theme.scaled(LEAST_PANEL))
        self.side.hide()
        self._split = QSplitter(Qt.Orientation.Horizontal)
        self._split.setChildrenCollapsible(False)
        self._split.addWidget(self.pane)
        self._split.addWidget(self.side)
        self._split.setStretchFactor(0, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._split)


def _traced(
    trace: Trace, store: "Store", progress: Callable[["Step"], None]
) -> Report | DesktopError:
    """Return the report with its traces, or why there are none."""
    return found_or_fault(lambda: trace(store, progress))
