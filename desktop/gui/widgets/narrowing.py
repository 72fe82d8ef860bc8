"""Let what speaks of files be as narrow as its page: names are longer than a column."""

from PySide6.QtWidgets import QComboBox, QLabel, QSizePolicy

LEAST = 12
"""Letters of a choice that always have room."""


def narrow_label(label: QLabel) -> None:
    """Let a label that wraps take the width it is given, whatever stands in it."""
    label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)


def narrow_choices(choices: QComboBox) -> None:
    """Let a list of choices take the width it is given, whatever can be chosen."""
    choices.setSizeAdjustPolicy(
        QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
    )
    choices.setMinimumContentsLength(LEAST)
