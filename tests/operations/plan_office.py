"""An office with its plan, and a second one after it, for tests of plans."""

import datetime as dt
from collections.abc import Callable
from typing import Any, TypeVar

import pytest

from desktop.errors import ConflictError, DesktopError, InputError
from desktop.operations.history.redo import redo
from desktop.operations.history.undo import undo
from desktop.operations.outcome import Outcome
from desktop.operations.plans.make_plan import make_plan
from desktop.records.plan import Plan
from desktop.records.target import Target
from desktop.records.task import Task
from desktop.store import journal, preferences, records
from desktop.store.store import Store
from tests import builders

Record = TypeVar("Record")
SHIPPED = "khanh-hoa-2023-2028"


def the_plan(store: Store) -> Plan:
    found = records.get(store.reader, Plan, builders.PLAN)
    assert found is not None
    return found


def a_plan(store: Store, **changes: Any) -> Plan:
    """Return a plan of the office's own for 2025."""
    values: dict[str, Any] = {
        "id": "own-2025",
        "document_type": "KẾ HOẠCH",
        "title": "Kế hoạch truyền thông năm 2025",
        "issuer": builders.OWN,
        "territory": "địa bàn",
        "first_day": dt.date(2025, 1, 1),
        "last_day": dt.date(2025, 12, 31),
    }
    return Plan(**(values | changes))


def a_second_plan(store: Store, **changes: Any) -> Plan:
    return make_plan(store, a_plan(store, **changes)).value


def a_copied_plan(store: Store, **changes: Any) -> Plan:
    made = a_plan(store, **changes)
    return make_plan(store, made, builders.PLAN).value  # type: ignore[arg-type]


def task(store: Store, code: str) -> Task:
    found = records.get(store.reader, Task, builders.task(code))
    assert found is not None
    return found


def target(store: Store, code: str) -> Target:
    found = records.get(store.reader, Target, f"{builders.PLAN}/{code}")
    assert found is not None
    return found


def every(store: Store, cls: type[Record], plan: str = builders.PLAN) -> list[Record]:
    return list(records.find(store.reader, cls, where={"plan": plan}))


def kept(store: Store, one: Record) -> Record | None:
    found: Record | None = records.get(store.reader, type(one), one.id)  # type: ignore[attr-defined]
    return found


def image(store: Store) -> dict[str, list[object]]:
    """Return everything an office holds, table by table."""
    from desktop.store.shelves import SHELVES

    found: dict[str, list[object]] = {
        shelf.table: sorted(records.find(store.reader, shelf.record), key=repr)
        for shelf in SHELVES
    }
    return found | {"preferences": [preferences.get(store.reader)]}


def verbs(store: Store) -> list[str]:
    return [one.verb for one in journal.entries(store.reader, limit=50)]


def is_one_deed(store: Store, do: Callable[[], Outcome[Any]], verb: str) -> Any:
    """Do it, undo it, redo it: one step each way, and nothing left behind."""
    before, deeds = image(store), len(verbs(store))
    value = do().value
    after = image(store)
    assert after != before
    assert len(verbs(store)) == deeds + 1
    assert verbs(store)[0] == verb
    undo(store)
    assert image(store) == before
    redo(store)
    assert image(store) == after
    return value


def refused(store: Store, do: Callable[[], object]) -> list[tuple[str, str]]:
    """Return fields and codes for which a deed is refused; nothing changed."""
    before, deeds = image(store), len(verbs(store))
    with pytest.raises(InputError) as caught:
        do()
    assert image(store) == before
    assert len(verbs(store)) == deeds
    return [(one.field, one.code) for one in caught.value.problems if one.blocking]


def conflict(store: Store, do: Callable[[], object]) -> tuple[str, ...]:
    """Return reason and facts for which a deed is refused; nothing changed."""
    before = image(store)
    with pytest.raises(DesktopError) as caught:
        do()
    assert image(store) == before
    assert isinstance(caught.value, ConflictError)
    return (caught.value.reason, *caught.value.facts)
