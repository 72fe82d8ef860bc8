"""The tasks of the plan, and beside them who does each, how far it is, its figures."""

from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from desktop.gui import theme
from desktop.gui.tables.short_list import Column, ShortList, ShortModel
from desktop.operations.read_plan import PlanBook
from desktop.records.result import TaskFigure
from desktop.records.task import Task, TaskProgress, TaskState
from desktop.rules.numbers import format_decimal
from desktop.wording.labels import label

NOT_SAID = "Chưa ghi"
_LINES = 4


class PlanTasks(QWidget):
    """Groups and tasks at the left, the task one is on at the right."""

    stated = Signal(object)
    """A `TaskState` to be recorded."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Begin without tasks."""
        super().__init__(parent)
        self._book: PlanBook | None = None
        columns = (
            Column(heading="Số", text=lambda task: task.code, weight=9, whole=True),
            Column(
                heading="Nhóm, nhiệm vụ",
                text=lambda task: task.text,
                weight=66,
                colour=lambda task: "accent" if task.parent is None else "",
            ),
            Column(heading="Trạng thái", text=self._progress, weight=25),
        )
        model = ShortModel(columns, lambda task: task.id, self)
        self.list = ShortList(model, "Nhiệm vụ", self)
        self.detail = TaskDetail(self)
        self.detail.stated.connect(self.stated)
        self.list.selectionModel().currentRowChanged.connect(self._on_current)
        row = QHBoxLayout(self)
        row.setContentsMargins(*[theme.BETWEEN] * 4)
        row.setSpacing(theme.AROUND)
        row.addWidget(self.list, 55)
        row.addWidget(self.detail, 45)

    def show_book(self, book: PlanBook) -> None:
        """Show the tasks of a plan; the one somebody is on stays."""
        self._book = book
        self.list.model_.set_heading(2, f"Năm {book.year}")
        self.list.model_.show_rows(book.tasks)
        if self.list.current is None:
            first = next((one for one in book.tasks if one.parent is not None), None)
            if first is not None:
                self.list.select(first.id)
        self._show_current()

    def _progress(self, task: Task) -> str:
        if task.parent is None or self._book is None:
            return ""
        state = self._book.states.get(task.id)
        return NOT_SAID if state is None else label(state.progress)

    def _on_current(self, *_: object) -> None:
        self._show_current()

    def _show_current(self) -> None:
        task = self.list.current
        if task is not None and self._book is not None:
            self.detail.show_task(task, self._book)


