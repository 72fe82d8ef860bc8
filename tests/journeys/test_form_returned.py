"""A form with four faults and a photo goes back marked, and comes in again."""

import shutil
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest
from openpyxl import load_workbook
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from desktop.gui.pages.collect.returning.returning_dialog import ReturningDialog
from desktop.operations.offices.create_office import create_office
from desktop.records.activity import Activity
from desktop.records.arrival import Arrival, Sorting
from desktop.records.form import CollectingForm
from desktop.records.returns import Return, ReturnState
from desktop.store import records
from desktop.store.store import Store
from tests.files.forms.marks.books import notes_in, parts_of
from tests.journeys.officer import Officer
from tests.journeys.test_tray import drop, press, tray_of
from tests.operations.forms.returned import a_form, at, fill

GOOD: Mapping[str, str | int] = {
    "first_day": "05/08/2024",
    "form": "Tập huấn kiến thức, kỹ năng truyền thông",
    "pillar": "Phổ biến, giáo dục kiến thức",
    "tasks": "2.2",
    "attendance": 40,
}
FAULTY: Mapping[tuple[str, int], str | int | None] = {
    ("attendance", 0): "12 buổi",
    ("first_day", 0): "32/08/2024",
    ("attendance", 1): "khoảng 20",
    ("pillar", 1): None,
}
MENDED: Mapping[tuple[str, int], str | int] = {
    ("attendance", 0): 12,
    ("first_day", 0): "30/08/2024",
    ("pillar", 1): GOOD["pillar"],
    ("attendance", 2): 45,
}
"""Three of the four, and one figure nobody asked about."""


@pytest.fixture(scope="module")
def pattern(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """Return an office that made a form, and the form as the unit filled it in."""
    folder = tmp_path_factory.mktemp("returned")
    create_office(folder / "so.stt", "dak-ha-2023-2028", officer="Y Hà")
    with Store(folder / "so.stt") as store:
        form, path = a_form(store, folder / "bieu")
    entries = {
        (name, row): value for row in range(3) for name, value in GOOD.items()
    } | {("title", row): f"Lớp tập huấn {row + 1}" for row in range(3)}
    values = {
        at(form, name, row): value
        for (name, row), value in (entries | dict(FAULTY)).items()
        if value is not None
    }
    fill(path, values, photo=True)
    return folder / "so.stt", path


@pytest.fixture
def officer(
    pattern: tuple[Path, Path], tmp_path: Path, qtbot: QtBot
) -> Iterator[Officer]:
    found = Officer(tmp_path, qtbot)
    found.open(Path(shutil.copy(pattern[0], tmp_path / "so.stt")))
    found.choose_year("2024")
    yield found
    found.leave()


def dropped(officer: Officer, path: Path) -> Arrival:
    """Drop one file into an empty tray, and return what it is found to be."""
    if officer.window.place == "collect":
        tray_of(officer).layout_.clear_button.click()
    drop(officer, [path])
    tray = tray_of(officer)
    officer.wait(lambda: tray.contents.lines and not tray.inspecting.running)
    (line,) = tray.contents.lines
    return line.arrival


def told(officer: Officer) -> str:
    """Return what the tray says of its one file."""
    said: str = tray_of(officer).layout_.detail.why.text()
    return said


def send_back(officer: Officer, folder: Path) -> Path:
    """Write the marked copy of the one file in the tray; return where it is."""
    tray = tray_of(officer)
    press(tray.layout_.detail.buttons["return"])
    dialog = tray.dialog
    assert isinstance(dialog, ReturningDialog)
    press(dialog.copy_button)
    officer.ask.script.append(folder)
    press(dialog.write_button)
    officer.wait(lambda: dialog.message.text.startswith("Đã ghi"))
    dialog.close()
    officer.wait(lambda: not tray.inspecting.running)
    (made,) = folder.glob("*phieu tra lai.xlsx")
    return made


def colours(path: Path, sheet: str, cells: set[str]) -> dict[str, str]:
    """Return the colour behind some cells of a workbook."""
    book = load_workbook(path)
    return {cell: str(book[sheet][cell].fill.fgColor.rgb) for cell in cells}


def wrong_cells(arrival: Arrival) -> set[str]:
    return {one.cell for one in arrival.faults if not one.doubt}


def test_a_form_goes_back_marked_and_only_what_was_asked_is_compared(
    officer: Officer, pattern: tuple[Path, Path], tmp_path: Path
) -> None:
    store = officer.session.store
    (form,) = records.find(store.reader, CollectingForm)
    cells = {at(form, name, row)[1] for name, row in FAULTY}
    sheet = at(form, "title")[0]

    arrival = dropped(officer, pattern[1])
    assert arrival.sorting is Sorting.TO_FIX
    assert wrong_cells(arrival) == cells

    folder = tmp_path / "tra"
    folder.mkdir()
    copy = send_back(officer, folder)
    text = QGuiApplication.clipboard().text()
    assert all(f"ô {cell} (" in text for cell in cells)
    assert text == copy.with_suffix(".txt").read_text("utf-8-sig")

    notes = notes_in(copy.read_bytes())
    assert set(notes) == {f"{sheet}!{cell}" for cell in cells}, "four notes, no more"
    assert colours(copy, sheet, cells) != colours(pattern[1], sheet, cells)
    assert len(set(colours(copy, sheet, cells).values())) == 1
    before, after = parts_of(pattern[1].read_bytes()), parts_of(copy.read_bytes())
    kept = [one for one in before if "/media/" in one or "/drawings/drawing" in one]
    assert len(kept) >= 2
    assert all(before[one] == after[one] for one in kept)
    assert records.find(store.reader, Return)[0].state is ReturnState.RETURNED
    assert not records.find(store.reader, Activity)

    # The unit mends three of the four in the copy, and changes one more figure.
    fill(
        copy,
        {at(form, name, row): value for (name, row), value in MENDED.items()},
        photo=False,
    )
    again = dropped(officer, copy)
    assert again.sorting is Sorting.TO_FIX
    assert wrong_cells(again) == {at(form, "attendance", 1)[1]}
    said = "Đã sửa 3 ô, còn 1 ô, 1 ô khác bị thay đổi dù không yêu cầu."
    assert said in told(officer)
    tray = tray_of(officer)
    (unasked,) = [one for one in again.faults if one.code == "changed_unasked"]
    assert (unasked.cell, unasked.facts) == (at(form, "attendance", 2)[1], ("40", "45"))
    assert tray.contents.lines[0].arrival is again

    # The last one is mended too, and the form is taken in.
    fill(copy, {at(form, "attendance", 1): 20}, photo=False)
    last = dropped(officer, copy)
    assert last.sorting is Sorting.READY
    assert "Đã sửa 4 ô, không còn ô nào phải sửa, 1 ô khác" in told(officer)
    press(tray.layout_.accept_button)
    officer.wait(lambda: len(records.find(store.reader, Activity)) == 3)
    taken = {one.title: one.attendance for one in records.find(store.reader, Activity)}
    assert taken == {
        "Lớp tập huấn 1": 12,
        "Lớp tập huấn 2": 20,
        "Lớp tập huấn 3": 45,
    }
    assert (
        load_workbook(pattern[1])[sheet][at(form, "attendance")[1]].value == "12 buổi"
    )
