"""What an entry may name is what the office holds, retired values too."""

import datetime as dt
from dataclasses import replace

import pytest

from desktop.errors import ConflictError
from desktop.operations.entries.read_known import read_known
from desktop.records.activity import ActivityKind
from desktop.records.catalogue import CatalogueItem
from desktop.records.target import Formula, Target
from desktop.store import records
from desktop.store.store import Store
from tests.builders import NOW, OWN, PLAN, a_channel, task


def test_agencies_tasks_codes_and_tiers_are_known(store: Store) -> None:
    known = read_known(store)
    assert (known.plan.id, known.today) == (PLAN, NOW.date())
    assert OWN in known.agencies
    assert task("2.2") in known.tasks
    assert "xo_dang" in known.codes["language"]
    assert "knowledge" in known.codes["pillar"]
    assert {"district", "commune"} <= known.tiers
    assert {one.kind for one in known.registers} >= set(ActivityKind)


def test_what_else_an_entry_may_name_is_known(store: Store) -> None:
    portal = a_channel(id="portal")
    with store.change("record_many") as change:
        records.put(change, portal)
        records.put(change, a_channel(id="part", parent="portal"))
    known = read_known(store)
    assert f"{PLAN}/T2a" in known.goals
    assert "portals" in known.figures
    assert known.channels == {"portal": None, "part": "portal"}


def test_targets_of_growth_are_told_from_the_others(store: Store) -> None:
    assert read_known(store).growing == frozenset()
    target = records.get(store.reader, Target, f"{PLAN}/T3")
    assert target is not None
    with store.change("set_target") as change:
        records.put(change, replace(target, formula=Formula.GROWTH))
    assert read_known(store).growing == {f"{PLAN}/T3"}


def test_a_retired_value_is_still_known(store: Store) -> None:
    item = records.get(store.reader, CatalogueItem, "language/english")
    assert item is not None
    with store.change("amend") as change:
        records.put(change, replace(item, retired=True))
    assert "english" in read_known(store).codes["language"]


def test_a_file_without_an_office_knows_nothing(store: Store) -> None:
    with store.change("forget") as change:
        change.write("preferences", "office", None)
    with pytest.raises(ConflictError):
        read_known(store)


def test_today_is_the_office_s_wherever_the_machine_believes_to_be(
    store: Store,
) -> None:
    late = dt.datetime(2024, 12, 20, 20, 0, tzinfo=dt.UTC)
    store.now = lambda: late
    assert read_known(store).today == dt.date(2024, 12, 21)
