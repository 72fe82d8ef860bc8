"""Typing in a cell: the first letter, the keys that leave it, words not understood."""

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QInputMethodEvent, QKeyEvent
from PySide6.QtWidgets import QApplication, QPlainTextEdit
from pytestqt.qtbot import QtBot

from desktop.gui.session import Session
from desktop.operations.entries import keep_draft
from desktop.store import journal
from tests.gui.sheet.desk import ALT, CTRL, KEY, SHIFT, Typist
from tests.gui.typing_keys import WORDS, type_words


def unikey(typist: Typist, keys: list[str]) -> None:
    """Replay keys: a letter is sent without a key, `<` is Backspace."""
    for key in keys:
        target = typist.field()
        if key == "<":
            typist.press(KEY.Key_Backspace)
            continue
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            event = QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, key)
            QApplication.sendEvent(target, event)


DUONG = [*"duo", "<", "<", "<", *"đuo", "<", "<", *"ươ", *"ng", "<", "<", "<", *"ờng"]


def test_typing_starts_in_the_cell_and_a_vietnamese_word_arrives_whole(
    typist: Typist,
) -> None:
    typist.go(1, "title")
    unikey(typist, DUONG)
    assert typist.typed() == "đường"
    typist.press(KEY.Key_Return)
    assert typist.kept("a3").title == "đường"
    assert typist.here == (2, "title")


def test_thirty_words_arrive_whole_whose_first_letter_opened_the_cell(
    typist: Typist,
) -> None:
    typist.go(0, "title")
    first, *rest = WORDS
    unikey(typist, [first[0]])
    type_words(typist.field(), [first[1:], *rest])
    assert typist.typed() == " ".join(WORDS)


def test_an_input_method_opens_the_cell_too(typist: Typist) -> None:
    typist.go(0, "title")
    event = QInputMethodEvent("", [])
    event.setCommitString("ư")
    QApplication.sendEvent(typist.view.rows, event)
    assert typist.typed() == "ư"


def test_f2_goes_on_behind_what_is_there(typist: Typist) -> None:
    typist.go(0, "title")
    typist.press(KEY.Key_F2)
    typist.type(" a")
    typist.press(KEY.Key_Return)
    assert typist.kept("a4").title == "Lớp 4 a"


def test_escape_drops_what_was_typed(typist: Typist) -> None:
    typist.go(0, "title")
    typist.type("xyz")
    typist.press(KEY.Key_Escape)
    assert typist.shown(0, "title") == "Lớp 4"
    assert typist.view.rows.hasFocus()
    assert journal.entries(typist.session.store.reader, limit=1)[0].verb != "edit_cell"


@pytest.mark.parametrize(
    ("key", "held", "place"),
    [
        (KEY.Key_Return, Qt.KeyboardModifier.NoModifier, (2, "attendance")),
        (KEY.Key_Enter, Qt.KeyboardModifier.KeypadModifier, (2, "attendance")),
        (KEY.Key_Return, SHIFT, (0, "attendance")),
        (KEY.Key_Backtab, SHIFT, (1, "agency")),
        (KEY.Key_Tab, Qt.KeyboardModifier.NoModifier, (2, "title")),
        (KEY.Key_Down, Qt.KeyboardModifier.NoModifier, (2, "attendance")),
        (KEY.Key_Up, Qt.KeyboardModifier.NoModifier, (0, "attendance")),
    ],
)
def test_keys_that_leave_a_cell_keep_it(
    typist: Typist, key: Qt.Key, held: Qt.KeyboardModifier, place: tuple[int, str]
) -> None:
    shown = typist.view.rows.columns_shown()
    for name in ("sessions", "tasks"):
        if typist.at(name) in shown:
            typist.view.header.setSectionHidden(typist.at(name), True)
    typist.go(1, "attendance")
    typist.type("77")
    typist.press(key, held)
    assert typist.kept("a3").attendance == 77
    assert typist.here == place


def test_enter_after_a_run_of_tabs_begins_the_next_row_where_the_run_began(
    typist: Typist,
) -> None:
    typist.go(1, "title")
    typist.type("Một")
    typist.press(KEY.Key_Tab)
    typist.type("5/4")
    typist.press(KEY.Key_Tab)
    typist.press(KEY.Key_Tab)
    typist.press(KEY.Key_Return)
    assert typist.here == (2, "title")
    assert typist.kept("a3").first_day.isoformat() == "2024-04-05"


def test_a_number_not_understood_stays_in_the_cell_with_the_reason(
    typist: Typist,
) -> None:
    typist.go(1, "attendance")
    typist.type("muoi hai")
    typist.press(KEY.Key_Return)
    editing = typist.view.rows.editing
    assert editing is not None
    assert editing.note.said == "Chưa phải là số."
    assert editing.editor is not None
    assert editing.editor.widget.property("wrong")
    assert typist.typed() == "muoi hai"
    assert typist.kept("a3").attendance == 103
    typist.press(KEY.Key_Backspace)
    assert editing.note.said == ""
    typist.press(KEY.Key_Escape)
    assert typist.shown(1, "attendance") == "103"


