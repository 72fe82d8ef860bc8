"""Mark a field as wrong, and unmark it, the same way everywhere."""

from PySide6.QtWidgets import QWidget


def mark(field: QWidget, sentence: str) -> None:
    """Give a field a red edge and say why in its tip; a blank sentence unmarks it."""
    wrong = bool(sentence)
    field.setToolTip(sentence)
    field.setAccessibleDescription(sentence)
    if bool(field.property("wrong")) == wrong:
        return
    field.setProperty("wrong", wrong)
    # A rule of the sheet that hangs on a property is looked up again only so.
    field.style().unpolish(field)
    field.style().polish(field)
