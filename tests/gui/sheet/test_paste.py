"""What comes from Excel lands where it belongs, and what cannot is named."""

import dataclasses

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.gui.session import Session
from desktop.gui.sheet.paste import MOST_PASTED
from desktop.gui.sheet.paste_dialog import PasteDialog
from desktop.gui.steps import take
from desktop.gui.widgets.message_bar import MessageBar
from desktop.records.activity import Activity
from desktop.rules.clip_table import read_lines, unguarded
from desktop.store import journal
from tests.data.naughty import NAUGHTY
from tests.fakes import Answers
from tests.gui.sheet.desk import CTRL, KEY, Typist, mime


def dialog(typist: Typist) -> PasteDialog:
    found = typist.view.findChildren(PasteDialog)
    assert found, "nothing was asked"
    return found[-1]


def test_a_block_lands_from_the_current_cell_on(typist: Typist) -> None:
    typist.go(1, "title")
    clip = mime("Một\t5/4/2024\r\nHai\t６/4\r\n")
    QGuiApplication.clipboard().setMimeData(clip)
    typist.press(KEY.Key_V, CTRL)
    assert [typist.kept(f"a{n}").title for n in (4, 3, 2, 1)] == [
        "Lớp 4",
        "Một",
        "Hai",
        "Lớp 1",
    ]
    assert typist.kept("a2").first_day.isoformat() == "2024-04-06"
    entry = journal.entries(typist.session.store.reader, limit=1)[0]
    assert (entry.verb, entry.subject) == ("paste_cells", "4 ô trong 2 dòng")
    take(typist.session, "undo", MessageBar(typist.view))
    assert typist.kept("a2").title == "Lớp 2"


def test_one_value_fills_what_is_selected(typist: Typist) -> None:
    typist.select(0, "attendance", 2, "attendance")
    typist.sheet.paster.paste(mime("1.200\r\n"))
    assert [typist.kept(f"a{n}").attendance for n in (4, 3, 2, 1)] == [
        1200,
        1200,
        1200,
        101,
    ]


def test_line_breaks_and_quotes_arrive_in_their_cell(typist: Typist) -> None:
    typist.show("note")
    typist.go(0, "note")
    typist.sheet.paster.paste(mime('"dòng 1\ndòng ""2"""\r\n'))
    assert typist.kept("a4").note == 'dòng 1\ndòng "2"'


def test_merged_cells_stand_in_each_of_their_rows(typist: Typist) -> None:
    typist.show("place")
    typist.go(0, "place")
    html = "<table><tr><td rowspan=2>Nhà rông</td></tr><tr></tr></table>"
    typist.sheet.paster.paste(mime("Nhà rông\r\n\r\n", html))
    assert (typist.kept("a4").place, typist.kept("a3").place) == ("Nhà rông",) * 2


def test_faults_are_counted_and_named_before_anything_lands(typist: Typist) -> None:
    typist.go(0, "attendance")
    typist.sheet.paster.paste(mime("5\r\n6\r\nmười hai\r\n8\r\n"))
    asked = dialog(typist)
    assert [one.line for one in asked.landing.faults] == [
        "Dòng 3, cột Số lượt người: “mười hai” không phải là số."
    ]
    assert "Dòng 3, cột Số lượt người" in asked.faults.toPlainText()
    assert asked.do.text() == "Dán 3 ô"
    assert typist.kept("a4").attendance == 104
    asked.accept()
    assert [typist.kept(f"a{n}").attendance for n in (4, 3, 2, 1)] == [5, 6, 102, 8]


def test_a_paste_given_up_changes_nothing(typist: Typist) -> None:
    typist.go(0, "attendance")
    typist.sheet.paster.paste(mime("5\r\nx\r\n"))
    dialog(typist).reject()
    assert typist.kept("a4").attendance == 104


def test_what_the_rules_forbid_is_a_fault_too(typist: Typist) -> None:
    typist.go(0, "attendance")
    typist.sheet.paster.paste(mime("-5\r\n7\r\n"))
    (fault,) = dialog(typist).landing.faults
    assert fault.line == "Dòng 1, cột Số lượt người: Số không được âm (đang ghi -5)."
    dialog(typist).accept()
    assert (typist.kept("a4").attendance, typist.kept("a3").attendance) == (104, 7)


def test_small_tables_are_skipped_and_named(typist: Typist) -> None:
    typist.show("audiences")
    typist.go(0, "audiences")
    typist.sheet.paster.paste(mime("30\r\n"))
    (fault,) = dialog(typist).landing.faults
    assert "ghi trong phiếu" in fault.line
    assert not dialog(typist).do.isEnabled()


def test_cells_beside_the_last_column_are_counted(typist: Typist) -> None:
    shown = typist.view.rows.columns_shown()
    typist.view.rows.go(0, shown[-1])
    typist.sheet.paster.paste(mime("7\t8\t9\r\n"))
    assert dialog(typist).landing.beside == 2


