"""The last day of an event in the form: it follows the first until it is written."""

import datetime as dt

import pytest
from pytestqt.qtbot import QtBot

from desktop.gui.forms.record_form import RecordForm
from desktop.gui.session import Session
from tests import builders
from tests.gui.forms.test_record_form import a_form
from tests.gui.typing_keys import type_text

TODAY = dt.date(2024, 12, 31)


@pytest.fixture
def form(session: Session, qtbot: QtBot) -> RecordForm:
    made = a_form(session, "training", qtbot)
    made.show_new("new", {"first_day": TODAY, "last_day": TODAY})
    return made


def write(form: RecordForm, name: str, text: str) -> None:
    form.editors[name].set_typed("")
    type_text(form.editors[name].widget, text)


def days(form: RecordForm) -> tuple[object, object]:
    return form.editors["first_day"].value(), form.editors["last_day"].value()


@pytest.mark.parametrize("typed", ["8/6", "08062024", "8.6.24", "08/06/2024"])
def test_an_event_of_one_day_stays_one_whichever_way_its_day_is_typed(
    form: RecordForm, typed: str
) -> None:
    write(form, "first_day", typed)
    assert days(form) == (dt.date(2024, 6, 8),) * 2


def test_a_last_day_somebody_wrote_stays(form: RecordForm) -> None:
    write(form, "last_day", "10/6")
    write(form, "first_day", "8/6")
    assert days(form) == (dt.date(2024, 6, 8), dt.date(2024, 6, 10))


def test_a_longer_event_keeps_its_end_or_else_its_length(form: RecordForm) -> None:
    first, last = dt.date(2024, 3, 4), dt.date(2024, 3, 6)
    form.show_record(builders.an_activity(first_day=first, last_day=last))
    write(form, "first_day", "5/3")
    assert days(form) == (dt.date(2024, 3, 5), last)
    write(form, "first_day", "12/3")
    assert days(form) == (dt.date(2024, 3, 12), dt.date(2024, 3, 14))


def test_the_next_entry_in_the_form_follows_anew(form: RecordForm) -> None:
    write(form, "last_day", "10/6")
    form.show_new("next", {"first_day": TODAY, "last_day": TODAY})
    write(form, "first_day", "8/6")
    assert days(form) == (dt.date(2024, 6, 8),) * 2
