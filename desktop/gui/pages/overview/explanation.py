"""Answer “Số này từ đâu?”: what a target's number is made of, and what it lacks."""

from functools import partial
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from desktop.gui import new_entry, theme
from desktop.gui.pages import target_words
from desktop.gui.session import Session
from desktop.gui.widgets.plain_label import plain_label
from desktop.records.report import FigureKey
from desktop.records.result import Result
from desktop.records.target import Formula
from desktop.wording.labels import label, verdict_label
from desktop.wording.missing import Known, Missing, missing_of

if TYPE_CHECKING:
    from desktop.gui.pages.report.tracing.panel import TracePanel
    from desktop.operations.tracing.trace_figure import Traced
    from desktop.records.period import Period
    from desktop.records.target import Target
    from desktop.store.store import Store

_IN_THE_PLAN = {
    "nothing_planned": "Xem số giao trong Kế hoạch",
    "plan_number": "Nhập số giao trong Kế hoạch",
    "scope": "Chọn cơ quan trong Kế hoạch",
}
"""What is done in the plan for something that is missing there."""


class Explanation(QFrame):
    """One target in full: goal, numerator, denominator, parts, what is missing."""

    closed = Signal()
    """Somebody has read enough."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        """Begin without a target."""
        super().__init__(parent)
        self._session = session
        self.result: Result | None = None
        self.setAccessibleName("Số này từ đâu?")
        heading = QLabel("Số này từ đâu?")
        heading.setProperty("role", "title")
        self.close_button = QPushButton("Đóng")
        self.close_button.setAccessibleName("Đóng phần giải thích (Esc)")
        self.close_button.setToolTip("Đóng (Esc)")
        self.close_button.clicked.connect(self.closed)
        self._head = QWidget()
        head = QHBoxLayout(self._head)
        head.setContentsMargins(0, 0, 0, 0)
        head.addWidget(heading, stretch=1)
        head.addWidget(self.close_button)
        self.tracing: TracePanel | None = None
        self._lookout = session.lookout(self)
        self._lookout.answered.connect(self._on_traced)
        self._scroll = QScrollArea()
        self._scroll.setWidget(QWidget())
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setAccessibleName("Giải thích chỉ tiêu")
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.AROUND, 0, 0, 0)
        column.setSpacing(theme.BETWEEN)
        column.addWidget(self._head)
        column.addWidget(self._scroll, stretch=1)

    def show_result(self, result: Result, goal: str) -> None:
        """Explain one target's number."""
        at = self._scroll.verticalScrollBar().value()
        same = self.result is not None and self.result.target.id == result.target.id
        self.result = result
        self._scroll.setWidget(self._body(result, goal))
        self._scroll.verticalScrollBar().setValue(at if same else 0)
        if self._traces_shown() and same:
            self.trace()
        else:
            self._show_tracing(shown=False)

    def trace(self) -> None:
        """Ask for every addend of the target's numbers."""
        if self.result is not None:
            period, target = self._session.period, self.result.target
            self._lookout.ask(target.id, partial(_trace, period, target))

    def text(self) -> str:
        """Return every line of the explanation, as it is read from the top."""
        body = self._scroll.widget()
        return "\n".join(each.text() for each in body.findChildren(QLabel))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close with Esc."""
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    def _body(self, result: Result, goal: str) -> QWidget:
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, theme.BETWEEN, 0)
        column.setSpacing(theme.BETWEEN)
        column.addWidget(_label(f"{result.target.code}. {result.target.text}"))
        column.addWidget(_strong(verdict_label(result.headline.verdict)))
        column.addLayout(self._figures(result, goal))
        for note in self._notes(result):
            column.addWidget(_label(note, "quiet"))
        for button in self._buttons(result):
            column.addWidget(button, alignment=Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)
        return body

    def _figures(self, result: Result, goal: str) -> QGridLayout:
        grid = QGridLayout()
        grid.setSpacing(theme.BETWEEN)
        grid.setColumnStretch(1, 1)
        lines = [("Mức phải đạt", goal)]
        target = result.target
        if target.formula is not Formula.TEXT:
            how = target_words.counted(target)
            lines.append(("Cách tính", f"{label(target.formula)}: {how}"))
            lines.append(("Trong kỳ", target_words.fraction(result.period, target)))
            lines.append(("Lũy kế", target_words.fraction(result.cumulative, target)))
        for number, (name, text) in enumerate((*lines, *target_words.parts(result))):
            grid.addWidget(_label(name, "quiet"), number, 0)
            grid.addWidget(_label(text), number, 1)
        grid.setColumnMinimumWidth(0, theme.scaled(110))
        return grid

    def _notes(self, result: Result) -> tuple[str, ...]:
        lacking = self._missing(result)
        said = "" if lacking is None else lacking.sentence
        return tuple(target_words.notes(result, self._session.agencies, said))

    def _missing(self, result: Result) -> Missing | None:
        session = self._session
        known = Known(
            registers=session.registers,
            figures=session.figures,
            group_name=lambda code: session.name_of("staff_group", code),
            agency_name=lambda agency: session.agencies[agency].name,
        )
        return missing_of(result, known)

    def _traces_shown(self) -> bool:
        return self.tracing is not None and not self.tracing.isHidden()

    def _show_tracing(self, *, shown: bool) -> None:
        """Let the addends take the room of the explanation, or give it back."""
        self._head.setHidden(shown)
        self._scroll.setHidden(shown)
        if self.tracing is not None:
            self.tracing.setHidden(not shown)

    def _on_traced(self, question: object, found: object) -> None:
        if self.result is None or question != self.result.target.id:
            return
        panel = self._panel()
        panel.show_all(cast("Traced", found))
        self._show_tracing(shown=True)
        panel.table.setFocus()

    def _panel(self) -> "TracePanel":
        if self.tracing is None:
            from desktop.gui.pages.report.tracing.panel import TracePanel

            self.tracing = TracePanel(self._session, self)
            self.tracing.closed.connect(self._on_trace_closed)
            column = self.layout()
            assert isinstance(column, QVBoxLayout)  # noqa: S101  made above
            column.addWidget(self.tracing, stretch=1)
        return self.tracing

    def _on_trace_closed(self) -> None:
        self._show_tracing(shown=False)
        self.close_button.setFocus()

    def _buttons(self, result: Result) -> list[QPushButton]:
        session, target = self._session, result.target
        made = []
        lacking = self._missing(result)
        if lacking is not None:
            register = lacking.register
            if register is None:
                words = _IN_THE_PLAN.get(result.missing, "Mở kế hoạch")
                made.append(self._button(words, "plan", target.id, primary=True))
            elif result.missing == "before":
                words = f"Mở sổ “{register.name}” của kỳ trước"
                made.append(
                    self._button(words, "activities", register.code, primary=True)
                )
            else:
                words = f"Nhập {register.one}"
                wish = new_entry.NewEntry(register=register.code)
                made.append(self._button(words, "activities", wish, primary=True))
        if result.target.formula is not Formula.TEXT:
            made.append(self._trace_button())
        counted = new_entry.register_of_target(
            target, session.registers, session.figures
        )
        if counted is not None:
            words = f"Xem sổ “{counted.name}”"
            made.append(self._button(words, "activities", counted.code))
        return made

    def _trace_button(self) -> QPushButton:
        words = "Xem từng mục đã tính"
        button = QPushButton(words)
        button.setAccessibleName(words)
        button.clicked.connect(self.trace)
        return button

    def _button(
        self, words: str, place: str, what: object, *, primary: bool = False
    ) -> QPushButton:
        button = QPushButton(words)
        button.setAccessibleName(words)
        button.setProperty("primary", primary)
        button.clicked.connect(lambda: self._session.place_wanted.emit(place, what))
        return button


def _trace(period: "Period", target: "Target", store: "Store") -> "Traced":
    from desktop.operations.tracing.trace_figure import Asked, trace_figures

    asked = [
        Asked(
            key=FigureKey(table="targets", row=target.goal, column=f"{days}_{number}"),
            row=target.label,
            column=f"{of_days}, {words}",
        )
        for days, of_days in _DAYS
        for number, words in _NUMBERS
    ]
    return trace_figures(store, period, asked, "Chỉ tiêu")


_DAYS = (("period", "trong kỳ"), ("cumulative", "lũy kế"))
_NUMBERS = (
    ("numerator", "tử số"),
    ("denominator", "mẫu số"),
    ("value", "kết quả"),
)
"""The numbers of a target that are told, by what is before and behind their key."""


def _label(text: str, role: str = "") -> QLabel:
    made = plain_label(text, role)
    made.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
    return made


def _strong(text: str) -> QLabel:
    made = _label(text)
    font = made.font()
    font.setBold(True)
    made.setFont(font)
    return made
