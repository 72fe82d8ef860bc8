"""The page begins with its name; the line above the report tells what comes next."""

from PySide6.QtWidgets import QLabel, QPushButton, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from desktop.gui.pages.report.frame import facts_row, head_row
from tests.gui import walking


def test_every_part_of_head_and_line_is_seen_and_named(qtbot: QtBot) -> None:
    page, more = QWidget(), QToolButton()
    qtbot.addWidget(page)
    head = head_row(QLabel("Báo cáo năm"), QLabel("Kỳ"), more)
    page.setLayout(head)
    assert head.count() == 5
    assert more.accessibleName() == "Việc khác của báo cáo"
    assert not walking.nameless(page)
    facts, following = QLabel("Bản thảo."), QLabel("Tiếp theo: soát.")
    line = facts_row(facts, following, QPushButton("Mở thư mục"))
    assert line.stretch(0) > line.stretch(1) > 0, "with large letters both may wrap"
    assert facts.wordWrap()
    assert following.wordWrap()
