"""The plan's text part by part: read whole, or one kind of part at a time, written."""

from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from desktop.gui import theme
from desktop.gui.pages.plan import part_kinds, plan_head
from desktop.gui.pages.plan.deeds import Deeds, VerbRow
from desktop.gui.pages.plan.part_kinds import KINDS, Line, PartKind
from desktop.gui.pages.plan.reading_text import ReadingText, head_lines
from desktop.gui.tables.short_list import Column, ShortList, ShortModel
from desktop.operations.plans.amend_plan import amend_plan
from desktop.operations.plans.put_plan_part import order_parts, remove_part
from desktop.operations.plans.read_plan import PlanBook
from desktop.records.plan import Plan

if TYPE_CHECKING:
    from desktop.gui.forms.part_dialog import PartDialog

READ, HEAD = "read", "head"


@dataclass(frozen=True, slots=True)
class _Part:
    """One line of the outline."""

    code: str
    name: str


@dataclass(frozen=True, slots=True)
class _Head:
    """One line of the head: what it is, and what it says."""

    id: str
    words: str


class PlanText(QWidget):
    """An outline at the left; at the right the text, or the parts of one kind."""

    def __init__(self, deeds: Deeds, parent: QWidget | None = None) -> None:
        """Begin without a plan."""
        super().__init__(parent)
        self._deeds = deeds
        self._book: PlanBook | None = None
        self._kind: PartKind | None = None
        outline = ShortModel(
            (Column(heading="Phần", text=self._outline_name),), lambda one: one.code
        )
        outline.setParent(self)
        self.outline = ShortList(outline, "Các phần của văn bản", self)
        columns = (
            Column(heading="Mục", text=self._short, weight=28),
            Column(heading="Lời văn", text=self._long, weight=72),
        )
        self.list = ShortList(
            ShortModel(columns, lambda one: one.id, self), "Nội dung của phần", self
        )
        self.reading = ReadingText()
        self.verbs = VerbRow(self)
        self._sides = QStackedWidget()
        self.note = QLabel()
        self._lay_out()
        self.outline.selectionModel().currentRowChanged.connect(self._on_part)
        self.list.chosen.connect(lambda _row: self.edit())
        self.list.selectionModel().currentRowChanged.connect(self._allow)

    def show_book(self, book: PlanBook) -> None:
        """Show a plan's text; the part one is at stays."""
        self._book = book
        self.reading.show_book(book)
        parts = (_Part(READ, "Đọc toàn văn"), _Part(HEAD, "Đầu và cuối văn bản"))
        kinds = (_Part(one.code, one.name) for one in KINDS)
        self.outline.model_.show_rows((*parts, *kinds))
        if self.outline.current is None:
            self.outline.select(READ)
        self._show_part()

    def show_part(self, code: str) -> None:
        """Go to one part of the outline."""
        self.outline.select(code)

    def add(self) -> None:
        """Write a new part of the kind shown."""
        if self._kind is not None and self._book is not None:
            self._write(self._kind, self._book, None).kept.connect(self._on_added)

    def edit(self) -> None:
        """Write the part one is at; of the head, all of it."""
        if self._book is None:
            return
        if self._kind is None:
            writing = plan_head.amend(self._deeds.session, self._book.plan)
            self._deeds.write(writing, "Đã sửa phần đầu kế hoạch")
        elif self.list.current is not None:
            self._write(self._kind, self._book, self.list.current)

    def shift(self, by: int) -> None:
        """Move the part one is at up (-1) or down (1)."""
        rows, current = list(self.list.model_.rows), self.list.current
        if self._kind is None or current is None or self._book is None:
            return
        at = rows.index(current)
        if not 0 <= at + by < len(rows):
            return
        rows[at], rows[at + by] = rows[at + by], rows[at]
        self._deeds.do(self._ordered(rows), f"Đã chuyển {self._kind.one}")
        if isinstance(current, Line):
            self.list.select(str(at + by))

    def remove(self) -> None:
        """Remove the part one is at, after a question."""
        current = self.list.current
        if self._kind is None or current is None:
            return
        if self._deeds.session.ask.confirm(
            f"Xóa {self._kind.one} này?", verb="Xóa", detail=self._long(current)[:200]
        ):
            self._deeds.do(self._without(current), f"Đã xóa {self._kind.one}")

    def _lay_out(self) -> None:
        self.outline.setFixedWidth(theme.scaled(220))
        self.outline.horizontalHeader().hide()
        self.list.when_empty = (
            "Kế hoạch này chưa có phần nào ở đây. Thêm phần đầu tiên."
        )
        self._add = self.verbs.add("T&hêm…", "Ins", self.add, primary=True)
        self._edit = self.verbs.add("Sửa…", "F2", self.edit)
        self._up = self.verbs.add("&Lên", "Alt+Up", partial(self.shift, -1))
        self._down = self.verbs.add("&Xuống", "Alt+Down", partial(self.shift, 1))
        self._remove = self.verbs.add("Xóa", "Del", self.remove)
        self.verbs.addStretch(1)
        self._sides.addWidget(self.reading)
        self._sides.addWidget(self.list)
        right = QVBoxLayout()
        right.setSpacing(theme.BETWEEN)
        right.addLayout(self.verbs)
        right.addWidget(self._sides, stretch=1)
        row = QHBoxLayout(self)
        row.setContentsMargins(*[theme.BETWEEN] * 4)
        row.setSpacing(theme.AROUND)
        row.addWidget(self.outline)
        row.addLayout(right, stretch=1)

    def _write(
        self,
        kind: PartKind,
        book: PlanBook,
        part: Any | None,  # noqa: ANN401  a part of any kind
    ) -> "PartDialog":
        done = f"{'Đã thêm' if part is None else 'Đã sửa'} {kind.one}"
        writing = part_kinds.writing(self._deeds.session, kind, book.plan, part)
        return self._deeds.write(writing, done)

    def _on_added(self, part: Any) -> None:  # noqa: ANN401  a part of any kind
        if not isinstance(part, Plan):  # of a recipient, the whole plan is answered
            self.list.seek(part.id)

    def _allow(self) -> None:
        """Offer what is done to a row only where there is one."""
        on_one = self.list.current is not None
        self._edit.setEnabled(on_one or self._kind is None)
        for button in (self._up, self._down, self._remove):
            button.setEnabled(on_one)

    def _ordered(self, rows: list[Any]) -> Any:  # noqa: ANN401  what a job does
        store = self._deeds.session.store
        if rows and isinstance(rows[0], Line):
            lines = tuple(one.recipient for one in rows)
            plan = replace(rows[0].plan, recipients=lines)
            return lambda _progress: amend_plan(store, plan)
        return lambda _progress: order_parts(store, rows)

    def _without(self, part: Any) -> Any:  # noqa: ANN401  what a job does
        store = self._deeds.session.store
        if isinstance(part, Line):
            kept = [one for at, one in enumerate(part.plan.recipients) if at != part.at]
            plan = replace(part.plan, recipients=tuple(kept))
            return lambda _progress: amend_plan(store, plan)
        return lambda _progress: remove_part(store, part)

    def _outline_name(self, part: _Part) -> str:
        kind = next((one for one in KINDS if one.code == part.code), None)
        if kind is None or self._book is None:
            return part.name
        return f"{part.name} ({len(kind.rows(self._book))})"

    def _short(self, row: Any) -> str:  # noqa: ANN401  a part of any kind
        if isinstance(row, _Head):
            return row.id
        if self._kind is None or self._book is None:
            return ""
        return self._kind.short(row, self._book)

    def _long(self, row: Any) -> str:  # noqa: ANN401  a part of any kind
        if isinstance(row, _Head):
            return row.words
        if self._kind is None or self._book is None:
            return ""
        return self._kind.long(row, self._book)

    def _show_part(self) -> None:
        current = self.outline.current
        if current is None or self._book is None:
            return
        kind = next((one for one in KINDS if one.code == current.code), None)
        if kind is not self._kind:
            self.list.model_.show_rows(())
        self._kind = kind
        if kind is not None:
            self.list.model_.show_rows(kind.rows(self._book))
        elif current.code == HEAD:
            self.list.model_.show_rows(
                [_Head(*line) for line in head_lines(self._book)]
            )
        self._sides.setCurrentIndex(0 if current.code == READ else 1)
        for button in (self._add, self._up, self._down, self._remove):
            button.setVisible(kind is not None)
        self._edit.setText("Sửa phần đầu…" if kind is None else "Sửa…")
        self._allow()

    def _on_part(self, *_: object) -> None:
        self._show_part()
