"""The chip says how far a period has come, and what can be done about it."""

from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot

from desktop.gui.pages.report.period_chip import PeriodChip
from desktop.records.period import PeriodState
from desktop.rules.period_states import entering
from tests.builders import NOW
from tests.gui import walking
from tests.gui.pages.report_desk import YEAR


@pytest.mark.parametrize(
    ("state", "words", "allowed"),
    [
        (PeriodState.ENTERING, "○ Kỳ: Đang nhập", {"close"}),
        (
            PeriodState.CLOSED,
            "■ Kỳ: Đã chốt số liệu",
            {"reopen", "received", "accepted"},
        ),
        (PeriodState.SIGNED, "✓ Kỳ: Đã ký", {"reopen", "received", "accepted"}),
        (
            PeriodState.RECEIVED,
            "✓ Kỳ: Cấp trên đã nhận",
            {"reopen", "received", "accepted"},
        ),
        (PeriodState.ACCEPTED, "✓ Kỳ: Đã nghiệm thu", {"reopen", "accepted"}),
    ],
)
def test_each_state_has_its_words_and_deeds(
    qtbot: QtBot, state: PeriodState, words: str, allowed: set[str]
) -> None:
    chip = PeriodChip()
    qtbot.addWidget(chip)
    chip.show_standing(replace(entering(YEAR, NOW), state=state))
    assert chip.text().startswith(words)
    on = {code for code, each in chip.page_actions.items() if each.isEnabled()}
    assert on == allowed
    assert not walking.nameless(chip)


def test_the_reason_is_told(qtbot: QtBot) -> None:
    chip = PeriodChip()
    qtbot.addWidget(chip)
    chip.show_standing(replace(entering(YEAR, NOW), reason="Gửi thiếu"))
    assert "Gửi thiếu" in chip.toolTip()


def test_a_deed_is_wanted_by_its_code(qtbot: QtBot) -> None:
    chip = PeriodChip()
    qtbot.addWidget(chip)
    with qtbot.waitSignal(chip.wanted) as wanted:
        chip.page_actions["close"].trigger()
    assert wanted.args == ["close"]
