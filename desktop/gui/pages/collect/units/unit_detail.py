"""What is known of one unit, and how it and all units reported over the years."""

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from desktop.gui import theme
from desktop.gui.pages.collect.units.units_list import facts
from desktop.gui.tables.short_list import Column, ShortList, ShortModel
from desktop.gui.widgets.plain_label import plain_label
from desktop.gui.widgets.quiet_label import heading
from desktop.operations.units.unit_states import UnitState
from desktop.rules.unit_states import Rate
from desktop.wording import unit_states as words

HEIGHT = 190
CONTACT = "Sửa cách liên hệ…"
YEARS = "Báo cáo qua các năm"
NOT_DUE = "Chưa có kỳ nào đến hạn."
NOBODY = "Chọn một đơn vị để xem biểu, tệp đã nhận và cách liên hệ."


@dataclass(frozen=True, slots=True)
class YearRow:
    """One year: of the unit looked at, and of all."""

    year: int
    unit: Rate | None
    every: Rate


class UnitDetail(QWidget):
    """Facts on the left, years on the right."""

    def __init__(self, parent: QWidget) -> None:
        """Begin with no unit."""
        super().__init__(parent)
        self.name = heading("")
        self.facts = plain_label(NOBODY)
        self.contact_button = QPushButton(CONTACT)
        self.years = self._make_years()
        self._lay_out()

    def show_unit(self, one: UnitState | None, every: Mapping[int, Rate]) -> None:
        """Show one unit beside all of them; None: only all of them."""
        self.name.setText(one.agency.name if one else "")
        self.name.setVisible(one is not None)
        self.facts.setText("\n".join(facts(one)) if one else NOBODY)
        self.contact_button.setEnabled(one is not None)
        own = one.rates if one else {}
        self.years.model_.show_rows(
            [YearRow(year, own.get(year), rate) for year, rate in every.items()]
        )

    def _make_years(self) -> ShortList:
        columns = (
            Column(heading="Năm", text=lambda row: str(row.year), weight=8, whole=True),
            Column(
                heading="Đơn vị: có",
                text=lambda row: words.rate(row.unit),
                weight=22,
                number=True,
            ),
            Column(
                heading="Đúng hạn",
                text=lambda row: words.rate_in_time(row.unit),
                weight=22,
                number=True,
            ),
            Column(
                heading="Tất cả: có",
                text=lambda row: words.rate(row.every),
                weight=22,
                number=True,
            ),
            Column(
                heading="Đúng hạn",
                text=lambda row: words.rate_in_time(row.every),
                weight=22,
                number=True,
            ),
        )
        model = ShortModel(columns, lambda row: str(row.year), self)
        made = ShortList(model, YEARS, self)
        made.keep_one_line()
        made.when_empty = NOT_DUE
        return made

    def _lay_out(self) -> None:
        self.facts.setAccessibleName("Tình trạng của đơn vị")
        self.facts.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.contact_button.setAccessibleName(CONTACT.rstrip("…"))
        left = QVBoxLayout()
        left.setSpacing(theme.INSIDE)
        left.addWidget(self.name)
        left.addWidget(self.facts, stretch=1)
        left.addWidget(self.contact_button, alignment=Qt.AlignmentFlag.AlignLeft)
        right = QVBoxLayout()
        right.setSpacing(theme.INSIDE)
        right.addWidget(heading(f"{YEARS}, tính các kỳ đã hết hạn"))
        right.addWidget(self.years, stretch=1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.GROUPS)
        row.addLayout(left, stretch=1)
        row.addLayout(right, stretch=1)
        self.setFixedHeight(theme.scaled(HEIGHT))
