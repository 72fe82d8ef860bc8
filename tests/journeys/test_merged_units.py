"""Two communes become one: what they did is told as it was, and under the new name."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop.gui.pages.plan.agencies import PlanAgencies
from desktop.gui.pages.plan.agency_dialogs import MergeDialog
from desktop.gui.pages.plan.plan import PlanPage
from tests.journeys.officer import Officer

MAR, MON = "ubnd-xa-dak-mar", "ubnd-xa-ha-mon"
HEIR = "Ủy ban nhân dân xã Mới"
TRAINING = {
    "title": "Tap huan",
    "first_day": "5/6/2024",
    "agency": "xa dak mar",
    "form": "tap huan ky nang",
    "pillar": "pho bien, giao duc kien thuc",
    "attendance": "10",
}


@pytest.fixture
def officer(office: Path, tmp_path: Path, qtbot: QtBot) -> Iterator[Officer]:
    made = Officer(tmp_path, qtbot)
    made.open(office)
    made.choose_year("2024")
    yield made
    made.leave()


def agencies(officer: Officer) -> PlanAgencies:
    page = officer.go_to(2)
    assert isinstance(page, PlanPage)
    officer.wait(lambda: page.book)
    page.tabs.setCurrentWidget(page.agencies)
    return page.agencies


def people(part: PlanAgencies) -> dict[str, str]:
    """Return how many people each agency reached, as the table now tells."""
    model = part.figures.list.model_
    rows = range(model.rowCount())
    told = [[str(model.index(row, at).data()) for at in (0, 2)] for row in rows]
    return {row[0]: row[1] for row in told}


def merge(officer: Officer) -> None:
    """Merge the two into a new one from 1 July on."""
    part = agencies(officer)
    part.list.select(MAR)
    officer.wait(part.buttons["merge"].isEnabled)
    part.buttons["merge"].click()
    dialog = part.dialog
    assert isinstance(dialog, MergeDialog)
    dialog.merging.set_value((MAR, MON))
    dialog.name.setText(HEIR)
    dialog.day.setText("1/7/2024")
    dialog.decision.setText("12/NQ")
    QTest.keyClick(dialog.do_button, Qt.Key.Key_Space)
    officer.wait(lambda: part.dialog is None)


def test_a_year_is_told_on_the_boundaries_of_today_and_as_it_was_reported(
    officer: Officer,
) -> None:
    officer.record("training", TRAINING)
    other = {"agency": "xa ha mon", "attendance": "5"}
    officer.record("training", TRAINING | other)
    merge(officer)
    later = {"first_day": "5/8/2024", "agency": "xa moi", "attendance": "20"}
    officer.record("training", TRAINING | later)

    part = agencies(officer)
    part.figures_button.click()
    officer.wait(lambda: part.figures.list.model_.rowCount() == 4)
    assert people(part) == {
        "Ủy ban nhân dân xã Đăk Mar": "10",
        "Ủy ban nhân dân xã Hà Mòn": "5",
        HEIR: "20",
        "Tổng cộng": "35",
    }
    part.figures.now.click()
    assert people(part) == {HEIR: "35", "Tổng cộng": "35"}
