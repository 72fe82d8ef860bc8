"""One report through the window by keyboard: written, checked, issued, corrected."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QWidget
from pytestqt.qtbot import QtBot

from desktop.files.signatures.keys import load_key, make_test_key
from desktop.gui.pages.activities.activities import ActivitiesPage
from desktop.gui.pages.report.attach_dialog import AttachDialog
from desktop.gui.pages.report.compare_dialog import CompareDialog
from desktop.gui.pages.report.correct_dialog import CorrectDialog
from desktop.gui.pages.report.issuing import BESIDE
from desktop.gui.pages.report.report import ReportPage
from desktop.gui.reopening import VERB
from desktop.operations.entries.record_entry import record
from desktop.operations.offices.set_preferences import set_preferences
from desktop.records.period import PeriodState
from desktop.store import preferences
from desktop.store.store import Store
from tests.builders import NOW, an_activity, an_office
from tests.gui.typing_keys import type_text
from tests.journeys.officer import CTRL, NONE, SHIFT, Officer
from tests.operations.signed_elsewhere import signed, stamped

ALT = Qt.KeyboardModifier.AltModifier
KEY = Qt.Key
PASSWORD = "mật khẩu thử"
PLACE = "activities"
"""The section that tells of events and who came to them."""

TRAINING = {
    "title": "Tập huấn bổ sung",
    "first_day": "20/11/2024",
    "form": "tap huan ky nang",
    "pillar": "pho bien, giao duc kien thuc",
    "sessions": "1",
    "attendance": "40",
}


@pytest.fixture
def office(tmp_path: Path) -> Path:
    """Make a practice office with one training, and a test key."""
    path = an_office(tmp_path / "so.stt")
    with Store(path) as store:
        kept = preferences.get(store.reader)
        assert kept is not None
        set_preferences(store, replace(kept, practice=True))
        record(store, an_activity())
    make_test_key(
        tmp_path / "khoa.p12",
        name="Y Hà",
        organisation="Phòng",
        password=PASSWORD,
        now=NOW,
    )
    return path


@pytest.fixture
def officer(office: Path, tmp_path: Path, qtbot: QtBot) -> Iterator[Officer]:
    made = Officer(tmp_path, qtbot)
    made.open(office)
    made.choose_year("2024")
    yield made
    made.leave()


def page_of(officer: Officer) -> ReportPage:
    page = officer.go_to(5)
    assert isinstance(page, ReportPage)
    officer.wait(lambda: page.draft.words.known)
    return page


def reach(officer: Officer, field: QWidget) -> None:
    """Press Tab until the cursor is in a field."""
    for _ in range(200):
        at = QApplication.focusWidget()
        if at is field:
            return
        QTest.keyClick(at or officer.window, KEY.Key_Tab)
    raise AssertionError(field.accessibleName())


def dialog_of(officer: Officer, page: ReportPage) -> QDialog:
    officer.wait(lambda: page.issued.dialog)
    dialog = page.issued.dialog
    assert dialog is not None
    officer.qtbot.waitUntil(dialog.isActiveWindow)
    return dialog


def came_back(folder: Path) -> Path:
    """Let the clerk stamp number and date, and sign."""
    (sent,) = (folder / "bao-cao").glob("*.pdf")
    data = stamped(sent.read_bytes(), "45", "25", "11")
    path = folder / "ban-da-ky.pdf"
    path.write_bytes(signed(data, load_key(folder / "khoa.p12", PASSWORD)))
    return path


def test_a_report_goes_its_whole_way_by_keyboard(
    officer: Officer, tmp_path: Path
) -> None:
    edit_a_sentence(officer)
    change_a_record(officer)
    check_issue_and_export(officer, tmp_path)
    attach_the_signed_copy(officer, came_back(tmp_path))
    officer.ask.choose_action = VERB
    officer.ask.script = ["Xã gửi bổ sung một lớp"]
    late = {**TRAINING, "title": "Lớp gửi muộn", "first_day": "02/12/2024"}
    write_into_the_locked_period(officer, late)
    correct_the_report(officer)
    compare_the_two(officer)
    assert len(officer.ask.faults) == 1


def edit_a_sentence(officer: Officer) -> None:
    page = page_of(officer)
    field = page.draft.sections[PLACE]
    before = field.words
    assert before
    reach(officer, field.text)
    QTest.keyClick(field.text, KEY.Key_Home, CTRL)
    type_text(field.text, "Nhìn chung: ")
    assert field.words == f"Nhìn chung: {before}"
    assert field.badge.text() == "đã sửa"
    assert not page.draft.words.stale(PLACE)


def change_a_record(officer: Officer) -> None:
    """Record one more: the officer's words no longer agree, until they are renewed."""
    officer.record("training", TRAINING)
    page = page_of(officer)
    field = page.draft.sections[PLACE]
    officer.wait(lambda: page.draft.words.stale(PLACE))
    stale = page.draft.words.stale(PLACE)
    assert f"{stale[0].old} → {stale[0].new}" in field.stale.text()
    assert page.next_line.text().startswith("Tiếp theo: cập nhật")
    reach(officer, field.text)
    reach(officer, field.update_button)
    QTest.keyClick(field.update_button, KEY.Key_Space)
    assert field.words.startswith("Nhìn chung: ")
    assert not page.draft.words.stale(PLACE)


