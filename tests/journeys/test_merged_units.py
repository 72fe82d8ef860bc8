"""Two communes become one: what they did is told as it was, and under the new name."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop.gui.pages.plan.agencies import PlanAgencies
from desktop.gui.pages.plan.agency_dialogs import MergeDialog
from desktop.gui.pages.plan.plan import PlanPage
from desktop.store.store import Store
from tests import builders
from tests.journeys.officer import Officer
from tests.journeys.test_tray import drop, press, tray_of
from tests.operations.intake.twelve import a_meeting, filled
from tests.operations.intake.twelve import made as forms_of

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


@pytest.fixture(scope="module")
def asked(
    office_pattern: Path, tmp_path_factory: pytest.TempPathFactory
) -> tuple[Path, Path]:
    """Return an office that asked the first commune for a quarter, and its answer.

    The form still names the commune, which is another one when it comes back.
    """
    folder = tmp_path_factory.mktemp("asked")
    office = Path(shutil.copy(office_pattern, folder / "so.stt"))
    with Store(office, clock=builders.a_clock) as store:
        form = forms_of(store, folder / "di", [MAR], "2024-Q3")[MAR]
    late = a_meeting("Hội nghị ở xã cũ", 7, first_day="5/8/2024", last_day="5/8/2024")
    return office, filled(form, folder / "ve.xlsx", late)


@pytest.fixture
def officer(
    asked: tuple[Path, Path], tmp_path: Path, qtbot: QtBot
) -> Iterator[Officer]:
    made = Officer(tmp_path, qtbot)
    made.open(Path(shutil.copy(asked[0], tmp_path / "so.stt")))
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


def take_in(officer: Officer, form: Path) -> None:
    """Drop the form headed by the old name; a notice says whose it is now."""
    officer.choose_period("Quý III", "2024")
    drop(officer, [form])
    tray = tray_of(officer)
    officer.wait(lambda: tray.contents.lines and not tray.inspecting.running)
    files, column = tray.layout_.files.model_, 2
    assert files.headerData(column, Qt.Orientation.Horizontal) == "Đơn vị"
    assert files.index(0, column).data() == HEIR
    notice = "Tệp của “Ủy ban nhân dân xã Đăk Mar”, nay đã nhập vào Ủy ban nhân dân xã"
    assert tray.layout_.detail.why.text().startswith(f"{notice} Mới: ")
    press(tray.layout_.accept_button)
    officer.wait(lambda: not tray.contents.lines)
    assert "Đã nhận 1 trên 1 tệp: 1 mục" in tray.layout_.message.text


def told_of_the_year(officer: Officer) -> dict[str, str]:
    """Return how many people the year shows of each agency, as it was reported."""
    part = agencies(officer)
    part.figures_button.setChecked(True)
    QTest.keyClick(part.figures.then, Qt.Key.Key_Space)
    officer.wait(lambda: part.figures.list.model_.rowCount() == 4)
    return people(part)


def test_a_year_is_told_on_the_boundaries_of_today_and_as_it_was_reported(
    officer: Officer, asked: tuple[Path, Path]
) -> None:
    officer.record("training", TRAINING)
    other = {"agency": "xa ha mon", "attendance": "5"}
    officer.record("training", TRAINING | other)
    merge(officer)
    later = {"first_day": "5/8/2024", "agency": "xa moi", "attendance": "20"}
    officer.record("training", TRAINING | later)

    reported = {
        "Ủy ban nhân dân xã Đăk Mar": "10",
        "Ủy ban nhân dân xã Hà Mòn": "5",
        HEIR: "20",
        "Tổng cộng": "35",
    }
    assert told_of_the_year(officer) == reported
    part = agencies(officer)
    QTest.keyClick(part.figures.now, Qt.Key.Key_Space)
    assert people(part) == {HEIR: "35", "Tổng cộng": "35"}

    take_in(officer, asked[1])
    officer.choose_period("Cả năm", "2024")
    officer.wait(lambda: people(agencies(officer))["Tổng cộng"] == "42")
    assert told_of_the_year(officer) == reported | {HEIR: "27", "Tổng cộng": "42"}
