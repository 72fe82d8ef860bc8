"""Set fields below each other, each with its words before it."""

from PySide6.QtWidgets import QFormLayout, QHBoxLayout, QLabel, QPushButton, QWidget

from desktop.gui import theme


def labelled_form(
    *rows: tuple[str, QWidget] | tuple[str, QWidget, QPushButton],
) -> QFormLayout:
    """Return a form of words with mnemonics, fields they lead to, and their buttons."""
    form = QFormLayout()
    form.setSpacing(theme.BETWEEN)
    for words, field, *buttons in rows:
        label = QLabel(words)
        label.setBuddy(field)
        field.setAccessibleName(words.replace("&", "").rstrip(":"))
        if buttons:
            form.addRow(label, _beside(field, buttons[0]))
        else:
            form.addRow(label, field)
    return form


def _beside(field: QWidget, button: QPushButton) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(theme.BETWEEN)
    row.addWidget(field, stretch=1)
    button.setAutoDefault(False)
    button.setAccessibleName(button.text().replace("&", "").rstrip("…"))
    row.addWidget(button)
    return row
