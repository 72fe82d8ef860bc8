"""Entries typed in the row below the list."""

import datetime as dt

from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from desktop.gui.session import Session
from desktop.gui.sheet.new_row import INVITATION
from desktop.operations.entries import keep_draft
from desktop.records.activity import ActivityState
from tests import builders
from tests.gui.sheet.desk import KEY, Typist


def test_the_row_begins_with_what_the_form_proposes(typist: Typist) -> None:
    row = typist.sheet.new
    assert row.index(0, 0).data() == INVITATION
    assert row.index(0, typist.at("first_day")).data() == "20/12/2024"
    assert not row.begun
    spoken = row.headerData(
        0, Qt.Orientation.Vertical, Qt.ItemDataRole.AccessibleTextRole
    )
    assert spoken == "Dòng mới"


def test_twenty_trainings_are_typed_by_keyboard_alone(typist: Typist) -> None:
    typist.show("pillar", "form", "attendance")
    order = typist.view.rows.columns_shown()
    last = max(order.index(typist.at(name)) for name in ("pillar", "attendance"))
    texts = {"first_day": "{0}/5", "attendance": "{0}0", "pillar": "kien thuc"}
    texts["form"] = "tinh hinh"
    typist.sheet.desk.enter()
    for number in range(1, 21):
        typist.type(f"Lop {number}")
        typist.press(KEY.Key_Tab)
        for column in order[1 : last + 1]:
            name = typist.model.columns[column].field.name
            if name in texts:
                typist.type(texts[name].format(number))
            typist.press(KEY.Key_Tab if column != order[last] else KEY.Key_Return)
    made = {one.title: one for one in typist.all_kept()}
    assert len(made) == 25
    one = made["Lop 17"]
    assert (one.first_day, one.last_day) == (dt.date(2024, 5, 17),) * 2
    assert (one.attendance, one.state) == (170, ActivityState.DONE)
    assert one.tasks == (builders.task("2.2"),), "proposed by the register"
    assert typist.view.new_rows.hasFocus()
    assert typist.new_cell == "title"
    assert keep_draft.kept(typist.session.store) == ()


def test_enter_goes_to_what_is_missing_and_shows_its_column(
    typist: Typist, qtbot: QtBot
) -> None:
    pillar = typist.at("pillar")
    assert typist.view.header.isSectionHidden(pillar)
    typist.sheet.desk.enter()
    typist.type("Lop moi")
    typist.press(KEY.Key_Return)
    assert not typist.view.header.isSectionHidden(typist.at(typist.new_cell))
    note = typist.view.new_rows.editing.note  # type: ignore[union-attr]
    qtbot.waitUntil(lambda: "Chưa ghi nội dung này." in note.said)
    assert len(typist.all_kept()) == 5


def test_leaving_a_whole_row_records_it(typist: Typist) -> None:
    row = typist.sheet.new
    row.take({"title": "Lớp mới", "pillar": "knowledge", "form": "training_both"})
    typist.view.new_rows.setFocus()
    typist.press(KEY.Key_Up)
    assert "Lớp mới" in {one.title for one in typist.all_kept()}
    assert not row.begun


def test_leaving_half_a_row_keeps_it_as_a_draft(
    typist: Typist, session: Session, qtbot: QtBot
) -> None:
    typist.sheet.desk.enter()
    typist.type("Lop do")
    typist.press(KEY.Key_Tab)
    typist.go(0, "title")
    assert len(typist.all_kept()) == 5
    qtbot.waitUntil(lambda: bool(keep_draft.kept(session.store)), timeout=2_000)
    again = Typist(session, qtbot, count=0)
    offered: list[tuple[str, str]] = []
    calls = []

    def say(text: str, verb: str, call: object) -> None:
        offered.append((text, verb))
        calls.append(call)

    again.sheet.desk.offer_draft(say)
    assert offered[0][1] == "Gõ tiếp dòng đó"
    calls[0]()  # type: ignore[operator]
    assert again.sheet.new.value(again.sheet.new.index(0, again.at("title"))) == (
        "Lop do"
    )
    again.sheet.new.take({"pillar": "knowledge", "form": "training_both"})
    again.sheet.desk.finish()
    assert "Lop do" in {one.title for one in again.all_kept()}
    assert keep_draft.kept(session.store) == ()


def test_the_last_day_follows_the_first_until_somebody_writes_it(
    typist: Typist,
) -> None:
    row = typist.sheet.new
    row.take({"first_day": dt.date(2024, 5, 1)})
    assert row.values["last_day"] == dt.date(2024, 5, 1)
    row.take({"last_day": dt.date(2024, 5, 3)})
    row.take({"first_day": dt.date(2024, 5, 2)})
    assert row.values["last_day"] == dt.date(2024, 5, 3)


def test_words_not_understood_keep_the_row_from_being_recorded(
    typist: Typist,
) -> None:
    row = typist.sheet.new
    row.take({"title": "Lớp mới", "pillar": "knowledge", "form": "training_both"})
    typist.view.new_rows.setFocus()
    typist.view.new_rows.go(0, typist.at("attendance"))
    typist.type("nhieu")
    typist.go(0, "title")
    assert len(typist.all_kept()) == 5
    assert row.typed(row.index(0, typist.at("attendance"))) is not None
    (problem,) = row.problems()
    assert row.said(problem) == "Chưa phải là số."


def test_what_the_file_refuses_is_in_the_row_again(
    typist: Typist, session: Session
) -> None:
    row = typist.sheet.new
    row.take({"title": "Lớp mới", "pillar": "knowledge", "form": "training_both"})
    known = typist.sheet.cells.known
    object.__setattr__(known, "codes", {})  # the row itself sees no fault
    row.take({"pillar": "no-such-pillar"})
    assert row.record() == ()
    assert row.begun
    assert row.values["title"] == "Lớp mới"
    assert any("Chưa ghi được dòng mới" in said for said in typist.said)


def test_the_form_goes_on_with_the_row_for_a_small_table(
    typist: Typist, qtbot: QtBot
) -> None:
    typist.show("staff")
    typist.sheet.new.take({"title": "Lớp mới"})
    typist.view.new_rows.setFocus()
    typist.view.new_rows.go(0, typist.at("staff"))
    with qtbot.waitSignal(typist.sheet.continue_wanted) as wanted:
        typist.press(KEY.Key_F2)
    assert wanted.args is not None
    assert wanted.args[0]["title"] == "Lớp mới"
    assert not typist.sheet.new.begun


def test_delete_empties_a_cell_of_the_row(typist: Typist) -> None:
    row = typist.sheet.new
    row.take({"title": "Lớp mới"})
    typist.sheet.desk.enter()
    typist.press(KEY.Key_Delete)
    assert not row.begun


def test_qt_finds_no_fault_with_the_row(typist: Typist) -> None:
    mode = QAbstractItemModelTester.FailureReportingMode.Fatal
    tester = QAbstractItemModelTester(typist.sheet.new, mode)
    typist.sheet.new.take({"title": "Lớp mới"})
    typist.sheet.new.clear()
    assert tester.model() is typist.sheet.new
