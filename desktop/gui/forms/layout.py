"""One labelled field of a form: label, widget, unit, help and problems below it."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from desktop.gui import theme
from desktop.gui.forms.fields import Editor
from desktop.records.register import FieldType

LABEL_WIDTH = 190
_NARROW = {
    FieldType.DATE: 150,
    FieldType.DATETIME: 250,
    FieldType.INTEGER: 130,
    FieldType.MONEY: 170,
    FieldType.DECIMAL: 130,
    FieldType.STATE: 220,
    FieldType.TIER: 220,
}
"""Widths of fields that need little room; the others take what there is."""

_WIDE = frozenset({FieldType.STAFF})
"""Small tables of many columns: they stand below their label, as wide as the form."""

_UNIT_BESIDE = frozenset({FieldType.INTEGER, FieldType.MONEY, FieldType.DECIMAL})


class LabelledField(QWidget):
    """One field with everything that is said about it."""

    def __init__(self, editor: Editor) -> None:
        """Lay the label to the left, help and problems below the field."""
        super().__init__()
        self.editor = editor
        field = editor.field
        star = " *" if field.required else ""
        self.label = _wrapped(QLabel(f"{field.label}{star}"))
        self.label.setBuddy(editor.widget)
        wide = field.type in _WIDE
        if not wide:
            self.label.setFixedWidth(theme.scaled(LABEL_WIDTH))
        self.said = _wrapped(QLabel())
        self.said.hide()
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(theme.BETWEEN)
        grid.setVerticalSpacing(2)
        grid.setColumnStretch(1, 1)
        top = Qt.AlignmentFlag.AlignTop
        self.label.setContentsMargins(0, theme.INSIDE, 0, 0)
        column, columns = (0, 2) if wide else (1, 1)
        grid.addWidget(self.label, 0, 0, 1, columns, top)
        grid.addLayout(self._line(), 1 if wide else 0, column, 1, columns)
        if field.help:
            grid.addWidget(_wrapped(_quiet(field.help)), 2, column, 1, columns)
        grid.addWidget(self.said, 3, column, 1, columns)

    def show_problems(self, wrong: Sequence[str], doubts: Sequence[str]) -> None:
        """Say what is wrong, else what is doubtful, else nothing."""
        lines = [f"▲ {text}" for text in wrong] or [f"? {text}" for text in doubts]
        self.editor.mark(wrong=bool(wrong))
        self.said.setText("\n".join(lines))
        self.said.setProperty("role", "problem" if wrong else "doubt")
        self.said.style().unpolish(self.said)
        self.said.style().polish(self.said)
        self.said.setVisible(bool(lines))
        self.editor.widget.setAccessibleDescription(
            "\n".join([*wrong, *doubts, self.editor.field.help]).strip()
        )

    def _line(self) -> QHBoxLayout:
        field, widget = self.editor.field, self.editor.widget
        line = QHBoxLayout()
        line.setSpacing(theme.BETWEEN)
        narrow = _NARROW.get(field.type)
        if narrow is None:
            # Long names of what is chosen must not make the form wider than it is.
            policy = widget.sizePolicy()
            policy.setHorizontalPolicy(QSizePolicy.Policy.Ignored)
            widget.setSizePolicy(policy)
            line.addWidget(widget, stretch=1)
            return line
        widget.setFixedWidth(theme.scaled(narrow))
        line.addWidget(widget)
        if field.unit and field.type in _UNIT_BESIDE:
            line.addWidget(_quiet(field.unit))
        line.addStretch(1)
        return line


def heading(text: str) -> QLabel:
    """Return the quiet heading of a group."""
    label = _quiet(text)
    font = label.font()
    font.setBold(True)
    label.setFont(font)
    return label


def stacked(widgets: Sequence[QWidget], parent: QWidget) -> QVBoxLayout:
    """Lay widgets one below the other, with more room before a heading."""
    column = QVBoxLayout(parent)
    column.setContentsMargins(*[theme.AROUND] * 4)
    column.setSpacing(theme.BETWEEN)
    for number, widget in enumerate(widgets):
        if number and isinstance(widget, QLabel):
            column.addSpacing(theme.GROUPS - 2 * theme.BETWEEN)
        column.addWidget(widget)
    column.addStretch(1)
    return column


def _quiet(text: str) -> QLabel:
    label = QLabel(text)
    label.setProperty("role", "quiet")
    return label


def _wrapped(label: QLabel) -> QLabel:
    label.setWordWrap(True)
    label.setTextFormat(Qt.TextFormat.PlainText)
    return label
