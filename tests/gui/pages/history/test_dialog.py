"""The history of the whole office is paged, filtered, and brought back from."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop.gui.pages.history import dialog as module
from desktop.gui.pages.history.dialog import HistoryDialog
from desktop.gui.session import Session
from desktop.records.activity import Activity
from desktop.store import records
from desktop.store.search import Hit
from tests.gui.pages.history.history_office import (
    AMENDED,
    MANY,
    RECORDED,
    REMOVED,
    buttons,
    some_history,
)

ALL = [REMOVED, AMENDED, MANY, RECORDED, 1]


@pytest.fixture
def dialog(session: Session, qtbot: QtBot) -> HistoryDialog:
    some_history(session)
    made = HistoryDialog(session)
    made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    qtbot.addWidget(made)
    return made


def numbers(dialog: HistoryDialog) -> list[int]:
    return [one.entry.id for one in dialog.deeds.model_.rows]


def choose(dialog: HistoryDialog, number: int) -> None:
    assert dialog.deeds.select(str(number))


def test_the_newest_deed_is_shown_with_what_it_touched(dialog: HistoryDialog) -> None:
    assert numbers(dialog) == ALL
    assert dialog.sentence.text() == "5 việc, mới nhất trước"
    assert dialog.deed is not None
    assert dialog.deed.entry.id == REMOVED
    assert [one.row_id for one in dialog.records.model_.rows] == ["b0", "b1", "b2"]


def test_filters_are_taken_at_once(dialog: HistoryDialog) -> None:
    filters = dialog.filters
    filters.by.set_value("Lan")
    filters.by.changed.emit()
    assert numbers(dialog) == [REMOVED, AMENDED]
    filters.removals.click()
    assert numbers(dialog) == [REMOVED]
    filters.clear_button.click()
    assert numbers(dialog) == ALL
    filters.place.set_value("agencies")
    filters.place.changed.emit()
    assert numbers(dialog) == [1]


def test_a_text_nobody_used_leaves_nothing_and_nothing_to_press(
    dialog: HistoryDialog,
) -> None:
    dialog.filters.text.setText("không ai ghi")
    dialog.filters.text.wanted.emit("không ai ghi")
    assert numbers(dialog) == []
    pressed = buttons(dialog)
    for name in ("Mở mục", "Mang lại mục này", "Xem sổ như lúc này…"):
        assert not pressed[name], name


def test_older_deeds_come_when_asked_for(
    session: Session, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    from functools import partial

    from desktop.operations.history import read_history

    some_history(session)
    few = partial(read_history.read_page, limit=2)
    monkeypatch.setattr(module, "read_page", few)
    made = HistoryDialog(session)
    qtbot.addWidget(made)
    assert numbers(made) == ALL[:2]
    made.more_button.click()
    assert numbers(made) == ALL[:4]
    made.more_button.click()
    assert numbers(made) == ALL
    assert made.more_button.isHidden()


def test_all_of_a_removal_comes_back(session: Session, dialog: HistoryDialog) -> None:
    assert dialog.bring_all_button.text().replace("&", "") == "Mang lại tất cả (3)"
    dialog.bring_all_button.click()
    assert records.count(session.store.reader, Activity) == 4
    assert dialog.message.text == "Đã mang lại 3 mục."
    assert numbers(dialog) == [REMOVED + 1, *ALL]


def test_one_of_a_removal_comes_back(session: Session, dialog: HistoryDialog) -> None:
    dialog.records.select("activities/b1")
    dialog.bring_button.click()
    there = {one.id for one in records.each(session.store.reader, Activity)}
    assert there == {"a", "b1"}


def test_where_nothing_was_removed_all_is_not_offered(dialog: HistoryDialog) -> None:
    choose(dialog, AMENDED)
    assert dialog.bring_all_button.isHidden()
    choose(dialog, RECORDED)
    assert not dialog.bring_button.isEnabled()


def test_enter_opens_the_only_record_of_a_deed(
    session: Session, dialog: HistoryDialog, qtbot: QtBot
) -> None:
    choose(dialog, AMENDED)
    with qtbot.waitSignal(session.place_wanted) as asked:
        QTest.keyClick(dialog.deeds, Qt.Key.Key_Return)
    assert asked.args == ["activities", Hit("activities", "a")]


def test_what_is_gone_cannot_be_opened(dialog: HistoryDialog) -> None:
    choose(dialog, REMOVED)
    assert not dialog.open_button.isEnabled()
    assert dialog.history_button.isEnabled()


def test_the_history_of_one_record_opens_from_here(dialog: HistoryDialog) -> None:
    choose(dialog, AMENDED)
    dialog.history_button.click()
    assert dialog.dialog is not None
    assert dialog.dialog.sentence.text() == "2 lần thay đổi"
    dialog.dialog.accept()
    assert dialog.dialog is None


def test_the_office_of_a_deed_is_asked_for(
    session: Session, dialog: HistoryDialog, qtbot: QtBot
) -> None:
    choose(dialog, MANY)
    with qtbot.waitSignal(session.past_wanted) as asked:
        dialog.view_button.click()
    assert asked.args == [MANY]


def test_it_fits_a_small_screen_and_no_key_is_given_twice(
    dialog: HistoryDialog,
) -> None:
    from PySide6.QtWidgets import QCheckBox, QLabel, QPushButton

    assert dialog.height() <= 700
    texts = [one.text() for one in dialog.findChildren(QPushButton)]
    texts += [one.text() for one in dialog.findChildren(QLabel)]
    texts += [one.text() for one in dialog.findChildren(QCheckBox)]
    keys = [text[text.index("&") + 1].lower() for text in texts if "&" in text]
    assert len(keys) == len(set(keys)) >= 12
