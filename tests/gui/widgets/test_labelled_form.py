"""Words before a field name it and lead to it, and its button is called by its own."""

from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from desktop.gui.widgets.labelled_form import labelled_form


def test_each_field_is_named_and_reached_by_its_words(qtbot: QtBot) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    file, words, button = QLineEdit(), QLineEdit(), QPushButton("Chọn &tệp…")
    page.setLayout(
        labelled_form(("Tệp &bàn giao:", file, button), ("&Câu mật khẩu:", words))
    )
    assert [one.accessibleName() for one in (file, words)] == [
        "Tệp bàn giao",
        "Câu mật khẩu",
    ]
    assert [one.buddy() for one in page.findChildren(QLabel)] == [file, words]
    assert button.accessibleName() == "Chọn tệp"
    assert not button.autoDefault()
