"""The place `Tổng quan`: how the office stands, and what to do next."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence, QShowEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from desktop.gui import theme
from desktop.gui.jobs import Job
from desktop.gui.new_entry import NewEntry, register_of_task
from desktop.gui.pages import deadline_words, target_words
from desktop.gui.pages.deadline_board import DeadlineBoard
from desktop.gui.pages.overview.explanation import Explanation
from desktop.gui.pages.overview.kind_list import Kind, KindList
from desktop.gui.pages.overview.lesson_strip import LessonStrip
from desktop.gui.pages.overview.month_chart import WIDTH_PT, ChartView, screen_look
from desktop.gui.pages.overview.silent_units import NAME, silent_units
from desktop.gui.pages.overview.target_list import TargetList
from desktop.gui.reading import Reading
from desktop.gui.session import Session
from desktop.gui.tables.short_list import Column, ShortList, ShortModel
from desktop.gui.widgets.empty_state import EmptyState
from desktop.operations.office_time import office_time
from desktop.operations.offices.read_overview import Overview, read_overview
from desktop.operations.outcome import Outcome
from desktop.records.ending import Ending
from desktop.records.report import Chart
from desktop.records.result import Result
from desktop.records.task import Task
from desktop.rules.numbers import format_integer
from desktop.wording import endings

_LEAST_HEIGHT = 520
Look = tuple[str, str, str, str, str]
"""What `screen_look` returns."""


SILENT = "%d đơn vị chưa có số liệu trong kỳ"


class OverviewPage(QWidget):
    """Targets against their lines, what lacks, what is due, and two charts."""

    def __init__(self, session: Session) -> None:
        """Lay out everything; the figures come from the worker."""
        super().__init__()
        self._session = session
        self._goals: dict[str, str] = {}
        self._chart: tuple[Chart, Look] | None = None
        self.sentence = QLabel("Đang tính số liệu…")
        self.targets = TargetList(self)
        self.chart = ChartView()
        self.kinds = KindList(self)
        self.dues = DeadlineBoard(lambda: office_time(session.store), self)
        self.idle = _idle(self)
        self.units = silent_units(self)
        self.explanation = Explanation(session)
        self.lessons = LessonStrip(session, self)
        self.reading = Reading(self, session, read_overview)
        self._empty = EmptyState(
            "Chưa ghi việc nào",
            (
                ("Ghi việc đầu tiên", self.write_new),
                ("Xem kế hoạch", self._go_to_plan),
            ),
            "Mỗi việc ghi một lần; chỉ tiêu, biểu đồ và báo cáo được tính từ đó.",
        )
        self.below = _Below()
        self._whole = QWidget()
        self.side = QStackedWidget()
        self._lay_out()
        self._connect()

    def open(self, what: object) -> None:
        """Explain one target, by its id."""
        result = self._result(str(what))
        if result is not None:
            self.targets.select(result.target.id)
            self._explain(result)

    def write_new(self) -> None:
        """Go and write a new entry."""
        self._session.place_wanted.emit("activities", NewEntry())

    @property
    def is_empty(self) -> bool:
        """Tell whether the page says that nothing was ever recorded."""
        return self.below.currentWidget() is self._empty

    def showEvent(self, event: QShowEvent) -> None:
        """Put the cursor among the targets."""
        super().showEvent(event)
        if self.focusWidget() is None:
            self.targets.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close the explanation with Esc, wherever on the page one is."""
        explaining = self.side.currentWidget() is self.explanation
        if event.key() == Qt.Key.Key_Escape and explaining:
            self._on_closed()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the size of the text, and draw the chart in the colours shown."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._give_room()

        if event.type() == QEvent.Type.PaletteChange and self._chart is not None:
            self._draw(self._chart[0])

    def _give_room(self) -> None:
        # With large letters the page scrolls, rather than squeeze its lists flat.
        self._whole.setMinimumHeight(theme.scaled(_LEAST_HEIGHT))

    def _lay_out(self) -> None:
        left = _column(self._titled("Chỉ tiêu (bấm để xem số từ đâu)", self.targets), 2)
        drawn = QWidget()
        charts = QHBoxLayout(drawn)
        charts.setContentsMargins(0, 0, 0, 0)
        charts.setSpacing(theme.AROUND)
        for chart in (
            self._titled("Hoạt động theo tháng", self.chart),
            self._titled("Đã ghi trong kỳ, theo sổ", self.kinds),
        ):
            charts.addLayout(_column(chart), 1)
        left.addSpacing(theme.BETWEEN)
        self.below.addWidget(drawn)
        self.below.addWidget(self._empty)
        left.addWidget(self.below, 1)
        right = QWidget()
        lists = QVBoxLayout(right)
        lists.setContentsMargins(theme.AROUND, 0, 0, 0)
        lists.setSpacing(theme.BETWEEN)
        for stretch, (name, part) in zip(
            (4, 3, 2),
            (
                ("Thời hạn báo cáo", self.dues),
                ("Nhiệm vụ chưa có gì trong kỳ", self.idle),
                (NAME, self.units),
            ),
            strict=True,
        ):
            lists.addLayout(_column(self._titled(name, part)), stretch)
        self.side.addWidget(right)
        self.side.addWidget(self.explanation)
        row = QHBoxLayout(self._whole)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addLayout(left, 62)
        row.addWidget(self.side, 38)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(self._whole)
        self._give_room()
        page = QVBoxLayout(self)
        page.setContentsMargins(*[theme.AROUND] * 4)
        page.setSpacing(theme.BETWEEN)
        page.addLayout(self._head())
        page.addWidget(self.lessons)
        page.addWidget(scroll, stretch=1)

    def _head(self) -> QHBoxLayout:
        title = QLabel("Tổng quan")
        title.setProperty("role", "title")
        self.sentence.setProperty("role", "quiet")
        self.sentence.setWordWrap(True)
        self._new = QPushButton("&Ghi hoạt động")
        self._new.setProperty("primary", True)
        self._new.setAccessibleName("Ghi hoạt động (Ctrl+N)")
        self._new.setToolTip("Ghi hoạt động (Ctrl+N)")
        words = QVBoxLayout()
        words.setSpacing(theme.INSIDE)
        words.addWidget(title)
        words.addWidget(self.sentence)
        row = QHBoxLayout()
        row.addLayout(words, stretch=1)
        row.addWidget(self._new, alignment=Qt.AlignmentFlag.AlignTop)
        return row

    def _titled(self, text: str, part: QWidget) -> tuple[QWidget, QWidget]:
        heading = QLabel(text)
        heading.setProperty("role", "quiet")
        heading.setBuddy(part)
        return heading, part

    def _connect(self) -> None:
        self.reading.arrived.connect(self._on_read)
        self.targets.chosen.connect(self._explain)
        self.kinds.chosen.connect(self._on_kind)
        self.dues.chosen.connect(self._on_due)
        self.idle.chosen.connect(self._on_idle)
        self.units.chosen.connect(self._on_unit)
        self.explanation.closed.connect(self._on_closed)
        self._new.clicked.connect(self.write_new)
        action = QAction("Ghi hoạt động", self)
        action.setShortcut(QKeySequence("Ctrl+N"))
        action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        action.triggered.connect(lambda _checked=False: self.write_new())
        self.addAction(action)

    def _on_read(self, overview: Overview) -> None:
        self._goals = {
            one.target.id: target_words.goal(one, overview.labels)
            for one in overview.results
        }
        self.sentence.setText(sentence(overview))
        self.targets.model_.show_rows(overview.results)
        self._draw(overview.months)
        self.kinds.show_kinds(overview.kinds)
        self.dues.show_dues(overview.dues, overview.endings)
        self.idle.model_.show_rows(overview.idle)
        silent = overview.units.silent
        self.units.model_.show_rows(silent)
        self._session.waiting.emit("collect", len(silent), SILENT)
        self.below.setCurrentIndex(1 if overview.empty else 0)
        asked = self.explanation.result
        again = self._result(asked.target.id) if asked else None
        if again is not None:
            self.explanation.show_result(again, self._goals[again.target.id])

    def _draw(self, chart: Chart) -> None:
        """Let the worker draw a chart that is not the one shown."""
        wanted = (chart, screen_look())
        if wanted == self._chart:
            return
        self._chart = wanted
        job = Job(lambda _progress: Outcome(_svg(*wanted)), title="Vẽ biểu đồ")
        job.succeeded.connect(self._on_drawn)
        self._session.jobs.start(job)

    def _on_drawn(self, drawn: tuple[Chart, Look, str]) -> None:
        chart, look, svg = drawn
        if (chart, look) == self._chart:
            self.chart.show_chart(chart, svg)

    def _result(self, target: str) -> Result | None:
        found = (one for one in self.targets.model_.rows if one.target.id == target)
        return next(found, None)

    def _explain(self, result: Result) -> None:
        self.explanation.show_result(result, self._goals[result.target.id])
        self.side.setCurrentWidget(self.explanation)

    def _on_closed(self) -> None:
        self.side.setCurrentIndex(0)
        self.targets.setFocus()

    def _on_kind(self, kind: Kind) -> None:
        self._session.place_wanted.emit("activities", kind[0].code)

    def _on_due(self, chosen: object) -> None:
        if isinstance(chosen, Ending):
            self._session.place_wanted.emit("settings", "trust")
        else:
            self._session.place_wanted.emit("plan", "deadlines")

    def _on_idle(self, task: Task) -> None:
        session = self._session
        register = register_of_task(task, session.registers, session.figures)
        code = "" if register is None else register.code
        wish = NewEntry(register=code, tasks=(task.id,))
        session.place_wanted.emit("activities", wish)

    def _on_unit(self, unit: object) -> None:
        agency = getattr(unit, "agency", None)
        self._session.place_wanted.emit("collect", getattr(agency, "id", None))

    def _go_to_plan(self) -> None:
        self._session.place_wanted.emit("plan", None)


