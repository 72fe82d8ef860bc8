"""Headings of settings are bold, help below a field breaks; both are quiet."""

from pytestqt.qtbot import QtBot

from desktop.gui.pages.settings.groups import heading, hint


def test_a_heading_is_bold_and_help_breaks_into_lines(qtbot: QtBot) -> None:
    title, help_line = heading("Nhóm"), hint("Một dòng dài")
    for each in (title, help_line):
        qtbot.addWidget(each)
        assert each.property("role") == "quiet"
    assert title.font().bold()
    assert help_line.wordWrap()
