"""Figures by agency: as they were reported, or on the boundaries of today."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import partial

from PySide6.QtWidgets import (
    QButtonGroup,
    QHBoxLayout,
    QLabel,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from desktop.gui import theme
from desktop.gui.tables.short_list import Column, ShortList, ShortModel
from desktop.operations.agencies.read_agency_figures import (
    CODES,
    AgencyFigures,
    AgencyRow,
)
from desktop.records.identity import Code
from desktop.rules.numbers import format_decimal, format_integer

HEADINGS = ("Hoạt động", "Lượt người", "Tin, bài", "Giờ phát thanh")
"""Of the figures in `CODES`, in their order."""
TOTAL = "Tổng cộng"


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the table."""

    key: str
    name: str
    values: Mapping[Code, Decimal]
    note: str = ""


class AgencyFiguresView(QWidget):
    """One table, told in two ways; the last line is the same in both."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Begin without figures, as reported."""
        super().__init__(parent)
        self._figures: AgencyFigures | None = None
        self.then = QRadioButton("Như đã &báo cáo")
        self.now = QRadioButton("Theo đơn vị &hiện nay")
        self._ways = QButtonGroup(self)
        for way in (self.then, self.now):
            way.setAccessibleName(way.text().replace("&", ""))
            self._ways.addButton(way)
        self.then.setChecked(True)
        self.said = QLabel()
        self.said.setProperty("role", "quiet")
        self.list = self._make_list()
        row = QHBoxLayout()
        row.setSpacing(theme.AROUND)
        row.addWidget(self.then)
        row.addWidget(self.now)
        row.addStretch(1)
        row.addWidget(self.said)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.BETWEEN)
        column.addLayout(row)
        column.addWidget(self.list, stretch=1)
        self.now.toggled.connect(lambda _on: self._show())

    def show_figures(self, figures: AgencyFigures, period: str) -> None:
        """Show the figures of a period, which is named in words."""
        self._figures = figures
        self.said.setText(f"Số liệu {period}")
        self._show()

    def _make_list(self) -> ShortList:
        columns = [Column(heading="Cơ quan, đơn vị", text=_name, weight=40)]
        columns += [
            Column(heading=heading, text=partial(_value, code), weight=9, number=True)
            for code, heading in zip(CODES, HEADINGS, strict=True)
        ]
        columns.append(
            Column(
                heading="Ghi chú",
                text=lambda line: line.note,
                weight=24,
                colour=lambda _line: "quiet",
            )
        )
        model = ShortModel(columns, lambda line: line.key, self)
        made = ShortList(model, "Số liệu theo cơ quan, đơn vị", self)
        made.when_empty = "Chưa đơn vị nào có số liệu trong kỳ này."
        return made

    def _show(self) -> None:
        found = self._figures
        if found is None:
            return
        rows = found.now if self.now.isChecked() else found.then
        lines = [_line(one) for one in rows]
        if lines:
            lines.append(Line("", TOTAL, found.totals, _total_note(found)))
        self.list.model_.show_rows(lines)


def _line(row: AgencyRow) -> Line:
    agency = row.agency
    return Line(agency.id, agency.name, row.values, _note(row))


def _note(row: AgencyRow) -> str:
    if row.parts:
        names = ", ".join(one.short_name or one.name for one in row.parts)
        return f"Đã tách thành {names}; số liệu cũ chưa chia được."
    if row.taken_over:
        names = ", ".join(one.short_name or one.name for one in row.taken_over)
        return f"Gồm số liệu của {names}."
    return ""


def _total_note(figures: AgencyFigures) -> str:
    """Explain why the lines add up to more than the total, where they do."""
    if not figures.shared:
        return ""
    many = format_integer(figures.shared)
    return f"Gồm {many} hoạt động phối hợp; tổng tính một lần."


def _value(code: Code, line: Line) -> str:
    return format_decimal(line.values[code])


def _name(line: Line) -> str:
    return line.name
