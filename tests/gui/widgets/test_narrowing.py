"""A long name takes the width it is given, and asks for none of its own."""

from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QWidget
from pytestqt.qtbot import QtBot

from desktop.gui.widgets.narrowing import narrow_choices, narrow_label

LONG = "goi_phong-van-hoa-thong-tin-huyen-dak-ha_2024_v1_minh-chung-rut-gon.zip.age"


def test_neither_a_label_nor_choices_widen_what_holds_them(qtbot: QtBot) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    label, choices = QLabel(LONG), QComboBox()
    label.setWordWrap(True)
    choices.addItem(LONG)
    wide = choices.minimumSizeHint().width()
    narrow_label(label)
    narrow_choices(choices)
    row = QHBoxLayout(page)
    row.addWidget(label)
    row.addWidget(choices)
    assert page.minimumSizeHint().width() < wide
    assert choices.minimumSizeHint().width() > 0, "some letters always have room"
