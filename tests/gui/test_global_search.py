"""One search finds tasks, agencies and records, with marks or without."""

import pytest

from desktop.gui.global_search import WHERE, look, place_of
from desktop.gui.places import PLACES
from desktop.gui.session import Session
from desktop.operations.rename_agency import NewName, rename_agency
from desktop.operations.succeeding import Decided
from desktop.records.identity import AgencyId
from desktop.rules.dates import format_date
from desktop.store.search import Hit
from desktop.store.shelves import SHELVES
from tests import builders
from tests.gui import entry_office


def test_every_table_that_is_searched_has_a_place() -> None:
    searched = {shelf.table for shelf in SHELVES if shelf.searched}
    assert searched == set(WHERE)
    assert {place_of(table) for table in WHERE} <= {place.code for place in PLACES}


@pytest.mark.parametrize("marks", [True, False])
def test_an_agency_is_found_and_named(session: Session, marks: bool) -> None:
    from desktop.rules.vietnamese import fold

    own = session.agencies[session.preferences.agency]
    found = look(session, own.name if marks else fold(own.name), 20)
    assert f"Cơ quan, đơn vị · {own.name}" in [each.text for each in found]


def test_an_agency_is_shown_among_those_of_the_plan() -> None:
    assert place_of("agencies") == "plan"


def test_nothing_is_found_for_nothing(session: Session) -> None:
    assert list(look(session, "zzzz", 20)) == []
    assert list(look(session, " ", 20)) == []


def test_a_long_text_is_shortened(session: Session) -> None:
    task = max(session.tasks.values(), key=lambda each: len(each.text))
    found = look(session, task.text[:60], 5)
    assert all(len(each.text) < 120 for each in found)
    assert found


def test_a_deed_is_found_with_its_register_and_its_day(session: Session) -> None:
    made = builders.an_activity(title="Họp thôn về quyền trẻ em")
    entry_office.keep(session, made)
    register = next(one for one in session.registers if one.kind == made.kind)
    texts = [each.text for each in look(session, "hop thon ve quyen", 5)]
    day = format_date(made.last_day)
    assert f"{register.name} · {day} · {made.title}" in texts


def test_an_agency_is_found_by_a_name_it_bore(session: Session) -> None:
    unit = AgencyId(builders.UNIT)
    old = session.agencies[unit].name
    decided = Decided(day=builders.NOW.date(), number="1")
    rename_agency(session.store, unit, NewName(name="Xã M"), decided)
    (found,) = (
        each for each in look(session, old, 20) if each.text.startswith("Tên cũ")
    )
    assert found.text.endswith(old)
    assert found.what == Hit("agencies", builders.UNIT)
