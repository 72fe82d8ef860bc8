"""Two versions of a report and a slip go up on sticks, and receipts come back.

The office above gets the slip before its report, and one package that was changed on
its way; the sender's board tells what became of each version.
"""

import hashlib
import shutil
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from desktop.gui.pages.collect.collect import CollectPage
from desktop.gui.pages.collect.comparing.comparing_pane import ComparingPane
from desktop.gui.pages.collect.tray.tray_pane import TrayPane
from desktop.gui.pages.report.compare_dialog import CompareDialog
from desktop.gui.pages.report.correct_dialog import CorrectDialog
from desktop.gui.pages.report.report import ReportPage
from desktop.records.identity import AgencyId
from desktop.records.period import PeriodState
from desktop.records.returns import Return, ReturnState
from desktop.store import preferences, records
from desktop.store.store import Store
from tests.journeys.officer import CTRL, SHIFT, Officer
from tests.journeys.reporting import PASSWORD, deliver, export, handing, issue, sign
from tests.journeys.test_tray import drop, press, tray_of

ABOVE = AgencyId("so-tttt-kon-tum")
HALF = "6 tháng cuối năm"
HELD = "▲ Chờ bản gốc"
FULL = "Kèm bản đầy đủ, trừ tệp chỉ giữ trong cơ quan"
TRAINING = {
    "title": "Tap huan",
    "first_day": "20/8/2024",
    "form": "tap huan ky nang",
    "pillar": "pho bien, giao duc kien thuc",
}
ATTENDED = {"Lop mot": "30", "Lop ba": "20", "Lop hai": "50"}
CORRECTED = {"Lop mot": "33", "Lop hai": "54"}
COMMUNE = "Lop hai"
"""Held by a commune, the others by the office itself."""
ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture
def below(office_pattern: Path, tmp_path: Path, qtbot: QtBot) -> Iterator[Officer]:
    """Sit down at the office that sends."""
    yield from sat_down(office_pattern, tmp_path / "gui", qtbot, signer_name="Y Hà")


@pytest.fixture
def above(office_pattern: Path, tmp_path: Path, qtbot: QtBot) -> Iterator[Officer]:
    """Sit down at the office above, which receives."""
    yield from sat_down(office_pattern, tmp_path / "nhan", qtbot, agency=ABOVE)


def sat_down(
    pattern: Path, folder: Path, qtbot: QtBot, **changes: Any
) -> Iterator[Officer]:
    """Open an office for practice: keys made for a test seal nothing real."""
    folder.mkdir()
    office = Path(shutil.copy(pattern, folder / "so.stt"))
    with Store(office) as store:
        own = preferences.get(store.reader)
        assert own is not None
        with store.change("set") as change:
            preferences.put(change, replace(own, practice=True, **changes))
    made = Officer(folder, qtbot)
    made.open(office)
    made.choose_period(HALF, "2024")
    yield made
    made.leave()


# --- the office that sends ----------------------------------------------------------


def record_the_quarter(officer: Officer, folder: Path) -> None:
    """Record three trainings, one of them with three photos."""
    for title, attendance in ATTENDED.items():
        entry = TRAINING | {"title": title, "attendance": attendance}
        entry |= {"agency": "xa dak mar"} if title == COMMUNE else {}
        officer.record("training", entry)
    photos = []
    for number in range(3):
        photos.append(folder / f"lop {number}.jpg")
        Image.new("RGB", (90, 60), (30 * number, 90, 120)).save(photos[-1])
    officer.show_cell("training", "Lop ba", "title")
    officer.ask.script = [tuple(photos), "Không nhận ra ai"]
    officer.press(Qt.Key.Key_A, CTRL | SHIFT)
    officer.wait(lambda: not officer.ask.script)


def signed(officer: Officer) -> None:
    """Export the report chosen, and sign it for the person and for the agency."""
    export(officer)
    sign(officer)
    sign(officer)


