"""The targets of the plan: what each asks, what was reached, and its versions."""

from decimal import Decimal

from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from desktop.gui import theme
from desktop.gui.pages import target_words
from desktop.gui.pages.plan import target_writing
from desktop.gui.pages.plan.deeds import Deeds, VerbRow
from desktop.gui.pages.target_columns import result_columns
from desktop.gui.tables.short_list import Column, ShortList, ShortModel
from desktop.gui.widgets.number_field import SENTENCES as NUMBER_SENTENCES
from desktop.operations.plans.put_milestones import put_milestones
from desktop.operations.plans.read_plan import PlanBook
from desktop.operations.plans.remove_target import remove_target
from desktop.records.plan import Plan
from desktop.records.result import Result
from desktop.records.target import Direction, Formula, Milestone, Target
from desktop.rules.dates import format_date
from desktop.rules.numbers import format_decimal, parse_integer
from desktop.rules.quantities import split
from desktop.rules.target_checks import first_day, last_day
from desktop.wording.labels import label

PLANNED = 3
"""Column of the planned number."""
YEARS = "Số giao theo năm"


class PlanTargets(QWidget):
    """Every target word for word, what it asks, what was reached, and the verdict."""

    def __init__(self, deeds: Deeds, parent: QWidget | None = None) -> None:
        """Begin without targets."""
        super().__init__(parent)
        self._deeds = deeds
        self._book: PlanBook | None = None
        self._goals: dict[str, str] = {}
        model = ShortModel(self._columns(), lambda one: one.target.id, self)
        self.list = ShortList(model, "Chỉ tiêu", self)
        self.list.when_empty = "Kế hoạch chưa có chỉ tiêu. Thêm chỉ tiêu đầu tiên."
        self.list.write_in_place(PLANNED)
        self.versions = QLabel()
        self.verbs = VerbRow(self)
        self._lay_out()
        model.typed.connect(self._on_typed)
        self.list.selectionModel().currentRowChanged.connect(self._on_current)

    def show_book(self, book: PlanBook) -> None:
        """Show the targets of a plan in its period."""
        self._book = book
        self._goals = {
            one.target.id: target_words.goal(one, book.labels) for one in book.results
        }
        self.list.model_.set_heading(PLANNED, f"Giao năm {book.year}")
        self.list.model_.show_rows(book.results)
        self._show_current()

    def milestone(self, target: str) -> Milestone | None:
        """Return the number planned for a target in the year shown, or None."""
        known = self._book.milestones if self._book else {}
        return next((one for key, one in known.items() if key == target), None)

    def add(self) -> None:
        """Write a new target."""
        if self._book is not None:
            writing = target_writing.new(self._deeds.session, self._book)
            dialog = self._deeds.write(writing, "Đã thêm chỉ tiêu")
            dialog.kept.connect(lambda made: self.list.seek(made.id))

    def edit(self) -> None:
        """Write the version of the target one is on, in place."""
        target = self._target()
        if target is not None:
            writing = target_writing.amend(self._deeds.session, target)
            self._deeds.write(writing, f"Đã sửa chỉ tiêu {target.code}")

    def new_version(self) -> None:
        """Let the target one is on go on otherwise from a day on."""
        target = self._target()
        if target is not None and self._book is not None:
            writing = target_writing.version(self._deeds.session, self._book, target)
            self._deeds.write(writing, f"Đã đặt bản mới của chỉ tiêu {target.code}")

    def plan_years(self) -> None:
        """Write the numbers of the target one is on for every year."""
        target = self._target()
        if target is not None and self._book is not None:
            writing = target_writing.planned(self._deeds.session, self._book, target)
            self._deeds.write(writing, f"Đã ghi số giao theo năm: {target.label}")

    def remove(self) -> None:
        """Remove the version of the target one is on, after a question."""
        target, session = self._target(), self._deeds.session
        if target is None or not session.ask.confirm(
            f"Xóa chỉ tiêu {target.code}?"
            if target.valid_from is None
            else f"Xóa bản từ {format_date(target.valid_from)} của {target.code}?",
            verb="Xóa",
            detail=target.text,
        ):
            return
        self._deeds.do(
            lambda _progress: remove_target(session.store, target.id),
            f"Đã xóa chỉ tiêu {target.code}",
        )

    def _columns(self) -> tuple[Column, ...]:
        return (
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
            *result_columns(numbers=9, verdict=15),
        )

    def _lay_out(self) -> None:
        add = self.verbs.add
        add("T&hêm…", "Ins", self.add, primary=True)
        add("Sửa…", "Ctrl+E", self.edit)
        add("&Bản mới từ ngày…", "", self.new_version)
        add("Số giao theo &năm…", "", self.plan_years)
        add("Xóa", "Del", self.remove)
        self.verbs.addStretch(1)
        note = QLabel(
            "Số giao của năm gõ ngay trong bảng: chọn dòng, nhấn Enter, gõ số, nhấn "
            "Enter. Xóa trắng để bỏ."
        )
        for each in (note, self.versions):
            each.setWordWrap(True)
            each.setProperty("role", "quiet")
        column = QVBoxLayout(self)
        column.setContentsMargins(*[theme.BETWEEN] * 4)
        column.setSpacing(theme.BETWEEN)
        column.addLayout(self.verbs)
        column.addWidget(note)
        column.addWidget(self.list, stretch=1)
        column.addWidget(self.versions)

    def _target(self) -> Target | None:
        current = self.list.current
        return None if current is None else current.target

    def _on_current(self, *_: object) -> None:
        self._show_current()

    def _show_current(self) -> None:
        target = self._target()
        for name, button in self.verbs.buttons.items():
            fits = target is not None and (name != YEARS or _numbered(target))
            button.setEnabled(fits or name == "Thêm")
        if target is None or self._book is None:
            self.versions.clear()
            return
        self.versions.setText(versions_words(target, self._book))

    def _goal(self, result: Result) -> str:
        return self._goals.get(result.target.id, "")

    def _shown(self, result: Result) -> str:
        typed = self._typed(result)
        return "" if typed is None else typed or "chưa nhập"

    def _typed(self, result: Result) -> str | None:
        if not _planned(result):
            return None
        known = self.milestone(result.target.id)
        return "" if known is None else format_decimal(known.value)

    def _on_typed(self, result: Result, _column: int, text: str) -> None:
        if self._book is None:
            return
        target, year = result.target, self._book.year
        known, store = self.milestone(target.id), self._deeds.session.store
        if not text:
            if known is not None:
                self._deeds.do(
                    lambda _progress: put_milestones(store, target.id, year, None),
                    f"Đã bỏ số giao năm {year}: {target.label}",
                )
            return
        value = self._read(text)
        if value is not None:
            # A number that was split stays split, as evenly as it goes.
            quarters = split(value) if known is not None and known.quarters else ()
            self._deeds.do(
                lambda _progress: put_milestones(
                    store, target.id, year, value, quarters
                ),
                f"Đã ghi số giao năm {year}: {target.label}",
            )

    def _read(self, text: str) -> Decimal | None:
        """Return the number typed, or say why it is none."""
        parsed = parse_integer(text)
        if parsed.value is not None and parsed.value >= 0:
            return parsed.value
        reason = "below_zero" if parsed.value is not None else parsed.reason
        said = NUMBER_SENTENCES.get(reason, "Chưa đọc được số này.")
        self._deeds.message.warn(f"Chưa ghi “{text}”. {said}")
        return None


def versions_words(target: Target, book: PlanBook) -> str:
    """Say how a target is counted, and since when each of its versions holds."""
    counted = f"Cách tính: {label(target.formula)}."
    same = [one for one in book.versions if one.code == target.code]
    if len(same) < 2:  # noqa: PLR2004  one version needs no telling apart
        return counted
    told = "; ".join(_version(one, book.plan) for one in same)
    return f"{counted} Các bản: {told}."


def _version(target: Target, plan: Plan) -> str:
    days = (
        f"từ {format_date(first_day(target, plan))} "
        f"đến {format_date(last_day(target, plan))}"
    )
    return f"{days} ({target.decision})" if target.decision else days


def _numbered(target: Target) -> bool:
    """Tell whether a target is reached by a number, which years may have too."""
    return target.formula not in {Formula.TEXT, Formula.MILESTONE}


def _planned(result: Result) -> bool:
    """Tell whether a target is held against a number planned for the year."""
    target = result.target
    return target.formula is Formula.FIGURE and target.direction is Direction.COUNT
