"""The rail lists places with words, and counts what waits in them."""

from pytestqt.qtbot import QtBot

from desktop.gui.places import PLACES
from desktop.gui.widgets.rail import Rail


def test_every_place_has_its_word_and_one_is_chosen(qtbot: QtBot) -> None:
    rail = Rail()
    qtbot.addWidget(rail)
    rail.show_places(PLACES)
    assert rail.current == ""
    with qtbot.waitSignal(rail.chosen) as told:
        rail.choose("report")
    assert (told.args, rail.current) == (["report"], "report")
    assert [rail.button(each.code).text() for each in PLACES] == [
        "Tổng quan",
        "Kế hoạch",
        "Hoạt động",
        "Thu thập",
        "Báo cáo",
        "Bàn giao",
        "Thiết lập",
    ]


def test_choosing_the_chosen_place_says_nothing(qtbot: QtBot) -> None:
    rail = Rail()
    qtbot.addWidget(rail)
    rail.show_places(PLACES)
    rail.choose("plan")
    with qtbot.assertNotEmitted(rail.chosen):
        rail.choose("plan")


def test_icons_come_when_they_are_drawn_and_counts_beside_them(qtbot: QtBot) -> None:
    rail = Rail()
    qtbot.addWidget(rail)
    rail.show_places(PLACES)
    assert rail.button("collect").icon().isNull()
    rail.draw_icons()
    assert not any(rail.button(each.code).icon().isNull() for each in PLACES)
    rail.show_count("collect", 3, "%d đơn vị chưa gửi")
    assert rail.button("collect").badge.text() == "3"


def test_a_count_is_no_taller_than_its_digits_need(qtbot: QtBot) -> None:
    rail = Rail()
    qtbot.addWidget(rail)
    rail.show_places(PLACES)
    rail.show_count("collect", 34, "%d đơn vị")
    rail.show()
    badge = rail.button("collect").badge
    assert badge.height() <= badge.sizeHint().height()
