"""Small tables inside a form: audiences, staff groups, sources of money.

Each line is made of the fields every form has, so that Tab walks through it.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QPushButton, QWidget

from desktop.gui import theme
from desktop.gui.forms.fields import Editor, Offer
from desktop.gui.forms.pickers import choices_of, sentence_of
from desktop.gui.widgets.choice_field import UNKNOWN, Choice, ChoiceField
from desktop.gui.widgets.number_field import NumberField
from desktop.records.activity import AudienceCount, Spending, StaffCount
from desktop.records.register import Field, FieldType
from desktop.rules.numbers import format_integer

_ADD = "Thêm dòng"
_NUMBER_WIDTH = 66
_MONEY_WIDTH = 130


@dataclass(frozen=True, slots=True)
class Part:
    """One column of a small table."""

    name: str
    label: str
    kind: str = ""
    """`@tier`, or `@own` for the field's catalogue; blank for a number."""
    width: int = _NUMBER_WIDTH


@dataclass(frozen=True, slots=True)
class Shape:
    """What a small table is made of."""

    row: Callable[..., Any]
    """The record of one line."""
    parts: tuple[Part, ...]


SHAPES: Mapping[FieldType, Shape] = {
    FieldType.AUDIENCES: Shape(
        AudienceCount,
        (Part("audience", "Đối tượng", "@own"), Part("attendance", "Lượt người")),
    ),
    FieldType.STAFF: Shape(
        StaffCount,
        (
            Part("group", "Nhóm cán bộ", "@own"),
            Part("tier", "Cấp", "@tier", 100),
            Part("people", "Số người"),
            Part("first_updated", "Lần đầu cập nhật"),
            Part("first_trained", "Lần đầu tập huấn"),
            Part("first_complete", "Lần đầu đủ cả hai"),
            Part("document_sets", "Bộ tài liệu"),
            Part("first_equipped", "Lần đầu có tài liệu"),
        ),
    ),
    FieldType.SPENDING: Shape(
        Spending,
        (
            Part("source", "Nguồn kinh phí", "@own"),
            Part("planned", "Dự toán (đồng)", width=_MONEY_WIDTH),
            Part("spent", "Đã chi (đồng)", width=_MONEY_WIDTH),
        ),
    ),
}


class Line:
    """The fields of one line."""

    def __init__(self, table: "SmallTable", number: int) -> None:
        """Make a field for each column."""
        self.fields: dict[str, ChoiceField | NumberField] = {}
        for part in table.shape.parts:
            field = self._field(table, part)
            field.setAccessibleName(f"{part.label}, dòng {number}")
            field.changed.connect(table.on_edited)
            self.fields[part.name] = field
        self.remove = QPushButton("×")
        self.remove.setFixedWidth(theme.scaled(26))
        self.remove.setToolTip("Bỏ dòng này")
        self.remove.setAccessibleName(f"Bỏ dòng {number}")
        self.remove.setAutoDefault(False)

    @property
    def blank(self) -> bool:
        """Tell whether nothing was entered in the line."""
        return not any(self.typed().values())

    def typed(self) -> dict[str, str]:
        """Return what the fields hold as text."""
        return {
            name: (field.value or field.currentText())
            if isinstance(field, ChoiceField)
            else field.text()
            for name, field in self.fields.items()
        }

    def show(self, values: Mapping[str, object]) -> None:
        """Show a row of a record, or of a draft."""
        for name, field in self.fields.items():
            value = values.get(name)
            if isinstance(field, ChoiceField):
                field.set_value(str(value) if value else None)
            elif isinstance(value, int):
                field.set_value(value or None)
            else:
                field.setText(str(value or ""))

    def values(self) -> dict[str, object]:
        """Return the values of a record's row: a blank number is zero here."""
        return {
            name: field.value or ""
            if isinstance(field, ChoiceField)
            else field.whole or 0
            for name, field in self.fields.items()
        }

    def unreadable(self, first: str) -> str:
        """Return why the line cannot be kept; blank when it can."""
        for name, field in self.fields.items():
            if isinstance(field, NumberField) and sentence_of(field):
                return sentence_of(field)
            if isinstance(field, ChoiceField):
                missing = name == first and field.value is None
                if field.problem or missing:
                    return UNKNOWN if field.problem else "Chưa chọn ở cột đầu."
        return ""

    def widgets(self) -> tuple[QWidget, ...]:
        """Return every widget of the line, in the order of Tab."""
        return (*self.fields.values(), self.remove)

    @staticmethod
    def _field(table: "SmallTable", part: Part) -> ChoiceField | NumberField:
        if not part.kind:
            number = NumberField()
            number.setFixedWidth(theme.scaled(part.width))
            return number
        choice = ChoiceField(table.choices(part))
        choice.setMinimumContentsLength(6)
        if part.kind != "@own":
            choice.setFixedWidth(theme.scaled(part.width))
        return choice