def test_words_left_behind_stay_in_the_cell_and_nothing_is_stored(
    typist: Typist,
) -> None:
    typist.go(1, "attendance")
    typist.type("muoi hai")
    typist.view.totals.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    typist.view.totals.setFocus(Qt.FocusReason.MouseFocusReason)
    assert typist.shown(1, "attendance") == "muoi hai"
    assert typist.kept("a3").attendance == 103
    spoken = typist.model.index(1, typist.at("attendance")).data(
        Qt.ItemDataRole.AccessibleTextRole
    )
    assert "Chưa phải là số" in str(spoken)
    (draft,) = keep_draft.kept(typist.session.store)
    assert (draft.id, draft.values) == ("a3", {"attendance": "muoi hai"})
    typist.go(1, "attendance")
    note = typist.view.rows.editing.note  # type: ignore[union-attr]
    assert "Chưa phải là số" in note.said
    typist.press(KEY.Key_F2)
    assert typist.typed() == "muoi hai"
    typist.view.rows.editing.editor.set_typed("12")  # type: ignore[union-attr]
    typist.press(KEY.Key_Return)
    assert typist.kept("a3").attendance == 12
    assert keep_draft.kept(typist.session.store) == ()


def test_what_is_being_typed_is_kept_within_two_seconds(
    typist: Typist, qtbot: QtBot
) -> None:
    typist.go(1, "title")
    typist.type("Lớp đang g")
    qtbot.waitUntil(lambda: bool(keep_draft.kept(typist.session.store)), timeout=2_000)
    typist.type("õ")
    (draft,) = keep_draft.kept(typist.session.store)
    assert draft.values == {"title": "Lớp đang g"}


def test_closing_the_window_keeps_what_is_being_typed(typist: Typist) -> None:
    typist.go(1, "title")
    typist.type("Lop do")
    typist.view.hide()
    (draft,) = keep_draft.kept(typist.session.store)
    assert draft.values == {"title": "Lop do"}


def test_a_required_cell_is_not_emptied(typist: Typist) -> None:
    typist.go(1, "title")
    typist.press(KEY.Key_F2)
    typist.press(KEY.Key_A, CTRL)
    typist.press(KEY.Key_Delete)
    typist.press(KEY.Key_Return)
    note = typist.view.rows.editing.note  # type: ignore[union-attr]
    assert note.said == "Chưa ghi nội dung này."
    assert typist.kept("a3").title == "Lớp 3"


def test_a_choice_is_found_by_a_part_of_its_name_and_taken_with_one_enter(
    typist: Typist,
) -> None:
    typist.go(1, "state")
    typist.type("huy")
    assert QApplication.activePopupWidget() is not None, "proposals below the cell"
    typist.press(KEY.Key_Return)
    assert typist.kept("a3").state == "cancelled"
    assert typist.here == (2, "state")


def test_an_arrow_chooses_among_the_proposals(typist: Typist) -> None:
    typist.go(1, "agency")
    typist.type("xa")
    popup = QApplication.activePopupWidget()
    assert popup is not None
    typist.press(KEY.Key_Down)
    typist.press(KEY.Key_Tab)
    assert typist.kept("a3").agency != "phong-vhtt-dak-ha"


def test_a_list_is_typed_by_numbers(typist: Typist) -> None:
    typist.show("tasks")
    typist.go(1, "tasks")
    typist.type("2.2; 3.1")
    typist.press(KEY.Key_Return)
    kept = typist.kept("a3").tasks
    assert [one.rsplit("/")[-1] for one in kept] == ["2.2", "3.1"]


def test_a_small_table_opens_the_form_at_its_field(
    typist: Typist, qtbot: QtBot
) -> None:
    typist.show("staff")
    typist.go(1, "staff")
    with qtbot.waitSignal(typist.sheet.open_wanted) as wanted:
        typist.press(KEY.Key_F2)
    assert wanted.args == [1, "staff"]


def test_lines_are_broken_with_alt_and_enter(typist: Typist) -> None:
    typist.show("note")
    typist.go(1, "note")
    typist.type("a")
    assert isinstance(typist.field(), QPlainTextEdit)
    typist.press(KEY.Key_Return, ALT)
    typist.type("b")
    typist.press(KEY.Key_Return)
    assert typist.kept("a3").note == "a\nb"


def test_space_ticks_and_unticks(typist: Typist) -> None:
    typist.show("digital")
    typist.go(1, "digital")
    typist.press(KEY.Key_Space)
    assert typist.kept("a3").digital is True
    typist.press(KEY.Key_Space)
    assert typist.kept("a3").digital is False
    typist.type("x")
    typist.press(KEY.Key_Return)
    assert typist.kept("a3").digital is True


def test_ctrl_semicolon_writes_today(typist: Typist) -> None:
    typist.go(1, "first_day")
    typist.press(KEY.Key_Semicolon, CTRL)
    assert typist.typed() == "20/12/2024"
    typist.press(KEY.Key_Return)
    assert typist.kept("a3").first_day.isoformat() == "2024-12-20"
    assert typist.kept("a3").last_day.isoformat() == "2024-12-20", "one day stays one"


def test_the_field_stays_open_while_the_rows_are_read_again(
    typist: Typist, session: Session
) -> None:
    typist.go(1, "title")
    typist.type("đang")
    typist.model.reload()
    assert typist.typed() == "đang"
    typist.press(KEY.Key_Return)
    assert typist.kept("a3").title == "đang"


def test_ctrl_enter_gives_the_cells_selected_the_same(typist: Typist) -> None:
    typist.select(0, "attendance", 2, "attendance")
    typist.press(KEY.Key_F2)
    typist.view.rows.editing.editor.set_typed("9")  # type: ignore[union-attr]
    typist.press(KEY.Key_Return, CTRL)
    assert [typist.kept(f"a{n}").attendance for n in (4, 3, 2, 1)] == [9, 9, 9, 101]
