"""One year's work through the window: from the first start to the checked package."""

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from desktop.files.signatures.keys import make_test_key
from desktop.gui.pages.hand_off.hand_off import HandOffPage
from desktop.gui.pages.report.report import ReportPage
from desktop.gui.pages.signing.dialog import SignDialog
from desktop.gui.start import StartDialog
from desktop.records.activity import Activity
from desktop.records.issued import IssuedCopy, IssuedReport
from desktop.records.product import Broadcast
from desktop.records.result import Verdict
from desktop.records.verification import Integrity
from desktop.rules.vietnamese import fold
from desktop.store import records
from tests.builders import PLAN
from tests.journeys.officer import CTRL, SHIFT, Officer

PASSWORD = "mật khẩu ký thử"
BESIDE = "Thư mục “bao-cao” cạnh sổ"
STAFF = "can bo, cong chuc lam cong tac quyen con nguoi"


@pytest.fixture
def officer(tmp_path: Path, qtbot: QtBot) -> Iterator[Officer]:
    made = Officer(tmp_path, qtbot)
    yield made
    if made.window.isVisible():
        made.leave()


@pytest.fixture
def key(tmp_path: Path) -> Path:
    return make_test_key(
        tmp_path / "khóa.p12",
        name="Y Hà",
        organisation="Phòng Văn hóa - Thông tin",
        password=PASSWORD,
        now=dt.datetime.now(dt.UTC),
    )


def first_start(officer: Officer, office: Path) -> None:
    """Choose a new office on the shipped plan in the first dialog, by keyboard."""

    def answer(dialog: QWidget) -> None:
        assert isinstance(dialog, StartDialog)
        QTest.keyClick(dialog.kinds.checkedButton(), Qt.Key.Key_Down)
        while dialog.plan.currentData() != PLAN:
            assert dialog.plan.currentIndex() < dialog.plan.count() - 1
            QTest.keyClick(dialog.plan, Qt.Key.Key_Down)
        QTest.keyClicks(dialog.officer, "Y Ha")
        dialog.place.selectAll()
        QTest.keyClicks(dialog.place, str(office))
        QTest.keyClick(dialog.place, Qt.Key.Key_Return)

    officer.begin(answer)
    officer.window.activateWindow()
    officer.choose_year("2024")


def record_the_year(officer: Officer) -> None:
    """Record 40 officials, a training of 10 of them, a broadcast and an exhibition."""
    officer.record("headcount", {"group": STAFF, "as_of": "1/1/2024", "people": "40"})
    officer.record(
        "training",
        {
            "title": "Lop tap huan",
            "first_day": "3/6/2024",
            "last_day": "4/6/2024",
            "form": "cap nhat thong tin va tap huan kien thuc, ky nang",
            "pillar": pillar(officer),
            "attendance": "25",
            "staff": (STAFF, "", "10", "10", "10", "10"),
        },
    )
    officer.record(
        "broadcast",
        {
            "title": "Chuyen muc quyen con nguoi",
            "channel": "dai truyen thanh cap xa",
            "first_day": "5/3/2024",
            "last_day": "5/3/2024",
            "language": "tieng viet",
            "minutes": "15",
            "times": "12",
        },
    )
    officer.record(
        "exhibition",
        {
            "title": "Trien lam anh",
            "first_day": "9/12/2024",
            "last_day": "10/12/2024",
            "partners": "so thong tin va truyen thong",
            "form": "trien lam truc tiep",
            "pillar": pillar(officer),
            "attendance": "1.200",
        },
    )


def pillar(officer: Officer) -> str:
    """Return the first pillar as it is typed."""
    return fold(next(iter(officer.session.catalogue("pillar").values())).name)


def reports(officer: Officer) -> ReportPage:
    page = officer.go_to(5)
    assert isinstance(page, ReportPage)
    return page


def trained(officer: Officer) -> tuple[object, object, object]:
    """Return numerator, denominator and value of the first staff group's target."""
    found = officer.result("T2a").cumulative
    return found.numerator, found.denominator, found.value