def check_issue_and_export(officer: Officer, folder: Path) -> None:
    page = page_of(officer)
    officer.press(KEY.Key_2, ALT)
    officer.wait(lambda: page.checking.findings)
    assert page.stack.currentWidget() is page.checking
    officer.ask.script = [True, BESIDE]
    officer.press(KEY.Key_B, CTRL | SHIFT)
    officer.wait(lambda: page.current)
    officer.press(KEY.Key_E, CTRL)
    officer.wait(lambda: page.current is not None and page.current.exported)
    endings = {path.suffix for path in (folder / "bao-cao").glob("*.*")}
    assert endings == {".pdf", ".xlsx", ".docx"}
    assert not officer.ask.faults


def attach_the_signed_copy(officer: Officer, copy: Path) -> None:
    """Attach what the clerk signed elsewhere: it locks the period."""
    page = page_of(officer)
    officer.ask.script = [copy]
    officer.press(KEY.Key_4, ALT)
    dialog = dialog_of(officer, page)
    assert isinstance(dialog, AttachDialog)
    assert dialog.number.text() == "45"
    QTest.keyClick(dialog.keep_button, KEY.Key_Space)
    officer.wait(lambda: page.current is not None and page.current.signed)
    assert page.current is not None
    assert page.current.issued.number == "45"
    assert page.period.chip.state is PeriodState.SIGNED


def correct_the_report(officer: Officer) -> None:
    page = page_of(officer)
    officer.wait(lambda: page.period.chip.state is PeriodState.ENTERING)
    reach(officer, page.reports)
    if page.current is None:
        QTest.keyClick(page.reports, KEY.Key_Down)
    officer.wait(lambda: page.current)
    officer.press(KEY.Key_5, ALT)
    slip = dialog_of(officer, page)
    assert isinstance(slip, CorrectDialog)
    assert slip.changes.model_.rowCount() > 0
    type_text(slip.reason, "Xã gửi bổ sung một lớp")
    QTest.keyClick(slip.issue_button, KEY.Key_Space)
    officer.wait(lambda: page.issued.dialog is None)
    assert page.current is not None
    assert page.current.issued.slip == 1


def compare_the_two(officer: Officer) -> None:
    page = page_of(officer)
    officer.press(KEY.Key_6, ALT)
    compared = dialog_of(officer, page)
    assert isinstance(compared, CompareDialog)
    officer.wait(compared.changes.model_.rowCount)
    assert "số khác nhau" in compared.said.text()
    QTest.keyClick(compared, KEY.Key_Escape, NONE)


def write_into_the_locked_period(officer: Officer, entry: dict[str, str]) -> None:
    """Write an entry that a lock refuses first; recorded once the lock is gone."""
    page = officer.go_to(3)
    assert isinstance(page, ActivitiesPage)
    page.registers.choose("training")
    officer.press(KEY.Key_N, CTRL)
    officer.qtbot.waitUntil(lambda: page.dialog is not None)
    dialog = page.dialog
    assert dialog is not None
    officer.qtbot.waitUntil(dialog.isActiveWindow)
    officer.fill(dialog, entry)
    QTest.keyClick(dialog, KEY.Key_S, CTRL)
    officer.wait(lambda: officer.ask.faults and not officer.ask.script)
    assert page.dialog is dialog, "what was written stays open"
    QTest.keyClick(dialog, KEY.Key_S, CTRL)
    officer.wait(lambda: page.dialog is None)
