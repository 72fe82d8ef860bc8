"""Shared events are read with all their accounts."""

import pytest

from desktop.errors import ConflictError
from desktop.records.activity import Activity
from desktop.records.identity import RecordId
from desktop.store import joint_events, records
from desktop.store.store import Store
from tests.builders import OWN, UNIT, an_activity
from tests.store.counting_targets import keep

LEAD = RecordId("lead")
THIRD = "ubnd-xa-dak-la"


@pytest.fixture(autouse=True)
def shared(store: Store) -> None:
    keep(
        store,
        an_activity(id="lead", agency=OWN),
        an_activity(id="b", agency=UNIT, joined_to=LEAD),
        an_activity(id="a", agency=THIRD, joined_to=LEAD),
        an_activity(id="alone"),
    )


def test_events_are_told_by_their_lead(store: Store) -> None:
    found = joint_events.events(store.reader)
    assert set(found) == {"lead"}
    assert found[LEAD].lead.agency == OWN
    assert {one.id for one in found[LEAD].joined} == {"a", "b"}


def test_an_entry_others_are_about_to_join_is_told_too(store: Store) -> None:
    wanted = (RecordId("alone"), RecordId("nobody"))
    found = joint_events.events(store.reader, wanted)
    assert set(found) == {"lead", "alone"}
    assert found[RecordId("alone")].joined == ()


def test_every_account_tells_of_the_same_event(store: Store) -> None:
    whole = joint_events.event_of(store.reader, LEAD)
    assert whole is not None
    assert [one.id for one in whole.joined] == ["a", "b"]
    assert joint_events.event_of(store.reader, RecordId("b")) == whole
    assert joint_events.event_of(store.reader, RecordId("alone")) is None
    assert joint_events.event_of(store.reader, RecordId("nobody")) is None


def test_the_lead_comes_first_among_the_accounts(store: Store) -> None:
    [accounts] = joint_events.accounts(store.reader)
    assert [one.id for one in accounts] == ["lead", "a", "b"]


def test_the_file_itself_refuses_to_lose_the_lead(store: Store) -> None:
    with pytest.raises(ConflictError), store.change("remove") as change:
        records.remove(change, Activity, "lead")
    assert records.get(store.reader, Activity, "lead") is not None
