"""When reports are due, and how many days are left on the day of the tests."""

import datetime as dt

from desktop.operations.read_deadlines import due_here, read_deadlines
from desktop.store import preferences
from desktop.store.store import Store


def test_a_report_due_before_a_day_is_in_time_on_the_day_before(store: Store) -> None:
    first, second = read_deadlines(store, 2024)
    assert first.last_day == dt.date(2024, 11, 24)
    assert first.left == -26  # the clock of the tests stands at 20/12/2024
    assert second.last_day is None
    assert second.left is None


def test_days_are_left_until_the_year_after(store: Store) -> None:
    assert read_deadlines(store, 2025)[0].left == 339


def test_units_report_to_the_office_by_the_deadline_that_names_it(
    store: Store,
) -> None:
    kept = preferences.get(store.reader)
    assert kept is not None
    due = due_here(read_deadlines(store, 2024), kept)
    assert due is not None
    assert due.deadline.recipient == kept.agency
    assert due_here((), kept) is None
