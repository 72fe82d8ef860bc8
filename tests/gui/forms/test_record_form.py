"""One form for every register: it gives back what it shows and says what is wrong."""

import dataclasses
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from desktop.gui.forms.fields import Offer
from desktop.gui.forms.record_form import RecordForm
from desktop.gui.session import Session
from desktop.gui.tables.reading_names import read_names, read_products
from desktop.operations.entries.read_known import read_known
from desktop.records.activity import AudienceCount, Spending
from tests import builders
from tests.gui.entry_office import register


def a_form(session: Session, code: str, qtbot: QtBot) -> RecordForm:
    offer = Offer(
        read_names(session), lambda: read_products(session), session.today, 2024
    )
    form = RecordForm(register(session, code), offer, read_known(session.store))
    qtbot.addWidget(form)
    form.resize(880, 560)
    form.show()
    return form


RECORDS: dict[str, Any] = {
    "training": builders.an_activity(
        place="Hội trường",
        partners=(builders.UNIT,),
        audiences=(AudienceCount(audience="people", attendance=30),),  # type: ignore[arg-type]
        staff=(builders.staff("G1", 5),),
        spending=(Spending(source="regular", planned=9_000_000, spent=8_500_000),),  # type: ignore[arg-type]
        digital=True,
        note="Hai dòng\nghi chú",
    ),
    "product": builders.a_product(languages=("vietnamese",), copies=1200),
    "posting": builders.a_posting(items=3, views=None),
    "broadcast": builders.a_broadcast(language="vietnamese", times=12),
    "data_source": builders.a_source(online_since=builders.DAY),
    "tally": builders.a_tally(12, 10),
    "headcount": builders.a_headcount("G1", 40),
    "departure": builders.a_departure("G1", 2),
    "spokesperson_check": builders.a_check(builders.OWN),
    "unit_plan": builders.a_unit_plan(builders.OWN),
}


@pytest.mark.parametrize("code", RECORDS)
def test_a_form_gives_back_the_record_it_shows(
    code: str, session: Session, qtbot: QtBot
) -> None:
    form = a_form(session, code, qtbot)
    record = RECORDS[code]
    if code == "posting":
        record = dataclasses.replace(
            record, channel=next(iter(session.catalogue("channel")))
        )
    form.show_record(record)
    assert form.record() == record


@pytest.mark.parametrize("code", RECORDS)
def test_a_draft_of_a_form_gives_back_the_same_record(
    code: str, session: Session, qtbot: QtBot
) -> None:
    form, again = a_form(session, code, qtbot), a_form(session, code, qtbot)
    form.show_record(RECORDS[code])
    again.show_new(form.record_id, {})
    again.show_typed(form.typed())
    shown = form.record()
    if code == "training" and shown is not None:
        shown = dataclasses.replace(shown)  # type: ignore[type-var]
    assert again.record() == shown


def test_a_blank_form_says_what_is_missing_only_when_asked(
    session: Session, qtbot: QtBot
) -> None:
    form = a_form(session, "training", qtbot)
    form.show_new("new", {})
    assert form.fields["title"].said.isHidden()
    assert form.accepted() is None
    assert "▲" in form.fields["first_day"].said.text()
    assert form.editors["first_day"].widget.property("wrong") is True


def test_faults_block_and_doubts_do_not(session: Session, qtbot: QtBot) -> None:
    form = a_form(session, "training", qtbot)
    record = builders.an_activity(attendance=10, people=20, tasks=())
    form.show_record(record)
    assert form.accepted() is None
    assert form.fields["people"].said.text().startswith("▲")
    assert form.fields["tasks"].said.text().startswith("?")
    form.show_record(dataclasses.replace(record, people=10))
    assert form.accepted() == dataclasses.replace(record, people=10)


def test_once_asked_the_form_follows_every_key(session: Session, qtbot: QtBot) -> None:
    form = a_form(session, "training", qtbot)
    form.show_record(builders.an_activity(title=""))
    assert form.accepted() is None
    assert form.fields["title"].said.text().startswith("▲")
    QTest.keyClicks(form.editors["title"].widget, "Lop")
    assert form.fields["title"].said.isHidden()


def test_a_day_nobody_can_read_is_not_called_missing(
    session: Session, qtbot: QtBot
) -> None:
    form = a_form(session, "training", qtbot)
    form.show_record(builders.an_activity())
    form.editors["last_day"].set_typed("31/02/2024")
    assert form.record() is None
    assert form.accepted() is None
    assert "Không có ngày này" in form.fields["last_day"].said.text()


def test_enter_goes_to_the_next_field(session: Session, qtbot: QtBot) -> None:
    form = a_form(session, "training", qtbot)
    form.show_new("new", {})
    form.activateWindow()
    form.focus_first()
    qtbot.waitUntil(form.editors["title"].widget.hasFocus)
    QTest.keyClick(form.editors["title"].widget, Qt.Key.Key_Return)
    assert form.editors["first_day"].widget.hasFocus()


@pytest.mark.parametrize("code", RECORDS)
def test_everything_that_takes_the_focus_has_a_name(
    code: str, session: Session, qtbot: QtBot
) -> None:
    form = a_form(session, code, qtbot)
    form.show_record(RECORDS[code])
    nameless = [
        type(one).__name__
        for one in form.findChildren(QWidget)
        if one.focusPolicy() & Qt.FocusPolicy.TabFocus
        and one.isVisibleTo(form)
        and not one.accessibleName()
        and one.focusProxy() is None
    ]
    assert not nameless


def test_no_form_is_wider_than_its_window(session: Session, qtbot: QtBot) -> None:
    for one in session.registers:
        form = a_form(session, one.code, qtbot)
        body = form.widget()
        assert body.minimumSizeHint().width() <= form.viewport().width(), one.code
        assert form.findChildren(QLineEdit)