def sent(officer: Officer, version: str, stick: Path, *, photos: bool = False) -> Path:
    """Bring the package of a version to a stick; return it."""
    page = handing(officer)
    names = [page.report.itemText(row) for row in range(page.report.count())]
    rows = [row for row, name in enumerate(names) if version in name]
    assert len(rows) == 1, names
    page.report.setCurrentIndex(rows[0])
    if photos:
        page.options.evidence.setCurrentText(FULL)
        officer.ask.script = [PASSWORD]
        press(page.pack)
        dialog = page.sign_dialog
        assert dialog is not None
        QTest.keyClick(dialog.keys.files.make, Qt.Key.Key_Space)
        officer.wait(dialog.do.isEnabled)
        QTest.keyClick(dialog.do, Qt.Key.Key_Space)
        officer.wait(dialog.verdicts.isVisible)
        QTest.keyClick(dialog.leave, Qt.Key.Key_Space)
        officer.wait(page.panel.copy.isEnabled)
    package = deliver(officer, stick)
    assert page.state.text().endswith("chưa có biên nhận.")
    return package


def corrected(officer: Officer) -> None:
    """Open the period again, change two figures, and issue the slip for them."""
    page = officer.go_to(5)
    assert isinstance(page, ReportPage)
    assert page.period.chip.state is PeriodState.SIGNED
    officer.ask.script = ["Hai xã gửi bổ sung"]
    officer.press(Qt.Key.Key_O, CTRL | SHIFT)
    officer.wait(lambda: page.period.chip.state is PeriodState.ENTERING)
    for title, attendance in CORRECTED.items():
        officer.change_cell("training", title, "attendance", attendance)
    officer.go_to(5)
    officer.press(Qt.Key.Key_5, ALT)
    slip = dialog_of(officer, page)
    assert isinstance(slip, CorrectDialog)
    slip.reason.setFocus()
    QTest.keyClicks(slip.reason, "Hai xa gui bo sung")
    QTest.keyClick(slip.issue_button, Qt.Key.Key_Space)
    officer.wait(lambda: page.issued.dialog is None)
    assert page.current is not None
    assert page.current.issued.slip == 1


def dialog_of(officer: Officer, page: ReportPage) -> QDialog:
    officer.wait(lambda: page.issued.dialog)
    dialog = page.issued.dialog
    assert dialog is not None
    officer.qtbot.waitUntil(dialog.isActiveWindow)
    return dialog


def compared(officer: Officer) -> list[tuple[str, ...]]:
    """Return the figures that differ between the report and its slip, as shown."""
    page = officer.go_to(5)
    assert isinstance(page, ReportPage)
    officer.press(Qt.Key.Key_6, ALT)
    dialog = dialog_of(officer, page)
    assert isinstance(dialog, CompareDialog)
    model = dialog.changes.model_
    officer.wait(model.rowCount)
    told = [
        tuple(str(model.index(row, at).data()) for at in range(4))
        for row in range(model.rowCount())
    ]
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    return told


def brought_back(officer: Officer, receipt: Path) -> None:
    """Read a receipt at the sender."""
    page = handing(officer)
    page.show_receipts()
    dialog = page.receipts_dialog
    assert dialog is not None
    officer.ask.script = [(receipt,), True]
    press(dialog.read_button)
    officer.wait(lambda: dialog.message.text)
    dialog.close_button.click()


def board(officer: Officer) -> list[str]:
    """Return how each report stands, as the list of reports shows it."""
    page = officer.go_to(5)
    assert isinstance(page, ReportPage)
    model = page.reports.model()
    return [str(model.index(row, 3).data()) for row in range(model.rowCount())]


# --- the office that receives -------------------------------------------------------


def looked_at(officer: Officer, package: Path) -> tuple[TrayPane, str, str]:
    """Drop a package; return its group and the reason, as the tray shows them."""
    drop(officer, [package])
    tray = tray_of(officer)
    officer.wait(lambda: tray.contents.lines and not tray.inspecting.running)
    model = tray.layout_.files.model_
    assert model.headerData(1, Qt.Orientation.Horizontal) == "Nhóm"
    return tray, str(model.index(0, 1).data()), tray.layout_.detail.why.text()


def taken_in(officer: Officer, package: Path) -> None:
    """Take in a package that stands, though a key for practice sealed it."""
    tray, group, _why = looked_at(officer, package)
    assert group == "✓ Sẵn sàng"
    if not tray.contents.ticked:
        tray.layout_.files.setFocus()
        QTest.keyClick(tray.layout_.files, Qt.Key.Key_Space)
    press(tray.layout_.accept_button)
    officer.wait(lambda: not tray.contents.lines)