class _Below(QStackedWidget):
    """The charts, or the first step; its words ask for no height of their own."""

    def hasHeightForWidth(self) -> bool:
        """Let no line that may wrap make the whole page scroll."""
        return False


def sentence(overview: Overview) -> str:
    """Put days left, silent units and unknown targets into one sentence."""
    silent, unknown = len(overview.units.silent), overview.unknown
    part = any(one.part for one in overview.units.silent)
    parts = (
        deadline_words.requests(overview.dues),
        deadline_words.headline(overview.dues),
        endings.headline(overview.endings),
        f"{format_integer(silent)} đơn vị chưa {'đủ' if part else 'có'} số liệu"
        if silent
        else "mọi đơn vị đã có số liệu",
        f"{unknown} chỉ tiêu chưa đủ số liệu"
        if unknown
        else "mọi chỉ tiêu đã đủ số liệu",
    )
    said = "; ".join(part for part in parts if part)
    return f"{said[:1].upper()}{said[1:]}."


def _svg(chart: Chart, shown: Look) -> tuple[Chart, Look, str]:
    # The drawing library takes longer to load than all figures to be counted.
    from desktop.files.charts import svg
    from desktop.files.charts.drawing import chart_svg

    ink, fill, pale, grid, family = shown
    look = svg.Look(ink=ink, fill=fill, pale=pale, grid=grid, family=family)
    return chart, shown, chart_svg(chart, WIDTH_PT, look)


def _column(parts: Sequence[QWidget], stretch: int = 1) -> QVBoxLayout:
    column = QVBoxLayout()
    column.setSpacing(theme.INSIDE)
    heading, part = parts
    column.addWidget(heading)
    column.addWidget(part, stretch)
    return column


def _idle(page: QWidget) -> ShortList:
    columns = (
        Column(heading="Số", text=lambda task: task.code, weight=12),
        Column(heading="Nhiệm vụ (bấm để ghi)", text=lambda task: task.text, weight=88),
    )
    model = ShortModel(columns, lambda task: task.id)
    made = _list(model, "Nhiệm vụ chưa có gì trong kỳ", page)
    made.when_empty = "Nhiệm vụ nào cũng đã có việc được ghi."
    return made


def _list(model: ShortModel, name: str, page: QWidget) -> ShortList:
    made = ShortList(model, name, page)
    model.setParent(made)
    made.choose_by_click()
    return made
