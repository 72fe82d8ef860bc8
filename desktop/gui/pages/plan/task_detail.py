"""One task beside the tree: its words, who does it, its figures, its state."""

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
from desktop.gui.widgets.plain_label import plain_label
from desktop.operations.plans.read_plan import PlanBook
from desktop.records.task import Quantity, Task, TaskProgress, TaskState
from desktop.rules.numbers import format_decimal
from desktop.rules.task_tree import groups
from desktop.store.evidence import Proof
from desktop.wording.evidence import missing_words
from desktop.wording.labels import label

NOT_SAID = "Chưa ghi"
_LINES = 4


class TaskDetail(QScrollArea):
    """What is said of a task, and its state in the year to be written."""

    stated = Signal(object)
    """A `TaskState` to be recorded."""
    unstated = Signal(object)
    """A `TaskState` to be taken away: nothing is said of the task any more."""
    planning = Signal()
    """The quantities of the year are to be planned."""
    unproven_wanted = Signal()
    """The activities of the task that have nothing to show are wanted."""

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
        self._text, self._figures = _words("strong"), _words()
        self._state_heading = _words("quiet")
        self._lines = {
            name: (_words("quiet"), _words())
            for name in (
                "Nội dung",
                "Hình thức",
                "Chủ trì",
                "Phối hợp",
                "Thời gian",
                "Văn bản",
            )
        }
        self.progress = QComboBox()
        self.result = QPlainTextEdit()
        self.save_button = QPushButton("Ghi trạng thái")
        self.plan_button = QPushButton("Số kế hoạch…")
        self.proof_button = QPushButton()
        self._form = QWidget()
        self._lay_out()
        self.progress.activated.connect(self._on_edited)
        self.result.textChanged.connect(self._on_edited)
        self.save_button.clicked.connect(self.save)
        self.plan_button.clicked.connect(self.planning)
        self.proof_button.clicked.connect(self.unproven_wanted)
        key = QShortcut(QKeySequence("Ctrl+S"), self)
        key.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        key.activated.connect(self.save)

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
        number = (task.number or task.code).rstrip(".")
        self._text.setText(f"{number}. {task.text}")
        self._show_lines(task, book)
        self._figures.setText(_figures(task, book))
        self.plan_button.setVisible(bool(task.figures))
        self._show_proof(book.proofs.get(task.id, Proof()))
        self._state_heading.setText(f"Trạng thái năm {book.year}")
        self._form.setVisible(task.id not in groups(book.tasks))
        if not writing:
            progress, text = self._kept()
            self.progress.setCurrentIndex(self.progress.findData(progress))
            self.result.setPlainText(text)
        self._on_edited()

    def text(self) -> str:
        """Return every line shown, as it is read from the top."""
        shown = self.widget().findChildren(QLabel)
        return "\n".join(each.text() for each in shown if not each.isHidden())

    def save(self) -> None:
        """Ask for the state to be recorded, when there is one to record."""
        progress, text = self._typed()
        if self._task is None or not self._can_be_kept():
            return
        if not progress:
            self.unstated.emit(self._state)
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

    def _show_lines(self, task: Task, book: PlanBook) -> None:
        from desktop.gui.pages.plan.part_kinds import basis_words

        named = {one.id: basis_words(one) for one in book.bases}
        said = {
            "Nội dung": task.content_text,
            "Hình thức": task.form_text,
            "Chủ trì": task.lead_text or _agencies(task.leads, book) or "–",
            "Phối hợp": task.partner_text or _agencies(task.partners, book) or "–",
            "Thời gian": task.time_text,
            "Văn bản": "\n".join(named[one] for one in task.bases if one in named),
        }
        for name, (heading, words) in self._lines.items():
            words.setText(said[name])
            heading.setVisible(bool(said[name]))
            words.setVisible(bool(said[name]))

    def _show_proof(self, proof: Proof) -> None:
        """Say how many of its activities have nothing to show, if any."""
        words = missing_words(proof.lacking, proof.done)
        self.proof_button.setText(f"{words} · Xem")
        self.proof_button.setAccessibleName(f"{words.removeprefix('▲ ')}. Xem")
        self.proof_button.setVisible(proof.lacking > 0)

    def _lay_out(self) -> None:
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, theme.BETWEEN, 0)
        column.setSpacing(theme.BETWEEN)
        column.addWidget(self._text)
        grid = QGridLayout()
        grid.setSpacing(theme.BETWEEN)
        grid.setColumnStretch(1, 1)
        for number, (name, (heading, words)) in enumerate(self._lines.items()):
            heading.setText(name)
            grid.addWidget(heading, number, 0)
            grid.addWidget(words, number, 1)
        column.addLayout(grid)
        column.addWidget(self._state_form())
        column.addLayout(self._figure_head())
        column.addWidget(self._figures)
        self.proof_button.setFlat(True)
        column.addWidget(self.proof_button, alignment=Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)
        self.setWidget(body)

    def _figure_head(self) -> QHBoxLayout:
        heading = _words("quiet")
        heading.setText("Số liệu tự tính: trong kỳ, trong ngoặc là lũy kế")
        self.plan_button.setAccessibleName("Ghi số lượng kế hoạch của năm")
        row = QHBoxLayout()
        row.addWidget(heading, stretch=1)
        row.addWidget(self.plan_button)
        return row

    def _state_form(self) -> QWidget:
        self.progress.setAccessibleName("Trạng thái")
        self.progress.addItem(NOT_SAID, "")
        for each in TaskProgress:
            self.progress.addItem(label(each), str(each))
        self.result.setTabChangesFocus(True)
        self.result.setAccessibleName("Kết quả bằng lời")
        self.result.setPlaceholderText("Kết quả bằng lời, in trong bảng nhiệm vụ")
        line = self.result.fontMetrics().lineSpacing()
        self.result.setFixedHeight(line * _LINES + theme.scaled(theme.AROUND))
        self.save_button.setAccessibleName("Ghi trạng thái (Ctrl+S)")
        self.save_button.setToolTip("Ghi trạng thái (Ctrl+S)")
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
        self.save_button.setEnabled(self._can_be_kept())

    def _can_be_kept(self) -> bool:
        """Tell whether there is a state to record, or one to take away."""
        progress, text = self._typed()
        said_nothing = self._state is not None and not text
        return self.edited and (bool(progress) or said_nothing)


