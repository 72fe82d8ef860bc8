"""The targets of the plan, with the number planned for the year to be written in."""

from decimal import Decimal

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from desktop.gui import theme
from desktop.gui.pages import target_words
from desktop.gui.tables.short_list import Column, ShortList, ShortModel
from desktop.operations.read_plan import PlanBook
from desktop.records.result import Result
from desktop.records.target import Direction, Formula, Milestone
from desktop.rules.numbers import format_decimal
from desktop.wording.labels import verdict_label

PLANNED = 3
"""Column of the planned number."""


class PlanTargets(QWidget):
    """Every target word for word, what it asks, what was reached, and the verdict."""

    planned = Signal(object, str)
    """A target's `Result`, and the number somebody typed as planned for the year."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Begin without targets."""
        super().__init__(parent)
        self._milestones: dict[str, Milestone] = {}
        self._goals: dict[str, str] = {}
        columns = (
            Column(
                heading="Mã", text=lambda one: one.target.code, weight=5, whole=True
            ),
            Column(heading="Chỉ tiêu", text=lambda one: one.target.text, weight=36),
            Column(heading="Mức phải đạt", text=self._goal, weight=15),
            Column(
                heading="Số giao",
                text=self._shown,
                weight=11,
                number=True,
                typed=self._typed,
            ),
            Column(
                heading="Trong kỳ",
                text=lambda one: target_words.value(one.period, one.target),
                weight=9,
                number=True,
            ),
            Column(
                heading="Lũy kế",
                text=lambda one: target_words.value(one.cumulative, one.target),
                weight=9,
                number=True,
            ),
            Column(
                heading="Đánh giá",
                text=lambda one: verdict_label(one.headline.verdict),
                weight=15,
                colour=lambda one: target_words.COLOURS[one.headline.verdict],
            ),
        )
        model = ShortModel(columns, lambda one: one.target.id, self)
        self.list = ShortList(model, "Chỉ tiêu", self)
        self.list.write_in_place(PLANNED)
        model.typed.connect(self._on_typed)
        note = QLabel(
            "Chỉ tiêu tính theo số lượng cần số giao của năm: bấm đúp, hoặc chọn dòng "
            "rồi nhấn F2, gõ số và nhấn Enter. Xóa trắng để bỏ số giao."
        )
        note.setWordWrap(True)
        note.setProperty("role", "quiet")
        column = QVBoxLayout(self)
        column.setContentsMargins(*[theme.BETWEEN] * 4)
        column.setSpacing(theme.BETWEEN)
        column.addWidget(note)
        column.addWidget(self.list, stretch=1)

    def show_book(self, book: PlanBook) -> None:
        """Show the targets of a plan in its period."""
        self._milestones = {str(key): one for key, one in book.milestones.items()}
        self._goals = {
            one.target.id: target_words.goal(one, book.labels) for one in book.results
        }
        self.list.model_.set_heading(PLANNED, f"Giao năm {book.year}")
        self.list.model_.show_rows(book.results)

    def milestone(self, target: str) -> Milestone | None:
        """Return the number planned for a target in the year shown, or None."""
        return self._milestones.get(target)

    def _goal(self, result: Result) -> str:
        return self._goals.get(result.target.id, "")

    def _shown(self, result: Result) -> str:
        if not _planned(result):
            return ""
        return self._typed(result) or "chưa nhập"

    def _typed(self, result: Result) -> str | None:
        if not _planned(result):
            return None
        known = self._milestones.get(result.target.id)
        return "" if known is None else format_decimal(known.value)

    def _on_typed(self, result: Result, _column: int, text: str) -> None:
        self.planned.emit(result, text)


def _planned(result: Result) -> bool:
    """Tell whether a target is held against a number planned for the year."""
    target = result.target
    return target.formula is Formula.FIGURE and target.direction is Direction.COUNT


def milestone_of(
    known: Milestone | None, result: Result, year: int, value: Decimal
) -> Milestone:
    """Return the number planned for a target in a year, new or in place of one."""
    target = result.target.id
    made = known.id if known else f"{target}/{year}"
    return Milestone(id=made, target=target, year=year, value=value)
