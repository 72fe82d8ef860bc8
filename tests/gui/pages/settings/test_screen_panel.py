"""Text size and colours are wished for, and shown as they are."""

from pytestqt.qtbot import QtBot

from desktop.gui.pages.settings.screen_panel import ScreenPanel
from desktop.gui.settings import Settings
from tests.gui import walking


def test_it_shows_what_is_chosen_now(settings: Settings, qtbot: QtBot) -> None:
    settings.text_size, settings.scheme = 120, "dark"
    panel = ScreenPanel(settings)
    qtbot.addWidget(panel)
    assert panel.size_field.currentText() == "120 %"
    assert panel.scheme_field.currentText() == "Nền tối"
    assert not walking.nameless(panel)


def test_a_size_is_wished_for_as_a_difference(settings: Settings, qtbot: QtBot) -> None:
    panel = ScreenPanel(settings)
    qtbot.addWidget(panel)
    row = panel.size_field.findData(130)
    panel.size_field.setCurrentIndex(row)
    with qtbot.waitSignal(panel.text_size_wanted) as wanted:
        panel.size_field.activated.emit(row)
    assert wanted.args == [30]


def test_the_same_size_is_no_wish(settings: Settings, qtbot: QtBot) -> None:
    panel = ScreenPanel(settings)
    qtbot.addWidget(panel)
    with qtbot.assertNotEmitted(panel.text_size_wanted):
        panel.size_field.activated.emit(panel.size_field.currentIndex())


def test_colours_are_wished_for_by_code(settings: Settings, qtbot: QtBot) -> None:
    panel = ScreenPanel(settings)
    qtbot.addWidget(panel)
    panel.scheme_field.setCurrentIndex(2)
    with qtbot.waitSignal(panel.scheme_wanted) as wanted:
        panel.scheme_field.activated.emit(2)
    assert wanted.args == ["dark"]
