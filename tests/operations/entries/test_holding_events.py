"""Entries of one event still fit each other after a deed that changes several."""

import datetime as dt
from dataclasses import replace

import pytest

from desktop.errors import InputError
from desktop.operations.entries.amend_cells import amend_cells
from desktop.operations.entries.change_many import NewValue, change_many
from desktop.operations.entries.import_entries import import_entries
from desktop.operations.entries.join_events import join
from desktop.operations.entries.read_entry_table import read_entry_paste
from desktop.operations.entries.record_entry import record_many
from desktop.records.activity import Activity
from desktop.records.agency import Agency
from desktop.records.identity import AgencyId, RecordId
from desktop.rules.cell_edits import CellEdit
from desktop.rules.entry_table.fates import Choices
from desktop.store import records
from desktop.store.store import Store
from tests.builders import an_activity

DAY = dt.date(2024, 6, 13)


@pytest.fixture
def agencies(store: Store) -> list[AgencyId]:
    """Keep an event of two agencies and an entry beside it; return the agencies."""
    found = [one.id for one in records.find(store.reader, Agency)][:4]
    record_many(
        store,
        [
            an_activity(id=f"e{n}", agency=one, first_day=DAY, last_day=DAY)
            for n, one in enumerate(found[:3])
        ],
    )
    join(store, RecordId("e0"), [RecordId("e1")])
    return found


def kept(store: Store, one: str) -> Activity:
    found = records.get(store.reader, Activity, RecordId(one))
    assert found is not None
    return found


def on(day: dt.date) -> dict[str, object]:
    return {"first_day": day, "last_day": day}


def edits(first: dict[str, object], second: dict[str, object]) -> list[CellEdit]:
    return [
        CellEdit(record=Activity, id=one, values=values)
        for one, values in (("e0", first), ("e1", second))
    ]


def test_two_accounts_are_not_moved_apart_by_one_edit(
    store: Store, agencies: list[AgencyId]
) -> None:
    assert agencies
    week = dt.timedelta(days=6)
    with pytest.raises(InputError) as caught:
        amend_cells(store, edits(on(DAY - week), on(DAY + week)))
    told = [(one.entry, one.code) for one in caught.value.problems]
    assert told == [(1, "event_far_days"), (2, "event_far_days")]
    assert {kept(store, one).first_day for one in ("e0", "e1")} == {DAY}
    amend_cells(store, edits(on(DAY - dt.timedelta(days=3)), on(DAY)))
    assert kept(store, "e0").first_day < kept(store, "e1").first_day


def test_two_accounts_are_not_given_to_one_agency(
    store: Store, agencies: list[AgencyId]
) -> None:
    both = [kept(store, "e0"), kept(store, "e1")]
    with pytest.raises(InputError, match="event_same_agency"):
        change_many(store, both, NewValue(field="agency", value=agencies[3]))
    assert [kept(store, one).agency for one in ("e0", "e1")] == agencies[:2]


def test_entries_outside_any_event_are_not_looked_at(
    store: Store, agencies: list[AgencyId]
) -> None:
    assert agencies
    alone = replace(kept(store, "e2"), agency=agencies[0])
    record_many(store, [alone, an_activity(id="new", agency=agencies[0])])
    assert kept(store, "e2").agency == agencies[0]


def test_an_import_does_not_break_an_event(
    store: Store, agencies: list[AgencyId]
) -> None:
    assert agencies
    table = "Mã mục\tTên lớp\tTừ ngày\ne0\t\t07/06/2024\ne1\t\t19/06/2024"
    source = read_entry_paste("", table).value
    with pytest.raises(InputError, match="event_far_days"):
        import_entries(store, source, "training", Choices(overwrite=None))
    assert {kept(store, one).first_day for one in ("e0", "e1")} == {DAY}
