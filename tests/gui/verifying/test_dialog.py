"""The dialog that shows what was found of one file."""

from pytestqt.qtbot import QtBot

from desktop.gui.verifying.dialog import VerifyDialog
from desktop.records.verification import FileVerdict, Finding
from tests.gui import walking


def test_an_unsigned_file_is_called_unsigned(qtbot: QtBot) -> None:
    verdict = FileVerdict(
        file_name="a.pdf", format="pdf", findings=(Finding(code="unsigned"),)
    )
    dialog = VerifyDialog(verdict)
    qtbot.addWidget(dialog)
    assert "▲ Tệp chưa có chữ ký." in dialog.view.text
    assert dialog.height() <= 700
    assert not walking.english_left(dialog)