class SmallTable(QWidget):
    """Lines below headings, with one button to add a line."""

    edited = Signal()

    def __init__(self, shape: Shape, field: Field, offer: Offer) -> None:
        """Begin without a line."""
        super().__init__()
        self.shape = shape
        self._field = field
        self._offer = offer
        self.lines: list[Line] = []
        self._headings = [_heading(part) for part in shape.parts]
        self._sum = QLabel()
        self._sum.setProperty("role", "quiet")
        self._add = QPushButton(_ADD)
        self._add.setAutoDefault(False)
        self._add.setAccessibleName(f"{_ADD}: {field.label}")
        self._add.clicked.connect(self._on_add)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(theme.INSIDE)
        self._grid.setVerticalSpacing(theme.INSIDE)
        self._grid.setColumnStretch(0, 1)
        self.setFocusProxy(self._add)
        self._arrange()

    def choices(self, part: Part) -> tuple[Choice, ...]:
        """Return what a column offers."""
        kind = self._field.catalogue if part.kind == "@own" else part.kind
        return choices_of(self._offer.names.of(kind))

    def show_lines(self, rows: Sequence[Mapping[str, object]]) -> None:
        """Show exactly these rows."""
        for line in self.lines:
            self._forget(line)
        self.lines.clear()
        for row in rows:
            self._new_line().show(row)
        self._arrange()

    def on_edited(self) -> None:
        """Add up again, and tell."""
        self._sum_up()
        self.edited.emit()

    def _new_line(self) -> Line:
        line = Line(self, len(self.lines) + 1)
        line.remove.clicked.connect(lambda: self._on_remove(line))
        self.lines.append(line)
        return line

    def _on_add(self) -> None:
        line = self._new_line()
        self._arrange()
        for widget in line.widgets():
            widget.show()  # the layout would, but too late to take the focus
        line.widgets()[0].setFocus()
        self.edited.emit()

    def _on_remove(self, line: Line) -> None:
        self.lines.remove(line)
        self._forget(line)
        self._arrange()
        self._add.setFocus()
        self.edited.emit()

    def _forget(self, line: Line) -> None:
        for widget in line.widgets():
            self._grid.removeWidget(widget)
            widget.hide()
            widget.deleteLater()

    def _arrange(self) -> None:
        for at, heading in enumerate(self._headings):
            heading.setVisible(bool(self.lines))
            self._grid.addWidget(heading, 0, at, Qt.AlignmentFlag.AlignBottom)
        for row, line in enumerate(self.lines, 1):
            for at, widget in enumerate(line.widgets()):
                new = widget.parent() is not self
                self._grid.addWidget(widget, row, at)
                if new:
                    QWidget.setTabOrder(_before(self._add), widget)
        last = len(self.lines) + 1
        self._grid.addWidget(self._add, last, 0, Qt.AlignmentFlag.AlignLeft)
        self._grid.addWidget(self._sum, last, 1, 1, len(self._headings))
        self._sum_up()

    def _sum_up(self) -> None:
        name = self.shape.parts[-1].name
        if len(self.shape.parts) > len(SHAPES[FieldType.SPENDING].parts):
            name = "people"
        total = sum(_whole(line, name) for line in self.lines)
        self._sum.setText(f"Cộng: {format_integer(total)}" if total else "")


class TableEditor(Editor):
    """A small table as one field of the form."""

    def __init__(self, field: Field, offer: Offer) -> None:
        """Make the table of the field's type."""
        self._table = SmallTable(SHAPES[field.type], field, offer)
        super().__init__(field, self._table)
        self._table.edited.connect(self.changed)

    def value(self) -> tuple[object, ...]:
        """Return the rows; blank lines are left out."""
        make = self._table.shape.row
        return tuple(make(**one.values()) for one in self._table.lines if not one.blank)

    def set_value(self, value: object) -> None:
        """Show the rows of a record."""
        rows = value if isinstance(value, tuple) else ()
        names = [part.name for part in self._table.shape.parts]
        self._table.show_lines(
            [{name: getattr(row, name) for name in names} for row in rows]
        )

    def typed(self) -> list[dict[str, str]]:
        """Keep what was typed in each line."""
        return [line.typed() for line in self._table.lines]

    def set_typed(self, typed: object) -> None:
        """Show the lines of a draft."""
        lines = typed if isinstance(typed, list) else []
        self._table.show_lines([line for line in lines if isinstance(line, dict)])

    def unreadable(self) -> str:
        """Return what is wrong with the first faulty line."""
        first = self._table.shape.parts[0].name
        for number, line in enumerate(self._table.lines, 1):
            reason = "" if line.blank else line.unreadable(first)
            if reason:
                return f"Dòng {number}: {reason}"
        return ""


def _before(widget: QWidget) -> QWidget:
    """Return what Tab leaves for a widget: a new one is put between them."""
    at = widget.previousInFocusChain()
    while at is not None and (
        at.focusProxy() is not None or not at.focusPolicy() & Qt.FocusPolicy.TabFocus
    ):
        at = at.previousInFocusChain()
    return widget if at is None else at


def _heading(part: Part) -> QLabel:
    label = QLabel(part.label)
    label.setProperty("role", "quiet")
    label.setWordWrap(True)
    if part.kind != "@own":
        label.setFixedWidth(theme.scaled(part.width))
    return label


def _whole(line: Line, name: str) -> int:
    field = line.fields[name]
    return (field.whole or 0) if isinstance(field, NumberField) else 0
