"""The yellow bar says of when the office is seen, and offers the way back."""

import datetime as dt

from pytestqt.qtbot import QtBot

from desktop.gui.past_bar import PastBar

AT = dt.datetime(2026, 11, 12, 17, 0, tzinfo=dt.UTC)


def test_the_moment_is_told(qtbot: QtBot) -> None:
    bar = PastBar()
    qtbot.addWidget(bar)
    assert bar.text == ""
    bar.show_moment(AT)
    assert bar.text == "Đang xem sổ như lúc 17:00 ngày 12/11/2026 – chỉ đọc."
    bar.show_moment(AT, incomplete=True)
    assert bar.text.endswith("nay để trống.")
    bar.show_moment(None)
    assert bar.text == "Đang xem sổ như trước đây – chỉ đọc."


def test_the_way_back_is_a_button_with_words(qtbot: QtBot) -> None:
    bar = PastBar()
    qtbot.addWidget(bar)
    with qtbot.waitSignal(bar.back_wanted):
        bar.back_button.click()
    assert bar.back_button.accessibleName() == "Về hôm nay"
