"""One field of many entries is written once."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop.gui.pages.activities.change_many_dialog import ChangeManyDialog
from desktop.gui.session import Session
from desktop.gui.tables.reading_names import read_names
from desktop.operations.entries.record_entry import record_many
from desktop.records.activity import Activity
from desktop.store import records
from tests.builders import an_activity
from tests.gui.entry_office import register
from tests.gui.walking import english_left, nameless


@pytest.fixture
def parent(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    return made


@pytest.fixture
def dialog(session: Session, parent: QWidget) -> ChangeManyDialog:
    many = (
        an_activity(id="a", title="Một", themes=("theme_1",), attendance=3),
        an_activity(id="b", title="Hai", themes=(), attendance=None),
    )
    record_many(session.store, many)
    training = register(session, "training")
    made = ChangeManyDialog(session, training, read_names(session), many, parent)
    made.open()
    return made


def choose(dialog: ChangeManyDialog, field: str) -> None:
    dialog.field.setCurrentIndex(dialog.field.findData(field))


def kept(session: Session) -> dict[str, Activity]:
    return {one.title: one for one in records.find(session.store.reader, Activity)}


def test_a_number_is_given_to_all(dialog: ChangeManyDialog, session: Session) -> None:
    choose(dialog, "attendance")
    QTest.keyClicks(dialog.editor.widget, "1.200")
    QTest.keyClick(dialog, Qt.Key.Key_Return)
    assert {one.attendance for one in kept(session).values()} == {1_200}


def test_a_list_may_be_added_to(dialog: ChangeManyDialog, session: Session) -> None:
    choose(dialog, "themes")
    assert dialog.adds.isVisibleTo(dialog)
    dialog.editor.set_value(("theme_2",))
    dialog.adds.click()
    dialog.do()
    assert kept(session)["Một"].themes == ("theme_1", "theme_2")
    assert kept(session)["Hai"].themes == ("theme_2",)


def test_a_blank_takes_the_value_away(
    dialog: ChangeManyDialog, session: Session
) -> None:
    choose(dialog, "attendance")
    dialog.do()
    assert {one.attendance for one in kept(session).values()} == {None}


def test_what_is_needed_or_not_understood_is_said(
    dialog: ChangeManyDialog, session: Session
) -> None:
    choose(dialog, "title")
    dialog.do()
    assert "Chưa ghi được" in dialog.message.text
    choose(dialog, "attendance")
    QTest.keyClicks(dialog.editor.widget, "ba muoi")
    dialog.do()
    assert "Chưa ghi được" in dialog.message.text
    assert sorted(kept(session)) == ["Hai", "Một"]


def test_small_tables_are_not_offered(dialog: ChangeManyDialog) -> None:
    assert dialog.field.findData("staff") == -1
    assert dialog.field.findData("place") >= 0


def test_every_part_has_a_name_and_is_vietnamese(dialog: ChangeManyDialog) -> None:
    for row in range(dialog.field.count()):
        dialog.field.setCurrentIndex(row)
        assert not nameless(dialog), dialog.field.currentText()
        assert not english_left(dialog), dialog.field.currentText()
