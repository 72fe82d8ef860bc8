"""Set labelled fields of a key below each other, each with a button beside it."""

from collections.abc import Iterable

from PySide6.QtWidgets import QGridLayout, QLabel, QPushButton, QWidget

from desktop.gui import theme

LABEL_WIDTH = 110
"""Pixels at 100 %: the two ways to a key change nothing of the place of fields."""


def set_rows(
    parent: QWidget, rows: Iterable[tuple[str, QWidget, QPushButton | None]]
) -> QGridLayout:
    """Lay out labels with mnemonics, the fields they lead to, and their buttons."""
    grid = QGridLayout(parent)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(theme.BETWEEN)
    grid.setVerticalSpacing(theme.BETWEEN)
    grid.setColumnMinimumWidth(0, theme.scaled(LABEL_WIDTH))
    grid.setColumnStretch(1, 1)
    for row, (words, field, button) in enumerate(rows):
        label = QLabel(words)
        label.setBuddy(field)
        field.setAccessibleName(words.replace("&", ""))
        grid.addWidget(label, row, 0)
        if button is None:
            grid.addWidget(field, row, 1, 1, 2)
            continue
        button.setAccessibleName(button.text().replace("&", ""))
        button.setAutoDefault(False)
        grid.addWidget(field, row, 1)
        grid.addWidget(button, row, 2)
    return grid
