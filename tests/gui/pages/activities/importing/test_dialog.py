"""The window of an import: nothing is kept until accepted, all of it comes back."""

import gc
import weakref
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from desktop.gui.jobs import Jobs
from desktop.gui.pages.activities.importing.dialog import TALLEST, ImportDialog
from desktop.gui.pages.activities.importing.step_bar import Place
from desktop.gui.session import Session
from desktop.operations.entries.read_entry_table import (
    read_entry_file,
    read_entry_paste,
)
from desktop.operations.history.undo import undo
from desktop.rules.entry_table.fates import Fate
from tests import builders
from tests.gui.entry_office import keep, register
from tests.gui.pages.activities.importing.sheets import (
    FIRST,
    FORM,
    HEADINGS,
    LAST,
    NOTE,
    PEOPLE,
    PILLAR,
    TITLE,
    a_sheet,
    answers,
    kept,
    opened,
    paste,
    pasted,
    read,
    workbook,
)
from tests.gui.walking import english_left, nameless

CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


def accept(dialog: ImportDialog) -> None:
    QTest.keyClick(dialog, Qt.Key.Key_Return, CTRL)


def cell_here(dialog: ImportDialog) -> tuple[int, str]:
    index = dialog.rows.table.currentIndex()
    row, cell = dialog.rows.table.row(), dialog.rows.table.model_.cell(index)
    assert row is not None
    return row.number, "" if cell is None else cell.field


def test_a_clean_sheet_goes_straight_to_its_rows_and_in(
    session: Session, qtbot: QtBot
) -> None:
    dialog = paste(session, qtbot, a_sheet(5))
    assert dialog.steps.current is Place.ROWS
    assert dialog.rows.counts.text() == (
        "Đã đọc 5 dòng = 5 nhận (5 thêm, 0 sửa) + 0 không nhận + 0 không đổi"
    )
    assert dialog.accept_button.text() == "&Nhập 5 dòng"
    assert kept(session) == ()
    with qtbot.waitSignal(dialog.imported) as heard:
        accept(dialog)
    assert heard.args[0].added == 5
    assert len(kept(session)) == 5
    assert not dialog.isVisible()
    undo(session.store)
    assert kept(session) == ()


def test_ten_planted_faults_are_each_named_at_their_cell(
    session: Session, qtbot: QtBot
) -> None:
    rows = a_sheet(200)
    planted = {
        12: (TITLE, "", "title"),
        31: (FIRST, "31/02/2024", "first_day"),
        48: (PEOPLE, "bốn mươi tám", "attendance"),
        63: (PEOPLE, "-5", "attendance"),
        77: (LAST, "01/01/2020", "last_day"),
        95: (FORM, "Dạy nấu ăn", "form"),
        118: (PILLAR, "Trụ cột lạ", "pillar"),
        140: (PEOPLE, "#REF!", "attendance"),
        171: (FIRST, "cuối tháng", "first_day"),
        199: (LAST, "30/02/2024", "last_day"),
    }
    for number, (column, text, _) in planted.items():
        rows[number - 1][column] = text
    dialog = paste(session, qtbot, rows)
    preview = dialog.preview
    assert preview is not None
    assert preview.counts[Fate.REFUSED] == 10
    assert dialog.rows.counts.text() == (
        "Đã đọc 200 dòng = 190 nhận (190 thêm, 0 sửa) + 10 không nhận + 0 không đổi"
    )
    dialog.go_to(Place.ROWS)
    seen = {}
    for _ in planted:
        number, field = cell_here(dialog)
        seen[number - 1] = field  # the headings are row 1
        assert f"{number}" in dialog.rows.detail.toPlainText()
        QTest.keyClick(dialog, Qt.Key.Key_F8)
    assert seen == {number: field for number, (_, _, field) in planted.items()}
    assert cell_here(dialog)[0] == 13, "round the end"
    QTest.keyClick(dialog, Qt.Key.Key_F8, SHIFT)
    assert cell_here(dialog)[0] == 200
    QTest.keyClick(dialog, Qt.Key.Key_C, CTRL | SHIFT)
    told = QGuiApplication.clipboard().text()
    for address in ("B13", "C32", "H49", "H64", "D78", "F96", "G119", "H141", "C172"):
        assert f"\n{address} " in told, told
    accept(dialog)
    assert len(kept(session)) == 190
    undo(session.store)
    assert kept(session) == ()


