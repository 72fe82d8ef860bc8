"""The list of things found is a proper model, and headings are no choices."""

from PySide6.QtCore import Qt
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from desktop.gui.widgets.found_list import Found, FoundModel, Group


def model() -> FoundModel:
    made = FoundModel()
    more = Found("Xem cả 7…", "activities")
    made.show_groups((Group("Hoạt động · 7", (Found("Tập huấn", 1),), more),))
    return made


def test_the_model_keeps_qt_s_rules(qtmodeltester: ModelTester, qtbot: QtBot) -> None:
    qtmodeltester.check(model())  # type: ignore[no-untyped-call]


def test_a_heading_cannot_be_chosen_and_everything_else_can(qtbot: QtBot) -> None:
    made = model()
    flags = [made.flags(made.index(row, 0)) for row in range(made.rowCount())]
    assert flags[0] == Qt.ItemFlag.NoItemFlags
    assert all(Qt.ItemFlag.ItemIsSelectable in one for one in flags[1:])


def test_the_next_choice_passes_over_headings_both_ways(qtbot: QtBot) -> None:
    made = model()
    assert [made.next_choice(at, 1) for at in (-1, 1, 2)] == [1, 2, 1]
    assert made.next_choice(1, -1) == 2
    made.show_groups(())
    assert made.next_choice(-1, 1) == -1
