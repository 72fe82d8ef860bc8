"""One contest three agencies tell of: joined it counts once, apart three times."""

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop.gui.pages.activities.activities import ActivitiesPage
from desktop.gui.pages.activities.joining.join_dialog import JoinDialog
from desktop.gui.pages.activities.joining.twins_dialog import TwinsDialog
from desktop.gui.pages.history.dialog import HistoryDialog
from desktop.gui.pages.plan.plan import PlanPage
from desktop.records.activity import Activity
from desktop.store import records
from tests import builders
from tests.journeys.officer import CTRL, SHIFT, Officer

CONTEST = {
    "title": "Hoi thi tim hieu quyen con nguoi",
    "first_day": "5/6/2024",
    "last_day": "5/6/2024",
    "place": "Nha van hoa",
}
REST = {"form": "tim hieu", "pillar": "pho bien", "attendance": "300"}
REPORTERS = ("xa dak mar", "xa dak la", "phong van hoa")


@pytest.fixture
def officer(office: Path, tmp_path: Path, qtbot: QtBot) -> Iterator[Officer]:
    made = Officer(tmp_path, qtbot)
    made.open(office)
    made.choose_year("2024")
    yield made
    made.leave()


def enter(officer: Officer, agency: str) -> None:
    """Write the contest down as one of its reporters."""
    officer.record("contest", CONTEST | {"agency": agency} | REST)


def entries(officer: Officer) -> tuple[Activity, ...]:
    return tuple(records.find(officer.session.store.reader, Activity))


def figures(officer: Officer) -> dict[str, tuple[str, str]]:
    """Return activities and people of each agency, and of all, as the plan shows."""
    page = officer.go_to(2)
    assert isinstance(page, PlanPage)
    officer.wait(lambda: page.book)
    page.tabs.setCurrentWidget(page.agencies)
    page.agencies.figures_button.setChecked(True)
    officer.wait(lambda: page.agencies.figures.list.model_.rows)
    model = page.agencies.figures.list.model_
    told = [
        [str(model.index(row, column).data()) for column in range(3)]
        for row in range(model.rowCount())
    ]
    return {name: (events, people) for name, events, people in told}


def look_through(officer: Officer) -> TwinsDialog:
    """Open what looks alike, with the keys for it."""
    page = officer.go_to(3)
    officer.press(Qt.Key.Key_D, CTRL | SHIFT)
    (dialog,) = page.findChildren(TwinsDialog)
    officer.wait(lambda: dialog.pairs)
    return dialog


def history(officer: Officer) -> list[str]:
    """Return what the history in the window says was done, the newest first."""
    officer.press(Qt.Key.Key_H, CTRL | SHIFT)
    (dialog,) = officer.window.findChildren(HistoryDialog)
    model = dialog.deeds.model_
    assert model.headerData(3, Qt.Orientation.Horizontal) == "Việc"
    told = [str(model.index(row, 3).data()) for row in range(model.rowCount())]
    dialog.reject()
    return told


def _less(left: Callable[[], int], before: int) -> bool:
    return left() < before


def join_all(officer: Officer) -> None:
    """Join pair after pair until nothing looks alike any more."""
    dialog = look_through(officer)

    def left() -> int:
        return len(dialog.pairs)

    assert left() == 3
    while before := left():
        dialog.list.selectRow(0)
        QTest.keyClick(dialog.join_button, Qt.Key.Key_Space)
        joining = next(
            one for one in dialog.findChildren(JoinDialog) if one.isVisible()
        )
        assert "lượt người" in joining.effect.text()
        QTest.keyClick(joining.do_button, Qt.Key.Key_Space)
        officer.wait(partial(_less, left, before))
    dialog.reject()


def take_apart(officer: Officer) -> None:
    """Select all three in the list, and let each be counted by itself."""
    page = officer.go_to(3)
    assert isinstance(page, ActivitiesPage)
    page.registers.choose("contest")
    officer.wait(lambda: page.view is not None and page.model.rowCount() == 3)
    assert page.view is not None
    model = page.view.rows.selectionModel()
    flags = QItemSelectionModel.SelectionFlag
    for row in range(3):
        index = page.view.rows.model().index(row, 0)
        model.select(index, flags.Select | flags.Rows)
    officer.wait(page.events.free.isEnabled)
    page.events.free.trigger()
    officer.wait(lambda: not any(one.joined_to for one in entries(officer)))


def test_a_contest_of_three_reporters_is_counted_once_and_apart_again(
    officer: Officer,
) -> None:
    for name in REPORTERS:
        enter(officer, name)
    assert [one.attendance for one in entries(officer)] == [300, 300, 300]
    apart = figures(officer)
    assert len(apart) == 4
    *units, total = apart.values()
    assert (units, total) == ([("1", "300")] * 3, ("3", "900"))

    join_all(officer)
    (lead,) = {one.joined_to for one in entries(officer) if one.joined_to}
    counted = records.get(officer.session.store.reader, Activity, str(lead))
    assert counted is not None
    assert counted.agency == builders.OWN, "the office's own entry is proposed"
    officer.wait(lambda: [*figures(officer).values()][-1] == ("1", "300"))
    assert [*figures(officer).values()][:-1] == units, "each keeps its credit"

    take_apart(officer)
    officer.wait(lambda: figures(officer) == apart)
    told = history(officer)
    assert told.count("Tách khỏi sự kiện chung") == 1
    assert told.count("Ghép thành sự kiện chung") == 2, "both acts stay in the history"