def refused(officer: Officer, package: Path, group: str, reason: str) -> None:
    """Drop a package that is not taken in: the reason is told, nothing is stored."""
    office = officer.session.store.path
    before = hashlib.sha256(office.read_bytes()).hexdigest()
    tray, found, why = looked_at(officer, package)
    assert (found, reason in why) == (group, True), why
    assert not tray.contents.ticked
    assert hashlib.sha256(office.read_bytes()).hexdigest() == before
    press(tray.layout_.clear_button)


def changed_photo(package: Path) -> bytes:
    """Turn one bit of the third photo in a package; return it as it was."""
    whole = package.read_bytes()
    with zipfile.ZipFile(package) as archive:
        names = [one for one in archive.namelist() if one.startswith("anh-")]
        assert len(names) == 3
        photo = archive.read("anh-03.jpg")
    at = whole.index(photo) + len(photo) // 2
    package.write_bytes(whole[:at] + bytes([whole[at] ^ 1]) + whole[at + 1 :])
    return whole


def receipt_of(officer: Officer, stick: Path) -> Path:
    """Give the receipt of what was accepted last; return it."""
    page = handing(officer)
    page.show_receipts()
    dialog = page.receipts_dialog
    assert dialog is not None
    db = officer.session.store.reader
    here = records.find(db, Return, where={"state": ReturnState.ACCEPTED})
    newest = max(here, key=lambda one: (one.version, one.slip))
    assert dialog.packages.select(newest.id)
    dialog.unsigned.setChecked(True)
    stick.mkdir()
    officer.ask.script = [stick]
    press(dialog.give_button)
    officer.wait(lambda: "đã đọc lại, khớp" in dialog.message.text)
    dialog.close_button.click()
    (receipt,) = stick.iterdir()
    return receipt


def total(officer: Officer) -> int:
    """Return how many people the comparison of units shows in all."""
    page = officer.go_to(4)
    assert isinstance(page, CollectPage)
    page.tabs.setCurrentWidget(page.others["comparing"])
    pane = page.others["comparing"].pane
    assert isinstance(pane, ComparingPane)
    officer.wait(lambda: pane.list.model_.rows)
    model = pane.list.model_
    row = model.row_of("")
    assert row is not None
    return int(str(model.index(row, 3).data()))


def test_versions_a_slip_and_receipts_between_two_offices(
    below: Officer, above: Officer, tmp_path: Path
) -> None:
    record_the_quarter(below, tmp_path)
    issue(below)
    signed(below)
    first = sent(below, "bản 1 (", tmp_path / "u1")
    taken_in(above, first)
    receipt = receipt_of(above, tmp_path / "v1")

    issue(below)
    signed(below)
    second = sent(below, "bản 2 (", tmp_path / "u2", photos=True)
    brought_back(below, receipt)
    state = handing(below).state.text()
    assert "bản 2 (ký thử): ▲ Biên nhận của bản cũ" in state
    assert "nhận bản 1 ngày" in state

    whole = changed_photo(second)
    refused(above, second, "✕ Từ chối", "Đã bị thay đổi: ảnh 03")
    second.write_bytes(whole)

    corrected(below)
    signed(below)
    slip = sent(below, "bản điều chỉnh số 1 (", tmp_path / "u3")
    refused(above, slip, HELD, "Thiếu bản gốc")

    taken_in(above, second)

    before = total(above)
    taken_in(above, slip)
    moved = sum(int(CORRECTED[one]) - int(ATTENDED[one]) for one in CORRECTED)
    assert (before, total(above)) == (100, 100 + moved)
    brought_back(below, receipt_of(above, tmp_path / "v2"))
    said = "bản điều chỉnh số 1 (ký thử): ✓ Đã nhận, khớp"
    assert said in handing(below).state.text()
    assert {"✓ Đã nhận, khớp", "▲ Biên nhận của bản cũ"} <= set(board(below))

    changes = compared(below)
    totals = {row[1:] for row in changes if "Tổng số" in row[0]}
    assert totals == {("100", "107", "+7")}
    own = {row[1:] for row in changes if "Tổng số" not in row[0]}
    assert own == {("50", "53", "+3"), ("50", "54", "+4")}, "those two, and no more"
    assert len(changes) == 6, "in the two tables that tell people by agency"
