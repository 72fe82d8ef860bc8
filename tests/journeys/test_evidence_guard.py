"""A photo with its place and a list with card numbers leave the office without them."""

import io
import re
import shutil
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from openpyxl import load_workbook
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.files.evidence import contents
from desktop.gui.forms.evidence.panel import NO_REASON
from desktop.gui.pages.activities.activities import ActivitiesPage
from desktop.gui.pages.hand_off.hand_off import HandOffPage
from desktop.gui.pages.history.dialog import HistoryDialog
from desktop.operations.entries.record_entry import record
from desktop.operations.evidence.evidence_folder import content_of, folder_of
from desktop.operations.offices.set_preferences import set_preferences
from desktop.records.activity import Activity
from desktop.records.evidence import Evidence, Exposure
from desktop.records.exchange import EvidenceCarried
from desktop.store import preferences, records
from desktop.store.store import Store
from tests.builders import an_activity
from tests.files.evidence.pictures import (
    CAMERA,
    GPS_TAG,
    IDENTITIES,
    WHERE,
    a_photo,
    an_attendance_sheet,
)
from tests.gui.typing_keys import type_text
from tests.journeys.officer import CTRL, SHIFT, Officer
from tests.journeys.reporting import PASSWORD, deliver, export, issue, sign

KEY = Qt.Key
PHOTO, SHEET = "anh dien thoai.jpg", "danh sach tham du.xlsx"
ATTENDANCE = 128
WHY = "Theo đơn ngày 05/7 của bà A"
IDENTITY = re.compile(rb"(?<!\d)0\d{11}(?!\d)")


@pytest.fixture
def officer(office_pattern: Path, tmp_path: Path, qtbot: QtBot) -> Iterator[Officer]:
    """Sit down at a practice office with one training: test keys may seal there."""
    folder = tmp_path / "phong"
    folder.mkdir()
    with Store(Path(shutil.copy(office_pattern, folder / "so.stt"))) as store:
        kept = preferences.get(store.reader)
        assert kept is not None
        set_preferences(store, replace(kept, practice=True, signer_name="Y Hà"))
        record(store, an_activity(attendance=ATTENDANCE))
    (tmp_path / PHOTO).write_bytes(a_photo())
    (tmp_path / SHEET).write_bytes(an_attendance_sheet())
    made = Officer(tmp_path, qtbot)
    made.open(folder / "so.stt")
    made.choose_year("2024")
    yield made
    made.leave()


def activities(officer: Officer) -> ActivitiesPage:
    """Go to the register of trainings, and to its only row."""
    page = officer.go_to(3)
    assert isinstance(page, ActivitiesPage)
    page.registers.choose("training")
    officer.wait(lambda: page.view is not None and page.model.rowCount())
    assert page.view is not None
    page.view.rows.setFocus()
    page.view.rows.go(0, 0)
    return page


def proof(officer: Officer) -> dict[str, Evidence]:
    found = records.find(officer.session.store.reader, Evidence)
    return {one.name: one for one in found}


def total(officer: Officer) -> list[int | None]:
    found = records.find(officer.session.store.reader, Activity)
    return [one.attendance for one in found]


def attached(officer: Officer, folder: Path) -> str:
    """Attach both files to the row; return what the page says of it."""
    page = activities(officer)
    officer.ask.script = [(folder / PHOTO, folder / SHEET), "Không nhận ra ai"]
    officer.press(KEY.Key_A, CTRL | SHIFT)
    officer.wait(lambda: len(proof(officer)) == 2)
    said: str = page.message.text
    return said


def packed_anew(officer: Officer) -> None:
    """Choose the reduced form, and seal a package of it with the key once more."""
    page = officer.go_to(6)
    assert isinstance(page, HandOffPage)
    wanted = list(EvidenceCarried).index(EvidenceCarried.REDUCED)
    page.options.evidence.setFocus()
    while page.options.evidence.currentIndex() != wanted:
        QTest.keyClick(page.options.evidence, KEY.Key_Down)
    QTest.keyClick(page.pack, KEY.Key_Space)
    dialog = page.sign_dialog
    assert dialog is not None
    type_text(dialog.keys.password, PASSWORD)
    dialog.keys.open_key()
    officer.wait(dialog.do.isEnabled)
    QTest.keyClick(dialog.do, KEY.Key_Space)
    officer.wait(dialog.verdicts.isVisible)
    QTest.keyClick(dialog.leave, KEY.Key_Space)
    officer.wait(lambda: page.sign_dialog is None)


def inside(package: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(package) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def test_the_reduced_package_says_neither_where_nor_who(
    officer: Officer, tmp_path: Path
) -> None:
    said = attached(officer, tmp_path)
    assert "Đã đính kèm 2 tệp." in said
    assert f"“{SHEET}” có 3 số căn cước" in said
    assert proof(officer)[SHEET].exposure is Exposure.CLOSED
    issue(officer)
    export(officer)
    sign(officer)
    sign(officer)
    packed_anew(officer)
    files = inside(deliver(officer, tmp_path / "USB"))

    (photo,) = (data for name, data in files.items() if name.startswith("anh-"))
    shown = Image.open(io.BytesIO(photo))
    assert not shown.getexif().get_ifd(GPS_TAG)
    assert not shown.getexif()
    for trace in (CAMERA, *map(str, WHERE)):
        assert trace.encode() not in photo
    (sheet,) = (data for name, data in files.items() if name.startswith("tep-"))
    for part in inside_of(sheet).values():
        assert not IDENTITY.search(part)
    listed = load_workbook(io.BytesIO(sheet)).worksheets[0]
    numbers = [listed.cell(row, 3).value for row in (3, 4, 5)]
    assert numbers == [f"*********{one[-3:]}" for one in IDENTITIES]
    assert listed.cell(6, 5).value == "=SUM(E3:E5)", "its own totals are as they were"
    assert f'"attendance":{ATTENDANCE}'.encode() in files["entries.json"]
    assert total(officer) == [ATTENDANCE]


def inside_of(workbook: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(workbook)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def test_what_somebody_asks_to_be_erased_goes_and_the_total_stays(
    officer: Officer, tmp_path: Path
) -> None:
    attached(officer, tmp_path)
    doomed = proof(officer)[SHEET]
    store = officer.session.store
    place = contents.place_of(folder_of(store), content_of(doomed))
    assert place.exists()
    page = activities(officer)
    officer.press(KEY.Key_Return, CTRL)
    officer.qtbot.waitUntil(lambda: page.dialog is not None)
    assert page.dialog is not None
    panel = page.dialog.evidence
    panel.list.select(doomed.id)
    officer.ask.script = [True, "  "]
    QTest.keyClick(panel.erase_button, KEY.Key_Space)
    assert place.exists(), "without a reason nothing is erased"
    assert NO_REASON in page.dialog.message.text
    officer.ask.script = [True, WHY]
    QTest.keyClick(panel.erase_button, KEY.Key_Space)
    officer.wait(lambda: not place.exists())
    page.dialog.reject()

    assert total(officer) == [ATTENDANCE]
    kept = records.find(store.reader, Evidence)
    assert len(kept) == 2, "that there was one is still counted"
    officer.press(KEY.Key_H, CTRL | SHIFT)
    officer.qtbot.waitUntil(
        lambda: isinstance(QApplication.activeModalWidget(), HistoryDialog)
    )
    history = QApplication.activeModalWidget()
    assert isinstance(history, HistoryDialog)
    model = history.deeds.model_
    told = [str(model.index(0, column).data()) for column in range(5)]
    assert "xóa hẳn minh chứng theo yêu cầu" in told[3].lower()
    assert told[4] == WHY
    history.close()
