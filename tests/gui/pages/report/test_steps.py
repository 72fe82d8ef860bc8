"""Six steps from left to right: done, next, and not yet."""

from pytestqt.qtbot import QtBot

from desktop.gui.pages.report.steps import STEPS, ReportSteps


def shown(qtbot: QtBot) -> ReportSteps:
    steps = ReportSteps()
    qtbot.addWidget(steps)
    steps.show_steps(allowed={"write", "preview"}, done={"write"}, following="preview")
    return steps


def test_what_is_done_has_a_tick_and_what_comes_next_stands_out(qtbot: QtBot) -> None:
    steps = shown(qtbot)
    assert steps.buttons["write"].text() == "✓ Soạn"
    assert steps.buttons["write"].accessibleDescription() == "Đã xong"
    assert steps.buttons["preview"].text() == "3  Xem trước"
    primary = [code for code, each in steps.buttons.items() if each.property("primary")]
    assert primary == ["preview"]


def test_what_cannot_be_done_yet_can_neither_be_clicked_nor_keyed(qtbot: QtBot) -> None:
    steps = shown(qtbot)
    assert not steps.buttons["sign"].isEnabled()
    assert not steps.page_actions["sign"].isEnabled()


def test_a_click_and_a_key_want_the_same(qtbot: QtBot) -> None:
    steps = shown(qtbot)
    for act in (steps.buttons["preview"].click, steps.page_actions["preview"].trigger):
        with qtbot.waitSignal(steps.wanted) as wanted:
            act()
        assert wanted.args == ["preview"]


def test_every_step_has_a_key_of_its_own(qtbot: QtBot) -> None:
    keys = [key for _, _, key in STEPS]
    assert all(keys)
    assert len(set(keys)) == len(keys)
