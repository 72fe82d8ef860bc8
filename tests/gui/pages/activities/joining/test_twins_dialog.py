"""Pairs of a period are judged one after the other."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from desktop.gui.pages.activities.joining.twins_dialog import TwinsDialog
from desktop.gui.session import Session
from desktop.gui.tables.reading_names import read_names
from desktop.operations.history.undo import undo
from desktop.records.activity import Activity
from desktop.store import records
from tests import builders
from tests.gui.entry_office import keep
from tests.gui.pages.activities.joining.offices import (
    contest,
    joined_to,
    keep_contests,
)


@pytest.fixture
def page(qtbot: QtBot) -> Iterator[QWidget]:
    made = QWidget()
    qtbot.addWidget(made)
    yield made
    made.close()


def a_dialog(session: Session, page: QWidget) -> TwinsDialog:
    dialog = TwinsDialog(session, read_names(session), page)
    dialog.open()
    return dialog


def ids(dialog: TwinsDialog) -> list[tuple[str, str]]:
    return [(str(one.first.id), str(one.second.id)) for one in dialog.pairs]


def test_nothing_alike_is_said_in_words(session: Session, page: QWidget) -> None:
    dialog = a_dialog(session, page)
    assert dialog.pairs == ()
    assert "không có mục nào" in dialog.said.text()
    assert not dialog.first_button.isEnabled()
    assert dialog.comparison.isHidden()


def test_every_pair_is_shown_with_both_sides(session: Session, page: QWidget) -> None:
    keep_contests(session)
    dialog = a_dialog(session, page)
    assert len(dialog.pairs) == 3
    assert dialog.said.text().startswith("3 cặp")
    assert dialog.comparison.lines
    why = dialog.list.model_.index(0, 2).data()
    assert why == "cùng ngày, cùng nơi, cùng tên, khác đơn vị"


def test_a_pair_that_is_two_events_is_left_out(session: Session, page: QWidget) -> None:
    keep_contests(session)
    dialog = a_dialog(session, page)
    first = ids(dialog)[0]
    dialog.different_button.click()
    assert first not in ids(dialog)
    dialog.read()
    assert first not in ids(dialog), "also when they are looked for again"


def test_one_of_two_typed_by_one_agency_is_removed(
    session: Session, page: QWidget
) -> None:
    keep(session, contest("a", builders.OWN), contest("b", builders.OWN))
    dialog = a_dialog(session, page)
    assert not dialog.join_button.isEnabled(), "one agency holds an event once"
    dialog.second_button.click()
    assert [one.id for one in records.find(session.store.reader, Activity)] == ["a"]
    assert dialog.pairs == ()
    assert dialog.message.text.startswith("Đã xóa")
    undo(session.store)
    assert records.count(session.store.reader, Activity) == 2


def test_joining_asks_which_is_counted(
    session: Session, page: QWidget, qtbot: QtBot
) -> None:
    keep(session, contest("a", builders.OWN), contest("b", builders.UNIT))
    dialog = a_dialog(session, page)
    dialog.join_button.click()
    [asked] = [one for one in dialog.children() if type(one).__name__ == "JoinDialog"]
    asked.do()  # type: ignore[attr-defined]
    assert joined_to(session, "b") == "a"
    assert dialog.pairs == ()


def test_an_entry_can_be_opened_from_here(
    session: Session, page: QWidget, qtbot: QtBot
) -> None:
    keep_contests(session)
    dialog = a_dialog(session, page)
    wanted = dialog.pairs[0].first
    with qtbot.waitSignal(dialog.amend_wanted) as caught:
        dialog.open_button.click()
    assert caught.args == [wanted]


def test_everything_that_takes_the_focus_has_a_name(
    session: Session, page: QWidget
) -> None:
    keep_contests(session)
    dialog = a_dialog(session, page)
    buttons = dialog.findChildren(QPushButton)
    shown = [one for one in buttons if one.isVisibleTo(dialog)]
    assert all(one.accessibleName() for one in shown)
    lists = (dialog.list, dialog.comparison.list)
    assert all(one.accessibleName() for one in lists)
    assert all(one.focusPolicy() & Qt.FocusPolicy.TabFocus for one in lists)
    assert dialog.height() <= 700
