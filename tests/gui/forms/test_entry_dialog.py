"""The window of an entry keeps, records, goes on, and never asks."""

from collections.abc import Iterator
from decimal import Decimal

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from desktop.gui.forms.entry_dialog import HEIGHT, EntryDialog
from desktop.gui.forms.proposals import propose
from desktop.gui.session import Session
from desktop.gui.tables.reading_names import read_names
from desktop.operations.entries import keep_draft
from desktop.records.activity import Activity
from desktop.records.catalogue import CatalogueItem
from desktop.store import records
from tests import builders
from tests.gui.entry_office import keep, register

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def page(qtbot: QtBot) -> Iterator[QWidget]:
    made = QWidget()
    qtbot.addWidget(made)
    yield made
    made.close()


def a_dialog(session: Session, page: QWidget, code: str = "training") -> EntryDialog:
    return EntryDialog(session, register(session, code), read_names(session), page)


def write(dialog: EntryDialog, session: Session, title: str) -> None:
    dialog.write_new(propose(session, dialog.register))
    dialog.open()
    dialog.form.editors["title"].set_value(title)
    dialog.form.editors["form"].set_value("training_updated")
    dialog.form.editors["pillar"].set_value("knowledge")


def test_the_window_fits_a_small_screen(session: Session, page: QWidget) -> None:
    dialog = a_dialog(session, page)
    assert dialog.height() == HEIGHT <= 700
    assert dialog.minimumSizeHint().height() <= 700


def test_ctrl_s_records_and_closes(
    session: Session, page: QWidget, qtbot: QtBot
) -> None:
    dialog = a_dialog(session, page)
    write(dialog, session, "Lop mot")
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow)
    with qtbot.waitSignal(dialog.finished):
        QTest.keyClick(dialog, Qt.Key.Key_S, CTRL)
    (kept,) = records.find(session.store.reader, Activity)
    assert kept.title == "Lop mot"
    assert keep_draft.kept(session.store) == ()


def test_the_field_at_fault_is_whole_in_sight_below_the_message(
    session: Session, page: QWidget, qtbot: QtBot
) -> None:
    dialog = a_dialog(session, page)
    write(dialog, session, "Lop mot")
    dialog.form.editors["form"].set_value("")
    field = dialog.form.fields["form"]
    bottom = dialog.form.viewport().height()
    dialog.form.verticalScrollBar().setValue(0)
    dialog.save()
    qtbot.waitUntil(lambda: dialog.form.viewport().height() < bottom)
    QApplication.processEvents()
    at = field.mapTo(dialog.form.viewport(), QPoint()).y()
    assert at >= 0
    assert at + field.height() <= dialog.form.viewport().height()


def test_a_fault_keeps_the_window_open_and_nothing_is_recorded(
    session: Session, page: QWidget
) -> None:
    dialog = a_dialog(session, page)
    write(dialog, session, "")
    dialog.save()
    assert dialog.isVisible()
    assert "▲" in dialog.message.text
    assert dialog.form.fields["title"].said.text().startswith("▲")
    assert records.count(session.store.reader, Activity) == 0


def test_what_was_typed_is_offered_at_the_next_opening(
    session: Session, page: QWidget
) -> None:
    dialog = a_dialog(session, page)
    write(dialog, session, "Lop do")
    dialog.form.changed.emit()
    dialog.reject()
    again = a_dialog(session, page)
    again.write_new({})
    again.show()
    assert "ghi dở" in again.message.text
    button = next(
        one
        for one in again.message.findChildren(QPushButton)
        if "Ghi tiếp" in one.text()
    )
    QTest.keyClick(button, Qt.Key.Key_Space)
    assert again.form.editors["title"].value() == "Lop do"
    again.save()
    assert records.count(session.store.reader, Activity) == 1
    assert keep_draft.kept(session.store) == ()


def test_a_change_given_up_is_offered_to_that_entry_only(
    session: Session, page: QWidget
) -> None:
    keep(session, builders.an_activity(id="one"), builders.an_activity(id="two"))
    one = records.get(session.store.reader, Activity, "one")
    two = records.get(session.store.reader, Activity, "two")
    dialog = a_dialog(session, page)
    dialog.amend(one)
    dialog.form.editors["place"].set_value("Nha rong")
    dialog.reject()
    other = a_dialog(session, page)
    other.show()
    other.amend(two)
    assert other.message.text == ""
    other.amend(one)
    assert "ghi dở" in other.message.text


def test_amending_keeps_the_entry_it_was(session: Session, page: QWidget) -> None:
    keep(session, builders.an_activity(id="one", surface=Decimal(12)))
    dialog = a_dialog(session, page)
    dialog.amend(records.get(session.store.reader, Activity, "one"))
    dialog.form.editors["place"].set_value("Nhà rông")
    dialog.save()
    (kept,) = records.find(session.store.reader, Activity)
    assert (kept.id, kept.place, kept.surface) == ("one", "Nhà rông", 12)


def test_what_the_file_refuses_is_told_beside_the_field(
    session: Session, page: QWidget
) -> None:
    dialog = a_dialog(session, page)
    write(dialog, session, "Lớp")
    dialog.show()
    with session.store.change("remove") as change:
        records.remove(change, CatalogueItem, "pillar/knowledge")
    dialog.save()
    assert dialog.isVisible()
    assert dialog.form.fields["pillar"].said.text().startswith("▲")
    assert records.count(session.store.reader, Activity) == 0


def test_every_button_and_field_has_a_name(session: Session, page: QWidget) -> None:
    dialog = a_dialog(session, page)
    dialog.amend(builders.an_activity())
    dialog.show()
    nameless = [
        type(one).__name__
        for one in dialog.findChildren(QWidget)
        if one.focusPolicy() & Qt.FocusPolicy.TabFocus
        and one.isVisibleTo(dialog)
        and not one.accessibleName()
        and one.focusProxy() is None
    ]
    assert not nameless
