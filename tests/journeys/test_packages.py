"""A slip before its report, and a photo changed on the way, through the window."""

import hashlib
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from desktop.gui.pages.collect.tray.tray_pane import TrayPane
from desktop.operations.offices.create_office import create_office
from desktop.records.activity import Activity
from desktop.records.arrival import Arrival, Sorting
from desktop.records.returns import Return
from desktop.rules.calendar import parse_period
from desktop.store import records
from desktop.wording.arrivals import reasons
from tests.files.pki import pki
from tests.journeys.officer import Officer
from tests.journeys.test_tray import drop, tray_of
from tests.operations.intake.sent_packages import (
    COMMUNE,
    a_package,
    a_photo,
    a_slip,
    an_entry,
    entries_of,
)


@pytest.fixture(scope="module")
def pattern(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("packages")
    create_office(folder / "so.stt", "dak-ha-2023-2028", officer="Y Hà")
    return folder / "so.stt"


@pytest.fixture
def officer(pattern: Path, tmp_path: Path, qtbot: QtBot) -> Iterator[Officer]:
    found = Officer(tmp_path, qtbot)
    found.open(Path(shutil.copy(pattern, tmp_path / "so.stt")))
    found.session.set_period(parse_period("2024-Q2"))
    yield found
    found.leave()


def attendance(officer: Officer) -> dict[str, int | None]:
    found = records.find(officer.session.store.reader, Activity)
    return {str(one.id): one.attendance for one in found}


def looked_at(officer: Officer, path: Path) -> tuple[TrayPane, Arrival]:
    """Drop a file and wait until it is known what it is."""
    drop(officer, [path])
    tray = tray_of(officer)
    officer.wait(lambda: not tray.inspecting.running and bool(tray.contents.lines))
    (line,) = tray.contents.lines
    return tray, line.arrival


def take_in(officer: Officer, tray: TrayPane) -> None:
    """Tick the one file, take it in, and empty the tray."""
    before = records.count(officer.session.store.reader, Return)
    (line,) = tray.contents.lines
    tray.contents.tick(line, on=True)
    tray.accept()
    officer.wait(lambda: records.count(officer.session.store.reader, Return) > before)
    tray.clear()


def test_a_slip_waits_for_its_report_and_moves_totals_by_its_two_differences(
    officer: Officer, tmp_path: Path
) -> None:
    key = pki().agency.key(tmp_path)
    first = entries_of([an_entry(1), an_entry(2), an_entry(3)])
    second = entries_of(
        [an_entry(1, attendance=14), an_entry(2, attendance=13), an_entry(3)]
    )
    original = a_package(tmp_path / "goi", first, key)
    slip = a_package(tmp_path / "goi", second, key, **a_slip(second))

    tray, held = looked_at(officer, slip)
    assert held.sorting is Sorting.HELD
    assert "Thiếu bản gốc" in reasons(held)
    take_in(officer, tray)
    assert attendance(officer) == {}

    tray, found = looked_at(officer, original)
    assert found.sorting is Sorting.READY
    take_in(officer, tray)
    here = attendance(officer)
    was = {f"{COMMUNE}.a{number:03}": 10 * number for number in (1, 2, 3)}
    assert {key: (here[key] or 0) - was[key] for key in here} == {
        f"{COMMUNE}.a001": 4,
        f"{COMMUNE}.a002": -7,
        f"{COMMUNE}.a003": 0,
    }


def test_a_photo_changed_by_one_bit_is_named_and_the_whole_one_is_taken_in(
    officer: Officer, tmp_path: Path
) -> None:
    key = pki().agency.key(tmp_path)
    sent, data = a_photo(tmp_path, "a001")
    entries = entries_of([an_entry(1)], evidence=(sent,))
    files = {sent.member: data}
    package = a_package(tmp_path / "goi", entries, key, files, evidence="full")
    whole = package.read_bytes()
    at = whole.index(data) + len(data) // 2
    package.write_bytes(whole[:at] + bytes([whole[at] ^ 1]) + whole[at + 1 :])
    office = officer.session.store.path
    before = hashlib.sha256(office.read_bytes()).hexdigest()

    tray, found = looked_at(officer, package)
    assert found.sorting is Sorting.REFUSED
    assert "Đã bị thay đổi: ảnh 03" in reasons(found)
    assert not tray.layout_.accept_button.isEnabled()
    assert hashlib.sha256(office.read_bytes()).hexdigest() == before
    tray.clear()

    package.write_bytes(whole)
    tray, found = looked_at(officer, package)
    assert found.sorting is Sorting.READY
    take_in(officer, tray)
    assert attendance(officer) == {f"{COMMUNE}.a001": 10}
