"""A file is checked off the main thread, and its verdict shown."""

from pathlib import Path

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop.gui.verifying.verifier import Verifier
from tests.gui.pages.report_desk import Desk, gone


def verifier(desk: Desk, qtbot: QtBot) -> Verifier:
    page = QWidget()
    qtbot.addWidget(page)
    made = Verifier(desk.session.jobs, desk.ask, page)
    made.page = page  # type: ignore[attr-defined]  # else Python drops it
    return made


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
    assert "đã bị thay đổi sau khi ký." in check.dialog.view.text
    check.check(tmp_path / "sửa.pdf", "thư › báo cáo.pdf")
    assert "“thư › báo cáo.pdf”" in check.dialog.view.text, "as it was called when sent"
    assert "sửa.pdf" not in check.dialog.view.text
    check.dialog.reject()


def test_a_file_that_cannot_be_checked_is_told(
    signed_desk: Desk, qtbot: QtBot, tmp_path: Path
) -> None:
    (tmp_path / "a.txt").write_text("không phải báo cáo", "utf-8")
    signed_desk.ask.script = [None, tmp_path / "a.txt"]
    check = verifier(signed_desk, qtbot)
    check.ask()
    check.ask()
    assert check.dialog is None
    assert len(signed_desk.ask.faults) == 1


def test_another_file_takes_the_place_of_the_first(
    signed_desk: Desk, qtbot: QtBot
) -> None:
    check = verifier(signed_desk, qtbot)
    check.check(signed_desk.reports / "bao-cao-2024-v1.pdf")
    first = check.dialog
    check.check(signed_desk.reports / "bao-cao-2024-v1.xlsx")
    assert first is not None
    assert gone(first)
    assert check.dialog is not None
    assert "bao-cao-2024-v1.xlsx" in check.dialog.view.text
    check.dialog.reject()
    assert check.dialog is None


def test_closed_dialogs_are_deleted(signed_desk: Desk, qtbot: QtBot) -> None:
    check = verifier(signed_desk, qtbot)
    for _ in range(3):
        check.check(signed_desk.reports / "bao-cao-2024-v1.pdf")
        dialog = check.dialog
        assert dialog is not None
        dialog.reject()
        assert check.dialog is None
        assert gone(dialog)