def test_rows_below_the_last_become_new_entries_after_one_question(
    typist: Typist, session: Session
) -> None:
    typist.show("pillar", "form")
    for name in ("first_day", "state", "agency"):
        typist.view.header.setSectionHidden(typist.at(name), True)
    session.ask = Answers(True)
    order = typist.view.rows.columns_shown()
    words = {"title": "Mới {0}", "pillar": "Kiến thức", "form": "training_both"}
    words["attendance"] = "2{0}"

    def line(number: int) -> str:
        cells = [words.get(typist.model.columns[at].field.name, "") for at in order]
        return "\t".join(cells).format(number)

    pillars = session.catalogue("pillar")
    words["pillar"] = next(iter(pillars.values())).name
    typist.view.rows.clearSelection()
    typist.sheet.paster.paste(mime("\r\n".join(line(n) for n in range(3))))
    assert session.ask.asked == ["Dán thêm 3 dòng mới? [Dán thêm 3 dòng] [Để sau]"] or (
        "Dán thêm 3 dòng mới?" in session.ask.asked[0]
    )
    made = {one.title: one for one in typist.all_kept()}
    assert made["Mới 2"].attendance == 22
    assert made["Mới 2"].agency == session.preferences.agency
    assert typist.model.rowCount() == 8


def test_a_new_row_that_lacks_something_says_what(typist: Typist) -> None:
    typist.go(4, "title")
    typist.sheet.paster.paste(mime("Sửa\tx\r\nMới\t1/2\r\n"))
    lines = [one.line for one in dialog(typist).landing.faults]
    assert lines[0] == (
        "Dòng 5, cột Từ ngày: “x” không phải là ngày; ví dụ đúng: 05/08/2026."
    )
    assert lines[1].startswith("Dòng 6, cột ")
    assert lines[1].endswith("Chưa ghi nội dung này.")
    dialog(typist).accept()
    assert typist.kept("a0").title == "Sửa"
    assert len(typist.all_kept()) == 5


def test_a_day_not_understood_is_never_replaced_by_a_proposed_one(
    typist: Typist,
) -> None:
    typist.view.rows.clearSelection()
    typist.sheet.paster.paste(mime("Mới\thôm kia\r\nMới 2\thôm kia\r\n"))
    assert not dialog(typist).landing.new


def test_one_row_pasted_into_the_new_row_is_typed_there(typist: Typist) -> None:
    typist.sheet.desk.enter()
    typist.sheet.paster.paste(mime("Mới\t5/4\r\n"))
    row = typist.sheet.new
    assert row.begun
    assert (row.values["title"], str(row.values["first_day"])) == ("Mới", "2024-04-05")
    assert len(typist.all_kept()) == 5


def test_rows_with_headings_go_to_the_import(typist: Typist, qtbot: QtBot) -> None:
    typist.go(0, "title")
    clip = mime("Tên lớp, hội nghị tập huấn\tTừ ngày\r\nMới\t5/4\r\n")
    typist.sheet.paster.imports = True
    with qtbot.waitSignal(typist.sheet.import_wanted) as wanted:
        typist.sheet.paster.paste(clip)
    assert wanted.args == [clip]


def test_a_file_of_rows_is_not_pasted(typist: Typist) -> None:
    typist.go(0, "attendance")
    typist.sheet.paster.paste(mime("1\r\n" * (MOST_PASTED + 1)))
    assert typist.said == ["Dán được nhiều nhất 5.000 dòng một lần."]


@pytest.mark.parametrize("text", NAUGHTY)
def test_copying_and_pasting_again_changes_nothing(typist: Typist, text: str) -> None:
    typist.show("note", "place")
    whole = {"title": f"x {text}", "note": text, "place": text}
    typist.sheet.cells.change({"a4": whole}, "edit_cell")
    before = typist.kept("a4")
    typist.view.select_row(0)
    assert typist.view.copy() == 1
    clip = QGuiApplication.clipboard().mimeData()
    for cell in read_lines(clip.text())[0]:
        assert cell[:1] not in set("=+-@")
    typist.view.select_row(1)
    typist.sheet.paster.paste(clip)
    for one in typist.view.findChildren(PasteDialog):
        one.accept()
    pasted = typist.kept("a3")
    names = {
        one.field.name
        for at, one in enumerate(typist.model.columns)
        if not typist.view.header.isSectionHidden(at)
    }
    for field in dataclasses.fields(Activity):
        if field.name in names:
            assert getattr(pasted, field.name) == getattr(before, field.name)
    typist.view.select_row(0)
    typist.sheet.paster.paste(QGuiApplication.clipboard().mimeData())
    assert typist.said[-1] == "Các ô vừa dán giống hệt nội dung đang có."
    assert unguarded("x") == "x"
    assert QApplication.activeModalWidget() is None
