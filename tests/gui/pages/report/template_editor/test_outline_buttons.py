"""Buttons of the outline: only what can be done is let through."""

from pytestqt.qtbot import QtBot

from desktop.files.templates import load_template
from desktop.gui.pages.report.template_editor.outline_buttons import OutlineButtons

YEAR = load_template("report-year").sections


def test_the_first_part_goes_neither_up_nor_in_nor_out(qtbot: QtBot) -> None:
    made = OutlineButtons()
    qtbot.addWidget(made)
    made.allow(YEAR, 0)
    allowed = [
        one.isEnabled()
        for one in (made.up, made.down, made.inward, made.outward, made.less)
    ]
    assert allowed == [False, True, False, False, True]
    made.allow(YEAR, None)
    assert not made.less.isEnabled()


def test_what_was_left_out_is_offered_again(qtbot: QtBot) -> None:
    made = OutlineButtons()
    qtbot.addWidget(made)
    wanted: list[tuple[str, str]] = []
    made.add_wanted.connect(lambda *what: wanted.append(what))
    made.offer(YEAR[:1])
    first, _, second = made.more.menu().actions()
    assert second.text() == "Lấy lại: Công tác chỉ đạo, triển khai"
    first.trigger()
    second.trigger()
    assert wanted == [("section", ""), ("section", "direction")]
