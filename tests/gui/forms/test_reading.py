"""What a form holds becomes a record."""

import datetime as dt
from decimal import Decimal

from pytestqt.qtbot import QtBot

from desktop.gui.forms import reading
from desktop.gui.forms.editors import make_editor
from desktop.gui.forms.fields import Offer
from desktop.gui.session import Session
from desktop.gui.tables.reading_names import read_names
from desktop.records.activity import Activity, ActivityKind, ActivityState
from tests import builders
from tests.gui.entry_office import register


def test_a_new_record_has_the_kind_of_its_register(session: Session) -> None:
    values: dict[str, object] = {
        "title": "Lớp",
        "first_day": dt.date(2024, 1, 2),
        "last_day": dt.date(2024, 1, 3),
        "agency": builders.OWN,
        "pieces": None,
        "place": None,
        "pillar": None,
    }
    made = reading.build(register(session, "training"), "id", values, None)
    assert isinstance(made, Activity)
    assert (made.id, made.kind) == ("id", ActivityKind.TRAINING)
    assert (made.pieces, made.place, made.pillar) == (None, "", None)


def test_a_state_chosen_is_the_state_the_rules_know(session: Session) -> None:
    # a choice gives a text, and the rules ask whether it is the member itself
    kept = builders.an_activity()
    changes: dict[str, object] = {"state": "planned"}
    made = reading.build(register(session, "training"), kept.id, changes, kept)
    assert made.state is ActivityState.PLANNED


def test_what_the_form_does_not_show_stays_in_an_amended_record(
    session: Session,
) -> None:
    kept = builders.an_activity(surface=Decimal(12))
    made = reading.build(register(session, "training"), kept.id, {"title": "Mới"}, kept)
    assert (made.title, made.surface) == ("Mới", 12)


def test_days_and_numbers_no_record_can_lack_are_named(
    session: Session, qtbot: QtBot
) -> None:
    offer = Offer(read_names(session), lambda: (), session.today, 2024)
    fields = register(session, "broadcast").fields
    editors = [make_editor(field, offer) for field in fields]
    for editor in editors:
        qtbot.addWidget(editor.widget)
    missing = [one.field for one in reading.missing(editors)]
    assert missing == ["first_day", "last_day", "minutes", "times"]
    assert reading.values_of(editors)["title"] == ""
