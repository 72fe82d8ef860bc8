"""Twelve files dropped on the window: sorted, taken in, one edited, taken back."""

import datetime as dt
import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from desktop.gui.jobs import Job
from desktop.gui.pages.collect.collect import CollectPage
from desktop.gui.pages.collect.tray.intakes_dialog import IntakesDialog
from desktop.gui.pages.collect.tray.tray_pane import TrayPane
from desktop.operations.agencies.merge_agencies import merge_agencies
from desktop.operations.agencies.succeeding import Decided
from desktop.operations.entries.record_entry import record
from desktop.operations.offices.create_office import create_office
from desktop.records.activity import Activity
from desktop.records.agency import Agency
from desktop.records.arrival import Sorting
from desktop.records.identity import AgencyId
from desktop.rules.calendar import parse_period
from desktop.store import records
from desktop.store.store import Store
from tests.gui.walking import twice_underlined
from tests.journeys.officer import Officer
from tests.operations.intake.twelve import PERIOD, UNITS, twelve_files


@pytest.fixture(scope="module")
def pattern(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, list[Path]]:
    """Make an office, and the twelve files that came back to it."""
    folder = tmp_path_factory.mktemp("twelve")
    create_office(folder / "so.stt", "dak-ha-2023-2028", officer="Y Hà")
    with Store(folder / "so.stt") as store:
        return folder / "so.stt", twelve_files(store, folder)


def drop(officer: Officer, files: list[Path]) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in files])
    event = QDropEvent(
        QPointF(5, 5),
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    officer.window.dropEvent(event)


def tray_of(officer: Officer) -> TrayPane:
    page = officer.window.page("collect")
    assert isinstance(page, CollectPage)
    pane = page.others["tray"].pane
    assert isinstance(pane, TrayPane)
    return pane


def meetings(officer: Officer) -> dict[str, int | None]:
    found = records.find(officer.session.store.reader, Activity)
    return {one.title: one.attendance for one in found}


def edit(officer: Officer, title: str, attendance: int) -> None:
    store = officer.session.store
    found = records.find(store.reader, Activity, where={"title": title})
    changed = replace(found[0], attendance=attendance)
    officer.program.jobs.start(Job(lambda _progress: record(store, changed)))
    officer.wait(lambda: meetings(officer)[title] == attendance)


def press(button: QPushButton) -> None:
    assert button.isEnabled()
    button.click()


@pytest.fixture
def officer(
    pattern: tuple[Path, list[Path]], tmp_path: Path, qtbot: QtBot
) -> Iterator[Officer]:
    found = Officer(tmp_path, qtbot)
    found.open(Path(shutil.copy(pattern[0], tmp_path / "so.stt")))
    found.session.set_period(parse_period(PERIOD))
    yield found
    found.leave()


def test_twelve_files_are_sorted_taken_in_and_taken_back_but_for_what_was_edited(
    officer: Officer, pattern: tuple[Path, list[Path]]
) -> None:
    drop(officer, pattern[1])
    tray = tray_of(officer)
    officer.wait(lambda: not tray.inspecting.running)
    assert tray.layout_.totals.text().startswith(
        "12 tệp = 7 sẵn sàng + 1 cần sửa + 1 trùng + 1 bản cũ + 1 kỳ khác "
        "+ 1 không phải biểu này.\n11 mục = 7 nhận + 0 không đổi + 4 không nhận."
    )
    assert not meetings(officer), "nothing is stored before it is taken in"
    assert twice_underlined(officer.window) == []

    press(tray.layout_.accept_button)
    officer.wait(lambda: len(meetings(officer)) == 7)
    assert "Đã nhận 7 trên 12 tệp: 7 mục" in tray.layout_.message.text
    left = [one.arrival.sorting for one in tray.contents.lines]
    assert Sorting.READY not in left
    assert len(left) == 5

    edit(officer, "Hội nghị 3", 99)
    press(tray.layout_.intakes_button)
    dialog = tray.dialog
    assert isinstance(dialog, IntakesDialog)
    officer.ask.script.append(True)
    press(dialog.back_button)
    officer.wait(lambda: len(meetings(officer)) == 1)
    assert meetings(officer) == {"Hội nghị 3": 99}
    assert dialog.message.text == (
        "Đã hoàn tác lần nhận: 7 tệp, 6 mục trở lại như trước. "
        "Giữ lại 1 mục: “Hội nghị 3” (đã sửa tại đây sau khi nhận)"
    )
    assert [one.title for one in dialog.kept.model_.rows] == ["Hội nghị 3"]
    dialog.close()
    officer.wait(lambda: not tray.inspecting.running)


def test_reading_many_files_can_be_stopped_and_gone_on_with(
    officer: Officer, pattern: tuple[Path, list[Path]]
) -> None:
    officer.window.go_to("collect", "tray")
    tray = tray_of(officer)
    tray.open(pattern[1])
    press(tray.layout_.stop_button)
    officer.wait(lambda: not tray.inspecting.running)
    assert tray.layout_.message.text == (
        "Đã dừng xem các tệp. Chưa có gì được ghi vào sổ."
    )
    tray.look()
    officer.wait(lambda: len(tray.contents.lines) == 12)
    officer.wait(lambda: not tray.inspecting.running)
    assert len(tray.contents.ticked) == 7


def test_a_form_headed_by_a_unit_that_was_merged_goes_to_the_heir_with_a_notice(
    officer: Officer, pattern: tuple[Path, list[Path]]
) -> None:
    store = officer.session.store
    merging = [AgencyId(one) for one in UNITS[8:10]]
    before = records.get(store.reader, Agency, UNITS[9])
    assert before is not None
    heir = replace(before, id=AgencyId(""), name="UBND xã Ngọk Mới", code="")
    decided = Decided(day=dt.date(2024, 7, 1), number="12/NQ")
    job = Job(lambda _progress: merge_agencies(store, merging, heir, decided))
    officer.program.jobs.start(job)
    officer.wait(lambda: True)
    officer.session.set_period(parse_period("2024-Q3"))
    drop(officer, [one for one in pattern[1] if one.name == "quý ba.xlsx"])
    tray = tray_of(officer)
    officer.wait(lambda: not tray.inspecting.running)
    (line,) = tray.layout_.files.model_.rows
    assert line.arrival.sorting is Sorting.READY
    assert "nay đã nhập vào UBND xã Ngọk Mới" in tray.layout_.detail.why.text()
    press(tray.layout_.accept_button)
    officer.wait(lambda: meetings(officer))
    (kept,) = records.find(store.reader, Activity)
    found = records.get(store.reader, Agency, kept.agency)
    assert found is not None
    assert found.name == "UBND xã Ngọk Mới"
