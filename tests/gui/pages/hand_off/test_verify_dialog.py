"""A file is checked off the main thread, and its verdict shown."""

from pathlib import Path

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop.gui.pages.hand_off.verify_dialog import Verifier, VerifyDialog
from desktop.records.verification import FileVerdict, Finding
from tests.gui import walking
from tests.gui.pages.report_desk import Desk, gone


def verifier(desk: Desk, qtbot: QtBot) -> Verifier:
    page = QWidget()
    qtbot.addWidget(page)
    made = Verifier(desk.session, page)
    made.page = page  # type: ignore[attr-defined]  # else Python drops it
    return made


def test_an_unsigned_file_is_called_unsigned(qtbot: QtBot) -> None:
    verdict = FileVerdict(
        file_name="a.pdf", format="pdf", findings=(Finding(code="unsigned"),)
    )
    dialog = VerifyDialog(verdict)
    qtbot.addWidget(dialog)
    assert "▲ Tệp chưa có chữ ký." in dialog.view.text
    assert dialog.height() <= 700
    assert not walking.english_left(dialog)


def test_a_file_changed_by_one_byte_is_found(
    signed_desk: Desk, qtbot: QtBot, tmp_path: Path
) -> None:
    source = signed_desk.reports / "bao-cao-2024-v1.pdf"
    data = bytearray(source.read_bytes())
    data[len(data) // 2] ^= 1
    (tmp_path / "sửa.pdf").write_bytes(data)
    check = verifier(signed_desk, qtbot)
    check.check(tmp_path / "sửa.pdf")
    assert check.dialog is not None
    assert "▲ Không: đã bị thay đổi sau khi ký." in check.dialog.view.text
    check.dialog.reject()


def test_a_file_that_cannot_be_checked_is_told(
    desk: Desk, qtbot: QtBot, tmp_path: Path
) -> None:
    (tmp_path / "a.txt").write_text("không phải báo cáo", "utf-8")
    desk.ask.script = [None, tmp_path / "a.txt"]
    check = verifier(desk, qtbot)
    check.ask()
    check.ask()
    assert check.dialog is None
    assert len(desk.ask.faults) == 1


def test_closed_dialogs_are_deleted(signed_desk: Desk, qtbot: QtBot) -> None:
    check = verifier(signed_desk, qtbot)
    for _ in range(3):
        check.check(signed_desk.reports / "bao-cao-2024-v1.pdf")
        dialog = check.dialog
        assert dialog is not None
        dialog.reject()
        assert check.dialog is None
        assert gone(dialog)
