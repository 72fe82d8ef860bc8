"""The fields above the history say exactly what is asked for."""

import datetime as dt

from pytestqt.qtbot import QtBot

from desktop.gui.pages.history.filters import HistoryFilters
from desktop.gui.session import Session
from desktop.operations.history.read_history import Offered
from desktop.store.history import Wanted

OFFERED = Offered(
    officers=("", "Lan"), verbs=("record", "amend"), places=("activities", "tasks")
)


def made(session: Session, qtbot: QtBot) -> HistoryFilters:
    filters = HistoryFilters(session, OFFERED)
    qtbot.addWidget(filters)
    return filters


def test_blank_fields_ask_for_everything(session: Session, qtbot: QtBot) -> None:
    assert made(session, qtbot).wanted == Wanted()


def test_every_field_is_asked_for(session: Session, qtbot: QtBot) -> None:
    filters = made(session, qtbot)
    filters.first.set_value(dt.date(2026, 11, 1))
    filters.last.set_value(dt.date(2026, 11, 12))
    filters.by.set_value("Lan")
    filters.verb.set_value("amend")
    filters.place.set_value("tasks")
    filters.text.setText("  tap huan ")
    filters.removals.setChecked(True)
    assert filters.wanted == Wanted(
        first=dt.date(2026, 11, 1),
        last=dt.date(2026, 11, 12),
        by="Lan",
        verb="amend",
        place="tasks",
        text="tap huan",
        removals=True,
    )
    with qtbot.waitSignal(filters.changed):
        filters.clear()
    assert filters.wanted == Wanted()


def test_who_gave_no_name_can_be_asked_for(session: Session, qtbot: QtBot) -> None:
    filters = made(session, qtbot)
    filters.by.setCurrentIndex(filters.by.findText("(chưa ghi tên)"))
    assert filters.wanted.by == ""


def test_choices_are_in_words_and_in_their_order(
    session: Session, qtbot: QtBot
) -> None:
    verb = made(session, qtbot).verb
    said = [verb.itemText(at) for at in range(verb.count())]
    wanted = [one for one in said if one]
    assert wanted == ["Ghi vào sổ", "Sửa nội dung đã ghi"]


def test_every_field_has_a_name(session: Session, qtbot: QtBot) -> None:
    filters = made(session, qtbot)
    fields = (
        filters.first,
        filters.last,
        filters.by,
        filters.verb,
        filters.place,
        filters.text,
        filters.removals,
    )
    assert all(one.accessibleName() for one in fields)
