"""A code is compared while it is typed, and the answer is never in colour alone."""

import datetime as dt
import hashlib

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QLabel, QPushButton, QVBoxLayout
from pytestqt.qtbot import QtBot

from desktop.gui.widgets.code_field import CodeField
from desktop.operations.reports.compare_code import CodeVerdict
from desktop.records.verification import FileVerdict, FoundReport
from desktop.rules.short_code import payload, short_code

DATA = hashlib.sha256(b"data").hexdigest()
CODE = short_code(DATA)
REPORT = FoundReport(
    report_id="r",
    agency="Phòng Văn hóa",
    plan_title="Kế hoạch",
    period_code="2024",
    first_day=dt.date(2024, 1, 1),
    last_day=dt.date(2024, 12, 31),
    sha256=DATA,
    code=CODE,
)


def a_field(qtbot: QtBot, report: FoundReport | None = REPORT) -> CodeField:
    field = CodeField(FileVerdict(file_name="a.pdf", format="pdf", report=report))
    qtbot.addWidget(field)
    field.show()
    return field


def role(field: CodeField) -> str:
    return str(field.answer.property("role"))


def test_the_answer_comes_while_it_is_typed(qtbot: QtBot) -> None:
    field = a_field(qtbot)
    found: list[CodeVerdict] = []
    field.compared.connect(found.append)
    QTest.keyClicks(field.line, CODE.lower())
    assert len(found) == len(CODE)
    assert [one.same for one in found] == [False] * (len(CODE) - 1) + [True]
    assert field.answer.text().startswith("✓ Có: mã khớp")
    assert role(field) == ""  # no green for a file that nobody signed


def test_a_slip_is_told_with_its_group(qtbot: QtBot) -> None:
    field = a_field(qtbot)
    field.line.setText(CODE[:-3] + ("0" if CODE[-3] != "0" else "1") + CODE[-2:])
    assert field.answer.text().startswith("▲ Chưa khớp nhóm 4")
    assert role(field) == "doubt"
    assert field.line.accessibleDescription() in field.answer.text()


@pytest.mark.parametrize("digest", ["00" * 32, "0f" * 32])
def test_the_code_of_other_data_is_a_problem(qtbot: QtBot, digest: str) -> None:
    field = a_field(qtbot)
    for typed in (short_code(digest), payload("a", "2024", digest)):
        field.line.setText(typed)
        assert field.answer.text().startswith("▲ Không: đây là mã của một báo cáo khác")
        assert role(field) == "problem"


def test_a_scanner_that_ends_with_return_closes_nothing(qtbot: QtBot) -> None:
    field = a_field(qtbot)
    dialog = QDialog()
    qtbot.addWidget(dialog)
    column = QVBoxLayout(dialog)
    column.addWidget(field)
    leave = QPushButton("Đóng", dialog)
    leave.setDefault(True)
    leave.clicked.connect(dialog.reject)
    column.addWidget(leave)
    dialog.show()
    for scanned in (payload("a", "2024", "00" * 32), payload("a", "2024", DATA)):
        QTest.keyClicks(field.line, scanned)
        QTest.keyClick(field.line, Qt.Key.Key_Return)
        assert field.line.selectedText() == scanned  # the next one takes its place
    assert dialog.isVisible()
    assert "khớp trọn vẹn" in field.answer.text()


def test_before_anything_is_typed_it_says_what_to_do(qtbot: QtBot) -> None:
    field = a_field(qtbot)
    assert field.answer.text().startswith("Gõ mã in ở chân trang")
    assert role(field) == "quiet"


def test_a_file_without_data_takes_no_code(qtbot: QtBot) -> None:
    field = a_field(qtbot, None)
    assert not field.line.isEnabled()
    assert "không có số liệu gốc" in field.answer.text()


def test_the_field_is_named_and_reached_by_its_letter(qtbot: QtBot) -> None:
    field = a_field(qtbot)
    labels = [one for one in field.findChildren(QLabel) if one.buddy() is field.line]
    assert len(labels) == 1
    assert field.line.accessibleName() == "Mã đối chiếu in trên bản giấy"
    assert field.focusProxy() is field.line
