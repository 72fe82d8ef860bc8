"""The tasks of the plan as a tree that is written by keyboard, each shown beside it."""

from functools import partial

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.gui import theme
from desktop.gui.pages.plan import task_writing
from desktop.gui.pages.plan.deeds import Deeds, VerbRow
from desktop.gui.pages.plan.task_detail import NOT_SAID, TaskDetail
from desktop.gui.tables.short_list import Column, ShortList, ShortModel
from desktop.operations.plans.move_task import move_task
from desktop.operations.plans.put_task_state import put_task_state, remove_task_state
from desktop.operations.plans.read_plan import PlanBook
from desktop.operations.plans.remove_task import remove_task
from desktop.operations.plans.renumber_tasks import renumber_tasks
from desktop.records.task import Task, TaskState
from desktop.rules.task_tree import Move, below, depths, groups
from desktop.wording.labels import label

_STEP = "\u2003"
"""Space by which each level is set in."""
_RENUMBER = ("Giữ số cũ trên bản in", "In theo số mới")


class PlanTasks(QWidget):
    """Groups and tasks at the left, the task one is on at the right."""

    def __init__(self, deeds: Deeds, parent: QWidget | None = None) -> None:
        """Begin without tasks."""
        super().__init__(parent)
        self._deeds = deeds
        self._book: PlanBook | None = None
        self._depths: dict[str, int] = {}
        self._groups: frozenset[str] = frozenset()
        columns = (
            Column(heading="Số", text=self._number, weight=9, whole=True),
            Column(
                heading="Nhóm, nhiệm vụ",
                text=lambda task: task.text,
                weight=66,
                colour=lambda task: "accent" if task.id in self._groups else "",
            ),
            Column(heading="Trạng thái", text=self._progress, weight=25),
        )
        model = ShortModel(columns, lambda task: task.id, self)
        self.list = ShortList(model, "Nhiệm vụ", self)
        self.list.when_empty = "Kế hoạch chưa có nhiệm vụ. Thêm nhiệm vụ đầu tiên."
        self.detail = TaskDetail(self)
        self.verbs = VerbRow(self)
        self._lay_out()
        self.detail.stated.connect(self.state)
        self.detail.unstated.connect(self.unstate)
        self.detail.planning.connect(self.plan_quantities)
        self.detail.unproven_wanted.connect(self.show_unproven)
        self.list.selectionModel().currentRowChanged.connect(self._on_current)
        self.list.chosen.connect(lambda _task: self.edit())

    def show_book(self, book: PlanBook) -> None:
        """Show the tasks of a plan; the one somebody is on stays."""
        self._book = book
        self._depths = {str(key): deep for key, deep in depths(book.tasks).items()}
        self._groups = frozenset(str(one) for one in groups(book.tasks))
        self.list.model_.set_heading(2, f"Năm {book.year}")
        self.list.model_.show_rows(book.tasks)
        if self.list.current is None:
            leaves = (one for one in book.tasks if one.id not in self._groups)
            first = next(leaves, None)
            if first is not None:
                self.list.select(first.id)
        self._show_current()

    def add(self) -> None:
        """Write a new task, below the one somebody is on."""
        if self._book is not None:
            writing = task_writing.new(
                self._deeds.session, self._book, self.list.current
            )
            dialog = self._deeds.write(writing, "Đã thêm nhiệm vụ")
            dialog.kept.connect(lambda made: self.list.seek(made.id))

    def edit(self) -> None:
        """Write the task somebody is on."""
        if self._book is not None and self.list.current is not None:
            writing = task_writing.amend(
                self._deeds.session, self._book, self.list.current
            )
            self._deeds.write(writing, "Đã sửa nhiệm vụ")

    def shift(self, where: Move) -> None:
        """Move the task somebody is on, with all that is under it."""
        task, store = self.list.current, self._deeds.session.store
        if task is not None:
            self._deeds.do(
                lambda _progress: move_task(store, task.id, where),
                f"Đã chuyển nhiệm vụ {task.code}",
            )

    def renumber(self) -> None:
        """Renumber all tasks, after asking what is to be printed."""
        if self._book is None:
            return
        chosen = self._deeds.session.ask.choose(
            "Đánh số lại mọi nhiệm vụ theo thứ tự 1, 1.1, 1.2, 2 …?",
            _RENUMBER,
            detail="Hoạt động, trạng thái, số kế hoạch vẫn gắn với nhiệm vụ của mình.",
        )
        if chosen is None:
            return
        store, plan = self._deeds.session.store, self._book.plan.id
        self._deeds.do(
            lambda _progress: renumber_tasks(store, plan, keep_printed=chosen == 0),
            "Đã đánh số lại nhiệm vụ",
        )

    def remove(self) -> None:
        """Remove the task somebody is on, after a question."""
        task, session = self.list.current, self._deeds.session
        if task is None or self._book is None:
            return
        under = len(below(task.id, self._book.tasks))
        more = f" và {under} nhiệm vụ trong nhóm" if under else ""
        if session.ask.confirm(
            f"Xóa nhiệm vụ {task.number or task.code}{more}?",
            verb="Xóa nhiệm vụ",
            detail=task.text,
        ):
            self._deeds.do(
                lambda _progress: remove_task(session.store, task.id),
                f"Đã xóa nhiệm vụ {task.code}",
            )

    def plan_quantities(self) -> None:
        """Write what the task somebody is on should reach in the year."""
        if self._book is not None and self.list.current is not None:
            task = self.list.current
            writing = task_writing.quantities(self._deeds.session, self._book, task)
            self._deeds.write(writing, f"Đã ghi số kế hoạch năm {self._book.year}")

    def show_unproven(self) -> None:
        """Show the activities of the task one is on that have nothing to show."""
        from desktop.gui.forms.evidence.missing_dialog import MissingDialog

        task = self.list.current
        if task is not None:
            MissingDialog(self._deeds.session, self, task.id).open()

    def state(self, state: TaskState) -> None:
        """Record how far a task is."""
        store = self._deeds.session.store
        self._deeds.do(
            lambda _progress: put_task_state(store, state),
            f"Đã ghi trạng thái: {label(state.progress).lower()}",
        )

    def unstate(self, state: TaskState) -> None:
        """Let nothing be said of a task in the year."""
        store = self._deeds.session.store
        self._deeds.do(
            lambda _progress: remove_task_state(store, state), "Đã bỏ trạng thái"
        )

    def _lay_out(self) -> None:
        add = self.verbs.add
        add("T&hêm…", "Ins", self.add, primary=True)
        add("Sửa…", "F2", self.edit)
        add("&Lên", "Alt+Up", partial(self.shift, Move.UP))
        add("&Xuống", "Alt+Down", partial(self.shift, Move.DOWN))
        add("Vào nhóm trên", "Alt+Right", partial(self.shift, Move.INWARD))
        add("Ra ngoài", "Alt+Left", partial(self.shift, Move.OUTWARD))
        add("Đánh số lại…", "", self.renumber)
        add("Xóa", "Del", self.remove)
        self.verbs.addStretch(1)
        add("&Nhập bảng…", "", self._on_import)
        add("X&uất bảng…", "", self._on_export)
        row = QHBoxLayout()
        row.setSpacing(theme.AROUND)
        row.addWidget(self.list, 55)
        row.addWidget(self.detail, 45)
        column = QVBoxLayout(self)
        column.setContentsMargins(*[theme.BETWEEN] * 4)
        column.setSpacing(theme.BETWEEN)
        column.addLayout(self.verbs)
        column.addLayout(row, stretch=1)

    def _number(self, task: Task) -> str:
        deep = self._depths.get(task.id, 0)
        return f"{_STEP * deep}{task.number or task.code}"

    def _progress(self, task: Task) -> str:
        if task.id in self._groups or self._book is None:
            return ""
        state = self._book.states.get(task.id)
        return NOT_SAID if state is None else label(state.progress)

    def _on_current(self, *_: object) -> None:
        self._show_current()

    def _show_current(self) -> None:
        task = self.list.current
        self.detail.setVisible(task is not None)
        for name, button in self.verbs.buttons.items():
            if name in _OF_ONE:
                button.setEnabled(task is not None)
        if task is not None and self._book is not None:
            self.detail.show_task(task, self._book)

    def _on_import(self) -> None:
        from desktop.gui.pages.plan.task_table.opening import open_import

        dialog = open_import(self._deeds.session, self)
        dialog.imported.connect(
            lambda count: self._deeds.say(f"Đã nhập {count} nhiệm vụ")
        )

    def _on_export(self) -> None:
        from desktop.gui.pages.plan.task_table.opening import export

        export(self._deeds.session, self)


_OF_ONE = {"Sửa", "Lên", "Xuống", "Vào nhóm trên", "Ra ngoài", "Xóa"}
"""Verbs that need a task to be done to."""
