"""The list of what a report would be sent back for: go there, or explain."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from desktop.errors import DesktopError
from desktop.gui import theme
from desktop.gui.lookout import found_or_fault
from desktop.gui.pages.report.checking.explain_box import ExplainBox
from desktop.gui.pages.report.checking.going import go
from desktop.gui.pages.report.checking.rows import (
    Line,
    More,
    key_of,
    lines_of,
    make_model,
)
from desktop.gui.running import run
from desktop.gui.tables.short_list import ShortList
from desktop.operations.outcome import Outcome
from desktop.records.finding import Check, Explanation, Finding
from desktop.wording.faults import explain
from desktop.wording.findings import summary, where_words

if TYPE_CHECKING:
    from desktop.gui.session import Session
    from desktop.operations.reports.draft_report import Request
    from desktop.progress import Progress
    from desktop.store.store import Store

LOOKING = "Đang soát báo cáo…"
WAITING = "%d chỗ của báo cáo phải sửa hoặc nên giải thích"
_GO, _ALL = "Đế&n chỗ đó", "&Xem hết loại này"
"""Letters of no menu: Alt and one of theirs would open it instead."""
NOTHING = "✓ Không thấy gì phải sửa hoặc giải thích."


class CheckPanel(QWidget):
    """Everything found in one report, the largest effect first."""

    checked = Signal(int, int)
    """How many findings block, and how many doubts nobody has explained."""
    section_wanted = Signal(str)
    """Place in the outline of a section somebody wants to write."""

    def __init__(self, session: "Session", parent: QWidget | None = None) -> None:
        """Begin without a report; `show_request` asks for one."""
        super().__init__(parent)
        self._session = session
        self._request: Request | None = None
        self._whole: frozenset[Check] = frozenset()
        self._stale = False
        self.findings: tuple[Finding, ...] = ()
        self.sentence = QLabel()
        self.list = ShortList(make_model(self), "Những chỗ soát thấy", self)
        self.list.when_empty = NOTHING
        self.go_button = QPushButton(_GO)
        self.again_button = QPushButton("S&oát lại")
        self.explaining = ExplainBox()
        self._lookout = session.lookout(self)
        self._lay_out()
        self._connect()
        self._show_current()

    def show_request(self, request: "Request") -> None:
        """Look at a report: now, or when somebody looks at the panel."""
        if request == self._request and not self._stale:
            return
        self._request = request
        self._stale = True
        if self.isVisible():
            self.refresh()

    def refresh(self) -> None:
        """Look once more, off the main thread."""
        request = self._request
        if request is None:
            return
        self._stale = False
        self.sentence.setText(LOOKING)
        self._lookout.ask(request, lambda store: _look(store, request))

    def go(self) -> None:
        """Go to where the current finding is mended; show all of many."""
        line = self.current
        if isinstance(line, More):
            self._whole |= {line.code}
            self._show()
        elif line is not None:
            go(self._session, line.where, self, self.section_wanted.emit)

    @property
    def current(self) -> Line | None:
        """Return the row one is on, or None."""
        line = self.list.current
        return line if isinstance(line, Finding | More) else None

    def showEvent(self, event: QShowEvent) -> None:
        """Look again at what has changed since the last time."""
        super().showEvent(event)
        if self._stale:
            self.refresh()

    def hideEvent(self, event: QHideEvent) -> None:
        """Keep what was typed before something else is shown."""
        self.explaining.keep()
        super().hideEvent(event)

    def _show(self) -> None:
        here = self.current
        self.list.model_.show_rows(lines_of(self.findings, self._whole))
        self.sentence.setText(summary(self.findings))
        if here is None or not self.list.select(key_of(here)):
            self.list.selectRow(0)
        self._show_current()
        errors = sum(one.blocks for one in self.findings)
        doubts = sum(one.open and not one.blocks for one in self.findings)
        self._session.waiting.emit("report", errors + doubts, WAITING)
        self.checked.emit(errors, doubts)

    def _show_current(self) -> None:
        line = self.current
        finding = line if isinstance(line, Finding) else None
        self.explaining.show_finding(finding)
        self.go_button.setEnabled(line is not None)
        words = _ALL if isinstance(line, More) else _GO
        self.go_button.setText(words)
        self.go_button.setAccessibleName(words.replace("&", ""))
        self.go_button.setToolTip("" if finding is None else where_words(finding.where))

    def _on_period(self, _period: object) -> None:
        """Tell of nothing any more: nobody has looked at this period."""
        self._session.waiting.emit("report", 0, WAITING)

    def _on_found(self, request: object, found: object) -> None:
        if request is not self._request:
            return
        self.findings = found if isinstance(found, tuple) else ()
        self._show()
        if isinstance(found, DesktopError):
            told = explain(found)
            self.sentence.setText(f"{told.what} {told.why}")

    def _on_said(self, finding: Finding, text: str) -> None:
        request, store = self._request, self._session.store
        closing = self._session.jobs.closed or not store.writable
        if request is not None and not closing:
            run(
                self._session,
                partial(_explain, store, request, finding, text),
                title="Ghi lời giải thích",
                then=self._on_explained,
            )

    def _on_explained(self, kept: tuple[Explanation, ...]) -> None:
        from desktop.rules.findings.explaining import explained, unexplained

        self.findings = explained(map(unexplained, self.findings), kept)
        self._show()

    def _on_changed(self, touched: frozenset[str], _initiator: object) -> None:
        if not touched:
            return
        self._stale = True
        if self.isVisible():
            self.refresh()

    def _connect(self) -> None:
        self._lookout.answered.connect(self._on_found)
        self.list.chosen.connect(lambda _line: self.go())
        self.list.selectionModel().currentRowChanged.connect(
            lambda *_: self._show_current()
        )
        self.go_button.clicked.connect(self.go)
        self.again_button.clicked.connect(self.refresh)
        self.explaining.said.connect(self._on_said)
        self._session.jobs.changed.connect(self._on_changed)
        self._session.period_changed.connect(self._on_period)

    def _lay_out(self) -> None:
        self.sentence.setWordWrap(True)
        self.again_button.setAccessibleName("Soát lại")
        head = QHBoxLayout()
        head.setSpacing(theme.BETWEEN)
        head.addWidget(self.sentence, stretch=1)
        head.addWidget(self.again_button)
        head.addWidget(self.go_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.BETWEEN)
        column.addLayout(head)
        column.addWidget(self.list, stretch=1)
        column.addWidget(self.explaining)


def _look(store: "Store", request: "Request") -> tuple[Finding, ...] | DesktopError:
    """Return what is found, or why there is no such report."""
    from desktop.operations.issuing.check_report import check_report

    return found_or_fault(lambda: check_report(store, request).value)


def _explain(
    store: "Store",
    request: "Request",
    finding: Finding,
    text: str,
    _progress: "Progress",
) -> Outcome[object]:
    from desktop.operations.reports import explain_findings

    return Outcome(explain_findings.explain(store, request, finding, text).value)