class TaskDetail(QScrollArea):
    """One task: its text, leads, partners, figures, and its state to be written."""

    stated = Signal(object)
    """A `TaskState` to be recorded."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Begin without a task."""
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName("Chi tiết nhiệm vụ")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._task: Task | None = None
        self._year = 0
        self._state: TaskState | None = None
        self._text, self._leads = _words("strong"), _words()
        self._partners, self._figures = _words(), _words()
        self._state_heading = _words("quiet")
        self.progress = QComboBox()
        self.progress.setAccessibleName("Trạng thái")
        self.progress.addItem(NOT_SAID, "")
        for each in TaskProgress:
            self.progress.addItem(label(each), str(each))
        self.result = QPlainTextEdit()
        self.result.setTabChangesFocus(True)
        self.result.setAccessibleName("Kết quả bằng lời")
        self.result.setPlaceholderText("Kết quả bằng lời, in trong bảng nhiệm vụ")
        line = self.result.fontMetrics().lineSpacing()
        self.result.setFixedHeight(line * _LINES + theme.scaled(theme.AROUND))
        self.save_button = QPushButton("Ghi trạng thái")
        self.save_button.setAccessibleName("Ghi trạng thái (Ctrl+S)")
        self.save_button.setToolTip("Ghi trạng thái (Ctrl+S)")
        self.save_button.clicked.connect(self.save)
        self.progress.activated.connect(self._on_edited)
        self.result.textChanged.connect(self._on_edited)
        key = QShortcut(QKeySequence("Ctrl+S"), self)
        key.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        key.activated.connect(self.save)
        self._form = QWidget()
        self._lay_out()

    @property
    def edited(self) -> bool:
        """Tell whether the form says something else than what is recorded."""
        return self._typed() != self._kept()

    def show_task(self, task: Task, book: PlanBook) -> None:
        """Show a task; what somebody is writing about it is left alone."""
        same = self._task is not None and (self._task.id, self._year) == (
            task.id,
            book.year,
        )
        writing = same and self.edited
        self._task, self._year = task, book.year
        self._state = book.states.get(task.id)
        self._text.setText(f"{task.code}. {task.text}")
        self._leads.setText(task.lead_text or "–")
        self._partners.setText(task.partner_text or "–")
        self._figures.setText(_figures(book.figures.get(task.id, ())))
        self._state_heading.setText(f"Trạng thái năm {book.year}")
        self._form.setVisible(task.parent is not None)
        if not writing:
            progress, text = self._kept()
            self.progress.setCurrentIndex(self.progress.findData(progress))
            self.result.setPlainText(text)
        self._on_edited()

    def text(self) -> str:
        """Return every line shown, as it is read from the top."""
        return "\n".join(each.text() for each in self.widget().findChildren(QLabel))

    def save(self) -> None:
        """Ask for the state to be recorded, when there is one to record."""
        progress, text = self._typed()
        if self._task is None or not progress or not self.edited:
            return
        state = self._state or TaskState(
            id=f"{self._task.id}/{self._year}",
            task=self._task.id,
            year=self._year,
            progress=TaskProgress(progress),
        )
        self.stated.emit(
            replace(state, progress=TaskProgress(progress), result_text=text)
        )

    def _lay_out(self) -> None:
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, theme.BETWEEN, 0)
        column.setSpacing(theme.BETWEEN)
        column.addWidget(self._text)
        grid = QGridLayout()
        grid.setSpacing(theme.BETWEEN)
        grid.setColumnStretch(1, 1)
        lines = (("Chủ trì", self._leads), ("Phối hợp", self._partners))
        for number, (name, part) in enumerate(lines):
            heading = _words("quiet")
            heading.setText(name)
            grid.addWidget(heading, number, 0)
            grid.addWidget(part, number, 1)
        column.addLayout(grid)
        column.addWidget(self._state_form())
        heading = _words("quiet")
        heading.setText("Số liệu tự tính (trong kỳ, trong ngoặc là lũy kế)")
        column.addWidget(heading)
        column.addWidget(self._figures)
        column.addStretch(1)
        self.setWidget(body)

    def _state_form(self) -> QWidget:
        form = QVBoxLayout(self._form)
        form.setContentsMargins(0, theme.BETWEEN, 0, theme.BETWEEN)
        form.setSpacing(theme.INSIDE)
        self._state_heading.setBuddy(self.progress)
        form.addWidget(self._state_heading)
        row = QHBoxLayout()
        row.addWidget(self.progress, stretch=1)
        row.addWidget(self.save_button)
        form.addLayout(row)
        form.addWidget(self.result)
        return self._form

    def _typed(self) -> tuple[str, str]:
        return str(self.progress.currentData()), self.result.toPlainText().strip()

    def _kept(self) -> tuple[str, str]:
        if self._state is None:
            return "", ""
        return str(self._state.progress), self._state.result_text

    def _on_edited(self) -> None:
        progress, _ = self._typed()
        self.save_button.setEnabled(self.edited and bool(progress))


def _figures(figures: tuple[TaskFigure, ...]) -> str:
    lines = (
        f"{one.figure.label}: {format_decimal(one.period)} "
        f"({format_decimal(one.cumulative)}) {one.figure.unit}"
        for one in figures
    )
    return "\n".join(lines) or "Nhóm nhiệm vụ không có số liệu riêng."


def _words(role: str = "") -> QLabel:
    made = QLabel()
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setWordWrap(True)
    made.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    made.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
    if role == "strong":
        font = made.font()
        font.setBold(True)
        made.setFont(font)
    elif role:
        made.setProperty("role", role)
    return made
