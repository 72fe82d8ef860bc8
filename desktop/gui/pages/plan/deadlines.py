"""The deadlines of the plan, whose day can be written in."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from desktop.gui import theme
from desktop.gui.pages import deadline_words
from desktop.gui.tables.short_list import Column, ShortList, ShortModel
from desktop.operations.read_deadlines import Due
from desktop.operations.read_plan import PlanBook
from desktop.wording.labels import label

BEFORE = 4
"""Column of the day before which a report is due."""


class PlanDeadlines(QWidget):
    """Who reports what to whom, before which day."""

    dated = Signal(object, str)
    """A `Due`, and the day somebody typed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Begin without deadlines."""
        super().__init__(parent)
        columns = (
            Column(heading="Việc", text=deadline_words.what, weight=24),
            Column(heading="Kỳ", text=lambda due: label(due.deadline.kind), weight=9),
            Column(
                heading="Ai báo cáo", text=lambda due: due.deadline.reporters, weight=24
            ),
            Column(
                heading="Nơi nhận",
                text=lambda due: due.deadline.recipient_text,
                weight=19,
            ),
            Column(
                heading="Trước ngày",
                text=lambda due: deadline_words.before(due.deadline) or "Chưa nhập",
                weight=11,
                typed=lambda due: deadline_words.before(due.deadline),
            ),
            Column(
                heading="Ngày cuối",
                text=_last_day,
                weight=13,
                whole=True,
                colour=deadline_words.colour,
            ),
        )
        model = ShortModel(columns, lambda due: due.deadline.id, self)
        self.list = ShortList(model, "Thời hạn báo cáo", self)
        self.list.write_in_place(BEFORE)
        self.list.when_empty = "Kế hoạch không nêu thời hạn báo cáo."
        model.typed.connect(self._on_typed)
        note = QLabel(
            "“Trước ngày 25/11” nghĩa là chậm nhất ngày 24/11. Bấm đúp vào cột Trước "
            "ngày, hoặc chọn dòng rồi nhấn F2, để nhập ngày và tháng."
        )
        note.setWordWrap(True)
        note.setProperty("role", "quiet")
        column = QVBoxLayout(self)
        column.setContentsMargins(*[theme.BETWEEN] * 4)
        column.setSpacing(theme.BETWEEN)
        column.addWidget(note)
        column.addWidget(self.list, stretch=1)

    def show_book(self, book: PlanBook) -> None:
        """Show the deadlines of a plan in its period's year."""
        self.list.model_.show_rows(book.dues)

    def _on_typed(self, due: Due, _column: int, text: str) -> None:
        self.dated.emit(due, text)


def _last_day(due: Due) -> str:
    said = deadline_words.left(due)
    return f"{deadline_words.last_day(due)}\n{said}" if said else deadline_words.UNKNOWN
