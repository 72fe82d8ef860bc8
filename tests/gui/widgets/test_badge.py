"""A badge says how many, of what, and hides at none."""

import pytest
from pytestqt.qtbot import QtBot

from desktop.gui.widgets.badge import Badge


@pytest.mark.parametrize(
    ("count", "shown", "spoken"),
    [(0, "", ""), (3, "3", "3 đơn vị chưa gửi"), (120, "99+", "120 đơn vị chưa gửi")],
)
def test_a_count_is_shown_and_spoken(
    qtbot: QtBot, count: int, shown: str, spoken: str
) -> None:
    badge = Badge()
    qtbot.addWidget(badge)
    badge.show_count(count, "%d đơn vị chưa gửi")
    assert (badge.text(), badge.accessibleName()) == (shown, spoken)
    assert badge.isHidden() is (count == 0)
