"""The form opens for what is wanted, and the page hears of it."""

import datetime as dt

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop.gui.pages.activities.entry_desk import EntryDesk
from desktop.gui.session import Session
from desktop.gui.tables.reading_names import read_names
from tests import builders
from tests.gui.entry_office import register


def desk(session: Session, qtbot: QtBot) -> EntryDesk:
    page = QWidget()
    qtbot.addWidget(page)
    page.show()
    names = read_names(session)
    training = register(session, "training")
    made = EntryDesk(page, session, lambda: training, lambda: names, lambda: None)
    page.setProperty("desk", made)
    return made


def test_what_was_begun_elsewhere_goes_on_in_the_form(
    session: Session, qtbot: QtBot
) -> None:
    made = desk(session, qtbot)
    made.go_on({"title": "Lớp mới", "first_day": dt.date(2024, 5, 1)})
    assert made.dialog is not None
    assert made.dialog.form.editors["title"].value() == "Lớp mới"
    with qtbot.waitSignal(made.closed):
        made.dialog.reject()
    assert made.dialog is None


def test_an_entry_opens_at_the_field_asked_for(session: Session, qtbot: QtBot) -> None:
    made = desk(session, qtbot)
    made.amend(builders.an_activity(), "attendance")
    assert made.dialog is not None
    dialog = made.dialog
    field = dialog.form.editors["attendance"].widget
    qtbot.waitUntil(lambda: dialog.focusWidget() is field)
    dialog.reject()


def test_a_row_nobody_shows_opens_nothing(session: Session, qtbot: QtBot) -> None:
    made = desk(session, qtbot)
    made.amend_row(0)
    assert made.dialog is None
