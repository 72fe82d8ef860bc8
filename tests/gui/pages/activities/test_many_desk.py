"""Repeating one entry and changing many, from the menu of the place."""

import datetime as dt

from pytestqt.qtbot import QtBot

from desktop.gui.pages.activities.activities import ActivitiesPage
from desktop.gui.session import Session
from desktop.records.activity import Activity
from desktop.store import records
from tests import builders
from tests.gui.entry_office import keep

DAY = dt.date(2024, 10, 7)


def a_page(session: Session, qtbot: QtBot) -> ActivitiesPage:
    page = ActivitiesPage(session)
    qtbot.addWidget(page)
    return page


def kept(session: Session) -> tuple[Activity, ...]:
    return records.find(session.store.reader, Activity)


def test_one_entry_is_repeated_until_the_end_of_the_period(
    session: Session, qtbot: QtBot
) -> None:
    keep(session, builders.an_activity(id="a", first_day=DAY, last_day=DAY))
    page = a_page(session, qtbot)
    assert not page.many.repeat.isEnabled()
    assert page.view is not None
    page.view.select_row(0)
    dialog = page.many.repeat_chosen()
    dialog.do()
    # Mondays from 14/10 to 30/12/2024
    assert len(kept(session)) == 1 + 12
    assert "Đã ghi thêm 12 mục" in page.message.text


def test_a_field_of_all_selected_is_changed(session: Session, qtbot: QtBot) -> None:
    keep(session, *(builders.an_activity(id=f"a{n}", place="") for n in range(3)))
    page = a_page(session, qtbot)
    assert page.view is not None
    page.view.rows.selectAll()
    dialog = page.many.change_chosen()
    dialog.field.setCurrentIndex(dialog.field.findData("place"))
    dialog.editor.set_value("Hội trường")
    dialog.do()
    assert {one.place for one in kept(session)} == {"Hội trường"}
    assert "Đã sửa 3 mục" in page.message.text


def test_what_is_counted_by_years_has_no_days_to_repeat(
    session: Session, qtbot: QtBot
) -> None:
    keep(session, builders.a_check(builders.UNIT))
    page = a_page(session, qtbot)
    page.registers.choose("spokesperson_check")
    assert page.view is not None
    page.view.select_row(0)
    assert not page.many.repeat.isEnabled()
    assert page.many.change.isEnabled()
