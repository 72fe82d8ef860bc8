"""A register's table worked as a sheet: ranges, clearing, filling, quick typing."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop.gui.ask import AskUser
from desktop.gui.jobs import Jobs
from desktop.gui.session import Session
from desktop.gui.settings import Settings
from desktop.gui.steps import take
from desktop.gui.widgets.message_bar import MessageBar
from desktop.operations.entries import remove_entry
from desktop.records.activity import Activity
from desktop.store import journal
from desktop.store.store import Store
from desktop.wording.verbs import deed
from tests import builders
from tests.gui.entry_office import YEAR
from tests.gui.sheet.desk import CTRL, KEY, Held, Typist, mime


def deeds(typist: Typist) -> list[str]:
    """Return what was done since the entries were made, the newest first."""
    entries = journal.entries(typist.session.store.reader, limit=20)
    before = {"record_many", "create_office"}
    return [deed(one.verb, one.subject) for one in entries if one.verb not in before]


def test_delete_clears_the_cells_selected_as_one_deed(typist: Typist) -> None:
    typist.show("place")
    typist.select(0, "place", 1, "place")
    typist.sheet.cells.change(
        {"a4": {"place": "Hội trường"}, "a3": {"place": "Nhà rông"}}, "edit_cell"
    )
    typist.press(KEY.Key_Delete)
    assert (typist.kept("a4").place, typist.kept("a3").place) == ("", "")
    assert deeds(typist)[0] == "Xóa nội dung ô: 2 ô trong 2 dòng"
    take(typist.session, "undo", MessageBar(typist.view))
    assert typist.kept("a3").place == "Nhà rông"


def test_required_cells_stay_and_are_named(typist: Typist) -> None:
    typist.select(0, "title", 0, "attendance")
    typist.press(KEY.Key_Delete)
    kept = typist.kept("a4")
    assert kept.title == "Lớp 4"
    assert kept.attendance is None
    (said,) = typist.said
    assert "Dòng 1, Tên lớp, hội nghị tập huấn: Chưa ghi nội dung này." in said
    assert "Từ ngày" in said


def test_whole_rows_are_removed_and_not_emptied(typist: Typist, qtbot: QtBot) -> None:
    typist.view.select_row(1)
    with qtbot.waitSignal(typist.view.remove_wanted):
        typist.press(KEY.Key_Delete)
    assert typist.kept("a3").title == "Lớp 3"


def test_filling_down_copies_the_topmost_row_of_what_is_selected(
    typist: Typist,
) -> None:
    typist.select(1, "agency", 3, "attendance")
    typist.press(KEY.Key_D, CTRL)
    assert [typist.kept(f"a{n}").attendance for n in (4, 3, 2, 1)] == [
        104,
        103,
        103,
        103,
    ]
    assert deeds(typist) == ["Điền xuống: 2 ô trong 2 dòng"]


def test_one_cell_is_filled_from_the_one_above(typist: Typist) -> None:
    typist.go(2, "attendance")
    typist.press(KEY.Key_D, CTRL)
    assert typist.kept("a2").attendance == 103
    typist.go(0, "attendance")
    typist.press(KEY.Key_D, CTRL)
    assert typist.kept("a4").attendance == 104, "there is none above"


def test_an_edit_is_a_deed_with_the_name_of_its_cell(typist: Typist) -> None:
    typist.go(1, "attendance")
    typist.type("7")
    typist.press(KEY.Key_Return)
    assert deeds(typist) == ["Sửa ô: Số lượt người – Lớp 3"]


def test_a_sorted_row_stays_until_somebody_sorts_again(typist: Typist) -> None:
    typist.model.sort(typist.at("title"))
    typist.go(1, "title")
    typist.type("Zz")
    typist.press(KEY.Key_Return)
    assert [typist.shown(row, "title") for row in range(3)] == ["Lớp 0", "Zz", "Lớp 2"]
    typist.model.reload()
    assert typist.shown(4, "title") == "Zz"


def test_a_day_changed_does_not_move_its_row(typist: Typist) -> None:
    typist.go(3, "first_day")
    typist.type("19/12")
    typist.press(KEY.Key_Return)
    assert typist.kept("a1").last_day.isoformat() == "2024-12-19"
    assert typist.shown(3, "title") == "Lớp 1"
    assert typist.shown(4, "title") == "Lớp 0"


def test_a_row_edited_out_of_its_filter_stays_in_sight(typist: Typist) -> None:
    typist.model.set_filter(typist.at("title"), "lop")
    typist.go(1, "title")
    typist.type("Khac")
    typist.press(KEY.Key_Return)
    assert typist.shown(1, "title") == "Khac"
    assert typist.model.rowCount() == 5


def test_the_sums_follow_an_edit(typist: Typist, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: typist.view.totals.text("attendance") == "510")
    typist.go(0, "attendance")
    typist.type("4")
    typist.press(KEY.Key_Return)
    qtbot.waitUntil(lambda: typist.view.totals.text("attendance") == "410")


def test_a_doubt_is_stored_and_shown(typist: Typist) -> None:
    typist.go(1, "attendance")
    typist.type("0")
    typist.press(KEY.Key_Return)
    assert typist.kept("a3").attendance == 0
    typist.go(1, "attendance")
    note = typist.view.rows.editing.note  # type: ignore[union-attr]
    assert note.said == "Đã thực hiện mà không có lượt người nào?"


@pytest.fixture
def held() -> Held:
    return Held()


@pytest.fixture
def slow(office: Path, tmp_path: Path, qtbot: QtBot, held: Held) -> Iterator[Typist]:
    """Type while the file follows in its own time."""
    path = tmp_path / "so.stt"
    path.write_bytes(office.read_bytes())
    settings = Settings(tmp_path / "man-hinh.ini")
    with Store(path, clock=builders.a_clock) as store:
        session = Session(store, Jobs(held), AskUser(settings), settings, YEAR)
        yield Typist(session, qtbot)
        held.run()


def test_typing_on_never_waits_for_the_file(slow: Typist, held: Held) -> None:
    slow.go(0, "attendance")
    for number in range(5):
        slow.type(str(20 + number))
        slow.press(KEY.Key_Return)
    assert [slow.shown(row, "attendance") for row in range(5)] == [
        "20",
        "21",
        "22",
        "23",
        "24",
    ]
    assert slow.kept("a4").attendance == 104, "nothing was written yet"
    held.run()
    assert [slow.kept(f"a{n}").attendance for n in (4, 3, 2, 1, 0)] == [
        20,
        21,
        22,
        23,
        24,
    ]
    assert len(deeds(slow)) == 5


def test_two_edits_of_one_row_do_not_undo_each_other(slow: Typist, held: Held) -> None:
    slow.go(1, "title")
    slow.type("Moi")
    slow.press(KEY.Key_Return)
    slow.go(1, "attendance")
    slow.type("5")
    slow.press(KEY.Key_Return)
    assert (slow.shown(1, "title"), slow.shown(1, "attendance")) == ("Moi", "5")
    held.run()
    assert (slow.kept("a3").title, slow.kept("a3").attendance) == ("Moi", 5)
    take(slow.session, "undo", MessageBar(slow.view))
    held.run()
    assert (slow.kept("a3").title, slow.kept("a3").attendance) == ("Moi", 103)


def test_what_the_file_refuses_comes_back_into_its_cell(
    slow: Typist, held: Held
) -> None:
    slow.session.start(
        lambda _p: remove_entry.remove(slow.session.store, Activity, ("a3",))
    )
    slow.session.ask.show_fault = lambda *_: None  # type: ignore[method-assign]
    slow.go(1, "attendance")
    slow.type("5")
    slow.press(KEY.Key_Return)
    held.run()
    assert slow.model.pending.typed["a3", "attendance"].text == "5"
    assert slow.kept("a4").attendance == 104


def test_a_sheet_left_while_the_file_follows_still_writes(
    slow: Typist, held: Held
) -> None:
    slow.go(1, "attendance")
    slow.type("5")
    slow.press(KEY.Key_Return)
    slow.view.deleteLater()
    slow.qtbot.waitSignal(slow.view.destroyed, raising=False)
    held.run()
    assert slow.kept("a3").attendance == 5


def test_focus_goes_to_the_new_row_below_the_last(typist: Typist) -> None:
    typist.go(4, "first_day")
    typist.press(KEY.Key_Return)
    assert typist.view.new_rows.hasFocus()
    assert typist.new_cell == "first_day"
    typist.press(KEY.Key_Up)
    assert typist.view.rows.hasFocus()
    assert typist.here == (4, "first_day")
    assert isinstance(typist.owner, QWidget)


EVIDENCE = "@evidence"


@pytest.fixture
def opened(typist: Typist) -> list[tuple[int, str]]:
    """Return the rows asked to be opened in the form, and at which field."""
    found: list[tuple[int, str]] = []
    typist.sheet.open_wanted.connect(lambda row, name: found.append((row, name)))
    return found


@pytest.mark.parametrize("key", [KEY.Key_F2, KEY.Key_Return, KEY.Key_Enter])
def test_files_are_not_written_in_a_cell_but_opened(
    typist: Typist, opened: list[tuple[int, str]], key: object
) -> None:
    typist.show(EVIDENCE)
    typist.go(1, EVIDENCE)
    typist.press(key)  # type: ignore[arg-type]
    assert opened == [(1, EVIDENCE)]
    assert typist.here == (1, EVIDENCE)


def test_filling_and_clearing_leave_files_alone_and_say_so(typist: Typist) -> None:
    typist.show(EVIDENCE)
    said: list[str] = []
    typist.sheet.said.connect(lambda text, _bad: said.append(text))
    typist.select(0, EVIDENCE, 2, EVIDENCE)
    typist.press(KEY.Key_Delete)
    typist.press(KEY.Key_D, CTRL)
    assert deeds(typist) == []
    assert len(said) == 2
    assert all("chỉ để xem" in one for one in said)


def test_clearing_a_range_over_files_clears_the_rest_of_it(typist: Typist) -> None:
    typist.show("attendance", EVIDENCE)
    typist.select(0, "attendance", 1, EVIDENCE)
    typist.press(KEY.Key_Delete)
    assert typist.kept("a4").attendance is None
    assert len(deeds(typist)) == 1


def test_pasting_over_files_brings_none_and_is_no_fault(typist: Typist) -> None:
    typist.show("attendance", EVIDENCE)
    typist.go(0, "attendance")
    QGuiApplication.clipboard().setMimeData(mime("77\t5"))
    typist.sheet.paster.paste()
    assert typist.kept("a4").attendance == 77
    assert typist.shown(0, EVIDENCE) == "▲ chưa có"


def test_tab_does_not_stop_where_nothing_is_written(typist: Typist) -> None:
    typist.show(EVIDENCE)
    shown = typist.view.rows.columns_shown()
    assert shown[-1] == typist.at(EVIDENCE)
    last = typist.model.columns[shown[-2]].field.name
    first = typist.model.columns[shown[0]].field.name
    typist.go(0, last)
    typist.press(KEY.Key_Tab)
    assert typist.here == (1, first)
    typist.press(KEY.Key_Backtab)
    assert typist.here == (0, last)
    typist.press(KEY.Key_Right)
    assert typist.here == (0, EVIDENCE)