def test_add_change_same_and_refused_agree_on_screen(
    session: Session, qtbot: QtBot
) -> None:
    first = paste(session, qtbot, a_sheet(4))
    accept(first)
    assert len(kept(session)) == 4
    rows = a_sheet(6)
    rows[1][PEOPLE] = "99"
    rows[4][FIRST] = rows[4][LAST] = "31/02/2024"
    dialog = paste(session, qtbot, rows)
    assert dialog.rows.counts.text() == (
        "Đã đọc 6 dòng = 1 nhận (1 thêm, 0 sửa) + 1 không nhận + 3 không đổi"
        " + 1 giữ mục đã ghi"
    ), "nothing kept is changed before somebody asks for it"
    assert dialog.rows.overwrite.text() == "&Sửa cả 1 mục đã ghi"
    dialog.rows.overwrite.click()
    assert dialog.rows.counts.text() == (
        "Đã đọc 6 dòng = 2 nhận (1 thêm, 1 sửa) + 1 không nhận + 3 không đổi"
    )
    shown = {
        key: button.text()
        for key, button in dialog.rows.filter.buttons.items()
        if not button.isHidden()
    }
    assert shown["change"] == "~ Sửa 1"
    model = dialog.rows.table.model_
    texts = {model.index(1, at).data() for at in range(model.columnCount())}
    assert "32 → 99" in texts
    accept(dialog)
    assert sorted(one.attendance or 0 for one in kept(session)) == [31, 33, 34, 36, 99]
    undo(session.store)
    assert sorted(one.attendance or 0 for one in kept(session)) == [31, 32, 33, 34]


def test_changes_to_what_is_kept_are_wanted_one_by_one(
    session: Session, qtbot: QtBot
) -> None:
    accept(paste(session, qtbot, a_sheet(2)))
    rows = a_sheet(3)
    rows[0][NOTE] = "đã kiểm tra"
    dialog = paste(session, qtbot, rows)
    assert not dialog.rows.overwrite.isHidden()
    assert not dialog.rows.overwrite.isChecked()
    assert dialog.accept_button.text() == "&Nhập 1 dòng"
    dialog.rows.table.go_to(0)
    QTest.keyClick(dialog.rows.table, Qt.Key.Key_Space)
    assert dialog.accept_button.text() == "&Nhập 2 dòng", "this one is wanted"
    accept(dialog)
    assert sorted(one.note for one in kept(session)) == ["", "", "đã kiểm tra"]


def test_a_column_is_matched_by_hand_and_remembered(
    session: Session, qtbot: QtBot
) -> None:
    headings = [*HEADINGS]
    headings[PEOPLE] = "Quân số"
    dialog = paste(session, qtbot, a_sheet(3), headings)
    card = next(one for one in dialog.columns.cards if one.column == PEOPLE)
    assert card.field.value == "-"
    card.field.set_value("attendance")
    card.field.changed.emit()
    assert "✓ anh/chị chọn" in card.text()
    dialog.go_to(Place.ROWS)
    accept(dialog)
    assert sorted(one.attendance or 0 for one in kept(session)) == [31, 32, 33]
    again = paste(session, qtbot, a_sheet(3), headings)
    (card,) = [one for one in again.columns.cards if one.column == PEOPLE]
    assert card.field.value == "attendance"
    assert "✓ như lần trước" in card.text()
    assert again.preview is not None
    assert again.preview.counts[Fate.SAME] == 3


