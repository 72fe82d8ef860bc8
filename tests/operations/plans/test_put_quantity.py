"""What a task should reach of a figure in a year, and by which quarter."""

from decimal import Decimal

from desktop.operations.plans.put_quantity import put_quantity
from desktop.records.identity import Code, TaskId
from desktop.records.task import Quantity
from desktop.store import records
from desktop.store.store import Store
from tests import builders
from tests.operations.plan_office import conflict, is_one_deed, refused

TASK = TaskId(builders.task("2.2"))
FIGURE = Code("trainings")


def test_a_quantity_is_set_changed_and_taken_away(store: Store) -> None:
    four, one = Decimal(4), Decimal(1)
    is_one_deed(
        store,
        lambda: put_quantity(store, TASK, FIGURE, 2024, four, (one,) * 4),
        "set_quantity",
    )
    put_quantity(store, TASK, FIGURE, 2024, Decimal(6))
    (kept,) = records.find(store.reader, Quantity)
    assert (kept.value, kept.quarters) == (Decimal(6), ())
    put_quantity(store, TASK, FIGURE, 2024, None)
    assert records.count(store.reader, Quantity) == 0


def test_what_cannot_be_is_refused_with_its_reason(store: Store) -> None:
    one = Decimal(1)
    wrong = lambda: put_quantity(store, TASK, FIGURE, 2024, Decimal(5), (one,) * 4)  # noqa: E731
    assert refused(store, wrong) == [("quarters", "quarters_differ")]
    late = lambda: put_quantity(store, TASK, FIGURE, 2030, one)  # noqa: E731
    assert refused(store, late) == [("year", "year_outside_plan")]
    lost = lambda: put_quantity(store, TaskId("none"), FIGURE, 2024, one)  # noqa: E731
    assert conflict(store, lost) == ("no_task", "none")