def _agencies(ids: tuple[str, ...], book: PlanBook) -> str:
    names: dict[str, str] = {one.id: one.name for one in book.agencies}
    return "; ".join(names.get(one, one) for one in ids)


def _figures(task: Task, book: PlanBook) -> str:
    planned = {one.figure: one for one in book.quantities if one.task == task.id}
    lines = []
    for one in book.figures.get(task.id, ()):
        code = one.figure.code
        wanted = f"\n    {_planned(planned[code])}" if code in planned else ""
        lines.append(
            f"{one.figure.label}: {format_decimal(one.period)} "
            f"({format_decimal(one.cumulative)}) {one.figure.unit}{wanted}"
        )
    return "\n".join(lines) or "Nhiệm vụ này chưa gắn số liệu tự tính nào."


def _planned(one: Quantity) -> str:
    quarters = ", ".join(
        f"quý {roman} {format_decimal(value)}"
        for roman, value in zip(("I", "II", "III", "IV"), one.quarters, strict=False)
    )
    split = f": {quarters}" if quarters else ""
    return f"Kế hoạch năm {one.year}: {format_decimal(one.value)}{split}"


def _words(role: str = "") -> QLabel:
    strong = role == "strong"
    made = plain_label(role="" if strong else role)
    made.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
    if strong:
        font = made.font()
        font.setBold(True)
        made.setFont(font)
    return made
