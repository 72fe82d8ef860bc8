"""Lay out what frames the report on its page: the head, and the line above it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolButton, QWidget

from desktop.gui import theme


def head_row(kinds: QWidget, chip: QWidget, more: QToolButton) -> QHBoxLayout:
    """Return title and kind on the left; state of the period, other deeds right."""
    title = QLabel("Báo cáo")
    title.setProperty("role", "title")
    more.setObjectName("more_deeds")
    more.setText("Việc khác  ▾")
    more.setAccessibleName("Việc khác của báo cáo")
    more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
    row = QHBoxLayout()
    row.setSpacing(theme.BETWEEN)
    row.addWidget(title)
    row.addWidget(kinds)
    row.addStretch(1)
    row.addWidget(chip)
    row.addWidget(more)
    return row


def facts_row(facts: QLabel, following: QLabel, folder: QWidget) -> QHBoxLayout:
    """Return a line of what is on screen, what comes next, and its folder."""
    facts.setProperty("role", "quiet")
    following.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
    row = QHBoxLayout()
    for label, share in ((facts, 3), (following, 2)):
        label.setWordWrap(True)
        row.addWidget(label, stretch=share)
    row.addWidget(folder)
    return row
