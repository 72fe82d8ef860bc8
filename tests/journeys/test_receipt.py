"""A package goes up on a stick; its receipt comes back and turns the sender's board."""

import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop.gui.pages.hand_off.hand_off import HandOffPage
from desktop.gui.pages.report.report import ReportPage
from desktop.operations.entries.record_entry import record
from desktop.records.arrival import Sorting
from desktop.records.exchange import Receipt, ReceiptOutcome
from desktop.records.identity import AgencyId
from desktop.records.returns import Return, ReturnState
from desktop.rules.calendar import parse_period
from desktop.store import preferences, records
from desktop.store.store import Store
from tests import builders
from tests.gui.pages import report_desk
from tests.journeys.officer import Officer
from tests.journeys.test_tray import drop, press, tray_of

ABOVE = AgencyId("so-tttt-kon-tum")
YEAR = "2024"


@pytest.fixture(scope="module")
def signed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return an office whose report of the year was signed and packed twice."""
    folder = report_desk.prepare(tmp_path_factory.mktemp("gui-di"))
    with Store(folder / "so.stt", clock=builders.a_clock) as store:
        record(store, builders.an_activity())
        practising(store)
        for _version in range(2):
            report_desk.issue(store)
    return folder


@pytest.fixture
def below(signed: Path, tmp_path: Path, qtbot: QtBot) -> Iterator[Officer]:
    """Sit down at the office that sends."""
    folder = report_desk.copied(signed, tmp_path / "gui")
    yield from sat_down(folder, qtbot)


@pytest.fixture
def above(office_pattern: Path, tmp_path: Path, qtbot: QtBot) -> Iterator[Officer]:
    """Sit down at the office above, which receives."""
    folder = tmp_path / "nhan"
    folder.mkdir()
    with Store(Path(shutil.copy(office_pattern, folder / "so.stt"))) as store:
        practising(store, agency=ABOVE)
    yield from sat_down(folder, qtbot)


def practising(store: Store, **changes: Any) -> None:
    """Make an office one for practice: keys made for a test seal nothing real."""
    own = preferences.get(store.reader)
    assert own is not None
    with store.change("set") as change:
        preferences.put(change, replace(own, practice=True, **changes))


def sat_down(folder: Path, qtbot: QtBot) -> Iterator[Officer]:
    made = Officer(folder, qtbot)
    made.open(folder / "so.stt")
    made.session.set_period(parse_period(YEAR))
    yield made
    made.leave()


def handing(officer: Officer) -> HandOffPage:
    page = officer.go_to(6)
    assert isinstance(page, HandOffPage)
    return page


def sent(officer: Officer, version: int, stick: Path) -> Path:
    """Copy the package of a version to a folder; return it."""
    stick.mkdir()
    page = handing(officer)
    names = [page.report.itemText(row) for row in range(page.report.count())]
    (row,) = (n for n, name in enumerate(names) if f"bản {version}" in name)
    page.report.setCurrentIndex(row)
    officer.ask.script = [stick]
    QTest.keyClick(page.panel.places.browse, Qt.Key.Key_Space)
    QTest.keyClick(page.panel.copy, Qt.Key.Key_Space)
    officer.wait(page.panel.good.isVisible)
    assert page.state.text().endswith("chưa có biên nhận.")
    (package,) = stick.glob("*.zip")
    return package


def received(officer: Officer, package: Path, stick: Path) -> Path:
    """Take a package in, and give its receipt; return that."""
    drop(officer, [package])
    tray = tray_of(officer)
    officer.wait(lambda: tray.contents.lines and not tray.inspecting.running)
    (line,) = tray.contents.lines
    assert line.arrival.sorting is Sorting.READY, line.arrival.reasons
    tray.contents.tick(line, on=True)
    tray.accept()
    officer.wait(lambda: not tray.contents.lines)
    page = handing(officer)
    page.show_receipts()
    dialog = page.receipts_dialog
    assert dialog is not None
    (standing,) = records.find(
        officer.session.store.reader, Return, where={"state": ReturnState.ACCEPTED}
    )
    assert dialog.packages.select(standing.id)
    dialog.unsigned.setChecked(True)
    stick.mkdir()
    officer.ask.script = [stick]
    press(dialog.give_button)
    officer.wait(lambda: "đã đọc lại, khớp" in dialog.message.text)
    dialog.close_button.click()
    (receipt,) = stick.iterdir()
    return receipt


def brought_back(officer: Officer, receipt: Path) -> str:
    """Read a receipt in the dialog of the sender; return what it says."""
    page = handing(officer)
    page.show_receipts()
    dialog = page.receipts_dialog
    assert dialog is not None
    officer.ask.script = [(receipt,), True]
    press(dialog.read_button)
    officer.wait(lambda: dialog.message.text)
    said: str = dialog.message.text
    dialog.close_button.click()
    return said


def test_the_senders_board_tells_received_and_of_an_old_version(
    below: Officer, above: Officer, tmp_path: Path
) -> None:
    first = received(above, sent(below, 1, tmp_path / "u1"), tmp_path / "v1")
    package = sent(below, 2, tmp_path / "u2")

    assert "bản 1" in brought_back(below, first)
    page = handing(below)
    assert "bản 2 (ký thử): ▲ Biên nhận của bản cũ" in page.state.text()
    assert "nhận bản 1 ngày" in page.state.text()

    second = received(above, package, tmp_path / "v2")
    brought_back(below, second)
    assert "bản 2 (ký thử): ✓ Đã nhận, khớp" in page.state.text()
    kept = records.find(below.session.store.reader, Receipt)
    assert [one.outcome for one in kept] == [
        ReceiptOutcome.MATCHES,
        ReceiptOutcome.OTHER_VERSION,
    ]
    report = below.go_to(5)
    assert isinstance(report, ReportPage)
    model = report.reports.model()
    states = [model.index(row, 3).data() for row in range(model.rowCount())]
    assert "✓ Đã nhận, khớp" in states
    assert "▲ Biên nhận của bản cũ" in states
