"""An empty place says what belongs there and offers the first step."""

from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from desktop.gui.widgets.empty_state import EmptyState


def test_the_first_step_is_the_primary_one_and_each_does_its_work(
    qtbot: QtBot,
) -> None:
    done: list[str] = []
    state = EmptyState(
        "Chưa có gì",
        (("Ghi", lambda: done.append("write")), ("Nhập", lambda: done.append("read"))),
    )
    qtbot.addWidget(state)
    buttons = state.findChildren(QPushButton)
    for button in buttons:
        button.click()
    assert done == ["write", "read"]
    assert [bool(button.property("primary")) for button in buttons] == [True, False]
