"""Ids and codes are called as they were called then."""

from dataclasses import replace

import pytest

from desktop.records.agency import Agency
from desktop.records.catalogue import CatalogueItem
from desktop.records.target import Target
from desktop.records.task import Task
from desktop.rules.changes import CODE, FIGURE, GOAL
from desktop.store import history, records
from desktop.store.naming import Naming, title_of_row
from desktop.store.store import Store
from tests.builders import OWN, PLAN, task


def test_a_renamed_agency_has_its_old_name_before_and_its_new_one_after(
    store: Store,
) -> None:
    own = records.get(store.reader, Agency, OWN)
    assert own is not None
    before = history.last_number(store.reader)
    with store.change("rename_agency") as change:
        records.put(change, replace(own, name="Phòng Văn hóa - Xã hội"))
    db = store.reader
    assert Naming(db, before).name("agencies", OWN) == own.name
    assert Naming(db, before + 1).name("agencies", OWN) == "Phòng Văn hóa - Xã hội"


def test_a_value_of_a_catalogue_is_found_by_its_catalogue(store: Store) -> None:
    naming = Naming(store.reader, 1)
    assert naming.name(CODE, "knowledge", "pillar").startswith("Phổ biến")
    assert naming.name(CODE, "knowledge") == naming.name(CODE, "knowledge", "pillar")


def test_a_code_of_two_catalogues_is_not_guessed(store: Store) -> None:
    with store.change("add_value") as change:
        for catalogue in ("theme", "channel"):
            item = CatalogueItem(catalogue=catalogue, code="both", name=catalogue)  # type: ignore[arg-type]
            records.put(change, item)
    naming = Naming(store.reader, 2)
    assert naming.name(CODE, "both") == "both"
    assert naming.name(CODE, "both", "theme") == "theme"


def test_tasks_and_targets_bear_their_numbers(store: Store) -> None:
    naming = Naming(store.reader, 1)
    one = records.get(store.reader, Task, task("2.2"))
    assert one is not None
    assert naming.name("tasks", one.id) == f"2.2 {one.text}"
    target = next(t for t in records.find(store.reader, Target) if t.code == "T1")
    assert naming.name(GOAL, f"{PLAN}/T1") == f"T1 {target.text}"


@pytest.mark.parametrize("refers", ["agencies", "tasks", CODE, GOAL, FIGURE, ""])
def test_what_nobody_knows_is_told_as_it_is(store: Store, refers: str) -> None:
    assert Naming(store.reader, 1).name(refers, "chưa từng có") == "chưa từng có"


def test_a_row_is_called_by_the_first_name_it_has() -> None:
    assert title_of_row("activities", {"title": "Lớp", "name": "x"}) == "Lớp"
    assert title_of_row("tallies", {"document_number": "12/BC"}) == "12/BC"
    assert title_of_row("headcounts", {"people": 4}) == ""
