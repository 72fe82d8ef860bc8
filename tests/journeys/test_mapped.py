"""A unit with a plan of its own: settled once through the window, never asked again."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop.gui.pages.collect.mapping.mapping_dialog import NOWHERE, MappingDialog
from desktop.gui.pages.collect.tray.tray_pane import TrayPane
from desktop.operations.offices.create_office import create_office
from desktop.records.activity import Activity
from desktop.records.arrival import Arrival, Sorting
from desktop.records.exchange import Mapping
from desktop.records.target import Achievement
from desktop.store import records
from tests.builders import PLAN, task
from tests.journeys.officer import Officer
from tests.journeys.test_tray import drop, press, tray_of
from tests.operations.intake.own_plan import GOAL, by_own_plan
from tests.operations.intake.sent_packages import COMMUNE, OTHER, a_package


@pytest.fixture
def officer(tmp_path: Path, qtbot: QtBot) -> Iterator[Officer]:
    create_office(tmp_path / "so.stt", PLAN, officer="Y Hà")
    found = Officer(tmp_path, qtbot)
    found.open(tmp_path / "so.stt")
    found.choose_period("Quý II", "2024")
    yield found
    found.leave()


def looked_at(officer: Officer, path: Path) -> tuple[TrayPane, Arrival]:
    """Drop a file and wait until it is known what it is."""
    drop(officer, [path])
    tray = tray_of(officer)
    officer.wait(lambda: tray.contents.lines and not tray.inspecting.running)
    (line,) = tray.contents.lines
    return tray, line.arrival


def take_in(officer: Officer, tray: TrayPane) -> None:
    """Tick the one file, and take it in."""
    (line,) = tray.contents.lines
    if not line.ticked:
        tray.layout_.files.selectRow(0)
        QTest.keyClick(tray.layout_.files, Qt.Key.Key_Space)
    press(tray.layout_.accept_button)
    officer.wait(lambda: not tray.contents.lines)


def asked(tray: TrayPane) -> MappingDialog:
    """Press the button beside the file that asks for names."""
    tray.layout_.files.selectRow(0)
    press(tray.layout_.detail.buttons["map"])
    assert isinstance(tray.dialog, MappingDialog)
    return tray.dialog


def kept(officer: Officer, tray: TrayPane, dialog: MappingDialog) -> None:
    """Remember what was chosen, and wait until the file was looked at again."""
    before = records.count(officer.session.store.reader, Mapping)
    press(dialog.keep_button)
    officer.wait(
        lambda: (
            records.count(officer.session.store.reader, Mapping) > before
            and not tray.inspecting.running
        )
    )


def test_a_plan_nobody_here_knows_is_settled_once_for_all_its_units(
    officer: Officer, tmp_path: Path
) -> None:
    first = a_package(tmp_path / "goi", by_own_plan(COMMUNE), None)
    tray, found = looked_at(officer, first)
    assert found.sorting is Sorting.TO_MAP
    assert not tray.layout_.accept_button.isEnabled()

    dialog = asked(tray)
    (plan,) = dialog.fields
    assert plan.accessibleName().startswith("Kế hoạch 5/KH")
    plan.set_value(PLAN)
    kept(officer, tray, dialog)

    dialog = asked(tray)
    own, goal = dialog.fields
    assert own.accessibleName().startswith("Nhiệm vụ 9 ")
    own.set_value("-")
    assert own.currentText() == NOWHERE
    goal.set_value(GOAL)
    assert dialog.grab().save(str(tmp_path / "doi-chieu.png"))
    kept(officer, tray, dialog)
    (line,) = tray.contents.lines
    assert line.arrival.sorting is Sorting.READY
    take_in(officer, tray)

    second = a_package(tmp_path / "goi", by_own_plan(OTHER), None)
    tray, found = looked_at(officer, second)
    assert (found.sorting, found.unmapped) == (Sorting.READY, ())
    tray.layout_.detail.buttons["settled"].click()
    assert isinstance(tray.dialog, MappingDialog)
    known = tray.dialog.fields
    assert [one.value for one in known] == [GOAL, PLAN, "-"]
    tray.dialog.reject()
    take_in(officer, tray)
    db = officer.session.store.reader
    events = records.find(db, Activity)
    assert [one.tasks for one in events] == [(task("2.2"),)] * 2
    assert [one.goals for one in records.find(db, Achievement)] == [(GOAL,)] * 2
