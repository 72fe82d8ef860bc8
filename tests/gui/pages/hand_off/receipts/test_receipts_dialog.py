"""A receipt is given for a package that stands, and copied where the sender gets it."""

import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QAbstractScrollArea, QWidget
from pytestqt.qtbot import QtBot

from desktop import media
from desktop.files.locking import lock_with_words
from desktop.files.receipt_file import write_receipt
from desktop.files.signatures.trust import Trust
from desktop.gui.jobs import Jobs
from desktop.gui.pages.hand_off.receipts.receipts_dialog import (
    BACK,
    GIVE,
    NOT_TAKEN,
    TAKE,
    ReceiptsDialog,
)
from desktop.gui.session import Session
from desktop.gui.settings import Settings
from desktop.media import Medium
from desktop.records.exchange import Receipt, ReceiptOutcome
from desktop.records.issued import IssuedReport
from desktop.rules.calendar import parse_period
from desktop.store import records
from desktop.store.store import Store
from tests.fakes import Answers
from tests.files.pki import NOW, pki
from tests.files.wire.test_receipt import TOLD
from tests.gui import walking
from tests.gui.pages.report_desk import Desk
from tests.operations.intake.sent_packages import (
    a_package,
    an_entry,
    entries_of,
    take_in,
)


@pytest.fixture
def session(
    office: Path, tmp_path: Path, jobs: Jobs, ask: Answers, settings: Settings
) -> Iterator[Session]:
    # One of its own: the office of these tests is shared, and this one is written to.
    with Store(Path(shutil.copy(office, tmp_path / "so.stt"))) as store:
        yield Session(store, jobs, ask, settings, parse_period("2024"))


@pytest.fixture
def page(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    return made


@pytest.mark.parametrize("kind", [Medium.REMOVABLE, Medium.FIXED])
def test_a_receipt_is_given_without_a_key_and_read_back(
    kind: Medium,
    session: Session,
    page: QWidget,
    ask: Answers,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    stick = tmp_path / "usb"
    stick.mkdir()
    monkeypatch.setattr(
        media,
        "drive_kind",
        lambda path: kind if stick in path.parents else Medium.FIXED,
    )
    package = a_package(tmp_path, entries_of([an_entry(1)]), None)
    take_in(session.store, Trust(), package)
    dialog = ReceiptsDialog(session, page)
    dialog.show()
    assert not dialog.give_button.isEnabled()
    dialog.unsigned.setChecked(True)
    ask.script.append(stick)
    dialog.give_button.click()
    (found,) = records.find(session.store.reader, Receipt)
    assert (found.outcome, found.signer, found.entries) == (ReceiptOutcome.GIVEN, "", 1)
    (copied,) = stick.iterdir()
    assert copied.name == found.file_name
    assert "đã đọc lại, khớp" in dialog.message.text
    stick_told = "Có thể rút USB" in dialog.message.text
    assert stick_told is (kind is Medium.REMOVABLE), "a folder cannot be pulled out"
    assert dialog.grab().save(str(tmp_path / "receipts.png"))


def test_a_file_that_is_no_receipt_of_ours_is_told(
    session: Session, page: QWidget, ask: Answers, tmp_path: Path
) -> None:
    stranger = tmp_path / "thu.txt"
    stranger.write_text("không phải biên nhận")
    dialog = ReceiptsDialog(session, page)
    ask.script.append((stranger,))
    before = records.count(session.store.reader, Receipt)
    dialog.read_button.click()
    assert "tệp văn bản" in dialog.message.text
    assert records.count(session.store.reader, Receipt) == before


def test_a_package_chosen_as_a_receipt_is_told_where_it_belongs(
    session: Session, page: QWidget, ask: Answers, tmp_path: Path
) -> None:
    package = a_package(tmp_path, entries_of([an_entry(1)]), pki().agency.key(tmp_path))
    dialog = ReceiptsDialog(session, page)
    ask.script.append((package,))
    dialog.read_button.click()
    assert "không phải biên nhận" in dialog.message.text
    package.write_bytes(lock_with_words(package.read_bytes(), "mười hai con giáp"))
    ask.script.append((package,))
    dialog.read_button.click()
    assert "đang khóa: thả vào Thu thập, Khay nhận" in dialog.message.text
    assert records.count(session.store.reader, Receipt) == 0


def test_it_is_no_wider_than_an_old_screen_has_room_for(
    session: Session, page: QWidget, tmp_path: Path
) -> None:
    take_in(
        session.store, Trust(), a_package(tmp_path, entries_of([an_entry(1)]), None)
    )
    dialog = ReceiptsDialog(session, page)
    dialog.show()
    assert not walking.nameless(dialog)
    assert dialog.width() <= 700
    assert dialog.height() <= 700
    for sheet in range(dialog.sheets.count()):
        dialog.sheets.setCurrentIndex(sheet)
        assert dialog.minimumSizeHint().width() * 1.5 <= 1050
        for area in dialog.findChildren(QAbstractScrollArea):
            assert not area.horizontalScrollBar().isVisible()
    dialog.close()


def test_it_begins_with_what_the_office_has(
    session: Session, page: QWidget, tmp_path: Path
) -> None:
    dialog = ReceiptsDialog(session, page)
    assert dialog.sheets.tabText(dialog.sheets.currentIndex()) == BACK
    dialog.close()
    take_in(
        session.store, Trust(), a_package(tmp_path, entries_of([an_entry(1)]), None)
    )
    dialog = ReceiptsDialog(session, page)
    assert dialog.sheets.tabText(dialog.sheets.currentIndex()) == GIVE
    dialog.close()


@pytest.mark.parametrize("wanted", [True, False])
def test_a_receipt_anybody_could_have_written_is_asked_about_first(
    signed_desk: Desk, page: QWidget, tmp_path: Path, *, wanted: bool
) -> None:
    desk = signed_desk
    (issued,) = records.find(desk.store.reader, IssuedReport)
    told = replace(TOLD, report=str(issued.id), control="KHÁC")
    path = write_receipt(tmp_path / "ve", told, None, NOW)
    dialog = ReceiptsDialog(desk.session, page)
    desk.ask.script = [(path,), wanted]
    dialog.read_button.click()
    (asked,) = [one for one in desk.ask.asked if TAKE in one]
    assert asked.startswith("Chưa chắc biên nhận do nơi nhận gửi.")
    kept = records.find(desk.store.reader, Receipt)
    assert len(kept) == int(wanted)
    if not wanted:
        assert dialog.message.text == NOT_TAKEN
    dialog.close()
