"""Forms and returns that came before are known by unit and days."""

import datetime as dt
import hashlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from desktop.records.activity import Activity
from desktop.records.form import CollectingForm
from desktop.records.identity import AgencyId, PlanId
from desktop.records.returns import Intake, Return, ReturnKind, ReturnState
from desktop.store import form_history, records
from desktop.store.store import Store
from tests import builders


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """Give a test a file with one agency."""
    with builders.a_bare_store(tmp_path / "so.stt") as opened:
        yield opened


def a_form(**changes: Any) -> CollectingForm:
    values: dict[str, Any] = {
        "id": "one",
        "agency": AgencyId(builders.OWN),
        "plan": PlanId(builders.PLAN),
        "period_code": "2024-Q2",
        "first_day": dt.date(2024, 4, 1),
        "last_day": dt.date(2024, 6, 30),
        "version": 1,
        "layout": "09a",
        "layout_version": 1,
        "made_at": builders.NOW,
        "file_name": "a.xlsx",
        "sha256": "0" * 64,
        "content": "{}",
    }
    return CollectingForm(**(values | changes))


def a_return(**changes: Any) -> Return:
    values: dict[str, Any] = {
        "id": "ret",
        "intake": "intake",
        "kind": ReturnKind.FORM,
        "agency": AgencyId(builders.OWN),
        "sender": builders.OWN,
        "period_code": "2024-Q2",
        "first_day": dt.date(2024, 4, 1),
        "last_day": dt.date(2024, 6, 30),
        "source": "one",
        "version": 1,
        "file_name": "a.xlsx",
        "file_sha256": "0" * 64,
        "content_sha256": "1" * 64,
        "state": ReturnState.ACCEPTED,
        "received_at": builders.NOW,
    }
    return Return(**(values | changes))


def put(store: Store, *many: object) -> None:
    with store.change("prepare") as change:
        for one in many:
            records.put(change, one)


def test_the_newest_version_is_that_of_the_unit_and_the_days(store: Store) -> None:
    form = a_form()
    other = a_form(id="other", version=9, last_day=dt.date(2024, 5, 31))
    put(store, form, a_form(id="two", version=2), other)
    assert form_history.newest_version(store.reader, form) == 2
    assert form_history.newest_version(store.reader, a_form(plan="other")) == 1


def test_a_form_is_known_by_its_content(store: Store) -> None:
    put(store, a_form(content='{"a":1}'), a_form(id="two", version=2))
    sha256 = hashlib.sha256(b'{"a":1}').hexdigest()
    db = store.reader
    known = form_history.same_content(db, builders.OWN, "2024-Q2", "9", sha256)
    assert known is not None
    assert known.id == "one"
    for unit, period, content in (
        ("other", "2024-Q2", sha256),
        (builders.OWN, "2024-Q3", sha256),
        (builders.OWN, "2024-Q2", "0" * 64),
    ):
        assert form_history.same_content(db, unit, period, "1", content) is None


def test_of_forms_with_one_content_the_one_of_its_version_is_meant(
    store: Store,
) -> None:
    put(store, *(a_form(id=f"{n}", version=n) for n in (1, 2, 3)))
    sha256 = hashlib.sha256(b"{}").hexdigest()
    found = [
        form_history.same_content(store.reader, builders.OWN, "2024-Q2", told, sha256)
        for told in ("1", "2", "9", "", "x")
    ]
    assert [one and one.id for one in found] == ["1", "2", "3", "3", "3"]


def test_only_what_stands_accepted_is_a_twin(store: Store) -> None:
    put(store, a_form(), Intake(id="intake", at=builders.NOW, seen=1, files=()))
    put(store, a_return())
    db = store.reader
    found = form_history.accepted_as(db, a_form(), "1" * 64)
    assert found is not None
    assert found[0] == "a.xlsx"
    assert form_history.accepted_as(db, a_form(), "2" * 64) is None
    put(store, a_return(state=ReturnState.TAKEN_BACK))
    assert form_history.accepted_as(db, a_form(), "1" * 64) is None


def test_a_marked_copy_leads_back_to_the_form_that_first_left(store: Store) -> None:
    marked = a_form(id="copy", marked_from="ret")
    put(store, a_form(), Intake(id="intake", at=builders.NOW, seen=1, files=()))
    put(store, a_return(state=ReturnState.RETURNED), marked)
    assert form_history.first_copy(store.reader, marked) == "one"
    assert form_history.first_copy(store.reader, a_form()) == "one"
    astray = a_form(id="astray", marked_from="nothing")
    assert form_history.first_copy(store.reader, astray) == "astray"


def test_what_was_written_after_a_form_was_made_is_told(store: Store) -> None:
    put(store, builders.an_activity(id="before", tasks=()))
    put(store, a_form())
    put(store, builders.an_activity(id="after", tasks=()))
    asked = {("activities", "before"), ("activities", "after")}
    db = store.reader
    assert form_history.touched_since(db, "one", asked) == {("activities", "after")}
    assert form_history.touched_since(db, "unknown", asked) == frozenset()


def test_many_records_are_got_by_their_ids(store: Store) -> None:
    many = [builders.an_activity(id=f"a{n:04d}", tasks=()) for n in range(3)]
    put(store, *many)
    wanted = [one.id for one in many[:2]] + [f"none{n}" for n in range(600)]
    found = form_history.by_ids(store.reader, Activity, wanted)
    assert found == {one.id: one for one in many[:2]}
