"""Two versions are compared by figure; a report is held against the one before it."""

from collections.abc import Iterator
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from desktop.gui.pages.report.compare_dialog import CompareDialog
from desktop.gui.pages.report.work import standings
from desktop.operations.entries.record_entry import record
from tests.builders import an_activity
from tests.gui import walking
from tests.gui.pages.report_desk import Desk, issue


@pytest.fixture
def dialog(desk: Desk, qtbot: QtBot) -> Iterator[CompareDialog]:
    for number in ("a", "b", "c"):
        record(desk.store, an_activity(id=number))
        issue(desk.store, export=False, sign=False)
    second = standings(desk.store)[1].issued.id
    made = CompareDialog(desk.session, standings(desk.store), second)
    qtbot.addWidget(made)
    made.show()
    yield made
    made.reject()


def test_a_report_is_held_against_the_one_before_it(dialog: CompareDialog) -> None:
    assert dialog.newer.currentText().startswith("Bản 2, số 5")
    assert dialog.older.currentText().startswith("Bản 1, số 5")
    assert "số khác nhau" in dialog.said.text()
    assert not walking.nameless(dialog)


def test_any_two_can_be_chosen(dialog: CompareDialog) -> None:
    few = max(abs(one.new - one.old) for one in _numbers(dialog))
    dialog.newer.setCurrentIndex(0)
    dialog.newer.activated.emit(0)
    assert max(abs(one.new - one.old) for one in _numbers(dialog)) == 2 * few


def test_the_same_twice_is_no_comparison(dialog: CompareDialog) -> None:
    dialog.newer.setCurrentIndex(dialog.older.currentIndex())
    dialog.compare()
    assert dialog.said.text() == "Chọn hai bản khác nhau."


def _numbers(dialog: CompareDialog) -> list[Any]:
    rows = dialog.changes.model_.rows
    return [one for one in rows if one.at.column == "direct_attendance"]
