"""Fields of a key are led to by their labels and by name."""

from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from desktop.gui.pages.signing.labelled import set_rows
from tests.gui import walking


def test_every_field_has_a_label_that_leads_to_it_and_a_name(qtbot: QtBot) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    first, second = QLineEdit(), QLineEdit()
    button = QPushButton("&Tìm")
    set_rows(parent, (("&Tệp", first, button), ("&Mã", second, None)))
    parent.show()
    assert [each.buddy() for each in parent.findChildren(QLabel)] == [first, second]
    assert (first.accessibleName(), button.accessibleName()) == ("Tệp", "Tìm")
    assert not button.autoDefault()
    assert not walking.nameless(parent)
