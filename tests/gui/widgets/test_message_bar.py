"""Good news fades, a fault stays, and each offers one thing to do."""

import pytest
from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from desktop.gui.widgets.message_bar import MessageBar


@pytest.fixture
def bar(qtbot: QtBot) -> MessageBar:
    made = MessageBar()
    qtbot.addWidget(made)
    return made


def test_news_is_said_with_one_thing_to_do(bar: MessageBar) -> None:
    done: list[str] = []
    bar.say("Đã xóa 3 dòng", "Hoàn tác", lambda: done.append("undone"))
    assert bar.text == "Đã xóa 3 dòng"
    bar.findChildren(QPushButton)[0].click()
    assert (done, bar.text) == (["undone"], "")


def test_news_fades_and_a_fault_stays(bar: MessageBar, qtbot: QtBot) -> None:
    bar._fade.setInterval(20)
    bar.say("Đã lưu")
    qtbot.waitUntil(bar.isHidden)
    bar.say("Đã lưu")
    bar.warn("Chưa lưu được")
    qtbot.wait(60)
    assert bar.text == "Chưa lưu được"


def test_without_a_verb_there_is_nothing_to_press_but_close(bar: MessageBar) -> None:
    bar.say("Đã lưu")
    do, close = bar.findChildren(QPushButton)
    assert (do.isHidden(), close.accessibleName()) == (True, "Đóng thông báo")


class Changes(QObject):
    changed = Signal(object, object)


def test_an_offer_goes_when_it_is_old_and_what_is_said_then_stays(
    bar: MessageBar,
) -> None:
    changes = Changes()
    bar.say("Đã xóa", "Hoàn tác", list, until=changes.changed)
    changes.changed.emit(frozenset({"tasks"}), None)
    assert bar.text == ""
    bar.say("Đã sửa", "Hoàn tác", list, until=changes.changed)
    bar.warn("Chưa lưu được")
    changes.changed.emit(frozenset({"tasks"}), None)
    assert bar.text == "Chưa lưu được"
