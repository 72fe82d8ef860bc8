"""An officer leaves; the next one goes on from one file on a bare machine."""

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.gui.handing_over.hand_over_dialog import HandOverDialog
from desktop.gui.handing_over.take_over_dialog import TakeOverDialog
from desktop.gui.pages.report.report import ReportPage
from desktop.gui.pages.settings.settings import SettingsPage
from desktop.gui.start import Start, StartDialog
from desktop.operations.entries.record_entry import record
from desktop.operations.offices.create_office import create_office
from desktop.operations.units.keep_contact import keep_contact
from desktop.records.activity import Activity
from desktop.records.exchange import Contact
from desktop.records.identity import AgencyId
from desktop.store import history, records
from desktop.store.store import Store
from tests import builders
from tests.files.pdf_reader import page_sizes, read_lines, whole_text
from tests.gui.typing_keys import type_text
from tests.journeys.officer import Officer

WORDS = "chin con chim tren canh"
LONG = 60_000
"""Milliseconds: a lock of words takes seconds on purpose, more on a busy machine."""
TITLE = "Tập huấn quyền trẻ em ở xã"
LINE = "0260 3822 000"
CALLED = "Sở Thông tin và Truyền thông tỉnh Kon Tum"
CALL_FIRST = "Chỉ ghi số máy, hộp thư của cơ quan."


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the office of somebody who is about to leave."""
    path = tmp_path_factory.mktemp("cu") / "so.stt"
    create_office(path, builders.PLAN, officer="A Thao")
    day = dt.date(2024, 10, 5)
    with Store(path) as store:
        store.officer = "A Thao"
        entry = builders.an_activity(
            id="a1", title=TITLE, first_day=day, last_day=day, attendance=40
        )
        record(store, entry)
        keep_contact(store, Contact(id=AgencyId("so-tttt-kon-tum"), line=LINE), CALLED)
    return path


@pytest.fixture
def leaving(office: Path, tmp_path: Path, qtbot: QtBot) -> Iterator[Officer]:
    (tmp_path / "cu").mkdir()
    made = Officer(tmp_path / "cu", qtbot)
    made.open(office)
    made.choose_year("2024")
    yield made
    if made.window.isVisible():
        made.leave()


def hand_over(officer: Officer, stick: Path) -> Path:
    """Make the file and the pages in the settings, with words typed twice."""
    page = officer.go_to(7)
    assert isinstance(page, SettingsPage)
    page.sheets.setCurrentWidget(page.backups)
    page.backups.hand_over_button.click()
    dialog = page.backups.handing
    assert isinstance(dialog, HandOverDialog)
    assert dialog.height() <= 700
    type_text(dialog.words, WORDS)
    type_text(dialog.again, "khac han")
    dialog.place.setText(str(stick / "giao"))
    dialog.make_button.click()
    assert not list(stick.iterdir()), "words typed differently make nothing"
    dialog.again.clear()
    type_text(dialog.again, WORDS)
    QTest.keyClick(dialog, Qt.Key.Key_Return)
    officer.qtbot.waitUntil(lambda: bool(dialog.message.text), timeout=LONG)
    assert "Đã lập, đọc lại và đối chiếu: giao.stt-ban-giao" in dialog.message.text
    dialog.close_button.click()
    return stick / "giao.stt-ban-giao"


def judge_pages(pdf: bytes) -> None:
    """Look for everything the two printed pages must tell."""
    assert len(page_sizes(pdf)) == 2
    told = whole_text(read_lines(pdf))
    assert "1. Việc sắp đến hạn" in told
    assert "Hằng năm, định kỳ trước ngày 25/11" in told
    assert "2. Việc đang dở –34 đơn vị chưa có số liệu năm 2024" in told
    assert f"3. Gọi cho ai {CALL_FIRST}" in told
    assert f"{CALLED} {LINE}" in told
    assert "4. Chứng thư số" in told


def take_over(newcomer: Officer, file: Path, folder: Path) -> None:
    """Choose the handover on the first screen; mistype the words once."""

    def look() -> None:
        dialog = QApplication.activeModalWidget()
        if isinstance(dialog, TakeOverDialog):
            looking.stop()
            fill(dialog)
        elif isinstance(dialog, StartDialog) and dialog.kind is not Start.TAKE_OVER:
            dialog.kinds.button(list(Start).index(Start.TAKE_OVER)).click()
            QTimer.singleShot(0, dialog.accept)

    def fill(dialog: TakeOverDialog) -> None:
        dialog.file.setText(str(file))
        dialog.folder.setText(str(folder))
        type_text(dialog.officer, "Y Ha")
        type_text(dialog.words, "sai cau mat khau")
        dialog.take_button.click()
        newcomer.qtbot.waitUntil(dialog.take_button.isEnabled, timeout=LONG)
        assert not folder.exists(), "wrong words leave nothing"
        dialog.words.clear()
        type_text(dialog.words, WORDS)
        QTest.keyClick(dialog, Qt.Key.Key_Return)

    looking = QTimer(interval=20)
    looking.timeout.connect(look)
    looking.start()
    newcomer.program.begin()
    newcomer.qtbot.waitUntil(lambda: newcomer.window.session is not None, timeout=LONG)
    newcomer.wait(lambda: True)


def test_the_next_officer_goes_on_where_the_last_one_stopped(
    leaving: Officer, tmp_path: Path, qtbot: QtBot
) -> None:
    stick = tmp_path / "USB"
    stick.mkdir()
    file = hand_over(leaving, stick)
    assert {one.name for one in stick.iterdir()} == {
        "giao.stt-ban-giao",
        "giao-ban-giao-cong-viec.pdf",
    }
    judge_pages((stick / "giao-ban-giao-cong-viec.pdf").read_bytes())
    leaving.wait(lambda: True)
    leaving.leave()

    (tmp_path / "moi").mkdir()
    newcomer = Officer(tmp_path / "moi", qtbot)
    folder = tmp_path / "moi" / "So nhan"
    take_over(newcomer, file, folder)
    newcomer.wait(lambda: newcomer.session.store.path.parent == folder)
    store = newcomer.session.store
    (kept,) = records.find(store.reader, Activity)
    assert kept.title == TITLE
    assert set(history.officers(store.reader)) >= {"A Thao", "Y Ha"}
    assert len(newcomer.ask.faults) == 1, "the words mistyped were told once"
    assert newcomer.session.preferences.officer == "Y Ha"

    newcomer.choose_period("Quý IV", "2024")
    page = newcomer.go_to(5)
    assert isinstance(page, ReportPage)
    newcomer.wait(lambda: page.draft.words.known)
    QTest.keyClick(page.steps.buttons["preview"], Qt.Key.Key_Space)
    newcomer.wait(lambda: page.view.pages.count)
    assert page.draft.request.period.code == "2024-Q4"
    assert page.view.place.text().startswith("Trang 1/")
    newcomer.wait(lambda: True)
    newcomer.leave()
