"""The head of a plan in a dialog: what it offers, and what it makes."""

import datetime as dt

from pytestqt.qtbot import QtBot

from desktop.gui.pages.plan import plan_head
from desktop.gui.session import Session
from desktop.records.plan import PlanState
from tests import builders


def test_a_plan_is_not_offered_as_its_own_parent(
    session: Session, qtbot: QtBot
) -> None:
    writing = plan_head.amend(session, session.plan)
    parent = next(one for one in writing.editors if one.field.name == "parent")
    combo = parent.widget
    assert [combo.itemData(row) for row in range(combo.count())] == [""]  # type: ignore[attr-defined]


def test_what_is_not_touched_stays(session: Session, qtbot: QtBot) -> None:
    before = session.plan
    writing = plan_head.amend(session, before)
    values = {one.field.name: one.value() for one in writing.editors}
    assert writing.check(values) == ()
    session.start(writing.work(values))
    assert session.plan == before


def test_a_new_plan_is_a_draft_of_this_year_by_this_office(
    session: Session, qtbot: QtBot
) -> None:
    writing = plan_head.new(session)
    values = {one.field.name: one.value() for one in writing.editors}
    assert values["state"] == PlanState.DRAFT
    assert values["issuer"] == builders.OWN
    assert values["first_day"] == dt.date(2024, 1, 1)
    found = writing.check({**values, "title": ""})
    assert ("title", "missing") in {(one.field, one.code) for one in found}