def test_a_word_nobody_knows_is_settled_once_for_all_rows(
    session: Session, qtbot: QtBot
) -> None:
    rows = a_sheet(3)
    for row in rows:
        row[FORM] = "Học nghề"
    dialog = paste(session, qtbot, rows)
    assert dialog.accept_button.accessibleDescription() == (
        "Không có dòng nào nhận được."
    )
    QTest.keyClick(dialog, Qt.Key.Key_2, Qt.KeyboardModifier.AltModifier)
    qtbot.waitUntil(lambda: dialog.steps.current is Place.WORDS)
    (field,) = dialog.words.fields
    assert field.accessibleName() == "Nội dung bồi dưỡng: “Học nghề” là"
    field.set_value("training_skills")
    field.changed.emit()
    assert dialog.words.fields == (field,), "it stays, to be chosen otherwise"
    dialog.go_to(Place.ROWS)
    accept(dialog)
    assert {one.form for one in kept(session)} == {"training_skills"}


def test_what_the_sheet_never_says_is_given_to_all_rows(
    session: Session, qtbot: QtBot
) -> None:
    rows = [row[:PILLAR] + row[PEOPLE:] for row in a_sheet(2)]
    headings = HEADINGS[:PILLAR] + HEADINGS[PEOPLE:]
    dialog = paste(session, qtbot, rows, headings)
    assert dialog.steps.current is Place.COLUMNS
    dialog.go_to(Place.ROWS)
    assert not dialog.accept_button.isEnabled()
    assert dialog.reason.text() == "▲ Bước Cột còn thiếu: Trụ cột nội dung."
    dialog.go_to(Place.COLUMNS)
    field = dialog.columns.fixed.fields["pillar"]
    assert field.accessibleName() == "Trụ cột nội dung, cho mọi dòng"
    field.set_value("Tuyên truyền về các nỗ lực và thành tựu")  # type: ignore[union-attr]
    field.changed.emit()  # type: ignore[union-attr]
    dialog.go_to(Place.ROWS)
    accept(dialog)
    assert {one.pillar for one in kept(session)} == {"achievement"}


def test_a_question_about_days_holds_the_import_until_answered(
    session: Session, qtbot: QtBot
) -> None:
    rows = a_sheet(2)
    for row, day in zip(rows, ("05/08/2024", "06/09/2024"), strict=True):
        row[FIRST] = row[LAST] = day
    rows.append([*a_sheet(3)[2]])
    rows[2][FIRST] = rows[2][LAST] = "13/14/2024"
    dialog = paste(session, qtbot, rows)
    assert dialog.steps.current is Place.COLUMNS
    cards = [one for one in dialog.columns.cards if one.readings]
    assert [one.column for one in cards] == [FIRST, LAST]
    dialog.go_to(Place.ROWS)
    assert not dialog.accept_button.isEnabled()
    assert dialog.reason.text() == "▲ Cột “Từ ngày” còn một câu hỏi ở bước Cột."
    dialog.go_to(Place.COLUMNS)
    assert cards[0].readings[0].hasFocus()
    for card in cards:
        card.readings[1].click()
        assert card.readings[1].isChecked()
        assert "✓ Trong cột này" in card.text()
    dialog.go_to(Place.ROWS)
    accept(dialog)
    assert {f"{one.last_day:%d/%m}" for one in kept(session)} == {"08/05", "09/06"}


def test_letters_before_unicode_are_shown_before_and_after(
    session: Session, qtbot: QtBot, tmp_path: Path
) -> None:
    rows: list[list[object]] = [list(row) for row in a_sheet(2)]
    rows[0][TITLE] = "TËp huÊn c¸n bé th«n"
    path = workbook(tmp_path / "cu.xlsx", rows, font=".VnTime")
    dialog = read(session, qtbot, path)
    card = next(one for one in dialog.columns.cards if one.column == TITLE)
    dialog.go_to(Place.COLUMNS)
    assert "“TËp huÊn c¸n bé th«n” → “Tập huấn cán bộ thôn”" in card.text()
    assert dialog.preview is not None
    assert dialog.preview.rows[0].record.title == "Tập huấn cán bộ thôn"
    card.keep.click()
    assert dialog.preview.rows[0].record.title == "TËp huÊn c¸n bé th«n"
    assert card.keep.isChecked()
    assert "giữ như trong tệp" in card.text()
    card.keep.click()
    assert dialog.preview.rows[0].record.title == "Tập huấn cán bộ thôn"


