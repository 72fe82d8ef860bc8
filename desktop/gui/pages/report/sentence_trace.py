"""Tell beside a report's words what a number of them is made of."""

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QLabel,
    QScrollArea,
    QSplitter,
    QStackedWidget,
    QStyle,
    QWidget,
)

from desktop.errors import Cancelled, DesktopError
from desktop.gui import theme
from desktop.gui.lookout import found_or_fault
from desktop.gui.pages.report.figures_desk import LEAST_PANEL, LOOKING, PANEL_WIDTH
from desktop.gui.pages.report.tracing.panel import TracePanel
from desktop.records.identity import Code
from desktop.records.report import Report

if TYPE_CHECKING:
    from desktop.gui.session import Session
    from desktop.operations.issuing.trace_total import Total, TracedTotal
    from desktop.operations.reports.draft_report import Request
    from desktop.progress import Progress, Step
    from desktop.store.store import Store

WHERE, ROW = "Lời văn của báo cáo", "Tổng trong kỳ"


@dataclass(frozen=True, slots=True, eq=False)
class _Question:
    """A figure asked about, in the words of which draft."""

    total: "Total"
    report: Report
    request: "Request"


class SentenceTrace(QStackedWidget):
    """What a figure is made of, while it is looked for and once it is known."""

    closed = Signal()
    """Somebody has read enough."""
    room_wanted = Signal()
    """It came, or went."""

    def __init__(self, session: "Session", parent: QWidget | None = None) -> None:
        """Begin hidden, without a figure."""
        super().__init__(parent)
        self._session = session
        self._question: _Question | None = None
        self._known: tuple[Report, Report] | None = None
        """A draft, and the same with its traces."""
        self.looking = QLabel(LOOKING)
        self.panel = TracePanel(session)
        self._lookout = session.lookout(self)
        self._lookout.answered.connect(self._on_answered)
        session.ending.connect(self._forget)
        self.panel.closed.connect(self.closed)
        self._lay_out()

    def ask(self, code: str, report: Report, request: "Request") -> None:
        """Show what the total of a figure is made of, and go there."""
        self.looking.setText(LOOKING)
        self.setCurrentWidget(self.looking)
        self.show()
        self.room_wanted.emit()
        self.setFocus()
        self._look(code, report, request)

    def renew(self, report: Report, request: "Request") -> None:
        """Tell the figure shown as it is in a draft read anew."""
        if self._question is not None:
            self._look(self._question.total.code, report, request)

    def close_answer(self) -> None:
        """Let go of what was asked."""
        self._forget()
        self.hide()
        self.room_wanted.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close with Esc while it is still looked for."""
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    def _look(self, code: str, report: Report, request: "Request") -> None:
        from desktop.operations.issuing.trace_total import Total

        label = self._session.figures[Code(code)].label
        total = Total(code=code, label=label, where=WHERE, row=ROW)
        if self._known is not None and self._known[0] is report:
            report = self._known[1]
        question = _Question(total, report, request)
        self._question = question

        def progress(_step: "Step", /) -> None:
            if question is not self._question:
                raise Cancelled

        self._lookout.ask(question, partial(_answer, question, progress))

    def _on_answered(self, question: object, answer: object) -> None:
        if question is not self._question or self._question is None:
            return
        if isinstance(answer, DesktopError):
            from desktop.wording.faults import explain

            self.looking.setText(explain(answer).what)
            self.setCurrentWidget(self.looking)
        else:
            self._tell(self._question, cast("TracedTotal", answer))

    def _tell(self, question: _Question, answer: "TracedTotal") -> None:
        if isinstance(answer.traced, Report) and not question.report.traces:
            self._known = (question.report, answer.traced)
        self.panel.show_report(answer.traced)
        self.panel.show_figure(answer.at)
        self.setCurrentWidget(self.panel)
        # Whoever went on writing meanwhile is not taken away from it.
        if self.window().focusWidget() is self:
            self.panel.table.setFocus()

    def _forget(self) -> None:
        self._question = self._known = None

    def _lay_out(self) -> None:
        self.setAccessibleName("Số này từ đâu?")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.looking.setWordWrap(True)
        self.looking.setProperty("role", "quiet")
        self.looking.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.addWidget(self.looking)
        self.addWidget(self.panel)
        self.setMinimumWidth(theme.scaled(LEAST_PANEL))
        self.hide()


class WordsBeside(QSplitter):
    """The words of a report and, once asked, what a number of them is made of."""

    def __init__(self, words: QScrollArea, tracing: SentenceTrace) -> None:
        """Give whatever room there is to the words."""
        super().__init__(Qt.Orientation.Horizontal)
        self._words, self._tracing = words, tracing
        self.setChildrenCollapsible(False)
        self.addWidget(words)
        self.addWidget(tracing)
        self.setStretchFactor(0, 1)
        tracing.room_wanted.connect(self._share)

    @property
    def needed_width(self) -> int:
        """Return the width in which no word is scrolled sideways, in pixels."""
        if self._tracing.isHidden():
            return 0
        return self._least_words + theme.scaled(LEAST_PANEL) + self.handleWidth()

    @property
    def _least_words(self) -> int:
        bar = self.style().pixelMetric(QStyle.PixelMetric.PM_ScrollBarExtent)
        paper = self._words.widget().minimumSizeHint().width()
        return paper + bar + 2 * self._words.frameWidth()

    def _share(self) -> None:
        least, usual = theme.scaled(LEAST_PANEL), theme.scaled(PANEL_WIDTH)
        room = self.width() - self.handleWidth()
        panel = max(least, min(room - self._least_words, usual))
        self.setSizes([room - panel, panel])


def _answer(
    question: _Question, progress: "Progress", store: "Store"
) -> "TracedTotal | DesktopError":
    """Return what a figure is made of, or why that is not known."""
    from desktop.operations.issuing.trace_total import trace_total

    total, report, request = question.total, question.report, question.request
    return found_or_fault(lambda: trace_total(store, request, report, total, progress))
