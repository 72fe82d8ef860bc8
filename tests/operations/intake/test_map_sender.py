"""What a sender's names stand for is settled once, and may be settled otherwise."""

import pytest

from desktop.errors import UnknownNameError
from desktop.operations.intake import map_sender as map_sender_module
from desktop.operations.intake.map_sender import Decision, likes, map_sender
from desktop.records.arrival import Unmapped
from desktop.records.exchange import MappedKind, Mapping
from desktop.store import journal, records
from desktop.store.store import Store
from tests import builders
from tests.operations.intake.sent_packages import COMMUNE

TASK = Unmapped(
    sender="kh-xa", kind=MappedKind.TASK, theirs="kh-xa/1", name="1 Tập huấn"
)
UNIT = Unmapped(sender="xa-la", kind=MappedKind.AGENCY, theirs="xa-la", name="Xã Lạ")
HERE = builders.task("2.2")


def settled(store: Store) -> dict[str, str | None]:
    return {one.theirs: one.ours for one in records.find(store.reader, Mapping)}


def test_decisions_are_kept_in_one_change(store: Store) -> None:
    before = len(journal.entries(store.reader))
    decided = (
        Decision(unmapped=TASK, ours=HERE),
        Decision(unmapped=UNIT, ours=COMMUNE),
    )
    done = map_sender(store, decided)
    assert (done.value, settled(store)) == (2, {"kh-xa/1": HERE, "xa-la": COMMUNE})
    assert len(journal.entries(store.reader)) == before + 1
    assert map_sender(store, decided).value == 0


def test_what_was_settled_may_be_settled_otherwise(store: Store) -> None:
    map_sender(store, (Decision(unmapped=TASK, ours=HERE),))
    assert map_sender(store, (Decision(unmapped=TASK, ours=None),)).value == 1
    assert settled(store) == {"kh-xa/1": None}
    map_sender(store, (Decision(unmapped=UNIT, ours=COMMUNE),))
    assert map_sender_module.settled(store) == (
        Decision(unmapped=TASK, ours=None),
        Decision(unmapped=UNIT, ours=COMMUNE),
    )


@pytest.mark.parametrize(
    "decision",
    [
        Decision(unmapped=UNIT, ours=None),
        Decision(unmapped=UNIT, ours="xa-khong-co"),
        Decision(unmapped=TASK, ours=COMMUNE),
    ],
    ids=["unit without a like", "unit not here", "task that is a unit"],
)
def test_nothing_is_kept_of_decisions_one_of_which_cannot_be(
    store: Store, decision: Decision
) -> None:
    other = Decision(unmapped=TASK, ours=HERE)
    with pytest.raises(UnknownNameError):
        map_sender(store, (other, decision))
    assert settled(store) == {}


@pytest.mark.parametrize(
    ("kind", "known"),
    [
        (MappedKind.AGENCY, COMMUNE),
        (MappedKind.PLAN, builders.PLAN),
        (MappedKind.TASK, HERE),
    ],
)
def test_what_may_be_chosen_is_all_there_is_here(
    store: Store, kind: MappedKind, known: str
) -> None:
    names = dict(likes(store, kind))
    assert names[known]


def test_a_target_may_be_chosen_once_whatever_its_versions(store: Store) -> None:
    goals = [goal for goal, _ in likes(store, MappedKind.GOAL)]
    assert goals
    assert len(goals) == len(set(goals))
