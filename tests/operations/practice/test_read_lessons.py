"""Guided tasks as an office knows them: by what was done in it."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from desktop.operations.entries.record_entry import record, record_many
from desktop.operations.history.undo import undo
from desktop.operations.offices.create_office import create_office
from desktop.operations.practice.read_lessons import read_lessons
from desktop.records.exchange import Delivery, DeliveryState
from desktop.records.signing import SignerRole
from desktop.rules.calendar import parse_period
from desktop.rules.practice.lessons import FILLING
from desktop.store import records
from desktop.store.store import Store
from tests.builders import NOW, PLAN, a_clock, a_posting, an_activity
from tests.operations.desk import lay_out, sit_down

PERIOD = parse_period("2024")


@pytest.fixture(scope="module")
def pattern(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a practice office that was filled in with one entry."""
    path = tmp_path_factory.mktemp("practice") / "so.stt"
    create_office(path, PLAN, practice=True)
    with Store(path, clock=a_clock) as store:
        record_many(store, [an_activity()])
        with store.change(FILLING, "ảnh") as change:
            records.put(change, a_posting(id="mẫu"))
    return path


@pytest.fixture
def practice(pattern: Path, tmp_path: Path) -> Iterator[Store]:
    path = tmp_path / "so.stt"
    path.write_bytes(pattern.read_bytes())
    with Store(path, clock=a_clock) as store:
        yield store


def done(store: Store) -> list[str]:
    return [one.lesson.code for one in read_lessons(store, PERIOD) if one.done]


def test_a_real_office_has_no_tasks(store: Store) -> None:
    assert read_lessons(store, PERIOD) == ()


def test_what_filled_the_year_in_ticks_nothing(practice: Store) -> None:
    assert len(read_lessons(practice, PERIOD)) == 10
    assert done(practice) == []


def test_tasks_tick_themselves_and_stay_ticked(practice: Store) -> None:
    record(practice, a_posting())
    assert done(practice) == ["record"]
    undo(practice)
    assert done(practice) == ["record", "undo"]


def test_a_package_that_did_not_arrive_is_not_delivered(practice: Store) -> None:
    delivery = Delivery(
        id="d",
        report="r",
        package_id="p",
        file_name="goi.zip",
        size=1,
        sha256="a" * 64,
        target="USB",
        state=DeliveryState.FAILED,
        prepared_at=NOW,
    )
    for state, wanted in ((DeliveryState.FAILED, []), (DeliveryState.DELIVERED, 1)):
        with practice.change("deliver") as change:
            records.put(change, replace(delivery, state=state))
        assert done(practice) == (["deliver"] if wanted else [])


def test_a_report_is_signed_once_everybody_has(tmp_path: Path) -> None:
    lay_out(tmp_path)
    desk = sit_down(tmp_path)
    assert "sign" not in done(desk.store)
    desk.sign_as(SignerRole.PERSON)
    assert "sign" not in done(desk.store), "the agency is still to sign"
    desk.sign_as(SignerRole.AGENCY)
    assert "sign" in done(desk.store)
    desk.store.close()
