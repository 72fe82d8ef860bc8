"""One search finds everything with words, kind by kind, with marks or without."""

import datetime as dt

import pytest

from desktop.gui.global_search import (
    FEW,
    HELP,
    WHERE,
    Goal,
    groups,
    read_found,
    read_kind,
)
from desktop.gui.places import PLACES
from desktop.gui.session import Session
from desktop.gui.widgets.found_list import Group
from desktop.operations.agencies.rename_agency import NewName, rename_agency
from desktop.operations.agencies.succeeding import Decided
from desktop.records.evidence import Evidence
from desktop.records.identity import AgencyId, RecordId
from desktop.records.plan import LegalBasis
from desktop.rules.dates import format_date
from desktop.rules.vietnamese import fold
from desktop.store import records
from desktop.store.search import Hit
from desktop.store.shelves import SHELVES
from tests import builders
from tests.gui import entry_office


def look(session: Session, text: str) -> tuple[Group, ...]:
    return groups(session, read_found(session.store, text))


def lines(session: Session, text: str) -> dict[str, object]:
    return {one.text: one.what for group in look(session, text) for one in group.found}


def test_every_table_that_is_searched_has_a_name_and_a_place() -> None:
    searched = {shelf.table for shelf in SHELVES if shelf.searched}
    assert searched == set(WHERE)
    places = {place for _, place in WHERE.values()}
    assert places <= {place.code for place in PLACES}


@pytest.mark.parametrize("marks", [True, False])
def test_an_agency_is_found_and_named(session: Session, marks: bool) -> None:
    own = session.agencies[session.preferences.agency]
    found = look(session, own.name if marks else fold(own.name))
    group = next(one for one in found if one.title.startswith("Cơ quan, đơn vị"))
    assert own.name in [each.text for each in group.found]


def test_nothing_is_found_for_nothing(session: Session) -> None:
    assert look(session, "zzzz") == look(session, " ") == ()


def test_a_long_text_is_shortened(session: Session) -> None:
    task = max(session.tasks.values(), key=lambda each: len(each.text))
    found = lines(session, " ".join(task.text.split()[:8]))
    assert found
    assert all(len(each) < 120 for each in found)


def test_a_deed_is_found_with_its_register_and_its_day(session: Session) -> None:
    made = builders.an_activity(title="Họp thôn về quyền trẻ em")
    entry_office.keep(session, made)
    register = next(one for one in session.registers if one.kind == made.kind)
    day = format_date(made.last_day)
    line = f"{register.name} · {day} · {made.title}"
    found = lines(session, "hop thon ve quyen")
    assert found[line] == Goal("activities", Hit("activities", made.id))


def test_of_each_kind_a_few_are_listed_and_all_are_counted(session: Session) -> None:
    many = [
        builders.an_activity(
            id=RecordId(f"a{n}"),
            title=f"Gặp mặt {n}",
            last_day=dt.date(2024, 1, n),
        )
        for n in range(1, 10)
    ]
    entry_office.keep(session, *many)
    (group,) = look(session, "gặp mặt")
    assert group.title == "Hoạt động · 9"
    assert len(group.found) == FEW
    assert group.more is not None
    assert group.more.what == "activities"
    assert group.found[0].text.endswith("Gặp mặt 9"), "recorded last, listed first"
    whole, back = groups(session, read_kind(session.store, "gặp mặt", "activities"))
    assert len(whole.found) == len(many)
    assert whole.more is None
    assert back.more is not None
    assert back.more.what == ""


def test_an_agency_is_found_by_a_name_it_bore(session: Session) -> None:
    unit = AgencyId(builders.UNIT)
    old = session.agencies[unit].name
    decided = Decided(day=builders.NOW.date(), number="1")
    rename_agency(session.store, unit, NewName(name="Xã M"), decided)
    (group,) = (each for each in look(session, old) if each.title.startswith("Tên cũ"))
    (found,) = group.found
    assert found.text.endswith(old)
    assert found.what == Goal("plan", Hit("agencies", builders.UNIT))


def test_evidence_is_found_by_its_name_and_opens_its_record(session: Session) -> None:
    made = builders.an_activity()
    photo = Evidence(
        id=RecordId("e1"),
        place="activities",
        row_id=made.id,
        name="Ảnh hội trường.jpg",
        sha256="0" * 64,
        size=1,
        media="image/jpeg",
        added_at=builders.NOW,
        source_sha256="0" * 64,
    )
    with session.store.change("attach") as change:
        records.put(change, made)
        records.put(change, photo)
    found = lines(session, "anh hoi truong jpg")
    assert found == {photo.name: Goal("activities", Hit("activities", made.id))}


def test_parts_of_the_plan_are_found_and_open_its_text(session: Session) -> None:
    basis = records.find(session.store.reader, LegalBasis)[0]
    group = next(
        one for one in look(session, basis.number) if one.title.startswith("Căn cứ")
    )
    assert {one.what for one in group.found} == {Goal("plan", "text")}


def test_pages_of_help_are_a_kind_of_their_own(session: Session) -> None:
    group = look(session, "sáp nhập chia tách")[-1]
    assert group.title.startswith("Trợ giúp")
    assert Goal(HELP, "agencies") in [one.what for one in group.found]
    whole = groups(session, read_kind(session.store, "sap nhap", HELP))
    assert whole[0].title.startswith("Trợ giúp")