def test_closing_asks_once_when_something_was_chosen(
    session: Session, qtbot: QtBot
) -> None:
    ask = answers(session)
    dialog = paste(session, qtbot, a_sheet(2))
    dialog.reject()
    assert not dialog.isVisible()
    assert ask.asked == []
    dialog = paste(session, qtbot, a_sheet(2))
    dialog.rows.table.go_to(0)
    QTest.keyClick(dialog.rows.table, Qt.Key.Key_Space)
    assert dialog.accept_button.text() == "&Nhập 1 dòng"
    ask.script += [False, True]
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert dialog.isVisible()
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
    assert len(ask.asked) == 2
    assert kept(session) == ()


def test_selection_and_place_stay_while_rows_are_looked_at_again(
    session: Session, qtbot: QtBot
) -> None:
    dialog = paste(session, qtbot, a_sheet(120))
    table = dialog.rows.table
    table.go_to(80, 4)
    scrolled = table.verticalScrollBar().value()
    assert scrolled > 0
    QTest.keyClick(table, Qt.Key.Key_Space)
    row = table.row()
    assert row is not None
    assert row.fate is Fate.LEFT_OUT
    assert table.currentIndex().row() == 80
    assert table.verticalScrollBar().value() == scrolled
    QTest.keyClick(table, Qt.Key.Key_Space)
    assert dialog.accept_button.text() == "&Nhập 120 dòng"


def test_a_likely_twin_is_shown_beside_the_row(session: Session, qtbot: QtBot) -> None:
    rows = a_sheet(1)
    keep(
        session,
        builders.an_activity(
            id="kept",
            title=rows[0][TITLE],
            place=rows[0][4],
            last_day=builders.DAY.replace(month=1, day=16),
            form="training_skills",
        ),
    )
    dialog = paste(session, qtbot, rows)
    detail = dialog.rows.detail
    assert "Có thể trùng với mục đã ghi" in detail.toPlainText()
    assert not dialog.rows.filter.buttons["doubtful"].isHidden()
    detail.show_twin("kept")
    told = detail.toPlainText().split("\n")
    assert "Mục đã ghi" in told
    assert told.count(rows[0][TITLE]) == 2


def test_the_register_can_be_another_than_the_one_on_screen(
    session: Session, qtbot: QtBot
) -> None:
    dialog = paste(session, qtbot, a_sheet(2))
    dialog.columns.register_chosen.emit("conference")
    assert dialog.preview is not None
    assert dialog.preview.register.code == "conference"
    assert dialog.columns.register.currentData() == "conference"


def test_an_empty_sheet_is_told_and_the_window_closes(
    session: Session, qtbot: QtBot, tmp_path: Path
) -> None:
    path = workbook(tmp_path / "rong.xlsx", [], headings=())
    heard: list[str] = []
    dialog = opened(session, qtbot)
    dialog.unread.connect(heard.append)
    dialog.read(path.name, lambda progress: read_entry_file(path, progress))
    assert len(heard) == 1
    assert not dialog.isVisible()


def test_a_file_that_is_no_table_is_told_in_four_lines(
    session: Session, qtbot: QtBot, tmp_path: Path
) -> None:
    ask = answers(session)
    path = tmp_path / "anh.xlsx"
    path.write_bytes(b"\x89PNG not a workbook")
    dialog = read(session, qtbot, path)
    assert len(ask.faults) == 1
    assert not dialog.isVisible()