def test_a_year_from_the_first_start_to_the_checked_package(
    officer: Officer, key: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    office = tmp_path / "so.stt"
    first_start(officer, office)
    assert officer.session.store.path == office
    assert officer.session.preferences.officer == "Y Ha"
    assert officer.result("T2a").headline.verdict is Verdict.UNKNOWN

    record_the_year(officer)
    # 10 of 40 officials completed both contents: 10 / 40 = 25 %, below 100 %.
    assert trained(officer) == (10, 40, 25)
    assert officer.result("T2a").headline.verdict is Verdict.NOT_MET
    # One exhibition held with the office above; the plan names no number for it.
    assert officer.result("T3").cumulative.numerator == 1
    (broadcast,) = records.find(officer.session.store.reader, Broadcast)
    assert (broadcast.minutes, broadcast.times) == (15, 12)

    # The newest deed is the exhibition: undone it is gone, redone it is back.
    officer.press(Qt.Key.Key_Z, CTRL)
    assert officer.result("T3").cumulative.numerator == 0
    assert trained(officer) == (10, 40, 25)
    officer.press(Qt.Key.Key_Y, CTRL)
    assert officer.result("T3").cumulative.numerator == 1

    exported = issue_and_export(officer)
    sign(officer, key, exported)
    delivered = hand_over(officer, tmp_path / "USB")
    check(officer, delivered)

    officer.leave()
    again = Officer(tmp_path, qtbot)
    again.open(office)
    db = again.session.store.reader
    assert {one.title for one in records.find(db, Activity)} == {
        "Lop tap huan",
        "Trien lam anh",
    }
    assert len(records.find(db, IssuedReport)) == 1
    again.choose_year("2024")
    assert trained(again) == (10, 40, 25)
    page = again.go_to(6)
    assert isinstance(page, HandOffPage)
    assert page.current is not None
    assert page.current.delivered is not None
    assert page.current.delivered.target == str(tmp_path / "USB")
    again.leave()


def issue_and_export(officer: Officer) -> Path:
    """Write, preview, issue and export the report; return the folder of its files."""
    page = reports(officer)
    page.draft.head.number.setFocus()
    QTest.keyClicks(page.draft.head.number, "15")
    officer.press(Qt.Key.Key_P, CTRL)
    officer.wait(lambda: page.view.pages.count)
    assert page.view.pages.count >= 3
    officer.ask.script = [True, BESIDE]
    officer.press(Qt.Key.Key_B, CTRL | SHIFT)
    officer.wait(lambda: page.current)
    officer.press(Qt.Key.Key_E, CTRL)
    officer.wait(lambda: page.current and page.current.exported)
    assert not officer.ask.script
    assert page.current is not None
    assert page.current.issued.number == "15"
    folder = officer.session.store.path.with_name("bao-cao")
    assert sorted(one.suffix for one in folder.iterdir()) == [
        ".docx",
        ".pdf",
        ".xlsx",
    ]
    return folder


def sign(officer: Officer, key: Path, folder: Path) -> None:
    """Sign for the person, after a wrong password, then for the agency, and pack."""
    page = reports(officer)
    refuse_wrong_password(officer, key, folder)
    for formats in (["pdf", "workbook"], ["pdf", "workbook", "package"]):
        before = contents(folder)
        dialog = open_sign_dialog(officer)
        dialog.keys.file.setText(str(key))
        dialog.keys.password.insert(PASSWORD)
        QTest.keyClick(dialog.keys.password, Qt.Key.Key_Return)
        officer.wait(dialog.do.isEnabled)
        assert "KÝ THỬ" in dialog.do.text()
        QTest.keyClick(dialog.do, Qt.Key.Key_Space)
        officer.wait(dialog.verdicts.isVisible)
        judge(dialog, formats)
        QTest.keyClick(dialog.leave, Qt.Key.Key_Space)
        officer.wait(lambda: page.sign_dialog is None)
        assert contents(folder) != before


def open_sign_dialog(officer: Officer) -> SignDialog:
    """Press the key of signing, and choose to sign here."""
    page = reports(officer)
    officer.ask.script = ["Ký số tại máy này"]
    officer.press(Qt.Key.Key_K, CTRL | SHIFT)
    dialog = page.sign_dialog
    assert dialog is not None
    return dialog


def refuse_wrong_password(officer: Officer, key: Path, folder: Path) -> None:
    """Give a wrong password, which changes nothing."""
    page = reports(officer)
    db = officer.session.store.reader
    before = contents(folder), records.find(db, IssuedCopy)
    dialog = open_sign_dialog(officer)
    dialog.keys.file.setText(str(key))
    QTest.keyClicks(dialog.keys.password, "sai")
    QTest.keyClick(dialog.keys.password, Qt.Key.Key_Return)
    officer.wait(lambda: officer.ask.faults)
    fault = officer.ask.faults.pop()
    assert all((fault.what, fault.why, fault.data, fault.next)), fault
    assert "mật khẩu" in f"{fault.what} {fault.why}".lower()
    assert not dialog.do.isEnabled()
    assert (contents(folder), records.find(db, IssuedCopy)) == before
    QTest.keyClick(dialog.leave, Qt.Key.Key_Space)
    officer.wait(lambda: page.sign_dialog is None)


def judge(dialog: SignDialog, formats: list[str]) -> None:
    """Look at what our own check found of what was made."""
    assert dialog.work is not None
    assert dialog.work.fault is None
    assert [one.format for one in dialog.work.verdicts] == formats
    for verdict in dialog.work.verdicts:
        assert {one.integrity for one in verdict.signatures} == {Integrity.INTACT}
        found = {one.code for one in verdict.findings}
        assert found == {"test_key_on_real_report"}, "this office is no practice"


def contents(folder: Path) -> dict[str, bytes]:
    return {one.name: one.read_bytes() for one in folder.iterdir()}


def hand_over(officer: Officer, stick: Path) -> Path:
    """Copy the package to a folder standing for the stick; return the copy."""
    stick.mkdir()
    page = officer.go_to(6)
    assert isinstance(page, HandOffPage)
    officer.ask.script = [stick]
    QTest.keyClick(page.panel.places.browse, Qt.Key.Key_Space)
    assert page.panel.places.chosen == stick
    QTest.keyClick(page.panel.copy, Qt.Key.Key_Space)
    officer.wait(page.panel.good.isVisible)
    (delivered,) = stick.glob("*.zip")
    (original,) = officer.session.store.path.with_name("bao-cao").glob("*.zip")
    assert delivered.read_bytes() == original.read_bytes()
    return delivered


def check(officer: Officer, delivered: Path) -> None:
    """Check the delivered package as whoever receives it would."""
    page = officer.go_to(6)
    assert isinstance(page, HandOffPage)
    officer.ask.script = [delivered]
    officer.press(Qt.Key.Key_T, CTRL | SHIFT)
    officer.wait(lambda: page.verifier.dialog)
    dialog = page.verifier.dialog
    assert dialog is not None
    said = dialog.view.text
    whole = said.count("✓ Có: còn nguyên vẹn")
    assert whole == 5, "the seal, and PDF and workbook by person and agency"
    assert "▲ Báo cáo thật mà ký bằng khóa ký thử: không dùng được." in said
    assert "đã bị thay đổi" not in said
    dialog.reject()
    assert not officer.ask.faults


def test_bad_office_files_end_in_four_lines_and_the_open_office_stays(
    officer: Officer, office: Path, tmp_path: Path
) -> None:
    text = tmp_path / "văn bản.stt"
    text.write_text("không phải sổ", "utf-8")
    damaged = tmp_path / "hỏng.stt"
    data = office.read_bytes()
    damaged.write_bytes(data[:4096] + b"\xff" * (len(data) - 4096))
    bad = [text, damaged, tmp_path / "không có.stt"]
    before = {path: path.read_bytes() for path in (text, damaged)}

    officer.open(office)
    session = officer.session
    for path in bad:
        officer.ask.script = [path]
        officer.press(Qt.Key.Key_O, CTRL)
        officer.wait(lambda: officer.ask.faults)
        fault = officer.ask.faults.pop()
        assert all((fault.what, fault.why, fault.data, fault.next)), fault
        assert path.name in f"{fault.what} {fault.why}", fault
        assert officer.session is session
    assert before == {path: path.read_bytes() for path in (text, damaged)}
    assert officer.settings_know(office)
    assert not any(officer.settings_know(path) for path in bad)


def test_a_second_program_on_the_same_file_is_refused(
    officer: Officer, office: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    officer.open(office)
    (tmp_path / "second").mkdir()
    second = Officer(tmp_path / "second", qtbot)
    second.program.begin(office)
    second.wait(lambda: second.ask.faults)
    fault = second.ask.faults.pop()
    assert "đang được mở ở nơi khác" in fault.what, fault
    assert second.window.session is None
    assert officer.session.store.path == office
    second.leave()


def test_another_office_may_follow_and_colours_may_change(
    officer: Officer, office: Path, tmp_path: Path
) -> None:
    other = tmp_path / "khác.stt"
    other.write_bytes(office.read_bytes())
    officer.open(office)
    officer.ask.script = [other]
    officer.press(Qt.Key.Key_O, CTRL)
    officer.wait(lambda: officer.session.store.path == other)
    officer.window.menus.scheme_wanted.emit("dark")
    officer.window.menus.scheme_wanted.emit("light")
    officer.press(Qt.Key.Key_F1)
    shown = [one for one in QApplication.topLevelWidgets() if one.isVisible()]
    assert "Hướng dẫn" in {one.windowTitle() for one in shown}
