"""Twelve files dropped on the window: sorted, taken in, one edited, taken back."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from desktop.gui.pages.collect.collect import CollectPage
from desktop.gui.pages.collect.tray import tray_words
from desktop.gui.pages.collect.tray.intakes_dialog import IntakesDialog
from desktop.gui.pages.collect.tray.tray_pane import TrayPane
from desktop.operations.offices.create_office import create_office
from desktop.records.activity import Activity
from desktop.records.arrival import Sorting
from desktop.store import records
from desktop.store.store import Store
from tests.gui.walking import twice_underlined
from tests.journeys.officer import Officer
from tests.operations.intake.twelve import GOOD, UNITS, twelve_files

HEAD = Qt.Orientation.Horizontal


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


def entries(officer: Officer) -> dict[str, str]:
    """Return how many entries the list of units shows of each that sent a good form."""
    page = officer.window.page("collect")
    assert isinstance(page, CollectPage)
    page.open("units")
    model = page.units.list.model_
    officer.wait(lambda: model.rows)
    places = {unit: model.row_of(unit) for unit in UNITS[:GOOD]}
    heads = [model.headerData(at, HEAD) for at in range(model.columnCount())]
    column = heads.index("Mục trong kỳ")
    told = {
        unit: str(model.index(row, column).data())
        for unit, row in places.items()
        if row is not None
    }
    page.open("tray")
    return told


def press(button: QPushButton) -> None:
    assert button.isEnabled()
    button.click()


@pytest.fixture
def officer(
    pattern: tuple[Path, list[Path]], tmp_path: Path, qtbot: QtBot
) -> Iterator[Officer]:
    found = Officer(tmp_path, qtbot)
    found.open(Path(shutil.copy(pattern[0], tmp_path / "so.stt")))
    found.choose_period("Quý II", "2024")
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
    assert set(entries(officer).values()) == {"0"}
    assert twice_underlined(officer.window) == []

    press(tray.layout_.accept_button)
    officer.wait(lambda: len(meetings(officer)) == 7)
    assert "Đã nhận 7 trên 12 tệp: 7 mục" in tray.layout_.message.text
    left = [one.arrival.sorting for one in tray.contents.lines]
    assert Sorting.READY not in left
    assert len(left) == 5

    assert set(entries(officer).values()) == {"1"}

    officer.change_cell("conference", "Hội nghị 3", "attendance", "99")
    officer.go_to(4)
    press(tray.layout_.intakes_button)
    dialog = tray.dialog
    assert isinstance(dialog, IntakesDialog)
    assert dialog.back_button.text() == "&Hoàn tác lần nhận này…"
    officer.ask.script.append(True)
    press(dialog.back_button)
    officer.wait(lambda: len(meetings(officer)) == 1)
    assert meetings(officer) == {"Hội nghị 3": 99}
    assert dialog.message.text == (
        "Đã hoàn tác lần nhận: 7 tệp, 6 mục trở lại như trước. "
        "Giữ lại 1 mục: “Hội nghị 3” (đã sửa tại đây sau khi nhận)"
    )
    kept = dialog.kept.model_
    assert kept.rowCount() == 1
    assert [kept.index(0, column).data() for column in (0, 1)] == [
        "Hội nghị 3",
        "đã sửa tại đây sau khi nhận",
    ]
    dialog.close()
    officer.wait(lambda: not tray.inspecting.running)
    left_here = dict.fromkeys(UNITS[:GOOD], "0") | {UNITS[2]: "1"}
    assert entries(officer) == left_here, "six units' figures are gone, one stays"


def test_reading_many_files_can_be_stopped_and_gone_on_with(
    officer: Officer, pattern: tuple[Path, list[Path]]
) -> None:
    officer.window.go_to("collect", "tray")
    tray = tray_of(officer)
    tray.open(pattern[1])
    press(tray.layout_.stop_button)
    officer.wait(lambda: not tray.inspecting.running)
    assert tray.layout_.message.text == tray_words.STOPPED
    assert not tray.layout_.accept_button.isEnabled(), "not all were seen"
    tray.look()
    officer.wait(lambda: len(tray.contents.lines) == 12)
    officer.wait(lambda: not tray.inspecting.running)
    assert len(tray.contents.ticked) == 7
