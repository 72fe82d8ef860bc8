"""A closed period refuses entries, however they come."""

import pytest

from desktop.errors import ConflictError
from desktop.operations.entries.record_entry import record, record_many
from desktop.operations.entries.remove_entry import remove
from desktop.operations.history.bring_back import bring_back, bring_back_removed
from desktop.operations.history.redo import redo
from desktop.operations.history.undo import undo
from desktop.operations.history.view_past import view_past
from desktop.operations.periods.close_period import close_period
from desktop.operations.periods.read_standings import standing_of
from desktop.operations.periods.reopen_period import reopen_period
from desktop.records.activity import Activity
from desktop.records.period import PeriodState
from desktop.rules.calendar import parse_period
from desktop.store import records
from desktop.store.store import Store
from tests.builders import a_product, an_activity

YEAR = parse_period("2024")


def activities(store: Store) -> tuple[Activity, ...]:
    return records.find(store.reader, Activity)


def test_a_closed_period_is_kept_with_its_days_and_when(store: Store) -> None:
    outcome = close_period(store, parse_period("2024@14/11"))
    assert outcome.touched == {"period_standings"}
    assert outcome.value.state is PeriodState.CLOSED
    assert f"{outcome.value.last_day:%d/%m}" == "14/11"
    assert outcome.value.changed_at == store.now()


def test_a_period_is_closed_once(store: Store) -> None:
    close_period(store, YEAR)
    with pytest.raises(ConflictError, match="period_closed_already"):
        close_period(store, YEAR)


def test_nothing_is_recorded_removed_or_undone_in_a_closed_period(
    store: Store,
) -> None:
    record(store, an_activity())
    record(store, an_activity(attendance=7))
    close_period(store, YEAR)
    for call in (
        lambda: record(store, an_activity(attendance=9)),
        lambda: record_many(store, (a_product(), an_activity(id="other"))),
        lambda: remove(store, Activity, ("activity",)),
        lambda: undo(store),
    ):
        with pytest.raises(ConflictError, match="period_locked"):
            call()
    assert activities(store) == (an_activity(attendance=7),)


def test_what_was_removed_before_the_closing_does_not_come_back(store: Store) -> None:
    record(store, an_activity())
    remove(store, Activity, ("activity",))
    removal = store.last_change()
    assert removal is not None
    close_period(store, YEAR)
    for call in (lambda: bring_back_removed(store, removal.id), lambda: undo(store)):
        with pytest.raises(ConflictError, match="period_locked"):
            call()
    assert activities(store) == ()
    reopen_period(store, YEAR, "Cấp trên cho bổ sung")
    bring_back_removed(store, removal.id)
    assert activities(store) == (an_activity(),)


def test_a_redo_into_a_closed_period_is_refused(store: Store) -> None:
    record(store, an_activity())
    undo(store)
    close_period(store, YEAR)
    with pytest.raises(ConflictError, match="period_locked"):
        redo(store)
    assert activities(store) == ()


def test_closing_is_not_undone(store: Store) -> None:
    close_period(store, YEAR)
    assert undo(store).value is None
    with pytest.raises(ConflictError, match="period_locked"):
        record(store, an_activity())


def test_the_state_of_a_period_is_not_brought_back(store: Store) -> None:
    standing = close_period(store, YEAR).value
    before = store.last_change()
    assert before is not None
    reopen_period(store, YEAR, "Cấp trên cho bổ sung")
    with pytest.raises(ConflictError, match="not_brought_back"):
        bring_back(store, [("period_standings", standing.id)], before.id)
    record(store, an_activity())


def test_a_closed_office_can_still_be_looked_at_as_it_was(store: Store) -> None:
    record(store, an_activity())
    then = store.last_change()
    assert then is not None
    record(store, an_activity(attendance=7))
    close_period(store, YEAR)
    past = view_past(store, then.id).value
    with past.store as opened:
        assert activities(opened) == (an_activity(),)
        assert standing_of(opened, YEAR).state is PeriodState.ENTERING
    assert activities(store) == (an_activity(attendance=7),)
