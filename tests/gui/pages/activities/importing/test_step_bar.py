"""Three steps, each saying what is still open in it."""

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop.gui.pages.activities.importing.step_bar import Place, StepBar
from desktop.gui.session import Session
from desktop.rules.entry_table.fates import Match
from tests.gui.entry_office import register
from tests.gui.pages.activities.importing.previews import a_preview


def texts(bar: StepBar) -> list[str]:
    return [one.text() for one in bar.buttons.values() if not one.isHidden()]


def test_what_is_open_is_counted(session: Session, qtbot: QtBot) -> None:
    bar = StepBar()
    qtbot.addWidget(bar)
    shown = a_preview(register(session, "training"))
    bar.show_preview(shown, words=False)
    assert texts(bar) == ["&1 Cột  ? 1", "&3 Dòng  10"]
    asking = replace(shown.columns[2], asked=("dmy", "mdy"))
    columns = (*shown.columns[:2], asking, *shown.columns[3:])
    words = (("pillar", "Kiến thưc", ("knowledge",)),)
    bar.show_preview(
        replace(shown, columns=columns, wanting=("form",), unknown_words=words),
        words=True,
    )
    assert texts(bar) == ["&1 Cột  ▲ 2", "&2 Chữ chưa biết  ▲ 1", "&3 Dòng  10"]


def test_what_is_settled_has_its_tick(session: Session, qtbot: QtBot) -> None:
    bar = StepBar()
    qtbot.addWidget(bar)
    shown = a_preview(register(session, "training"))
    columns = tuple(replace(one, match=Match.EXACT) for one in shown.columns)
    bar.show_preview(replace(shown, columns=columns), words=True)
    assert texts(bar)[:2] == ["&1 Cột  ✓", "&2 Chữ chưa biết  ✓"]


def test_a_step_is_gone_to_by_a_click(qtbot: QtBot) -> None:
    bar = StepBar()
    qtbot.addWidget(bar)
    assert (bar.current, bar.button) == (
        Place.COLUMNS,
        bar.buttons[Place.COLUMNS],
    )
    with qtbot.waitSignal(bar.chosen) as heard:
        QTest.mouseClick(bar.buttons[Place.ROWS], Qt.MouseButton.LeftButton)
    assert heard.args == [Place.ROWS]
    assert (bar.current, bar.button) == (Place.ROWS, bar.buttons[Place.ROWS])
    bar.choose(Place.WORDS)
    assert bar.button is bar.buttons[Place.WORDS]
