"""The history of one record is read and brought back from its own window."""

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desktop.gui.pages.history.record_dialog import RecordHistoryDialog
from desktop.gui.session import Session
from desktop.records.activity import Activity
from desktop.store import records
from tests.fakes import Answers
from tests.gui.pages.history.history_office import (
    AMENDED,
    RECORDED,
    TITLE,
    some_history,
)


def opened(session: Session, qtbot: QtBot, row_id: str = "a") -> RecordHistoryDialog:
    some_history(session)
    dialog = RecordHistoryDialog(session, "activities", row_id)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    qtbot.addWidget(dialog)
    return dialog


def rows(dialog: RecordHistoryDialog) -> list[tuple[str, str, str]]:
    return [(one.label, one.before, one.after) for one in dialog.fields.model_.rows]


def test_the_newest_change_is_shown_with_its_fields(
    session: Session, qtbot: QtBot
) -> None:
    dialog = opened(session, qtbot)
    assert dialog.sentence.text() == "2 lần thay đổi"
    assert dialog.current is not None
    assert dialog.current.done.entry.id == AMENDED
    assert rows(dialog) == [
        ("Số lượt người", "40 lượt người", "45 lượt người"),
        ("Lồng ghép", "không", "có"),
    ]


def test_bringing_back_makes_it_as_before_and_can_be_undone(
    session: Session, qtbot: QtBot
) -> None:
    dialog = opened(session, qtbot)
    dialog.bring_button.click()
    kept = records.get(session.store.reader, Activity, "a")
    assert kept is not None
    assert (kept.attendance, kept.integrated) == (40, False)
    assert dialog.message.text == "Đã mang lại 1 mục."
    assert dialog.sentence.text() == "3 lần thay đổi"
    dialog.message._do.click()
    again = records.get(session.store.reader, Activity, "a")
    assert again is not None
    assert again.attendance == 45
    assert dialog.sentence.text() == "4 lần thay đổi"


def test_before_it_was_made_there_is_nothing_to_bring_back(
    session: Session, qtbot: QtBot
) -> None:
    dialog = opened(session, qtbot)
    dialog.changes.selectRow(1)
    assert dialog.current is not None
    assert dialog.current.done.entry.id == RECORDED
    assert not dialog.bring_button.isEnabled()
    assert ("Tên lớp, hội nghị tập huấn", "trống", TITLE) in rows(dialog)


def test_a_removed_record_has_its_history_still(session: Session, qtbot: QtBot) -> None:
    dialog = opened(session, qtbot, "b1")
    assert "hiện không còn trong sổ" in dialog.sentence.text()
    dialog.bring_button.click()
    assert records.get(session.store.reader, Activity, "b1") is not None
    assert records.get(session.store.reader, Activity, "b2") is None
    assert "không còn" not in dialog.sentence.text()


def test_what_cannot_come_back_is_told_in_four_lines(
    session: Session, qtbot: QtBot
) -> None:
    from dataclasses import replace

    from desktop.records.task import Task
    from tests.builders import an_activity

    store = session.store
    task = replace(records.find(store.reader, Task)[0], id="t9", code="9.9")  # type: ignore[arg-type]
    with store.change("add_task") as change:
        records.put(change, task)
        records.put(change, an_activity(id="z", tasks=("t9",)))
    with store.change("remove") as change:
        records.remove(change, Activity, "z")
        records.remove(change, Task, "t9")
    ask = Answers()
    session.ask = ask
    dialog = RecordHistoryDialog(session, "activities", "z")
    qtbot.addWidget(dialog)
    dialog.bring_button.click()
    (fault,) = ask.faults
    assert "9.9" in fault.why


def test_the_office_of_that_change_is_asked_for(session: Session, qtbot: QtBot) -> None:
    dialog = opened(session, qtbot)
    with qtbot.waitSignal(session.past_wanted) as asked:
        dialog.view_button.click()
    assert asked.args == [AMENDED]


def test_it_fits_a_small_screen_and_everything_has_a_name(
    session: Session, qtbot: QtBot
) -> None:
    dialog = opened(session, qtbot)
    assert dialog.height() <= 700
    lists = (dialog.changes, dialog.fields)
    keys = (dialog.bring_button, dialog.view_button, dialog.close_button)
    assert all(one.accessibleName() for one in (*lists, *keys))
