"""Headings of groups are bold, help below a field breaks; both are quiet."""

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desktop.gui.widgets.quiet_label import heading, hint


def test_a_heading_is_bold_and_help_breaks_into_lines(qtbot: QtBot) -> None:
    title, help_line = heading("Nhóm"), hint("Một dòng dài")
    for each in (title, help_line):
        qtbot.addWidget(each)
        assert each.property("role") == "quiet"
    assert title.font().bold()
    assert help_line.wordWrap()


def test_what_looks_like_markup_in_help_is_shown_as_text(qtbot: QtBot) -> None:
    line = hint("Sẽ ký <b>tệp</b>.xlsx")
    qtbot.addWidget(line)
    assert line.textFormat() == Qt.TextFormat.PlainText