def test_a_sheet_without_headings_is_shown_by_the_place_of_its_columns(
    session: Session, qtbot: QtBot, tmp_path: Path
) -> None:
    rows: list[list[object]] = [["aa", "bb", "cc"], ["dd", "ee", "ff"]]
    path = workbook(tmp_path / "tran.xlsx", rows, headings=("x", "y", "z"))
    dialog = read(session, qtbot, path)
    assert dialog.isVisible()
    assert dialog.steps.current is Place.COLUMNS
    assert "Không thấy dòng tiêu đề" in dialog.columns.text()
    assert not dialog.chosen, "nobody chose it"


def test_a_step_without_words_is_passed_over(session: Session, qtbot: QtBot) -> None:
    dialog = paste(session, qtbot, a_sheet(2))
    dialog.go_to(Place.WORDS)
    assert dialog.steps.current is Place.ROWS


def test_f6_walks_from_part_to_part(session: Session, qtbot: QtBot) -> None:
    dialog = paste(session, qtbot, a_sheet(2))
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow)
    dialog.rows.focus_first()
    walked: list[QWidget | None] = [QApplication.focusWidget()]
    for _ in range(4):
        QTest.keyClick(dialog, Qt.Key.Key_F6)
        walked.append(QApplication.focusWidget())
    assert walked == [
        dialog.rows.table,
        dialog.rows.detail,
        dialog.accept_button,
        dialog.steps.button,
        dialog.rows.filter.buttons["all"],
    ]
    QTest.keyClick(dialog, Qt.Key.Key_F6, SHIFT)
    assert QApplication.focusWidget() is dialog.steps.button


@pytest.mark.parametrize("place", list(Place))
def test_everything_one_can_reach_has_a_name(
    session: Session, qtbot: QtBot, place: Place
) -> None:
    rows = a_sheet(3)
    rows[0][FORM] = "Học nghề"
    dialog = paste(session, qtbot, rows)
    dialog.go_to(place)
    assert nameless(dialog) == []
    assert english_left(dialog) == []


def test_the_window_fits_a_small_screen(session: Session, qtbot: QtBot) -> None:
    dialog = paste(session, qtbot, a_sheet(30))
    for place in Place:
        dialog.go_to(place)
        assert dialog.height() <= TALLEST <= 700
        assert dialog.minimumSizeHint().height() <= TALLEST
        assert dialog.minimumSizeHint().width() <= 1340


def test_what_ran_when_the_window_closed_breaks_nothing(
    session: Session, qtbot: QtBot
) -> None:
    session.jobs = Jobs()
    dialog = ImportDialog(session, register(session, "training"))
    dialog.show()
    text = a_sheet(300)
    with qtbot.captureExceptions() as broken:
        with qtbot.waitSignal(session.jobs.ended):
            whole = pasted(text)
            dialog.read("Bảng", lambda _: read_entry_paste("", whole))
            dialog.reject()
            QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        QApplication.processEvents()
    session.jobs.close()
    assert not broken
    assert kept(session) == ()


def test_a_closed_window_leaves_nothing_behind(session: Session, qtbot: QtBot) -> None:
    dialog = ImportDialog(session, register(session, "training"))
    ref = weakref.ref(dialog)
    dialog.show()
    whole = pasted(a_sheet(20))
    dialog.read("Bảng", lambda _: read_entry_paste("", whole))
    for place in Place:
        dialog.go_to(place)
    dialog.close()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    del dialog
    gc.collect()
    assert ref() is None


def test_rows_that_changed_meanwhile_are_looked_at_again(
    session: Session, qtbot: QtBot
) -> None:
    ask = answers(session)
    dialog = paste(session, qtbot, a_sheet(2))
    other = paste(session, qtbot, a_sheet(1))
    seen = dialog.inspection.seen
    accept(other)
    assert dialog.preview is not None
    assert dialog.preview.counts[Fate.SAME] == 1, "it heard of the change"
    assert seen is not None
    dialog.inspection.seen = replace(seen)
    dialog.inspection.keep()
    assert len(ask.faults) == 1
    assert dialog.preview.counts[Fate.SAME] == 1
    assert len(kept(session)) == 1
