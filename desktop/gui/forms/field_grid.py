"""A few labelled fields one below the other, each with what is wrong with it."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QGridLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QSizePolicy,
    QWidget,
)

from desktop.errors import Problem
from desktop.gui import theme
from desktop.gui.widgets.date_field import DateField
from desktop.gui.widgets.marking import mark
from desktop.rules.vietnamese import normalise, one_line
from desktop.wording.problems import sentence

LABEL_WIDTH = 170
_DAY_WIDTH = 150


class FieldGrid(QWidget):
    """Labels at the left, fields at the right, problems under each field."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Begin without fields."""
        super().__init__(parent)
        self.fields: dict[str, QWidget] = {}
        self._said: dict[str, QLabel] = {}
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(theme.BETWEEN)
        self._grid.setVerticalSpacing(theme.INSIDE)
        self._grid.setColumnStretch(1, 1)

    def add(self, name: str, words: str, field: QWidget, hint: str = "") -> None:
        """Add a field under those there are; `&` in its words makes a key."""
        row = self._grid.rowCount()
        label = QLabel(words)
        label.setWordWrap(True)
        label.setBuddy(field)
        label.setFixedWidth(theme.scaled(LABEL_WIDTH))
        plain = words.replace("&", "").removesuffix(" *")
        field.setAccessibleName(plain)
        top = Qt.AlignmentFlag.AlignTop
        tall = isinstance(field, QPlainTextEdit)
        place = top if tall else Qt.AlignmentFlag.AlignVCenter
        self._grid.addWidget(label, row, 0, place)
        if isinstance(field, DateField):
            field.setFixedWidth(theme.scaled(_DAY_WIDTH))
            self._grid.addWidget(field, row, 1, Qt.AlignmentFlag.AlignLeft)
        else:
            _let_shrink(field)
            self._grid.addWidget(field, row, 1)
        self._add_lines(name, field, hint)

    def add_check(self, name: str, field: QCheckBox) -> None:
        """Add a box to tick, which bears its own words."""
        field.setAccessibleName(field.text().replace("&", ""))
        self._grid.addWidget(field, self._grid.rowCount(), 1)
        self._add_lines(name, field, "")

    def finish(self) -> None:
        """Leave the rest of the room empty."""
        self._grid.setRowStretch(self._grid.rowCount(), 1)

    def show_problems(self, problems: Iterable[Problem]) -> tuple[Problem, ...]:
        """Mark each field with what is wrong or doubtful; return what has no field."""
        found = tuple(problems)
        for name, field in self.fields.items():
            mine = [one for one in found if one.field == name]
            self._show(name, field, mine)
        return tuple(one for one in found if one.field not in self.fields)

    def focus_fault(self) -> bool:
        """Put the cursor into the first field that is wrong; tell whether one is."""
        wrong = (field for field in self.fields.values() if field.property("wrong"))
        first = next(wrong, None)
        if first is not None:
            first.setFocus()
        return first is not None

    def _add_lines(self, name: str, field: QWidget, hint: str) -> None:
        row = self._grid.rowCount()
        if hint:
            quiet = QLabel(hint)
            quiet.setProperty("role", "quiet")
            quiet.setWordWrap(True)
            self._grid.addWidget(quiet, row, 1)
        field.setAccessibleDescription(hint)
        said = QLabel()
        said.setWordWrap(True)
        said.setTextFormat(Qt.TextFormat.PlainText)
        said.hide()
        self._grid.addWidget(said, row + 1, 1)
        self.fields[name] = field
        self._said[name] = said

    def _show(self, name: str, field: QWidget, problems: Sequence[Problem]) -> None:
        wrong = [sentence(one) for one in problems if one.blocking]
        doubts = [sentence(one) for one in problems if not one.blocking]
        mark(field, "\n".join(wrong))
        lines = [f"▲ {text}" for text in wrong] or [f"? {text}" for text in doubts]
        said = self._said[name]
        said.setText("\n".join(lines))
        said.setProperty("role", "problem" if wrong else "doubt")
        said.style().unpolish(said)
        said.style().polish(said)
        said.setVisible(bool(lines))


def text_of(field: QLineEdit) -> str:
    """Return what stands in a line, in its stored form."""
    return one_line(field.text())


def lines_of(field: QPlainTextEdit) -> tuple[str, ...]:
    """Return the lines that are not blank, each in its stored form."""
    lines = (one_line(line) for line in normalise(field.toPlainText()).splitlines())
    return tuple(line for line in lines if line)


def day_problems(name: str, field: DateField, *, needed: bool) -> tuple[Problem, ...]:
    """Return what is wrong with a day as it was typed."""
    if field.problem:
        return (Problem(name, f"date_{field.problem}", (field.text(),)),)
    if needed and field.value is None:
        return (Problem(name, "missing"),)
    return ()


def lines_field(rows: int) -> QPlainTextEdit:
    """Return a field of several lines, which Tab leaves."""
    field = QPlainTextEdit()
    field.setTabChangesFocus(True)
    field.setFixedHeight(field.fontMetrics().lineSpacing() * rows + theme.AROUND)
    return field


def _let_shrink(field: QWidget) -> None:
    """Let long names of what is chosen not make the form wider than it is."""
    if isinstance(field, QComboBox) or field.inherits("QPushButton"):
        policy = field.sizePolicy()
        policy.setHorizontalPolicy(QSizePolicy.Policy.Ignored)
        field.setSizePolicy(policy)
