"""Two hundred rows copied in Excel, pasted in the window, with ten faults in them."""

from collections.abc import Iterator
from html import escape
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.gui.pages.activities.activities import ActivitiesPage
from desktop.gui.pages.activities.importing.dialog import ImportDialog
from desktop.gui.pages.activities.importing.step_bar import Place
from desktop.records.activity import Activity
from desktop.store import records
from tests.builders import an_office
from tests.gui.pages.activities.importing.sheets import (
    FIRST,
    FORM,
    HEADINGS,
    LAST,
    NOTE,
    PEOPLE,
    PILLAR,
    TITLE,
    Row,
    a_sheet,
)
from tests.journeys.officer import CTRL, Officer

ROWS = 200
PLANTED = {
    9: (TITLE, "", "title", "Tên lớp"),
    27: (FIRST, "31/02/2024", "first_day", "Từ ngày"),
    44: (PEOPLE, "bốn mươi tám", "attendance", "Số lượt người"),
    61: (PEOPLE, "-5", "attendance", "Số lượt người"),
    80: (LAST, "01/01/2020", "last_day", "Đến ngày"),
    101: (FORM, "Dạy nấu ăn", "form", "Nội dung"),
    122: (PILLAR, "Trụ cột lạ", "pillar", "Trụ cột"),
    143: (PEOPLE, "#REF!", "attendance", "Số lượt người"),
    174: (FIRST, "cuối tháng", "first_day", "Từ ngày"),
    200: (LAST, "30/02/2024", "last_day", "Đến ngày"),
}
"""By the number in the first column: where, what, its field, and how it is called."""
NOTES = {
    1: "007",
    2: "=1+1",
    3: 'Dòng một\nDòng hai, có "ngoặc"',
    4: "Đăk Hà; Y Rơ-manh",
}
"""What a paste must not turn into something else."""


@pytest.fixture
def officer(tmp_path: Path, qtbot: QtBot) -> Iterator[Officer]:
    made = Officer(tmp_path, qtbot)
    made.open(an_office(tmp_path / "so.stt"))
    made.choose_year("2024")
    yield made
    made.leave()


def the_sheet(*, with_faults: bool) -> list[Row]:
    """Return the rows as their author wrote them."""
    rows = a_sheet(ROWS)
    for number, note in NOTES.items():
        rows[number - 1][NOTE] = note
    for number, (column, text, _, _) in PLANTED.items():
        if with_faults:
            rows[number - 1][column] = text
    return rows


def copied_in_excel(rows: list[Row]) -> QMimeData:
    """Return what Excel puts on the clipboard: lines of text and a table."""
    made = QMimeData()
    made.setText("".join("\t".join(map(quoted, row)) + "\r\n" for row in rows))
    lines = (
        "".join(f"<td class=xl65>{html(cell)}</td>" for cell in row) for row in rows
    )
    table = "".join(
        f"<tr height=20 style='height:15.0pt'>{line}</tr>" for line in lines
    )
    made.setHtml(
        '<html xmlns:x="urn:schemas-microsoft-com:office:excel"><head>'
        "<style>td{mso-number-format:General} .xl65{mso-number-format:'\\@'}</style>"
        "</head><body><table border=0 cellpadding=0 cellspacing=0 width=576>"
        f"<!--StartFragment-->{table}<!--EndFragment--></table></body></html>"
    )
    return made


def quoted(cell: str) -> str:
    if not set(cell) & set('"\n\t'):
        return cell
    return '"' + cell.replace('"', '""') + '"'


def html(cell: str) -> str:
    return escape(cell).replace("\n", '<br style="mso-data-placement:same-cell;"/>')


def paste(officer: Officer, rows: list[Row]) -> ImportDialog:
    """Copy rows with their headings, press Ctrl+V among the trainings."""
    page = officer.go_to(3)
    assert isinstance(page, ActivitiesPage)
    page.registers.choose("training")
    QGuiApplication.clipboard().setMimeData(copied_in_excel([list(HEADINGS), *rows]))
    officer.press(Qt.Key.Key_V, CTRL)
    dialog = page.importing.dialog
    assert dialog is not None
    officer.wait(lambda: dialog.preview is not None and dialog.isActiveWindow())
    return dialog


def press(officer: Officer, key: Qt.Key) -> None:
    focused = QApplication.focusWidget()
    assert focused is not None
    QTest.keyClick(focused, key, CTRL)
    officer.wait(lambda: True)


def kept(officer: Officer) -> dict[str, Activity]:
    found = records.find(officer.session.store.reader, Activity)
    by_title = {one.title: one for one in found}
    assert len(by_title) == len(found)
    return by_title


def faults_met(dialog: ImportDialog) -> dict[int, tuple[str, str]]:
    """Go with F8 from fault to fault; return field and words by the row's number."""
    met: dict[int, tuple[str, str]] = {}
    for _ in PLANTED:
        table = dialog.rows.table
        row, cell = table.row(), table.model_.cell(table.currentIndex())
        assert row is not None
        assert cell is not None, row.number
        met[row.number - 1] = cell.field, dialog.rows.detail.toPlainText()
        focused = QApplication.focusWidget()
        assert focused is not None
        QTest.keyClick(focused, Qt.Key.Key_F8)
    return met


def test_ten_faults_are_named_at_their_cells_and_the_rest_is_one_deed(
    officer: Officer,
) -> None:
    dialog = paste(officer, the_sheet(with_faults=True))
    assert dialog.steps.current is Place.ROWS
    assert dialog.rows.counts.text() == (
        "Đã đọc 200 dòng = 190 nhận (190 thêm, 0 sửa) + 10 không nhận + 0 không đổi"
    )
    met = faults_met(dialog)
    assert sorted(met) == sorted(PLANTED)
    for number, (_, text, field, label) in PLANTED.items():
        said = met[number][1]
        assert met[number][0] == field, said
        assert label in said, said
        assert text in said, said
    assert kept(officer) == {}, "nothing is kept by looking"

    press(officer, Qt.Key.Key_Return)
    officer.wait(lambda: len(kept(officer)) == ROWS - len(PLANTED))
    first = kept(officer)
    sheet = the_sheet(with_faults=False)
    for number, note in NOTES.items():
        assert first[sheet[number - 1][TITLE]].note == note
    assert not {sheet[number - 1][TITLE] for number in PLANTED} & set(first)
    for row in sheet:
        if row[TITLE] in first:
            assert first[row[TITLE]].attendance == int(row[PEOPLE])

    officer.press(Qt.Key.Key_Z, CTRL)
    officer.wait(lambda: not kept(officer))
    officer.press(Qt.Key.Key_Y, CTRL)
    officer.wait(lambda: kept(officer) == first)


def test_the_sheet_put_right_and_pasted_again_adds_only_what_was_refused(
    officer: Officer,
) -> None:
    paste(officer, the_sheet(with_faults=True))
    press(officer, Qt.Key.Key_Return)
    officer.wait(lambda: len(kept(officer)) == ROWS - len(PLANTED))
    first = kept(officer)
    again = paste(officer, the_sheet(with_faults=False))
    assert again.rows.counts.text() == (
        "Đã đọc 200 dòng = 10 nhận (10 thêm, 0 sửa) + 0 không nhận + 190 không đổi"
    )
    press(officer, Qt.Key.Key_Return)
    officer.wait(lambda: len(kept(officer)) == ROWS)
    assert first.items() <= kept(officer).items()
