"""The dialog that shows what was found of one file."""

import datetime as dt

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop.gui.verifying.dialog import VerifyDialog
from desktop.records.verification import FileVerdict, Finding, FoundReport
from desktop.rules.short_code import short_code
from tests.gui import walking


def test_an_unsigned_file_is_called_unsigned(qtbot: QtBot) -> None:
    verdict = FileVerdict(
        file_name="a.pdf", format="pdf", findings=(Finding(code="unsigned"),)
    )
    dialog = VerifyDialog(verdict)
    qtbot.addWidget(dialog)
    assert "– Tệp chưa có chữ ký." in dialog.view.text
    assert dialog.height() <= 700
    assert not walking.english_left(dialog)
    assert dialog.code is None


def test_the_code_of_a_paper_is_compared_with_the_data_inside(qtbot: QtBot) -> None:
    digest = "ab" * 32
    report = FoundReport(
        report_id="r",
        agency="Phòng VH-TT",
        plan_title="Kế hoạch",
        period_code="2024",
        first_day=dt.date(2024, 1, 1),
        last_day=dt.date(2024, 12, 31),
        sha256=digest,
        code=short_code(digest),
    )
    verdict = FileVerdict(file_name="a.pdf", format="pdf", report=report)
    dialog = VerifyDialog(verdict)
    qtbot.addWidget(dialog)
    dialog.show()
    assert dialog.code is not None
    dialog.code.line.setText(report.code)
    assert dialog.code.answer.text().startswith("✓ Có: mã khớp")
    dialog.code.line.setText("00000-00000-00000-00000-0")
    assert "✓" not in dialog.code.answer.text()
    assert dialog.height() <= 700
    assert not walking.nameless(dialog)


def test_a_scanner_that_ends_with_enter_does_not_close_the_dialog(
    qtbot: QtBot,
) -> None:
    report = FoundReport(
        report_id="r",
        agency="Phòng VH-TT",
        plan_title="Kế hoạch",
        period_code="2024",
        first_day=dt.date(2024, 1, 1),
        last_day=dt.date(2024, 12, 31),
        sha256="ab" * 32,
        code=short_code("ab" * 32),
    )
    dialog = VerifyDialog(FileVerdict(file_name="a.pdf", format="pdf", report=report))
    qtbot.addWidget(dialog)
    dialog.show()
    assert dialog.code is not None
    dialog.code.line.setFocus()
    QTest.keyClicks(dialog.code.line, report.code)
    QTest.keyClick(dialog.code.line, Qt.Key.Key_Return)
    assert dialog.isVisible()
    assert dialog.code.answer.text().startswith("✓")
