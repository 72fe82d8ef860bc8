"""Set the buttons a dialog ends with in one row."""

from PySide6.QtWidgets import QHBoxLayout, QPushButton

from desktop.gui import theme


def button_row(*buttons: QPushButton) -> QHBoxLayout:
    """Return the buttons at the right, each called by its own words."""
    row = QHBoxLayout()
    row.setSpacing(theme.BETWEEN)
    row.addStretch(1)
    for button in buttons:
        button.setAccessibleName(button.text().replace("&", ""))
        row.addWidget(button)
    return row
