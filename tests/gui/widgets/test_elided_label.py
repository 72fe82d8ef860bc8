"""A long name never makes the window wider, and can be read in full."""

from pytestqt.qtbot import QtBot

from desktop.gui.widgets.elided_label import ElidedLabel


def test_a_long_text_asks_for_little_room_and_is_whole_in_its_tip(
    qtbot: QtBot,
) -> None:
    name = "Trung tâm Văn hóa - Thể thao - Du lịch và Truyền thông " * 3
    label = ElidedLabel(name)
    qtbot.addWidget(label)
    label.resize(120, 24)
    assert label.minimumSizeHint().width() < 200
    assert (label.text(), label.toolTip()) == (name, name)
    assert not label.grab().isNull()
