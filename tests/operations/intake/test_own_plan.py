"""A plan of a sender's own is settled once, for every unit that carries it out."""

from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

from desktop.operations.history.undo import undo
from desktop.operations.intake.map_sender import Decision, map_sender
from desktop.records.activity import Activity
from desktop.records.arrival import Arrival, Sorting, Unmapped
from desktop.records.exchange import Mapping as Settled
from desktop.records.target import Achievement
from desktop.store import records
from desktop.store.store import Store
from tests.builders import PLAN, task
from tests.files.pki import pki
from tests.operations.intake.own_plan import GOAL, OWN_PLAN, TITLE, by_own_plan
from tests.operations.intake.sent_packages import (
    COMMUNE,
    OTHER,
    a_package,
    a_receiver,
    drop,
    take_in,
)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with a_receiver(tmp_path / "here" / "so.stt") as found:
        yield found


def dropped(store: Store, folder: Path, sender: str = COMMUNE) -> Arrival:
    trust = pki().trust
    key = pki().agency.key(folder)
    (found,) = drop(store, trust, a_package(folder, by_own_plan(sender), key))
    return found


def settle(store: Store, asked: tuple[Unmapped, ...], **ours: str | None) -> int:
    """Answer every question by its kind."""
    decisions = [Decision(unmapped=one, ours=ours[str(one.kind)]) for one in asked]
    return map_sender(store, decisions).value


def asked_of(one: Arrival) -> Mapping[str, str]:
    return {str(each.kind): each.name for each in one.unmapped}


def test_a_plan_then_its_parts_are_asked_about_and_no_later_unit_is_asked_again(
    store: Store, tmp_path: Path
) -> None:
    first = dropped(store, tmp_path)
    assert first.sorting is Sorting.TO_MAP
    assert asked_of(first) == {"plan": f"5/KH {TITLE}"}
    settle(store, first.unmapped, plan=PLAN)
    second = dropped(store, tmp_path)
    assert asked_of(second) == {
        "task": "9 Việc chỉ các xã này làm",
        "goal": "C1 Cán bộ của cụm được tập huấn",
    }, "a task in the same words under the same number is not asked about"
    settle(store, second.unmapped, task=None, goal=GOAL)
    ready = dropped(store, tmp_path)
    assert (ready.sorting, ready.reasons) == (Sorting.READY, (("parts_left", "1"),))
    take_in(store, pki().trust, a_package(tmp_path, by_own_plan(COMMUNE), None))
    other = dropped(store, tmp_path, OTHER)
    assert (other.sorting, other.unmapped) == (Sorting.READY, ())
    (event,) = records.find(store.reader, Activity)
    assert event.tasks == (task("2.2"),)
    (reached,) = records.find(store.reader, Achievement)
    assert reached.goals == (GOAL,)


def test_a_plan_that_has_no_like_here_leaves_entries_without_tasks_or_targets(
    store: Store, tmp_path: Path
) -> None:
    settle(store, dropped(store, tmp_path).unmapped, plan=None)
    ready = dropped(store, tmp_path)
    assert (ready.sorting, ready.reasons) == (Sorting.READY, (("parts_left", "3"),))
    take_in(store, pki().trust, a_package(tmp_path, by_own_plan(COMMUNE), None))
    (event,) = records.find(store.reader, Activity)
    (reached,) = records.find(store.reader, Achievement)
    assert (event.tasks, reached.goals) == ((), ())


def test_what_was_settled_may_be_settled_otherwise_and_undone(
    store: Store, tmp_path: Path
) -> None:
    asked = dropped(store, tmp_path).unmapped
    assert settle(store, asked, plan=None) == 1
    assert settle(store, asked, plan=None) == 0, "saying it again changes nothing"
    assert settle(store, asked, plan=PLAN) == 1
    (kept,) = records.find(store.reader, Settled)
    assert (kept.sender, kept.ours) == (OWN_PLAN, PLAN)
    undo(store)
    (kept,) = records.find(store.reader, Settled)
    assert kept.ours is None
